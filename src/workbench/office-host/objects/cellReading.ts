import type { Area, CellStyle, CellValue } from "../../spreadsheet/spreadsheet";
import type { Book } from "./book";
import { checkCellCount } from "./cellAccess";
import { toR1C1 } from "./formulaText";
import { intersection, isUnbounded, isWholeColumns, isWholeRows, lastColumn, lastRow, type Region } from "./region";

/** Matrices of whole columns or rows are not sent: Excel answers null. */
export function readMatrix<T>(area: Area, read: (area: Area) => T[][]): T[][] | null {
  if (isUnbounded(area)) return null;
  checkCellCount(area);
  return read(area);
}

export function readValues(book: Book, area: Area): CellValue[][] | null {
  return readMatrix(area, (all) => book.grid.values(all));
}

export function readFormulas(book: Book, area: Area): CellValue[][] | null {
  return readMatrix(area, (all) => book.grid.formulas(all));
}

export function readFormulasR1C1(book: Book, area: Area): CellValue[][] | null {
  return readMatrix(area, (all) =>
    book.grid.formulas(all).map((row, r) =>
      row.map((formula, c) => (isFormula(formula) ? toR1C1(formula, area.row + r, area.column + c) : formula)),
    ),
  );
}

export function isFormula(value: unknown): value is string {
  return typeof value === "string" && value.startsWith("=") && value.length > 1;
}

export function readNumberFormats(book: Book, area: Area): string[][] | null {
  return readMatrix(area, (all) => book.grid.styles(all).map((row) => row.map((style) => style.numberFormat ?? "General")));
}

/**
 * The part of a region whose looks decide for the whole: of whole columns and rows only what is used and one line more,
 * which stands for the untouched rest.
 */
export function styledPart(book: Book, area: Area): Area {
  if (!isUnbounded(area)) return area;
  const used = book.grid.usedArea(area.sheetId, false);
  const rows = isWholeColumns(area) ? Math.min(area.rowCount, used ? lastRow(used) + 2 : 1) : area.rowCount;
  const columns = isWholeRows(area) ? Math.min(area.columnCount, used ? lastColumn(used) + 2 : 1) : area.columnCount;
  return { ...area, rowCount: rows, columnCount: columns };
}

/** The value a property of the cells' looks has in all of them; null where they differ. */
export function uniformStyle<T>(book: Book, areas: readonly Area[], read: (style: CellStyle) => T): T | null {
  let first: { readonly value: T } | undefined;
  for (const area of areas) {
    const part = styledPart(book, area);
    checkCellCount(part);
    for (const row of book.grid.styles(part)) {
      for (const style of row) {
        const value = read(style);
        if (!first) first = { value };
        else if (first.value !== value) return null;
      }
    }
  }
  return first ? first.value : null;
}

/** The used cells within a region, undefined when there are none. */
export function usedPart(book: Book, area: Area, valuesOnly: boolean): Region | undefined {
  const used = book.grid.usedArea(area.sheetId, valuesOnly);
  const part = used && intersection(used, area);
  return part && (sameSize(part, used) ? part : shrink(book, { sheetId: area.sheetId, ...part }, valuesOnly));
}

function sameSize(a: Region, b: Region): boolean {
  return a.rowCount === b.rowCount && a.columnCount === b.columnCount;
}

function shrink(book: Book, area: Area, valuesOnly: boolean): Region | undefined {
  const values = book.grid.formulas(area);
  const styles = valuesOnly ? undefined : book.grid.styles(area);
  const isUsed = (r: number, c: number) => values[r]?.[c] !== "" || (styles !== undefined && Object.keys(styles[r]?.[c] ?? {}).length > 0);
  const rows = [...values.keys()].filter((r) => values[r]?.some((_value, c) => isUsed(r, c)));
  if (rows.length === 0) return undefined;
  const columns = [...(values[0] ?? []).keys()].filter((c) => rows.some((r) => isUsed(r, c)));
  const [top, left] = [rows[0] as number, columns[0] as number];
  return {
    row: area.row + top,
    column: area.column + left,
    rowCount: (rows.at(-1) as number) - top + 1,
    columnCount: (columns.at(-1) as number) - left + 1,
  };
}
