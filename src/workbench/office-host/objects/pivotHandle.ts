import type { CellInput } from "../../spreadsheet/spreadsheet";
import { invalid, notFound } from "./arguments";
import type { Book } from "./book";
import { pivotGrid, type PivotGrid } from "./pivotGrid";
import { fieldState, labelOf } from "./pivotItems";
import type { RecordHandle } from "./record";
import type { Region } from "./region";
import type { PivotState } from "./drawnState";

/** Rows and columns Excel keeps free for a PivotTable that has no fields yet. */
const NO_FIELDS = { rowCount: 18, columnCount: 3 };

/** Access of a PivotTable and its parts to what is kept of it; it draws itself anew after every change. */
export class PivotHandle implements RecordHandle {
  constructor(
    readonly book: Book,
    readonly sheetId: string,
    readonly id: string,
  ) {}

  state(): PivotState {
    const found = this.book.sheetState(this.sheetId).pivots.find((pivot) => pivot.id === this.id);
    if (!found) throw notFound("The PivotTable was deleted.");
    return found;
  }

  read(): Record<string, unknown> {
    return this.state().settings;
  }

  changed(): void {
    this.draw();
  }

  /** Title of a hierarchy by its title or the name it was given. */
  field(name: string): string | undefined {
    const { cache, fields } = this.state();
    const wanted = name.toLowerCase();
    return cache.titles.find((title) => (fields[title]?.name ?? title).toLowerCase() === wanted) ?? cache.titles.find((title) => title.toLowerCase() === wanted);
  }

  /** Reads the source anew. */
  refresh(): void {
    const pivot = this.state();
    const { sheetId, region, tableId } = pivot.source;
    const table = this.book.grid.tables().find((one) => one.id === tableId);
    const area = table?.area ?? { sheetId, ...region };
    this.book.sheet(area.sheetId);
    const [titles = [], ...rows] = this.book.grid.values(area);
    if (titles.some((title) => title === "")) throw invalid("The PivotTable field name is not valid: every column of the source needs a title.");
    const looks = this.book.grid.styles({ ...area, row: area.row + 1, rowCount: 1 })[0] ?? [];
    pivot.cache = { titles: unique(titles.map(labelOf)), rows, formats: looks.map(({ numberFormat }) => numberFormat ?? "General") };
    const known = (field: string) => pivot.cache.titles.includes(field);
    pivot.rows = pivot.rows.filter(known);
    pivot.columns = pivot.columns.filter(known);
    pivot.filters = pivot.filters.filter(known);
    pivot.data = pivot.data.filter(({ field }) => known(field));
    this.draw();
  }

  grid(): PivotGrid {
    return pivotGrid(this.state());
  }

  /** Upper left cell of the body: filters and a blank row need room above it. */
  corner(): { readonly row: number; readonly column: number } {
    const { anchor, filters } = this.state();
    return { row: filters.length > 0 ? Math.max(anchor.row, filters.length + 1) : anchor.row, column: anchor.column };
  }

  draw(): void {
    const pivot = this.state();
    const { book, sheetId } = this;
    const { cells, formats, headerRows, labelColumns, lines } = this.grid();
    const { row, column } = this.corner();
    const place = (at: number, from: number, rowCount: number, columnCount: number): Region => ({ row: row + at, column: column + from, rowCount, columnCount });
    const columnCount = cells[0]?.length ?? 0;
    book.grid.batch(() => {
      if (pivot.drawn) {
        book.grid.clear({ sheetId, ...pivot.drawn }, "Contents");
        book.grid.applyStyle({ sheetId, ...pivot.drawn }, { bold: false, fillColor: "" });
      }
      const above = this.#filterCells();
      if (above.length > 0) book.grid.write({ sheetId, row: row - above.length - 1, column, rowCount: above.length, columnCount: 2 }, above);
      if (cells.length > 0 && columnCount > 0) {
        book.grid.write({ sheetId, ...place(0, 0, cells.length, columnCount) }, cells.map((line) => line.map((value): CellInput => (typeof value === "string" && value !== "" ? { text: value } : { value }))));
        formats.forEach((numberFormat, c) => {
          if (numberFormat) book.grid.applyStyle({ sheetId, ...place(headerRows, c, cells.length - headerRows, 1) }, { numberFormat });
        });
        lines.forEach(({ path }, r) => {
          const format = pivot.cache.formats[pivot.cache.titles.indexOf(pivot.rows[path.length - 1] ?? "")];
          const label = Math.min(labelColumns, path.length) - 1;
          if (format !== undefined && format !== "General" && label >= 0) book.grid.applyStyle({ sheetId, ...place(headerRows + r, label, 1, 1) }, { numberFormat: format });
        });
        if (headerRows > 0) book.grid.applyStyle({ sheetId, ...place(0, 0, headerRows, columnCount) }, { bold: true, fillColor: "#D9E1F2" });
        if (lines.at(-1)?.kind === "grand" && labelColumns > 0) book.grid.applyStyle({ sheetId, ...place(cells.length - 1, 0, 1, columnCount) }, { bold: true, fillColor: "#D9E1F2" });
      }
      const size = columnCount > 0 ? { rowCount: cells.length, columnCount } : NO_FIELDS;
      pivot.drawn = above.length > 0 ? { row: row - above.length - 1, column, rowCount: size.rowCount + above.length + 1, columnCount: Math.max(2, size.columnCount) } : { row, column, ...size };
    });
  }

  /** Each filter with what it lets pass. */
  #filterCells(): CellInput[][] {
    const pivot = this.state();
    return pivot.filters.map((field) => {
      const { filters, hidden, name } = fieldState(pivot, field);
      const selected = filters.manualFilter?.selectedItems;
      const chosen = Array.isArray(selected) ? (selected.length === 1 ? String(selected[0]) : "(Multiple Items)") : hidden.length > 0 ? "(Multiple Items)" : "(All)";
      return [{ text: name ?? field }, { text: chosen }];
    });
  }
}

/** `Sales`, `Sales2`: titles that occur again are numbered. */
function unique(titles: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return titles.map((title) => {
    const count = (seen.get(title.toLowerCase()) ?? 0) + 1;
    seen.set(title.toLowerCase(), count);
    return count === 1 ? title : `${title}${count}`;
  });
}
