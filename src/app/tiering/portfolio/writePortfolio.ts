import { sheetNameFor, sheetNameKey } from "../../../sheets/limits";
import { axisEntries } from "../../../sheets/portfolio/matrixPart";
import { AXES, MAX_CRITERIA, PORTFOLIO_SHEET, PORTFOLIO_TABLE, type Axis, type PortfolioInput } from "../../../sheets/portfolio/portfolioInput";
import { portfolioLayout, type PortfolioLayout } from "../../../sheets/portfolio/portfolioLayout";
import { portfolioSheet, STAMP, tableArea } from "../../../sheets/portfolio/portfolioSheet";
import { portfolioColumns, type PortfolioColumn } from "../../../sheets/portfolio/portfolioTable";
import { Problem } from "../../problems";
import type { MadeSheet } from "../../workbook";
import { headerKey } from "../portfolioData";
import { textEntry, type Entry, type ScorecardStore, type TableState } from "../scorecardStore";
import { Cancelled, checkGoingOn } from "../tableWriting";
import { readPortfolioInput, type PortfolioTools } from "./readPortfolioInput";

export interface PortfolioOutcome {
  readonly sheet: MadeSheet;
  readonly accountCount: number;
  readonly isRefreshed: boolean;
  /** What the person should know, in words. */
  readonly remarks: readonly string[];
}

/**
 * Makes the portfolio sheet, or brings the one that is there up to date: its table gets the scorecard's accounts, and what
 * the person has added, moved or formatted around it stays. Every figure is a formula over the account list, the model and
 * the scorecard. When it fails or is cancelled everything is as before.
 * @param onStep what is being done, in words
 * @returns undefined when it was cancelled
 */
export async function writePortfolio(tools: PortfolioTools, stamp: string, signal: AbortSignal, onStep: (words: string) => void): Promise<PortfolioOutcome | undefined> {
  try {
    return await write(tools, stamp, signal, onStep);
  } catch (thrown) {
    if (thrown instanceof Cancelled) return undefined;
    throw thrown;
  }
}

async function write(tools: PortfolioTools, stamp: string, signal: AbortSignal, onStep: (words: string) => void): Promise<PortfolioOutcome> {
  const { store, workbook } = tools;
  onStep("Reading scorecard, list and model");
  const table = await store.table(PORTFOLIO_TABLE);
  if (table?.isProtected) throw new Problem("protectedSheet", `The sheet "${table.sheetName}" is protected.`, "Take the protection off (Review, Unprotect Sheet), then try again.");
  const old = table && (await readOld(store, table));
  checkGoingOn(signal);
  const input = await readPortfolioInput(tools, old?.layout, old?.axes ?? new Map());
  checkGoingOn(signal);
  const taken = new Set((await workbook.sheets()).map(({ name }) => sheetNameKey(name)));
  const named = { ...input, sheetName: table?.sheetName ?? sheetNameFor(PORTFOLIO_SHEET, taken) };
  onStep(`Writing and calculating ${input.accountCount.toLocaleString("en")} accounts`);
  const stamped: Entry = textEntry(`${input.accountCount} accounts of the scorecard, ${stamp}. Live formulas, no add-in needed; refresh it after accounts were added.`);
  const sheet = table && old ? await refresh(store, table, old, named, stamped, signal) : await make(store, named, stamped, signal);
  return { sheet, accountCount: input.accountCount, isRefreshed: table !== undefined, remarks: input.remarks };
}

const STAMP_AREA = { ...STAMP, rowCount: 1, columnCount: 1 };

async function make(store: ScorecardStore, input: PortfolioInput, stamp: Entry, signal: AbortSignal): Promise<MadeSheet> {
  const columns = portfolioColumns(input);
  const sheet = await store.addSheet(portfolioSheet(input), 0);
  try {
    checkGoingOn(signal);
    await fill(store, sheet.name, tableArea(input), columns);
    await store.enter(sheet.name, STAMP_AREA, [[stamp]]);
    checkGoingOn(signal);
  } catch (thrown) {
    await store.removeSheets([sheet.id]).catch(() => undefined); // the first error says more
    throw thrown;
  }
  return sheet;
}

/** A portfolio as it stands, to be put back when refreshing it fails. */
interface OldPortfolio {
  readonly layout: PortfolioLayout;
  readonly axes: ReadonlyMap<string, Axis>;
  readonly axisCells: readonly (readonly Entry[])[];
  readonly stamp: Entry;
  /** The formulas of the table's first row: all rows have the same. */
  readonly formulas: readonly Entry[];
}

