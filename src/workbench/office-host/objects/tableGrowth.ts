import type { Area, CellInput, TableInfo } from "../../spreadsheet/spreadsheet";
import type { Book } from "./book";
import { contains, intersection, lastColumn, lastRow, type Region } from "./region";
import { tableState } from "./tableModel";

/** What Excel does to tables after cells were written: headers stay unique text, entries right beside a table join it. */
export function afterTableWrite(book: Book, area: Area, cells: readonly (readonly (CellInput | undefined)[])[]): void {
  for (const table of book.grid.tables()) {
    if (table.area.sheetId !== area.sheetId) continue;
    if (intersection({ ...table.area, rowCount: 1 }, area)) fixHeaders(book, table.area, table.id);
    else grow(book, table, area, cells);
  }
}

function isFilled(cell: CellInput | undefined): boolean {
  return cell !== undefined && !("value" in cell && cell.value === "");
}

function grow(book: Book, table: TableInfo, area: Area, cells: readonly (readonly (CellInput | undefined)[])[]): void {
  const below: Region = { ...table.area, row: lastRow(table.area) + 1, rowCount: 1 };
  if (area.row === below.row && contains({ ...below, rowCount: area.rowCount }, area) && !tableState(book, table).showTotals) {
    const filled = cells.filter((row) => row.some(isFilled)).length;
    const grown = { ...table.area, rowCount: table.area.rowCount + area.rowCount };
    if (filled === area.rowCount && !collides(book, table, grown)) book.grid.setTable(table.id, { area: grown });
    return;
  }
  const beside: Region = { ...table.area, column: lastColumn(table.area) + 1, columnCount: 1 };
  if (area.column === beside.column && area.columnCount === 1 && contains(beside, area) && cells.some((row) => row.some(isFilled))) {
    const grown = { ...table.area, columnCount: table.area.columnCount + 1 };
    if (!collides(book, table, grown)) {
      book.grid.setTable(table.id, { area: grown });
      fixHeaders(book, grown, table.id);
    }
  }
}

function collides(book: Book, table: TableInfo, grown: Region): boolean {
  return book.grid.tables().some((other) => other.id !== table.id && other.area.sheetId === table.area.sheetId && intersection(other.area, grown));
}

/** Headers are text, none is empty, none occurs twice: `Column1`, `Price2`. Then the grid reads its columns from them. */
export function fixHeaders(book: Book, table: Area, tableId?: string): void {
  const area = { ...table, rowCount: 1 };
  const found = book.grid.values(area)[0] ?? [];
  const texts = book.grid.texts(area)[0] ?? [];
  const taken = new Set<string>();
  const names = found.map((value, index) => {
    const wanted = value === "" ? `Column${index + 1}` : typeof value === "string" ? value : (texts[index] ?? String(value));
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = value === "" ? `Column${index + number}` : `${wanted}${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
  if (names.some((name, index) => name !== found[index])) book.grid.write(area, [names.map((text, index) => (text === found[index] ? undefined : { text }))]);
  if (tableId !== undefined) book.grid.setTable(tableId, { area: table });
}
