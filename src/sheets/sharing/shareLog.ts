import { areaAddress, type Area } from "../a1";
import type { CellValue } from "../cellValue";
import type { SheetPlan } from "../sheetPlan";
import { TAB_COLORS } from "../styles";
import { area, SheetDraft } from "../write/sheetDraft";
import { placeFormula, readPlace, readsFormula } from "./liveReferences";

export const SHARE_LOG_SHEET = "KAM Share Log";
/** Each run of sharing has a log of its own: KAM_ShareLog, KAM_ShareLog2 … */
export const SHARE_LOG_TABLE = "KAM_ShareLog";
export const isShareLog = (tableName: string): boolean => /^KAM_ShareLog\d*$/i.test(tableName);

/** Headers of the log in their order; it is read by them, so columns may be moved and added. */
export const SHARE_LOG_HEADERS = {
  sheet: "Sheet",
  cells: "Cells",
  original: "Original formula",
  formulaIn: "Formula was in",
  replacedBy: "Replaced by",
  why: "Why",
  state: "State",
  sharedOn: "Shared on",
  count: "Cell count",
  reads: "Reads",
  check: "Check",
  shape: "Shape",
} as const;
type Column = keyof typeof SHARE_LOG_HEADERS;
const COLUMNS = Object.keys(SHARE_LOG_HEADERS) as Column[];

/** The formula was in one cell and filled the others, in each of them, or it stood for a name. */
export type FormulaIn = "first cell" | "each cell" | "name";
export type ReplacedBy = "native formulas" | "values";
export const STATES = { shared: "shared", restored: "restored" } as const;

export interface ShareLogLine {
  /** Where the cells were when they were replaced; the scope of a name, "" for the workbook. */
  readonly sheetName: string;
  /** An address, or a name. */
  readonly place: string;
  /** undefined for a name. */
  readonly area: Area | undefined;
  /** Of the first cell. */
  readonly original: string;
  readonly formulaIn: FormulaIn;
  readonly replacedBy: ReplacedBy;
  readonly why: string;
  /** Local time in words. */
  readonly sharedOn: string;
  readonly check: string;
  readonly shape: string;
}

const TITLE_ROWS = 4;
/** Where the log's columns of a line stand that become known only after writing. */
export const LOG_FIRST_ROW = TITLE_ROWS + 1;
export const LOG_FIRST_COLUMN = 1;
export const logColumn = (column: Column): number => LOG_FIRST_COLUMN + COLUMNS.indexOf(column);

const WIDTHS: Readonly<Record<Column, number>> = { sheet: 110, cells: 80, original: 300, formulaIn: 84, replacedBy: 96, why: 260, state: 70, sharedOn: 104, count: 60, reads: 60, check: 60, shape: 60 };

/** The sheet that says what was replaced, and that Restore reads. */
export function shareLogSheet(sheetName: string, tableName: string, lines: readonly ShareLogLine[]): SheetPlan {
  const draft = new SheetDraft(16);
  const width = COLUMNS.length;
  const rows = Math.max(lines.length, 1);
  draft.style(area(0, 0, width + 1, LOG_FIRST_ROW + rows), "sheet");
  draft.height(0, 30);
  draft.style(area(0, 1, width), "band");
  draft.label(0, 1, "KAM share log", "title", "spaced");
  draft.label(1, 1, "These formulas needed the KAM Planner add-in and were replaced, so that this workbook works without it.", "note");
  draft.label(2, 1, "Restore (KAM Planner, Share) brings them back on any computer with the add-in. It needs this sheet; sheets may be renamed, sorted and grow.", "note");
  draft.style(area(TITLE_ROWS, 1, width), "head");
  COLUMNS.forEach((column, i) => draft.label(TITLE_ROWS, 1 + i, SHARE_LOG_HEADERS[column]));
  lines.forEach((line, i) => writeLine(draft, LOG_FIRST_ROW + i, line));
  draft.style(area(LOG_FIRST_ROW, 1, width, rows), "row");
  draft.style(area(LOG_FIRST_ROW, logColumn("reads"), 3, rows), "beyond");
  return draft.sheet({
    name: sheetName,
    tabColor: TAB_COLORS.model,
    columnWidths: [9, ...COLUMNS.map((column) => WIDTHS[column])],
    tables: [{ name: tableName, area: area(TITLE_ROWS, 1, width, rows + 1) }],
    frozenRows: LOG_FIRST_ROW,
    page: { printArea: area(0, 1, COLUMNS.indexOf("count"), LOG_FIRST_ROW + rows), titleRows: { row: TITLE_ROWS, rowCount: 1 }, footer: { left: "&A", center: "&D", right: "Page &P of &N" }, breaksAbove: [] },
  });
}

