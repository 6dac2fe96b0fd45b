import type { LineRef, TypedValue } from "../../app/model/modelStore";
import { Problem } from "../../app/problems";
import { isBlank, type CellValue } from "../../sheets/cellValue";
import { MODEL_HEADERS, MODEL_TABLES, type ModelTable } from "../../sheets/model/model";
import { SHARE_HEADER } from "../../sheets/model/modelSections";

type Contents = string | number | boolean | null;

/** A table of the model with what stands in it now; calls are queued, the caller syncs. */
export class TableForWriting {
  /** Lines the queued changes will have added. */
  private added = 0;
  private filledBlank = false;

  constructor(
    readonly key: ModelTable,
    private readonly table: Excel.Table,
    private readonly headers: readonly string[],
    private readonly body: Excel.Range,
    private readonly hasRoom: boolean,
  ) {}

  column(header: string): number {
    return this.headers.findIndex((name) => name.trim().toLowerCase() === header.toLowerCase());
  }

  get lineCount(): number {
    return this.body.rowCount;
  }

  value(place: number, column: number): CellValue {
    return (this.body.values[place]?.[column] ?? "") as CellValue;
  }

  isFormula(place: number, column: number): boolean {
    const formula: unknown = this.body.formulas[place]?.[column];
    return typeof formula === "string" && formula.startsWith("=") && formula !== this.value(place, column);
  }

  get columnCount(): number {
    return this.headers.length;
  }

  write(place: number, column: number, contents: Contents): void {
    this.body.getCell(place, column).values = [[contents]];
  }

  /** Excel keeps one empty line in a table, so the last one is emptied instead. */
  remove(place: number): void {
    if (this.lineCount > 1) this.table.rows.getItemAt(place).delete();
    else this.body.values = [this.headers.map((_, column) => (this.isFormula(place, column) ? null : ""))];
  }

  /** Whether the table holds nothing but the empty line of a table without lines. */
  private isEmpty(): boolean {
    const columns = MODEL_HEADERS[this.key].map((header) => this.column(header)).filter((column) => column >= 0);
    return this.lineCount === 1 && !this.filledBlank && columns.every((column) => isBlank(this.value(0, column)));
  }

  append(contents: readonly Contents[]): void {
    if (this.isEmpty()) {
      this.filledBlank = true;
      contents.forEach((content, column) => content !== null && this.write(0, column, content));
      return;
    }
    if (!this.hasRoom || this.added > 0) this.makeRoom();
    this.table.rows.add(undefined, [contents as (string | number | boolean)[]], false);
    this.added++;
    const share = this.column(SHARE_HEADER);
    if (this.key !== "criteria" || share < 0 || !this.isFormula(0, share)) return;
    // Not every table goes on with a formula by itself.
    const lines = this.table.getDataBodyRange();
    lines.getLastRow().getCell(0, share).copyFrom(lines.getCell(0, share), "Formulas");
  }

  /** A whole row below the table, so that tables, titles and notes below move down together. */
  private makeRoom(): void {
    this.table.getRange().getLastRow().getOffsetRange(1, 0).getEntireRow().insert("Down");
  }
}

/** Where a line stands now; it may have been moved by a sort since it was read. */
export function lineAt(table: TableForWriting, { place, name }: LineRef): number {
  if (sameName(table.value(place, 0), name)) return place;
  const places = Array.from({ length: table.lineCount }, (_, i) => i).filter((i) => sameName(table.value(i, 0), name));
  if (places.length === 1) return places[0] as number;
  throw new Problem("modelChanged", `The line "${String(name)}" of the table ${MODEL_TABLES[table.key]} has been changed meanwhile.`, "Look at the model as it is now, then try again.");
}

const sameName = (a: CellValue, b: CellValue) => String(a).trim().toLowerCase() === String(b).trim().toLowerCase();

/** Texts are written so that Excel takes none of them for a formula, a number or a date. */
const contentsOf = (value: TypedValue): Contents => (typeof value === "string" && value !== "" ? `'${value}` : value);

export function setCells(table: TableForWriting, place: number, values: Readonly<Record<string, TypedValue>>): void {
  for (const [header, value] of Object.entries(values)) {
    const column = table.column(header);
    if (column < 0) throw new Problem("modelChanged", `The table ${MODEL_TABLES[table.key]} has no column "${header}" any more.`, `Add a column with the header ${header}, then try again.`);
    table.write(place, column, contentsOf(value));
  }
}

export function addLine(table: TableForWriting, values: Readonly<Record<string, TypedValue>>): void {
  const contents = Array<Contents>(table.columnCount).fill(null);
  for (const [header, value] of Object.entries(values)) {
    const column = table.column(header);
    if (column >= 0) contents[column] = contentsOf(value);
  }
  table.append(contents);
}

/** Cells change places; computed ones stay, because they follow the cells beside them. */
export function swapLines(table: TableForWriting, first: number, second: number, staying: readonly string[]): void {
  const fixed = new Set(staying.map((header) => table.column(header)));
  for (let column = 0; column < table.columnCount; column++) {
    if (fixed.has(column) || table.isFormula(first, column) || table.isFormula(second, column)) continue;
    const [a, b] = [table.value(first, column), table.value(second, column)];
    if (a === b) continue;
    table.write(first, column, typeof b === "boolean" ? b : contentsOf(b));
    table.write(second, column, typeof a === "boolean" ? a : contentsOf(a));
  }
}
