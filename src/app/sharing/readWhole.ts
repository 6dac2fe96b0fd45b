import type { CellValue } from "../../sheets/cellValue";
import { stopIfAborted } from "./scanWorkbook";
import type { SharingBook, SheetArea } from "./sharingBook";

export type Cells = readonly (readonly CellValue[])[];

/** Areas that came in parts, put together again. */
export async function readWhole(book: SharingBook, what: "formulas" | "values", areas: readonly SheetArea[], signal: AbortSignal, onRead: (cells: Cells, index: number) => void): Promise<void> {
  let index = 0;
  let rows: (readonly CellValue[])[] = [];
  const onPart = (_: SheetArea, cells: Cells) => {
    rows.push(...cells);
    if (rows.length < (areas[index]?.rowCount ?? 0)) return;
    onRead(rows, index++);
    rows = [];
  };
  await (what === "formulas" ? book.readFormulas(areas, signal, onPart) : book.readValues(areas, signal, onPart));
  stopIfAborted(signal);
}
