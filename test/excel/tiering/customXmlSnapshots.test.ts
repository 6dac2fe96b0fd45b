/** @jest-environment jsdom */
import { KEPT_SNAPSHOTS } from "../../../src/app/tiering/snapshots";
import { customXmlSnapshots } from "../../../src/excel/tiering/customXmlSnapshots";
import type { ExcelRun } from "../../../src/excel/excelRun";
import { snapshotOf } from "../../app/tiering/memorySnapshots";

/** The custom XML parts of a workbook, answering only after a sync, as Excel does. */
function workbookParts() {
  const stored = new Map<string, string>();
  let queue: (() => void)[] = [];
  let lastId = 0;
  let fails = (_xml: string) => false;
  const partOf = (find: () => string | undefined) => {
    const part = {
      id: "",
      isNullObject: false,
      load: () => queue.push(() => ((part.id = find() ?? ""), (part.isNullObject = find() === undefined))),
      getXml: () => {
        const result = { value: "" };
        queue.push(() => (result.value = stored.get(find() as string) as string));
        return result;
      },
      setXml: (xml: string) => queue.push(() => stored.set(find() as string, xml)),
      delete: () => queue.push(() => stored.delete(find() as string)),
    };
    return part;
  };
  const customXmlParts = {
    add: (xml: string) => {
      const id = `{${++lastId}}`;
      queue.push(() => {
        if (fails(xml)) throw new Error("no room");
        stored.set(id, xml);
      });
      return partOf(() => (stored.has(id) ? id : undefined));
    },
    getByNamespace: (namespace: string) => ({
      getOnlyItemOrNullObject: () => partOf(() => [...stored].find(([, xml]) => xml.includes(`xmlns="${namespace}"`))?.[0]),
    }),
    getItemOrNullObject: (id: string) => partOf(() => (stored.has(id) ? id : undefined)),
  };
  const context = {
    workbook: { customXmlParts },
    sync: async () => {
      const work = queue;
      queue = [];
      for (const step of work) step();
    },
  };
  const run: ExcelRun = (batch) => batch(context as unknown as Excel.RequestContext);
  return { stored, run, failWhen: (test: (xml: string) => boolean) => (fails = test) };
}

test("snapshots come back as they were kept, newest first, whatever their texts hold", async () => {
  const store = customXmlSnapshots(workbookParts().run);
  expect(await store.list()).toEqual([]);
  const first = snapshotOf("first", [["<A & B>", 12.5, "]]> \u0001"], [7, null, ""]]);
  await store.add(first);
  await store.add(snapshotOf("second", []));
  expect((await store.list()).map((summary) => summary.id)).toEqual(["second", "first"]);
  expect(await store.read("first")).toEqual(first);
  expect(await store.read("none")).toBeUndefined();
});

test("a large one is kept in pieces that each fit a request", async () => {
  const { run, stored } = workbookParts();
  const store = customXmlSnapshots(run);
  const accounts = Array.from({ length: 60_000 }, (_, i) => [`ACCOUNT-${i}`, i / 700, "First class"] as const);
  await store.add(snapshotOf("large", accounts));
  expect(stored.size).toBeGreaterThan(2);
  for (const xml of stored.values()) expect(xml.length).toBeLessThan(2_000_000);
  expect((await store.read("large"))?.keys).toHaveLength(60_000);
});

test("the oldest are forgotten with their parts", async () => {
  const { run, stored } = workbookParts();
  const store = customXmlSnapshots(run);
  for (let i = 0; i <= KEPT_SNAPSHOTS + 1; i++) await store.add(snapshotOf(`s${i}`, [["A", i, "A"]]));
  expect((await store.list()).map(({ id }) => id)).toEqual(Array.from({ length: KEPT_SNAPSHOTS }, (_, i) => `s${KEPT_SNAPSHOTS + 1 - i}`));
  expect(stored.size).toBe(KEPT_SNAPSHOTS + 1);
  await store.remove("s5");
  expect(stored.size).toBe(KEPT_SNAPSHOTS);
  expect(await store.read("s5")).toBeUndefined();
});

test("when Excel refuses, no piece of it stays", async () => {
  const parts = workbookParts();
  parts.failWhen((xml) => xml.includes("urn:kam-planner:snapshots"));
  await expect(customXmlSnapshots(parts.run).add(snapshotOf("s", [["A", 1, "A"]]))).rejects.toThrow("no room");
  expect(parts.stored.size).toBe(0);
});
