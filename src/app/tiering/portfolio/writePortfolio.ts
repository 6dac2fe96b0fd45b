import { sheetNameFor, sheetNameKey } from "../../../sheets/limits";
import { AXES, MAX_CRITERIA, PORTFOLIO_SHEET, PORTFOLIO_TABLE, type Axis, type PortfolioInput } from "../../../sheets/portfolio/portfolioInput";
import { AXIS_ROWS } from "../../../sheets/portfolio/portfolioLayout";
import { portfolioSheet, STAMP, tableArea } from "../../../sheets/portfolio/portfolioSheet";
import { portfolioColumns, type PortfolioColumn } from "../../../sheets/portfolio/portfolioTable";
import { axisEntries } from "../../../sheets/portfolio/matrixPart";
import { Problem } from "../../problems";
import type { MadeSheet } from "../../workbook";
import { headerKey } from "../portfolioData";
import { textEntry, type ScorecardStore, type TableState } from "../scorecardStore";
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
 * the scorecard. When it fails nothing new is left behind.
 */
export async function writePortfolio(tools: PortfolioTools, stamp: string): Promise<PortfolioOutcome> {
  const { store, workbook } = tools;
  const table = await store.table(PORTFOLIO_TABLE);
  if (table?.isProtected) throw new Problem("protectedSheet", `The sheet "${table.sheetName}" is protected.`, "Take the protection off (Review, Unprotect Sheet), then try again.");
  const input = await readPortfolioInput(tools, table ? await chosenAxes(store, table) : new Map());
  const taken = new Set((await workbook.sheets()).map(({ name }) => sheetNameKey(name)));
  const named = { ...input, sheetName: table?.sheetName ?? sheetNameFor(PORTFOLIO_SHEET, taken) };
  const sheet = table ? await refresh(store, table, named) : await make(store, named);
  await store.enter(sheet.name, { ...STAMP, rowCount: 1, columnCount: 1 }, [[textEntry(`${input.accountCount} accounts of the scorecard, ${stamp}. Live formulas, no add-in needed; refresh it after accounts were added.`)]]);
  return { sheet, accountCount: input.accountCount, isRefreshed: table !== undefined, remarks: input.remarks };
}

async function make(store: ScorecardStore, input: PortfolioInput): Promise<MadeSheet> {
  const columns = portfolioColumns(input);
  const sheet = await store.addSheet(portfolioSheet(input), 0);
  try {
    await fill(store, sheet.name, tableArea(input), columns);
  } catch (thrown) {
    await store.removeSheets([sheet.id]).catch(() => undefined); // the first error says more
    throw thrown;
  }
  return sheet;
}

async function refresh(store: ScorecardStore, table: TableState, input: PortfolioInput): Promise<MadeSheet> {
  const columns = portfolioColumns(input);
  const sheet = { id: table.sheetId, name: table.sheetName };
  const lost = columns.find(({ header }, i) => headerKey(table.headers[i] ?? "") !== headerKey(header));
  if (lost) {
    throw new Problem("columnGone", `The table ${PORTFOLIO_TABLE} on "${table.sheetName}" has no column "${lost.header}" where it was.`, "Delete or rename that sheet; a new one is made in its place.");
  }
  const area = { ...table.area, rowCount: input.accountCount + 1 };
  if (area.rowCount !== table.area.rowCount) {
    await store.resizeTable(PORTFOLIO_TABLE, area);
    const left = table.area.rowCount - area.rowCount;
    if (left > 0) await store.clear(sheet.name, { ...table.area, row: area.row + area.rowCount, rowCount: left });
  }
  await fill(store, sheet.name, area, columns);
  const axes = axisEntries(input.axes);
  await store.enter(sheet.name, { row: AXIS_ROWS.first, column: AXIS_ROWS.column, rowCount: MAX_CRITERIA, columnCount: 5 }, axes);
  return sheet;
}

async function fill(store: ScorecardStore, sheetName: string, { row, column, rowCount }: { readonly row: number; readonly column: number; readonly rowCount: number }, columns: readonly PortfolioColumn[]): Promise<void> {
  const body = (i: number) => ({ row: row + 1, column: column + i, rowCount: rowCount - 1, columnCount: 1 });
  await store.applyLooks(sheetName, columns.map(({ style }, i) => ({ area: body(i), style })));
  await store.fill(sheetName, columns.map(({ formula }, i) => ({ area: body(i), formula: `=${formula}` })));
}

/** The axes on the sheet; the person may have changed them. */
async function chosenAxes(store: ScorecardStore, { sheetName }: TableState): Promise<Map<string, Axis>> {
  const cells = await store.entries(sheetName, { row: AXIS_ROWS.first, column: AXIS_ROWS.column, rowCount: MAX_CRITERIA, columnCount: 5 });
  const text = (entry: unknown) => String(entry ?? "").replace(/^'/, "");
  return new Map(
    cells.flatMap((line): [string, Axis][] => {
      const axis = AXES.find((one) => one === text(line[4]));
      return axis && text(line[0]) !== "" ? [[text(line[0]), axis]] : [];
    }),
  );
}
