import { checkBoolean, checkOneOf, invalid, notFound } from "./arguments";
import type { PivotHandle } from "./pivotHandle";
import { DataPivotHierarchy } from "./pivotHierarchies";
import { dataName, fieldState, labelOf } from "./pivotItems";
import { PivotItem, PivotItemCollection } from "./pivotFields";
import { rangeAt } from "./rangeFactory";
import type { Range } from "./range";
import { refOfArgument } from "./rangeCore";
import { fields, flag, oneOf, RecordObject, text } from "./record";

/** Form of a PivotTable, and the cells of its parts. */
export class PivotLayout extends RecordObject {
  readonly #pivot: PivotHandle;
  static {
    fields(this, {
      altTextDescription: text(""),
      altTextTitle: text(""),
      autoFormat: flag(true),
      emptyCellText: text(""),
      enableFieldList: flag(true),
      fillEmptyCells: flag(true),
      layoutType: oneOf("Compact", "Tabular", "Outline"),
      preserveFormatting: flag(true),
      showColumnGrandTotals: flag(true),
      showFieldHeaders: flag(true),
      showRowGrandTotals: flag(true),
      subtotalLocation: oneOf("AtTop", "AtBottom", "Off"),
    });
  }

  constructor(pivot: PivotHandle) {
    super(pivot);
    this.#pivot = pivot;
  }
  displayBlankLineAfterEachItem(display: unknown): void {
    this.#pivot.read().blankLines = checkBoolean("display", display);
    this.#pivot.draw();
  }
  repeatAllItemLabels(repeatLabels: unknown): void {
    this.#pivot.read().repeatLabels = checkBoolean("repeatLabels", repeatLabels);
    this.#pivot.draw();
  }
  /** Without the filters above it. */
  getRange(): Range {
    const { cells } = this.#pivot.grid();
    if (cells.length > 0) return this.#part(0, 0, cells.length, cells[0]?.length ?? 1);
    const drawn = this.#pivot.state().drawn ?? { ...this.#pivot.corner(), rowCount: 1, columnCount: 1 };
    return rangeAt(this.#pivot.book, this.#pivot.sheetId, drawn);
  }
  getDataBodyRange(): Range {
    const { cells, headerRows, labelColumns } = this.#pivot.grid();
    return this.#part(headerRows, labelColumns, cells.length - headerRows, (cells[0]?.length ?? 0) - labelColumns);
  }
  getRowLabelRange(): Range {
    const { cells, headerRows, labelColumns } = this.#pivot.grid();
    return this.#part(Math.max(0, headerRows - 1), 0, cells.length - Math.max(0, headerRows - 1), labelColumns);
  }
  getColumnLabelRange(): Range {
    const { cells, headerRows, labelColumns } = this.#pivot.grid();
    return this.#part(0, labelColumns, headerRows, (cells[0]?.length ?? 0) - labelColumns);
  }
  getFilterAxisRange(): Range {
    const { filters } = this.#pivot.state();
    if (filters.length === 0) throw notFound("The PivotTable has no filters.");
    const { row, column } = this.#pivot.corner();
    return rangeAt(this.#pivot.book, this.#pivot.sheetId, { row: row - filters.length - 1, column, rowCount: filters.length, columnCount: 2 });
  }
  getDataHierarchy(cell: unknown): DataPivotHierarchy {
    const { column } = this.#bodyCell(cell);
    const id = this.#pivot.grid().dataOfColumn[column];
    if (id === undefined) throw notFound("The cell holds no value of a data hierarchy.");
    return new DataPivotHierarchy(this.#pivot, id);
  }
  /** Items whose value the cell shows. */
  getPivotItems(axis: unknown, cell: unknown): PivotItemCollection {
    const kind = checkOneOf("axis", axis, ["Row", "Column", "Data", "Filter", "Unknown"]);
    if (kind !== "Row" && kind !== "Column") throw invalid("Only the axes Row and Column have items at a cell.");
    const { row, column } = this.#bodyCell(cell);
    const { lines, columns } = this.#pivot.grid();
    const { rows, columns: columnFields } = this.#pivot.state();
    const path = (kind === "Row" ? lines[row]?.path : columns[column]?.path) ?? [];
    const names = kind === "Row" ? rows : columnFields;
    return new ItemsAtCell(this.#pivot, path.map((item, index) => [names[index] as string, labelOf(item)] as const));
  }
  setAutoSortOnCell(cell: unknown, sortBy: unknown): void {
    const pivot = this.#pivot.state();
    const { column } = this.#bodyCell(cell);
    const data = pivot.data.find(({ id }) => id === this.#pivot.grid().dataOfColumn[column]);
    const field = pivot.rows.at(-1);
    if (!data || field === undefined) throw invalid("The cell holds no value to sort by.");
    Object.assign(fieldState(pivot, field), { descending: checkOneOf("sortBy", sortBy, ["Ascending", "Descending"]) === "Descending", sortedBy: dataName(pivot, data) });
    this.#pivot.draw();
  }

  #part(row: number, column: number, rowCount: number, columnCount: number): Range {
    if (rowCount < 1 || columnCount < 1) throw notFound("The PivotTable has no such part now.");
    const corner = this.#pivot.corner();
    return rangeAt(this.#pivot.book, this.#pivot.sheetId, { row: corner.row + row, column: corner.column + column, rowCount, columnCount });
  }
  #bodyCell(cell: unknown): { readonly row: number; readonly column: number } {
    const { region } = refOfArgument(this.#pivot.book, this.#pivot.sheetId, cell);
    const { headerRows, labelColumns, lines, columns } = this.#pivot.grid();
    const corner = this.#pivot.corner();
    const [row, column] = [region.row - corner.row - headerRows, region.column - corner.column - labelColumns];
    if (row < 0 || column < 0 || row >= lines.length || column >= columns.length) throw invalid("The cell is outside of the values of the PivotTable.");
    return { row, column };
  }
}

class ItemsAtCell extends PivotItemCollection {
  readonly #pivot: PivotHandle;
  readonly #labels: readonly (readonly [string, string])[];

  constructor(pivot: PivotHandle, labels: readonly (readonly [string, string])[]) {
    super(pivot, "");
    this.#pivot = pivot;
    this.#labels = labels;
  }
  override get items(): readonly PivotItem[] {
    return this.#labels.map(([field, label]) => new PivotItem(this.#pivot, field, label));
  }
}
