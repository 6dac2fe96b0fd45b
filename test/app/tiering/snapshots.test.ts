import fc from "fast-check";
import { accountKeyOf, latestSnapshot } from "../../../src/app/tiering/snapshots";
import { readSnapshotText, snapshotText } from "../../../src/app/tiering/snapshotText";
import { memorySnapshots, snapshotOf } from "./memorySnapshots";

test("the newest snapshot that can be read is the last one", async () => {
  const store = memorySnapshots();
  await store.add(snapshotOf("old", [["A1", 50, "B"]]));
  await store.add(snapshotOf("new", [["A1", 70, "A"]]));
  expect((await latestSnapshot(store))?.id).toBe("new");
  const broken = { ...store, read: async (id: string) => (id === "new" ? undefined : store.read(id)) };
  expect((await latestSnapshot(broken))?.id).toBe("old");
  expect(await latestSnapshot(memorySnapshots())).toBeUndefined();
});

test("keys are the same as lookups find them: texts in any case, numbers and texts apart", () => {
  expect(accountKeyOf("a-1")).toBe(accountKeyOf("A-1"));
  expect(accountKeyOf("1")).not.toBe(accountKeyOf(1));
});

test("any key and tier survives as text without a character that XML forbids; scores keep nine decimals", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: "binary" }), fc.option(fc.double({ min: 0, max: 100, noNaN: true })), fc.string({ unit: "binary" }))), (accounts) => {
      const snapshot = snapshotOf("s", accounts);
      const text = snapshotText(snapshot);
      // XML 1.0, Char: https://www.w3.org/TR/xml/#charsets
      expect(text).not.toMatch(/[^\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u);
      const read = readSnapshotText(text);
      expect(read?.keys).toEqual(snapshot.keys);
      expect(read?.tiers).toEqual(snapshot.tiers);
      read?.scores.forEach((score, i) => {
        const wanted = snapshot.scores[i];
        if (typeof wanted !== "number") expect(score).toBeNull();
        else expect(Math.abs((score as number) - wanted)).toBeLessThanOrEqual(5.1e-10);
      });
    }),
  );
});

test.each([
  ["no JSON", "{"],
  ["another kind of text", '"hello"'],
  ["columns of different lengths", JSON.stringify({ ...snapshotOf("s", [["A1", 1, "A"]]), scores: [] })],
])("a text that is no snapshot is none: %s", (_what, text) => {
  expect(readSnapshotText(text)).toBeUndefined();
});
