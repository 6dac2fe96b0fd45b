import { buildPlans } from "../../../src/app/plans/buildPlans";
import { fitPlans, type PlanPrint } from "../../../src/app/plans/fitPlans";
import { USUAL_TEMPLATE } from "../../../src/app/plans/planTemplate";
import { proposePlans } from "../../../src/app/plans/proposePlans";
import { ACCOUNTS, MemoryWorkbook, rows } from "../memoryWorkbook";
import { MemoryPlans } from "./memoryPlans";

async function withPlans() {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1, 2)]);
  const store = new MemoryPlans(workbook);
  const { made } = await buildPlans(workbook, store, await proposePlans(workbook, store), { existing: "keep", template: USUAL_TEMPLATE }, new AbortController().signal, () => undefined);
  const [first, second] = made.map(({ id }) => id) as [string, string];
  store.active = first;
  return { workbook, store, first, second };
}

/** A plan of two pages with a text over rows 10 and 11. */
const printOf = (id: string, rowPoints: number, text = ""): PlanPrint => ({
  id,
  firstRow: 0,
  percent: 70,
  rows: { paper: "A4", topMargin: 22, bottomMargin: 32, heights: Array<number>(80).fill(rowPoints), breaks: [40], titleRows: 1 },
  texts: [{ area: { row: 10, column: 2, rowCount: 2, columnCount: 7 }, text }],
});

test("a full plan gets a smaller scale, an empty one the usual one", async () => {
  const { workbook, store, first, second } = await withPlans();
  store.printed = [printOf(first, 22), printOf(second, 12)];
  const { fitted, tooLong, unchanged } = await fitPlans(workbook, store, [first, second]);
  // Page 2: 41 rows of 22 points on 541 points of paper.
  expect(fitted).toEqual([
    { id: first, name: "Northwind", pages: 2, percent: 59 },
    { id: second, name: "=1+1", pages: 2, percent: 70 },
  ]);
  expect([tooLong, unchanged]).toEqual([[], []]);
  expect(store.changedPrints).toEqual([
    { id: first, heights: [], percent: 59 },
    { id: second, heights: [], percent: 70 },
  ]);
});

test("rows of a text that shows in part become higher, before the scale is found; those made higher by hand stay", async () => {
  const { workbook, store, first } = await withPlans();
  const long = "word ".repeat(200); // 1,000 letters are 12 lines of 88 on two rows
  store.printed = [printOf(first, 16, long)];
  await fitPlans(workbook, store);
  expect(store.changedPrints).toEqual([{ id: first, heights: [{ row: 10, rowCount: 2, points: 73 }], percent: 70 }]);
  const before = printOf(first, 16, long);
  store.printed = [{ ...before, rows: { ...before.rows, heights: before.rows.heights.map((height, row) => (row === 10 || row === 11 ? 90 : height)) } }];
  await fitPlans(workbook, store);
  expect(store.changedPrints.at(-1)?.heights).toEqual([]);
});

test("letters nobody could read are no way to keep two pages", async () => {
  const { workbook, store, first } = await withPlans();
  store.printed = [printOf(first, 30)];
  const { fitted, tooLong } = await fitPlans(workbook, store);
  expect(fitted).toEqual([]);
  expect(tooLong).toEqual([{ id: first, name: "Northwind" }]);
  expect(store.changedPrints).toEqual([{ id: first, heights: [], percent: 70 }]);
});

test("a plan printed in a way of its own is left alone, and said so", async () => {
  const { workbook, store, first } = await withPlans();
  store.printed = [];
  expect(await fitPlans(workbook, store)).toEqual({ fitted: [], tooLong: [], protectedPlans: [], unchanged: [{ id: first, name: "Northwind" }] });
  expect(store.changedPrints).toEqual([]);
});

test("a plan that a password protects is named, the others are fitted", async () => {
  const { workbook, store, first, second } = await withPlans();
  store.printed = [printOf(first, 22), printOf(second, 12)];
  store.printPasswords = [first];
  const { fitted, protectedPlans } = await fitPlans(workbook, store, [first, second]);
  expect(fitted.map(({ name }) => name)).toEqual(["=1+1"]);
  expect(protectedPlans).toEqual([{ id: first, name: "Northwind" }]);
});

test("a sheet that is no plan is refused before anything is read", async () => {
  const { workbook, store } = await withPlans();
  store.active = "Accounts";
  await expect(fitPlans(workbook, store)).rejects.toMatchObject({ code: "noPlans", message: "The open sheet is no account plan." });
});