async function readOld(store: ScorecardStore, table: TableState): Promise<OldPortfolio> {
  const [formulas = []] = await store.entries(table.sheetName, { ...table.area, row: table.area.row + 1, rowCount: 1 });
  const layout = layoutIn(table, formulas);
  const axisCells = await store.entries(table.sheetName, axisArea(layout));
  const [[stamp = ""] = []] = await store.entries(table.sheetName, STAMP_AREA);
  return { layout, axes: axesIn(axisCells), axisCells, stamp, formulas };
}

/** For how many tiers the sheet was made: the table looks accounts up among that many of them. */
function layoutIn(table: TableState, formulas: readonly Entry[]): PortfolioLayout {
  const place = table.headers.findIndex((header) => headerKey(header) === headerKey("Revenue class"));
  const [, first, last] = /\$O\$(\d+):\$O\$(\d+)/.exec(String(formulas[place] ?? "")) ?? [];
  const layout = portfolioLayout(Number(last) - Number(first) + 1 || 1);
  if (Number(first) === layout.tiers.row + 1) return layout;
  throw new Problem("columnGone", `Rows were inserted or deleted on "${table.sheetName}", or the table ${PORTFOLIO_TABLE} there has lost its formulas: what the sheet is computed from cannot be found.`, "Undo that, or delete or rename that sheet; a new one is made in its place.");
}

const axisArea = ({ axes }: PortfolioLayout) => ({ row: axes.first, column: axes.column, rowCount: MAX_CRITERIA, columnCount: 5 });

async function refresh(store: ScorecardStore, table: TableState, old: OldPortfolio, input: PortfolioInput, stamp: Entry, signal: AbortSignal): Promise<MadeSheet> {
  const columns = portfolioColumns(input);
  const sheet = { id: table.sheetId, name: table.sheetName };
  const lost = columns.find(({ header }, i) => headerKey(table.headers[i] ?? "") !== headerKey(header));
  if (lost) {
    throw new Problem("columnGone", `The table ${PORTFOLIO_TABLE} on "${table.sheetName}" has no column "${lost.header}" where it was.`, "Delete or rename that sheet; a new one is made in its place.");
  }
  const area = { ...table.area, rowCount: input.accountCount + 1 };
  try {
    await resize(store, table.sheetName, table.area, area);
    checkGoingOn(signal);
    await fill(store, sheet.name, area, columns);
    await store.enter(sheet.name, axisArea(input.layout), axisEntries(input.layout, input.axes));
    await store.enter(sheet.name, STAMP_AREA, [[stamp]]);
    checkGoingOn(signal);
  } catch (thrown) {
    await putBack(store, table, old, area, columns).catch(() => {
      throw new Problem("halfWritten", `The table ${PORTFOLIO_TABLE} could neither be refreshed nor put back.`, "Refresh the portfolio again; it is computed from the list, the model and the scorecard alone.", String(thrown));
    });
    throw thrown;
  }
  return sheet;
}

async function resize(store: ScorecardStore, sheetName: string, from: TableState["area"], to: TableState["area"]): Promise<void> {
  if (from.rowCount === to.rowCount) return;
  await store.resizeTable(PORTFOLIO_TABLE, to);
  const left = from.rowCount - to.rowCount;
  if (left > 0) await store.clear(sheetName, { ...from, row: to.row + to.rowCount, rowCount: left });
}

async function putBack(store: ScorecardStore, table: TableState, old: OldPortfolio, written: TableState["area"], columns: readonly PortfolioColumn[]): Promise<void> {
  await resize(store, table.sheetName, written, table.area);
  await fill(store, table.sheetName, table.area, columns.map((column, i) => ({ ...column, formula: String(old.formulas[i] ?? "").replace(/^=/, "") })));
  await store.enter(table.sheetName, axisArea(old.layout), old.axisCells);
  await store.enter(table.sheetName, STAMP_AREA, [[old.stamp]]);
}

async function fill(store: ScorecardStore, sheetName: string, { row, column, rowCount }: { readonly row: number; readonly column: number; readonly rowCount: number }, columns: readonly PortfolioColumn[]): Promise<void> {
  const body = (i: number) => ({ row: row + 1, column: column + i, rowCount: rowCount - 1, columnCount: 1 });
  await store.applyLooks(sheetName, columns.map(({ style }, i) => ({ area: body(i), style })));
  await store.fill(sheetName, columns.map(({ formula }, i) => ({ area: body(i), formula: `=${formula}` })));
}

/** The axes on the sheet; the person may have changed them. */
function axesIn(cells: readonly (readonly Entry[])[]): Map<string, Axis> {
  const text = (entry: unknown) => String(entry ?? "").replace(/^'/, "");
  return new Map(
    cells.flatMap((line): [string, Axis][] => {
      const axis = AXES.find((one) => one === text(line[4]));
      return axis && text(line[0]) !== "" ? [[text(line[0]), axis]] : [];
    }),
  );
}
