import { readScorableList, tierRequestFaults, writeScores, type TierRequest } from "../../src/app/tierAccounts";
import { ACCOUNTS, MemoryWorkbook, rows } from "./memoryWorkbook";

async function scorable(workbook = new MemoryWorkbook(ACCOUNTS, [rows(2)])) {
  const read = await readScorableList(workbook);
  const request: TierRequest = { criteria: read.candidates.map(({ column }) => ({ column, weight: 1, direction: "higher" as const })), cutoffs: [60, 30], labels: ["A", "B", "C"] };
  return { workbook, read, request };
}

test("the list's columns of figures are offered", async () => {
  const { read } = await scorable();
  expect(read.candidates.map((c) => c.column.header)).toEqual(["Revenue 2024", "Revenue 2025", "Margin"]);
});

test("a sheet of scores is added and shown; an earlier one stays", async () => {
  const { workbook, read, request } = await scorable();
  expect((await writeScores(workbook, read, request)).name).toBe("KAM Scores");
  expect((await writeScores(workbook, read, request)).name).toBe("KAM Scores (2)");
  expect(workbook.opened).toEqual(["id KAM Scores", "id KAM Scores (2)"]);
});

test("a list without figures is refused", async () => {
  await expect(readScorableList(new MemoryWorkbook([["Account ID", "Account"], ["A1", "Acme"]], [rows(1)]))).rejects.toMatchObject({ code: "noCriteria", message: 'The list on "Accounts" has no column of figures.' });
});

test("faults of a request are all named", async () => {
  const { request } = await scorable();
  const [first] = request.criteria;
  expect(tierRequestFaults(request)).toEqual([]);
  expect(tierRequestFaults({ ...request, criteria: [], cutoffs: [30, 60] })).toEqual(["Choose at least one criterion.", "Each tier's cut-off must be below the one of the tier above."]);
  expect(tierRequestFaults({ ...request, criteria: [{ ...first!, weight: -1 }], cutoffs: [NaN, 30] })).toEqual([
    'The weight of "Revenue 2024" must be a number, 0 or more.',
    "Cut-offs are scores from 0 to 100.",
  ]);
  expect(tierRequestFaults({ ...request, criteria: [{ ...first!, weight: 0 }] })).toEqual(["At least one weight must be above 0."]);
});

test("a faulty request writes nothing", async () => {
  const { workbook, read, request } = await scorable();
  await expect(writeScores(workbook, read, { ...request, criteria: [] })).rejects.toMatchObject({ code: "noCriteria", message: "Choose at least one criterion." });
  expect(workbook.added).toEqual([]);
});
