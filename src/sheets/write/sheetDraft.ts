import type { Area } from "../a1";
import type { CellContent, PlannedCell, PlannedHighlight, PlannedValidation, SheetPlan, StyledArea } from "../sheetPlan";
import type { StyleName } from "../styles";

/** One cell's place; a width for styles that reach over several columns. */
export const area = (row: number, column: number, columnCount = 1, rowCount = 1): Area => ({ row, column, rowCount, columnCount });

/** Collects the parts of a sheet while it is being written; `row heights` grow with the rows that are named. */
export class SheetDraft {
  readonly cells: PlannedCell[] = [];
  readonly styles: StyledArea[] = [];
  readonly validations: PlannedValidation[] = [];
  readonly highlights: PlannedHighlight[] = [];
  readonly rowHeights: (number | "auto")[] = [];

  constructor(private readonly defaultHeight: number) {}

  height(row: number, points: number | "auto"): void {
    while (this.rowHeights.length <= row) this.rowHeights.push(this.defaultHeight);
    this.rowHeights[row] = points;
  }

  /** How many rows the sheet has so far. */
  get rowCount(): number {
    return Math.max(this.rowHeights.length, ...this.cells.map((cell) => cell.row + 1));
  }

  label(row: number, column: number, label: string, ...styles: StyleName[]): void {
    this.put(row, column, { kind: "label", label }, styles);
  }

  text(row: number, column: number, text: string, ...styles: StyleName[]): void {
    this.put(row, column, { kind: "text", text }, styles);
  }

  number(row: number, column: number, number: number, ...styles: StyleName[]): void {
    this.put(row, column, { kind: "number", number }, styles);
  }

  /** `formula` without the leading `=`. */
  formula(row: number, column: number, formula: string, ...styles: StyleName[]): void {
    this.put(row, column, { kind: "formula", formula: `=${formula}` }, styles);
  }

  /** Shows a style while a formula (with `=`) holds; the first area must be the top left one. */
  highlight(style: StyleName, formula: string, ...areas: Area[]): void {
    this.highlights.push({ areas, when: { kind: "formula", formula }, style });
  }

  style(styled: Area, ...styles: StyleName[]): void {
    for (const style of styles) this.styles.push({ area: styled, style });
  }

  /** The whole sheet; what is not named here or collected above is not on it. */
  sheet(rest: Pick<SheetPlan, "name" | "tabColor" | "columnWidths" | "page"> & Partial<SheetPlan>): SheetPlan {
    const { rowHeights, cells, styles, validations, highlights } = this;
    return { rowHeights, cells, styles, validations, highlights, charts: [], tables: [], names: [], frozenRows: 0, ...rest };
  }

  private put(row: number, column: number, content: CellContent, styles: readonly StyleName[]): void {
    this.cells.push({ row, column, content });
    this.style(area(row, column), ...styles);
  }
}
