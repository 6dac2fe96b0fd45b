import { scorecard, type Criterion } from "../../../src/core/portfolio/scorecard";
import { RowErrors } from "../../../src/core/rowErrors";
import { contributions } from "../../../src/core/scoring/score";
import { toShares } from "../../../src/core/scoring/toShares";
import type { CellValue } from "../../../src/sheets/cellValue";
import type { CriterionLine, GateLine, Model } from "../../../src/sheets/model/model";
import { pointsHeader, SCORECARD_HEADERS, SCORECARD_SHEET, SCORECARD_TABLE } from "../../../src/sheets/model/scorecardTable";
import { STARTING_MODEL } from "../../../src/sheets/model/startingModel";
import { findHeader, readAccountList, type AccountList } from "../../../src/sheets/read/accountList";
import { SAMPLE_COLUMNS, sampleAccounts } from "../../../src/workbench/sample/sampleAccounts";
import type { ListSheet } from "./savedPlans";

/** A list, a model over it, and the scorecard the core functions compute from both. */
export interface SamplePortfolio {
  readonly list: AccountList;
  readonly model: Model;
  readonly listSheet: ListSheet;
  readonly scorecardSheet: ListSheet;
  readonly columnOf: (header: string) => readonly CellValue[];
}

const SAMPLE_CRITERIA: readonly CriterionLine[] = [
  { criterion: "Size", column: "Revenue 2025", weight: 25, direction: "higher", scale: "minmax", floor: 0, ceiling: 2_000_000, missing: "skip" },
  { criterion: "Profitability", column: "Net margin", weight: 25, direction: "higher", scale: "minmax", missing: "skip" },
  { criterion: "Pays promptly", column: "Days late", weight: 15, direction: "lower", scale: "minmax", missing: "skip" },
  { criterion: "Access to objectives", column: "Access 0-5", weight: 15, direction: "higher", scale: "minmax", missing: "skip" },
  { criterion: "Open to new ideas", column: "Openness 0-5", weight: 10, direction: "higher", scale: "minmax", missing: "skip" },
  { criterion: "Relationship", column: "Relationship 0-5", weight: 10, direction: "higher", scale: "minmax", missing: "skip" },
];
const SAMPLE_GATES: readonly GateLine[] = [
  { column: "Net margin", test: ">=", limit: 0.03, bestTier: "C" },
  { column: "Days late", test: "<=", limit: 45, bestTier: "B" },
];

const SAMPLE_ROWS: readonly (readonly CellValue[])[] = [[...SAMPLE_COLUMNS], ...sampleAccounts()];

export const samplePortfolio = (tableName: string | undefined = "Accounts"): SamplePortfolio => portfolioOf(SAMPLE_ROWS, SAMPLE_CRITERIA, SAMPLE_GATES, tableName);

/** Scores and tiers rows of a list (header first) by criteria and gates with the cut-offs of the starting model. */
export function portfolioOf(values: readonly (readonly CellValue[])[], criteria: readonly CriterionLine[], gates: readonly GateLine[], tableName?: string): SamplePortfolio {
  const header = findHeader({ row: 0, column: 0, values });
  if (!header) throw new Error("the rows have no header");
  const used = { row: 0, column: 0, rowCount: values.length, columnCount: values[0]?.length ?? 0 };
  const list = readAccountList({ sheetName: "Accounts", used, ...(tableName === undefined ? {} : { tableName }) }, header);
  const model: Model = { ...STARTING_MODEL, criteria, gates };
  const columnOf = (name: string) => values.slice(1).map((row) => row[values[0]?.indexOf(name) ?? -1] ?? "");
  return {
    list,
    model,
    columnOf,
    listSheet: { name: "Accounts", values, ...(tableName === undefined ? {} : { tableName }) },
    scorecardSheet: { name: SCORECARD_SHEET, tableName: SCORECARD_TABLE, values: criteria.length === 0 ? [] : scorecardRows(list, model, columnOf) },
  };
}

function scorecardRows(list: AccountList, { criteria, gates, tiers }: Model, columnOf: (header: string) => readonly CellValue[]): CellValue[][] {
  const columns = criteria.map(({ column }) => columnOf(column).map((value) => (typeof value === "number" ? value : NaN)));
  const keys = columnOf(list.key.header);
  const figures = { rowCount: keys.length, columnCount: criteria.length, values: Float64Array.from(keys.flatMap((_, row) => columns.map((column) => column[row] ?? NaN))) };
  const typed = criteria.map((line): Criterion => ({ name: line.criterion, weight: line.weight, direction: line.direction === "lower" ? -1 : 1, scale: line.scale, floor: line.floor ?? NaN, ceiling: line.ceiling ?? NaN, missing: line.missing }));
  const errors = new RowErrors();
  const labels = tiers.map(({ tier }) => tier);
  const card = scorecard(
    {
      figures,
      criteria: typed,
      tiers: { method: "cutoff", labels, limits: Float64Array.from(tiers.slice(0, -1), ({ from }) => from ?? NaN) },
      gates: gates.map((gate) => ({ gate: { name: gate.column, test: gate.test, limit: gate.limit ?? NaN }, bestTier: labels.indexOf(gate.bestTier ?? "") })),
      gateValues: keys.map((_, row) => gates.map((gate) => columnOf(gate.column)[row] as number | string)),
    },
    errors,
  );
  const scaling = { scale: "minmax" as const, directions: typed.map(({ direction }) => direction), floors: Float64Array.from(typed, ({ floor }) => floor), ceilings: Float64Array.from(typed, ({ ceiling }) => ceiling) };
  const points = contributions(toShares(figures, scaling), { weights: Float64Array.from(criteria, ({ weight }) => weight), missing: "skip" }, new RowErrors());
  const known = (value: number | undefined): CellValue => (value === undefined || Number.isNaN(value) ? "" : value);
  const names = columnOf(list.name?.header ?? list.key.header);
  return [
    [...Object.values(SCORECARD_HEADERS), ...criteria.map(({ criterion }) => pointsHeader(criterion))],
    ...keys.map((key, row) => [
      key,
      names[row] ?? "",
      known(card.scores[row]),
      known(card.ranks[row]),
      labels[card.tiers[row] ?? -1] ?? "",
      card.brokenGates[row] ?? "",
      card.strongest[row] ?? "",
      card.weakest[row] ?? "",
      (card.missing[row] ?? []).join(", "),
      ...criteria.map((_, column) => known(points.values[row * criteria.length + column])),
    ]),
  ];
}
