/** A rectangle of cells; rows and columns count from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Excel's own size since 2007. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  let rest = column + 1;
  let letters = "";
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** `B3`, or `$B$3` when fixed. */
export function cellAddress(row: number, column: number, fixed = false): string {
  return fixed ? `$${columnLetters(column)}$${row + 1}` : `${columnLetters(column)}${row + 1}`;
}

/** `B3:D9`; a single cell is just `B3`. */
export function areaAddress(area: Area, fixed = false): string {
  const first = cellAddress(area.row, area.column, fixed);
  if (area.rowCount === 1 && area.columnCount === 1) return first;
  return `${first}:${cellAddress(area.row + area.rowCount - 1, area.column + area.columnCount - 1, fixed)}`;
}

/** The area of an address like `B3:D9` or `$B$3`, without a sheet. */
export function readArea(address: string): Area {
  const corners = address.split(":").map((cell) => /^\$?([A-Z]+)\$?(\d+)$/.exec(cell));
  const first = corners[0];
  const last = corners[corners.length - 1];
  if (!first || !last) throw new Error(`"${address}" is no address of cells`);
  const [row, column] = [Number(first[2]) - 1, columnIndex(first[1] as string)];
  return { row, column, rowCount: Number(last[2]) - row, columnCount: columnIndex(last[1] as string) - column + 1 };
}

function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Always quoted: a quoted name is right for every sheet, an unquoted one only for some. */
export const sheetReference = (sheetName: string): string => `'${sheetName.replace(/'/g, "''")}'!`;

/** The part of an area inside another, undefined when they do not touch. */
export function intersect(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rowCount = Math.min(a.row + a.rowCount, b.row + b.rowCount) - row;
  const columnCount = Math.min(a.column + a.columnCount, b.column + b.columnCount) - column;
  return rowCount > 0 && columnCount > 0 ? { row, column, rowCount, columnCount } : undefined;
}
