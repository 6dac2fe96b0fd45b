import type { CellStyle } from "../spreadsheet";
import type { Cells } from "./cells";
import type { Grid } from "./grid";
import type { Structure } from "./structure";
import type { CellStyles } from "./styles";
import { DEFAULT_ROW_PIXELS } from "./blankWorkbook";
import { PIXELS_PER_POINT } from "../../pixels";

/** Room left and right of a text, as Excel leaves it. */
const PADDING_PIXELS = 11;

/** Line height as a share of the font size: Calibri 11 makes rows of 20 pixels. */
const LINE_HEIGHT = 1.3;

const MOST_WIDTHS = 20_000;

/** Fits rows and columns to their texts. Measured without the view, so that it works on sheets that are not shown. */
export class Autofit {
  readonly #context = document.createElement("canvas").getContext("2d");

  readonly #widths = new Map<string, number>();
  #font = "";

  constructor(
    readonly grid: Grid,
    readonly cells: Cells,
    readonly styles: CellStyles,
    readonly structure: Structure,
  ) {}

  columns(sheetId: string, from: number, count: number): void {
    const used = this.cells.usedArea(sheetId, true);
    if (!used) return;
    const merged = this.structure.merges(sheetId);
    const last = Math.min(from + count, used.column + used.columnCount);
    for (let column = Math.max(from, used.column); column < last; column++) {
      const area = { sheetId, row: used.row, column, rowCount: used.rowCount, columnCount: 1 };
      const texts = this.cells.texts(area);
      const styles = this.styles.read(area);
      let widest = 0;
      texts.forEach(([text = ""], i) => {
        const row = used.row + i;
        if (!text || merged.some((m) => m.columnCount > 1 && row >= m.row && row < m.row + m.rowCount && column >= m.column && column < m.column + m.columnCount)) return;
        const style = styles[i]?.[0] ?? {};
        const width = Math.max(...text.split("\n").map((line) => this.#width(line, style)));
        widest = Math.max(widest, width + (style.indentLevel ?? 0) * 9);
      });
      if (widest > 0) this.structure.setColumnPixels(sheetId, column, 1, Math.ceil(widest) + PADDING_PIXELS);
    }
  }

  rows(sheetId: string, from: number, count: number): void {
    const used = this.cells.usedArea(sheetId, true);
    if (!used) return;
    const merged = this.structure.merges(sheetId);
    const sheet = this.grid.worksheet(sheetId);
    const last = Math.min(from + count, used.row + used.rowCount);
    for (let row = Math.max(from, used.row); row < last; row++) {
      const area = { sheetId, row, column: used.column, rowCount: 1, columnCount: used.columnCount };
      const texts = this.cells.texts(area)[0] ?? [];
      const styles = this.styles.read(area)[0] ?? [];
      let tallest = DEFAULT_ROW_PIXELS;
      texts.forEach((text, j) => {
        if (!text) return;
        const column = used.column + j;
        const style = styles[j] ?? {};
        const merge = merged.find((m) => row >= m.row && row < m.row + m.rowCount && column >= m.column && column < m.column + m.columnCount);
        if (merge) return;
        const lines = style.wrapText ? this.#lines(text, style, sheet.getColumnManager().getColumnWidth(column) - PADDING_PIXELS / 2) : 1;
        tallest = Math.max(tallest, Math.ceil(lines * (style.fontSize ?? 11) * PIXELS_PER_POINT * LINE_HEIGHT));
      });
      this.structure.setRowPixels(sheetId, row, 1, tallest);
    }
  }

  #width(text: string, style: CellStyle): number {
    const size = (style.fontSize ?? 11) * PIXELS_PER_POINT;
    if (!this.#context) return text.length * size * 0.55;
    const font = `${style.italic ? "italic " : ""}${style.bold ? "bold " : ""}${size}px "${style.fontName ?? "Calibri"}", Carlito, sans-serif`;
    // Digits have one width, so thousands of numbers need few measurements.
    const shape = text.replace(/\d/g, "0");
    const key = `${font}|${shape}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    if (font !== this.#font) this.#context.font = this.#font = font;
    const width = this.#context.measureText(shape).width;
    if (this.#widths.size > MOST_WIDTHS) this.#widths.clear();
    this.#widths.set(key, width);
    return width;
  }

  #lines(text: string, style: CellStyle, width: number): number {
    let lines = 0;
    for (const paragraph of text.split("\n")) {
      let line = "";
      lines++;
      for (const word of paragraph.split(/(?<=\s)/)) {
        if (line !== "" && this.#width((line + word).trimEnd(), style) > width) {
          lines++;
          line = word;
        } else {
          line += word;
        }
      }
    }
    return lines;
  }
}
