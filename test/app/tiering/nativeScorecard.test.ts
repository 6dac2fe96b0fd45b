import fc from "fast-check";
import type { CellValue } from "../../../src/sheets/cellValue";
import { recalculate, type Cell } from "../../sheets/formulas/engine/recalculate";
import { withPlainReferences } from "./plainReferences";
import { randomPortfolio } from "./randomPortfolio";
import { workbookWith, write } from "./writtenWorkbook";

jest.setTimeout(120_000);

/** Each starts a program of its own; 25 of them agreed when this was written. */
const RUNS = 4;

/** The written table as an independent engine calculates it, with its header row. */
function calculated(store: Parameters<typeof withPlainReferences>[0]): Cell[][] {
  const sheets = withPlainReferences(store);
  const results = recalculate(sheets);
  const place = sheets.findIndex(({ name }) => name === "KAM Scorecard");
  return (results[place] as Cell[][]).slice(5).map((row) => row.slice(1));
}

function compare(rows: Cell[][], { result, portfolio, model }: Awaited<ReturnType<typeof write>>["input"]) {
  const [heads = [], ...body] = rows;
  const column = (header: string) => heads.indexOf(header);
  const shown = (cell: Cell | undefined) => (cell === null || cell === undefined ? "" : cell);
  const name = (place: number) => model.criteria[place]?.criterion ?? "";
  for (const row of body) {
    const account = portfolio.accounts.keys.findIndex((key) => key === row[0]);
    const score = result.scores[account] as number;
    const cell = (header: string) => shown(row[column(header)]);
    if (Number.isNaN(score)) expect(cell("Score")).toBe("");
    else expect(Math.abs((cell("Score") as number) - score)).toBeLessThan(1e-9);
    model.criteria.forEach(({ criterion }, c) => {
      const points = result.points.values[account * result.points.columnCount + c] as number;
      if (Number.isNaN(points)) expect(cell(`${criterion} points`)).toBe("");
      else expect(Math.abs((cell(`${criterion} points`) as number) - points)).toBeLessThan(1e-9);
    });
    expect([cell("Account ID"), cell("Rank"), cell("Tier"), cell("Gate"), cell("Strongest"), cell("Weakest")]).toEqual([
      row[0],
      Number.isNaN(score) ? "" : result.ranks[account],
      result.labels[result.places[account] as number] ?? "",
      result.gates[account],
      name(result.strongest[account] as number),
      name(result.weakest[account] as number),
    ]);
  }
  expect(body).toHaveLength(portfolio.accounts.keys.length);
}

test("formulas give the scores, points, ranks, tiers, gates and reasons of the functions, for every rule", async () => {
  const cases = fc.sample(randomPortfolio(["cutoff", "quota", "pareto", "natural"]), { numRuns: RUNS, seed: 20261125 });
  for (const { cells, model } of cases) {
    const store = workbookWith(cells, model);
    const written = await write(store, cells, model).catch((thrown: unknown) => {
      // natural needs as many different scores as tiers
      expect(thrown).toMatchObject({ code: "outOfRange" });
      return undefined;
    });
    if (written) compare(calculated(store), written.input);
  }
});

test("hostile names and keys are texts, repeated keys stay apart, rows with a bad cell take no part", async () => {
  const [, base] = fc.sample(randomPortfolio(["cutoff"]), { numRuns: 2, seed: 7 });
  const model = { ...base!.model, criteria: base!.model.criteria.map((line, i) => ({ ...line, criterion: ['=1+1 "x"', "a*b?~", "'[#@]"][i] as string, column: ["Sa'les [#1]", "Margin", "Days late"][i] as string })), gates: [] };
  const cells: CellValue[][] = [
    ["Account ID", "Account", "Sa'les [#1]", "Margin", "Days late"],
    ["=A1", "=HYPERLINK(\"x\")", 3, 1, 2],
    ["007", "<b>", -1, 2, ""],
    [7, "+1", 2, 2, 1],
    ["A*", "'quoted", 1, "n/a", 900],
    ["AB", "b", 4, -2, 3],
    ["dup", "first", 5, 0, 0],
    ["DUP", "second", -5, 0, 0],
    ["#N/A", "without a key", 1, 1, 1],
  ];
  const store = workbookWith(cells, model);
  store.put("Accounts", cells.length - 1, 0, [["=NA()"]]);
  const { input } = await write(store, cells, model);
  const rows = calculated(store);
  compare(rows, input);
  const [heads = []] = rows;
  const note = (key: Cell) => rows.find(([own]) => own === key)?.[heads.indexOf("Note")];
  expect(note("A*")).toBe("Margin is not a number");
  expect(rows.find(([own]) => own === "=A1")?.[1]).toBe('=HYPERLINK("x")');
});