function writeLine(draft: SheetDraft, row: number, line: ShareLogLine): void {
  const texts: Partial<Record<Column, string>> = {
    sheet: line.sheetName,
    cells: line.place,
    original: line.original,
    formulaIn: line.formulaIn,
    replacedBy: line.replacedBy,
    why: line.why,
    state: STATES.shared,
    sharedOn: line.sharedOn,
    check: line.check,
    shape: line.shape,
  };
  for (const [column, text] of Object.entries(texts)) draft.text(row, logColumn(column as Column), text);
  if (line.area) draft.formula(row, logColumn("count"), placeFormula(line.sheetName, line.area).slice(1));
  const reads = readsFormula(line.original, line.sheetName);
  if (reads !== "") draft.formula(row, logColumn("reads"), reads.slice(1));
}

/** A line as it is found in a workbook, with what became of its place meanwhile. */
export interface FoundLogLine extends ShareLogLine {
  /** Its row in the block that was read, the header being 0. */
  readonly index: number;
  readonly state: string;
  /** Where the cells are now; undefined when Excel says they are gone. */
  readonly now: { readonly sheetName: string; readonly area: Area } | undefined;
  /** What refers to what the original formula refers to. */
  readonly reads: string;
  /** Whether cells or what they refer to have moved since. */
  readonly hasMoved: boolean;
}

/**
 * Reads a log, whatever order its rows and columns are in.
 * @param values of the whole table, its header first
 * @param formulas of the same cells
 * @returns undefined when columns are missing that Restore cannot do without
 */
export function readShareLog(values: readonly (readonly CellValue[])[], formulas: readonly (readonly CellValue[])[]): FoundLogLine[] | undefined {
  const headers = (values[0] ?? []).map((value) => String(value).trim().toLowerCase());
  const at = Object.fromEntries(COLUMNS.map((column) => [column, headers.indexOf(SHARE_LOG_HEADERS[column].toLowerCase())])) as Record<Column, number>;
  if ((["sheet", "cells", "original", "formulaIn", "check"] as const).some((column) => at[column] < 0)) return undefined;
  const text = (block: readonly (readonly CellValue[])[], row: number, column: Column) => (at[column] < 0 ? "" : String(block[row]?.[at[column]] ?? ""));
  return values.slice(1).flatMap((_, i) => {
    const row = i + 1;
    const read = (column: Column) => text(values, row, column);
    const original = read("original");
    const formulaIn = read("formulaIn");
    if (!original.startsWith("=") || (formulaIn !== "first cell" && formulaIn !== "each cell" && formulaIn !== "name")) return [];
    const [sheetName, place] = [read("sheet"), read("cells")];
    const area = formulaIn === "name" ? undefined : readArea(place);
    if (formulaIn !== "name" && !area) return [];
    const count = text(formulas, row, "count");
    // A count that is a plain number was pasted over: then only the words say where the cells were.
    const now = count.startsWith("=") ? readPlace(count) : area && { sheetName, area };
    const reads = text(formulas, row, "reads");
    const hasMoved = (area !== undefined && now !== undefined && (now.sheetName !== sheetName || areaAddress(now.area) !== areaAddress(area))) || !sameReads(reads, readsFormula(original, sheetName));
    return [
      {
        index: row,
        sheetName,
        place,
        area,
        original,
        formulaIn,
        replacedBy: read("replacedBy") === "values" ? ("values" as const) : ("native formulas" as const),
        why: read("why"),
        state: read("state"),
        sharedOn: read("sharedOn"),
        check: read("check"),
        shape: read("shape"),
        now,
        reads: reads.startsWith("=") ? reads : "",
        hasMoved,
      },
    ];
  });
}

/** Excel drops quotes around sheet names that need none. */
const sameReads = (a: string, b: string): boolean => a.replace(/'/g, "") === b.replace(/'/g, "");

function readArea(address: string): Area | undefined {
  const place = readPlace(`=ROWS('x'!${address})`);
  return place?.area;
}
