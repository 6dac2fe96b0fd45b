import { buildPlans } from "../../../src/app/plans/buildPlans";
import { USUAL_TEMPLATE } from "../../../src/app/plans/planTemplate";
import { proposePlans } from "../../../src/app/plans/proposePlans";
import { refreshIndex } from "../../../src/app/plans/refreshIndex";
import { INDEX_COLUMNS } from "../../../src/sheets/plan/planIndex";
import { figureName } from "../../../src/sheets/plan/planNames";
import { ACCOUNTS, MemoryWorkbook, put, rows } from "../memoryWorkbook";
import { MemoryPlans } from "./memoryPlans";

async function withPlans(areas = [rows(1, 3)]) {
  const workbook = new MemoryWorkbook(ACCOUNTS, areas);
  const store = new MemoryPlans(workbook);
  const build = async (choice: "keep" | "update" = "keep") => buildPlans(workbook, store, await proposePlans(workbook, store), { existing: choice, template: USUAL_TEMPLATE }, new AbortController().signal, () => undefined);
  await build();
  const keys = async () => (await store.index())!.values.map((row) => row[1]);
  const sheet = (name: string) => workbook.sheetList.find((one) => one.name === name)!;
  return { workbook, store, build, keys, sheet };
}

test("the index has a line for each plan, with a link and live formulas over the plan's own cells", async () => {
  const { store, sheet } = await withPlans();
  const index = (await store.index())!;
  expect(index.headers).toEqual(Object.values(INDEX_COLUMNS).map(({ header }) => header));
  expect(index.values.map((row) => row[1])).toEqual(["A1", "A2", 1003]);
  const [plan, key] = index.formulas[1] as string[];
  expect(plan).toMatch(/^=IFERROR\(HYPERLINK\("#'=1\+1'!A1",IF\('=1\+1'!\$B\$1="","=1\+1",LEFT\('=1\+1'!\$B\$1,120\)\)\),"plan deleted"\)$/);
  expect(key).toBe(`=IFERROR(IF('=1+1'!$B$5="","",'=1+1'!$B$5),"")`);
  // The owner's column shows the cell the plan names so, wherever that is.
  const { row, column } = sheet("Northwind").content.names.get(figureName("Tier"))!;
  put(sheet("Northwind").content.cells, row, column, "A");
  expect((await store.index())!.values[0]?.[2]).toBe("A");
});

test("a refresh that finds nothing new writes nothing and asks no plan for its names", async () => {
  const { workbook, store } = await withPlans();
  const [change, names] = [jest.spyOn(store, "changeIndex"), jest.spyOn(store, "namedCells")];
  await refreshIndex(workbook, store);
  expect(change).not.toHaveBeenCalled();
  expect(names.mock.calls.flatMap(([ids]) => ids)).toEqual([]);
});

test("a renamed plan keeps its line and gets its link back; a deleted one goes; a new one comes last, whatever the order", async () => {
  const { workbook, store, keys, sheet } = await withPlans([rows(1, 2)]);
  const { area } = { area: sheet("KAM Plans").content.names.get("KAM_PlanIndex")! };
  // Sorted the other way round by the user.
  const cells = sheet("KAM Plans").content.cells;
  [cells[area.row + 1], cells[area.row + 2]] = [cells[area.row + 2]!, cells[area.row + 1]!];
  workbook.rename(sheet("Northwind"), "O'Neil's plan");
  await refreshIndex(workbook, store);
  expect(await keys()).toEqual(["A2", "A1"]);
  expect(String((await store.index())!.formulas[1]?.[0])).toContain(`HYPERLINK("#'O''Neil''s plan'!A1"`);

  await workbook.removeSheets([sheet("=1+1").id]);
  await refreshIndex(workbook, store);
  expect(await keys()).toEqual(["A1"]);
});

test("a line with the user's own words is never removed, and its columns stay the user's", async () => {
  const { workbook, store, sheet } = await withPlans([rows(1, 2)]);
  const index = sheet("KAM Plans");
  const area = index.content.names.get("KAM_PlanIndex")!;
  const width = area.columnCount;
  index.content.names.set("KAM_PlanIndex", { ...area, columnCount: width + 1 });
  put(index.content.cells, area.row, area.column + width, "Our note");
  put(index.content.cells, area.row + 1, area.column + width, "call Maria");
  await workbook.removeSheets([sheet("Northwind").id, sheet("=1+1").id]);
  await refreshIndex(workbook, store);
  expect((await store.index())!.formulas.map((row) => row[width])).toEqual(["call Maria"]);
});

test("the line of an updated plan goes on with its successor, notes beside it included", async () => {
  const { workbook, store, build, sheet } = await withPlans([rows(1)]);
  const index = sheet("KAM Plans");
  const area = index.content.names.get("KAM_PlanIndex")!;
  index.content.names.set("KAM_PlanIndex", { ...area, columnCount: area.columnCount + 1 });
  put(index.content.cells, area.row + 1, area.column + area.columnCount, "call Maria");
  const outcome = await build("update");
  const { formulas } = (await store.index())!;
  expect([formulas.length, formulas[0]?.at(-1), outcome.updated.length]).toEqual([1, "call Maria", 1]);
  expect(String(formulas[0]?.[1])).toBe(`=IFERROR(IF('Northwind'!$B$5="","",'Northwind'!$B$5),"")`);
  expect(workbook.sheetList.map(({ name }) => name)).toContain("Northwind (former)");
});

test("a workbook without plans gets no index", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, []);
  expect(await refreshIndex(workbook, new MemoryPlans(workbook))).toBeUndefined();
  expect(workbook.added).toEqual([]);
});
