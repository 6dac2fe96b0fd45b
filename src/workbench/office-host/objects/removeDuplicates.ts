import type { Area, CellInput, CellValue } from "../../spreadsheet/spreadsheet";
import { HostObject } from "../hostObject";
import type { Book } from "./book";
import { checkUnlocked } from "./cellAccess";
import { isFormula } from "./cellReading";
import { raiseChanged } from "./changeEvents";

export class RemoveDuplicatesResult extends HostObject {
  readonly #removed: number;
  readonly #unique: number;

  constructor(removed: number, unique: number) {
    super();
    this.#removed = removed;
    this.#unique = unique;
  }
  get removed(): number {
    return this.#removed;
  }
  get uniqueRemaining(): number {
    return this.#unique;
  }
}

/** Keeps the first row of each combination; the rest moves up within the range. Text is compared whatever the case. */
export function duplicateRows(book: Book, area: Area, columns: readonly number[], hasHeader: boolean): RemoveDuplicatesResult {
  checkUnlocked(book, area);
  const values = book.grid.values(area);
  const cells = book.grid.formulas(area);
  const seen = new Set<string>();
  const kept = cells.filter((_row, index) => {
    if (hasHeader && index === 0) return true;
    const key = JSON.stringify(columns.map((column) => comparable(values[index]?.[column] ?? "")));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const removed = cells.length - kept.length;
  if (removed > 0) {
    const blank: CellValue[] = Array.from({ length: area.columnCount }, () => "");
    const rows = [...kept, ...Array.from({ length: removed }, () => blank)];
    book.grid.write(area, rows.map((row) => row.map(inputOf)));
    raiseChanged(book, area.sheetId, area, "RangeEdited");
  }
  return new RemoveDuplicatesResult(removed, kept.length - (hasHeader ? 1 : 0));
}

function comparable(value: CellValue): CellValue {
  return typeof value === "string" ? value.toLowerCase() : value;
}

/** What to write to have a cell read like this again. */
export function inputOf(value: CellValue): CellInput {
  if (isFormula(value)) return { formula: value };
  return typeof value === "string" && value !== "" ? { text: value } : { value };
}
