import { formatRegion } from "../../office-host/objects/address";
import type { Book } from "../../office-host/objects/book";
import { bounding, lastColumn, lastRow, type Region } from "../../office-host/objects/region";
import type { CellFormat } from "../../office-host/objects/workbookState";
import type { CellStyle, CellValue, TableInfo } from "../../spreadsheet/spreadsheet";
import { isArrayFormula } from "../formulas/arrayFormula";
import { storedFormula } from "../formulas/storedFormula";
import type { FileCell, FileStyle } from "../library";
import type { Losses } from "../losses";
import { fileStyle } from "../styles";
import { FormatMap } from "./formatMap";

/** What formulas of a workbook need to know of it. */
export interface FormulaContext {
  readonly tables: readonly TableInfo[];
  /** Names that are functions (LAMBDA), in lower case. */
  readonly lambdas: ReadonlySet<string>;
  /** Names of several cells, in lower case. */
  readonly areaNames: ReadonlySet<string>;
}

export function formulaContext(book: Book): FormulaContext {
  const names = book.grid.names();
  const named = (pattern: RegExp) => new Set(names.filter(({ formula }) => pattern.test(formula)).map(({ name }) => name.toLowerCase()));
  return { tables: book.grid.tables(), lambdas: named(/^=\s*LAMBDA\(/i), areaNames: named(/[:[(]/) };
}

export interface WrittenCells {
  readonly cells: Map<string, Partial<FileCell>>;
  /** First row and column are always 0; undefined for an empty sheet. */
  readonly region: Region | undefined;
}

export function writeCells(book: Book, sheetId: string, context: FormulaContext, losses: Losses): WrittenCells {
  const { grid } = book;
  const formats = new FormatMap(book.sheetState(sheetId).formats);
  if (formats.hasUnbounded()) losses.add("Locks and other formats of whole rows and columns are saved for their used cells only");
  const used = grid.usedArea(sheetId, false);
  const region = [...formats.bounded(), ...(used ? [used] : [])].reduce<Region | undefined>((all, one) => (all ? bounding(all, one) : one), undefined);
  const cells = new Map<string, Partial<FileCell>>();
  if (!region) return { cells, region };
  const area = { sheetId, row: region.row, column: region.column, rowCount: region.rowCount, columnCount: region.columnCount };
  const [values, formulas, styles] = [grid.values(area), grid.formulas(area), grid.styles(area)];
  const fileStyles = new StyleCache();
  const tables = context.tables.filter((table) => table.area.sheetId === sheetId);
  for (let r = 0; r < area.rowCount; r++) {
    for (let c = 0; c < area.columnCount; c++) {
      const [row, column] = [area.row + r, area.column + c];
      const style = fileStyles.of(styles[r]?.[c] ?? {}, formats.at(row, column));
      const [value, formula] = [values[r]?.[c] ?? "", formulas[r]?.[c] ?? ""];
      const content = isFormula(formula, value) ? formulaCell(grid.spillArea(sheetId, row, column), formula, value, { row, column, rowCount: 1, columnCount: 1 }, tables, context) : valueCell(value);
      if (content || style) cells.set(`${row},${column}`, { ...content, ...(style ? { style } : {}) });
    }
  }
  return { cells, region: { row: 0, column: 0, rowCount: lastRow(region) + 1, columnCount: lastColumn(region) + 1 } };
}

/** A text that only looks like a formula ("=1+1" typed with an apostrophe) is its own value. */
function isFormula(formula: CellValue, value: CellValue): formula is string {
  return typeof formula === "string" && formula.length > 1 && formula.startsWith("=") && formula !== value;
}

function valueCell(value: CellValue): Partial<FileCell> | undefined {
  return value === "" ? undefined : { value };
}

function formulaCell(spill: Region | undefined, formula: string, value: CellValue, cell: Region, tables: readonly TableInfo[], context: FormulaContext): Partial<FileCell> {
  const table = tables.find(({ area }) => cell.row >= area.row && cell.row <= lastRow(area) + 1 && cell.column >= area.column && cell.column <= lastColumn(area));
  const base = { formula: storedFormula(formula, table?.name, context.lambdas), formulaResult: value };
  if (!spill && !isArrayFormula(formula, context.areaNames)) return base;
  return { ...base, formulaType: "array", formulaDynamic: true, formulaRef: formatRegion(spill ?? cell) };
}

/** The same style object for the same looks, so that thousands of cells are mapped once. */
class StyleCache {
  readonly #byLook = new Map<string, FileStyle | undefined>();
  readonly #formatKeys = new Map<CellFormat, number>();

  of(look: CellStyle, format: CellFormat | undefined): FileStyle | undefined {
    const key = JSON.stringify(look) + this.#formatKey(format);
    if (!this.#byLook.has(key)) this.#byLook.set(key, fileStyle(look, format));
    return this.#byLook.get(key);
  }

  #formatKey(format: CellFormat | undefined): string {
    if (!format) return "";
    if (!this.#formatKeys.has(format)) this.#formatKeys.set(format, this.#formatKeys.size);
    return String(this.#formatKeys.get(format));
  }
}
