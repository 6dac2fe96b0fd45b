import type { Area, CellInput, CellValue } from "../../spreadsheet/spreadsheet";
import { HostError } from "../hostObject";
import { checkOneOf, invalid } from "./arguments";
import { checkUnlocked } from "./cellAccess";
import { isFormula, usedPart } from "./cellReading";
import { raiseChanged } from "./changeEvents";
import { copyCells } from "./copyCells";
import { shiftFormula } from "./formulaText";
import { refOfArgument } from "./rangeCore";
import type { RangeRef } from "./rangeRef";
import { contains, lastColumn, lastRow } from "./region";
import { inputOf } from "./removeDuplicates";
import { continueSeries, type FillKind } from "./fillSeries";

const TYPES = [
  "FillDefault", "FillCopy", "FillSeries", "FillFormats", "FillValues", "FillDays", "FillWeekdays", "FillMonths", "FillYears", "LinearTrend", "GrowthTrend", "FlashFill",
] as const;

/** Fills from a range over a larger one that holds it, as dragging the fill handle does. */
export function autoFill(source: RangeRef, destination: unknown, type: unknown): void {
  const { book, region } = source;
  const kind = type === undefined ? "FillDefault" : checkOneOf("autoFillType", type, TYPES);
  if (kind === "FlashFill") throw new HostError("NotImplemented", "Flash Fill guesses patterns by Excel's own service; this host has none.");
  const target = destination === undefined ? downwards(source) : refOfArgument(book, source.sheetId, destination);
  if (target.sheetId !== source.sheetId || !contains(target.region, region)) {
    throw invalid("The destination range must contain the source range and start or end with it.");
  }
  const sameColumns = target.region.column === region.column && target.region.columnCount === region.columnCount;
  const sameRows = target.region.row === region.row && target.region.rowCount === region.rowCount;
  if (!sameColumns && !sameRows) throw invalid("The destination range may be larger than the source only in rows or only in columns.");
  checkUnlocked(book, target.area);
  book.grid.batch(() => {
    if (kind !== "FillValues") copyLooksOver(source, target);
    if (kind !== "FillFormats") fillContent(source.area, target.area, sameColumns, kind);
  });
  raiseChanged(book, target.sheetId, target.region, "RangeEdited");

  function fillContent(from: Area, to: Area, vertical: boolean, fill: FillKind): void {
    const formulas = book.grid.formulas(from);
    const inputs: CellInput[][] = Array.from({ length: to.rowCount }, () => Array.from({ length: to.columnCount }, () => ({ value: "" })));
    const lineCount = vertical ? from.columnCount : from.rowCount;
    const [length, start] = vertical ? [to.rowCount, from.row - to.row] : [to.columnCount, from.column - to.column];
    for (let line = 0; line < lineCount; line++) {
      const cells = vertical ? formulas.map((row) => row[line] ?? "") : (formulas[line] ?? []);
      for (let index = 0; index < length; index++) {
        const step = index - start;
        const input = filled(cells, step, fill, vertical);
        const row = vertical ? inputs[index] : inputs[line];
        if (row) row[vertical ? line : index] = input;
      }
    }
    book.grid.write(to, inputs);
  }
}

/** The entry `step` cells after the first cell of the source line. */
function filled(cells: readonly CellValue[], step: number, kind: FillKind, vertical: boolean): CellInput {
  const at = ((step % cells.length) + cells.length) % cells.length;
  const source = cells[at] ?? "";
  if (step >= 0 && step < cells.length) return inputOf(source);
  if (isFormula(source)) return { formula: shiftFormula(source, vertical ? step - at : 0, vertical ? 0 : step - at) };
  const next = continueSeries(cells, step, kind);
  return inputOf(next ?? source);
}

/** Without a destination the fill goes down as far as the neighbouring column has data (double click on the handle). */
function downwards(source: RangeRef): RangeRef {
  const { book, area } = source;
  const beside = [area.column - 1, lastColumn(area) + 1].filter((column) => column >= 0);
  const used = beside.flatMap((column) => usedPart(book, { ...area, column, columnCount: 1, rowCount: 1_048_576 - area.row }, true) ?? []);
  const end = Math.max(lastRow(area), ...used.map(lastRow));
  return source.at({ ...area, rowCount: end - area.row + 1 });
}

function copyLooksOver(source: RangeRef, target: RangeRef): void {
  const [from, to] = [source.region, target.region];
  for (let row = to.row; row <= lastRow(to); row += from.rowCount) {
    for (let column = to.column; column <= lastColumn(to); column += from.columnCount) {
      if (row === from.row && column === from.column) continue;
      copyCells(source, source.at({ row, column, rowCount: 1, columnCount: 1 }), { type: "Formats", skipBlanks: false, transpose: false });
    }
  }
}
