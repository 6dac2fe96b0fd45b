import { checkBoolean, checkOneOf, checkString, invalid } from "./arguments";
import { autoFill } from "./autoFill";
import { getCellProperties, getLineProperties, setCellProperties, setLineProperties } from "./cellProperties";
import { servicesOf } from "./bookServices";
import { ConditionalFormatCollection } from "./conditionalFormats";
import { DataValidation } from "./dataValidation";
import { hyperlinkOf, setHyperlink } from "./hyperlinks";
import { hiddenLines, setLinesHidden } from "./hiddenLines";
import { groupLines, setGroupDetails, ungroupLines } from "./outline";
import { precedentsOf } from "./precedents";
import type { WorkbookRangeAreas } from "./precedents";
import { RangeEditing } from "./rangeEditing";
import { RangeFormat } from "./rangeFormat";
import { PivotTableScopedCollection } from "./pivotTables";
import { RangeSort } from "./rangeSort";
import { refOf } from "./rangeCore";
import { RangeView } from "./rangeView";
import { columnsWidth, rowsHeight } from "./lineSizes";
import { styleOf, setStyle } from "./styles";
import { Worksheet } from "./worksheet";

const GROUP_OPTIONS = ["ByRows", "ByColumns"] as const;

/** One block of cells. Its members are spread over its base classes by what they are about. */
export class Range extends RangeEditing {
  get worksheet(): Worksheet {
    return new Worksheet(refOf(this).book, refOf(this).sheetId);
  }
  get format(): RangeFormat {
    return new RangeFormat([refOf(this)]);
  }
  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection([refOf(this)]);
  }
  get dataValidation(): DataValidation {
    return new DataValidation([refOf(this)]);
  }
  get sort(): RangeSort {
    return new RangeSort(refOf(this));
  }

  get style(): string | null {
    return styleOf([refOf(this)]);
  }
  set style(name: unknown) {
    setStyle([refOf(this)], checkString("style", name));
  }
  get hyperlink(): unknown {
    return hyperlinkOf(refOf(this));
  }
  set hyperlink(link: unknown) {
    setHyperlink(refOf(this), link);
  }

  get rowHidden(): boolean | null {
    return hiddenLines(refOf(this), "rows");
  }
  set rowHidden(hidden: unknown) {
    setLinesHidden(refOf(this), "rows", checkBoolean("rowHidden", hidden));
  }
  get columnHidden(): boolean | null {
    return hiddenLines(refOf(this), "columns");
  }
  set columnHidden(hidden: unknown) {
    setLinesHidden(refOf(this), "columns", checkBoolean("columnHidden", hidden));
  }
  get hidden(): boolean | null {
    const [rows, columns] = [this.rowHidden, this.columnHidden];
    if (rows === true || columns === true) return true;
    return rows === null || columns === null ? null : false;
  }

  get left(): number {
    const { book, area } = refOf(this);
    return columnsWidth(book, area.sheetId, 0, area.column);
  }
  get top(): number {
    const { book, area } = refOf(this);
    return rowsHeight(book, area.sheetId, 0, area.row);
  }
  get width(): number {
    const { book, area } = refOf(this);
    return columnsWidth(book, area.sheetId, area.column, area.columnCount);
  }
  get height(): number {
    const { book, area } = refOf(this);
    return rowsHeight(book, area.sheetId, area.row, area.rowCount);
  }
  get savedAsArray(): boolean {
    return false;
  }
  get linkedDataTypeState(): unknown {
    return this.values?.map((row) => row.map(() => "None")) ?? null;
  }

  getCellProperties(options: unknown): unknown {
    return getCellProperties(refOf(this), options);
  }
  getDisplayedCellProperties(options: unknown): unknown {
    return getCellProperties(refOf(this), options);
  }
  setCellProperties(data: unknown): void {
    setCellProperties(refOf(this), data);
  }
  getRowProperties(options: unknown): unknown {
    return getLineProperties(refOf(this), "rows", options);
  }
  setRowProperties(data: unknown): void {
    setLineProperties(refOf(this), "rows", data);
  }
  getColumnProperties(options: unknown): unknown {
    return getLineProperties(refOf(this), "columns", options);
  }
  setColumnProperties(data: unknown): void {
    setLineProperties(refOf(this), "columns", data);
  }

  getVisibleView(): RangeView {
    return new RangeView(refOf(this));
  }
  getPrecedents(): WorkbookRangeAreas {
    return precedentsOf(refOf(this), "precedents", true);
  }
  getDirectPrecedents(): WorkbookRangeAreas {
    return precedentsOf(refOf(this), "precedents", false);
  }
  getDependents(): WorkbookRangeAreas {
    return precedentsOf(refOf(this), "dependents", true);
  }
  getDirectDependents(): WorkbookRangeAreas {
    return precedentsOf(refOf(this), "dependents", false);
  }

  autoFill(destination: unknown, type: unknown): void {
    autoFill(refOf(this), destination, type);
  }
  group(option: unknown): void {
    groupLines(refOf(this), checkOneOf("groupOption", option, GROUP_OPTIONS));
  }
  ungroup(option: unknown): void {
    ungroupLines(refOf(this), checkOneOf("groupOption", option, GROUP_OPTIONS));
  }
  hideGroupDetails(option: unknown): void {
    setGroupDetails(refOf(this), checkOneOf("groupOption", option, GROUP_OPTIONS), true);
  }
  showGroupDetails(option: unknown): void {
    setGroupDetails(refOf(this), checkOneOf("groupOption", option, GROUP_OPTIONS), false);
  }

  getPivotTables(fullyContained?: unknown): PivotTableScopedCollection {
    const { book, area } = refOf(this);
    return new PivotTableScopedCollection(book, area.sheetId, { region: area, whole: fullyContained === true });
  }
  select(): void {
    const { book, area } = refOf(this);
    const sheet = book.sheet(area.sheetId);
    if (sheet.hidden) throw invalid(`The worksheet ${sheet.name} is hidden: nothing can be selected on it.`);
    if (book.grid.activeSheet() !== area.sheetId) this.worksheet.activate();
    book.grid.select([area]);
  }
  /** Base64 of a PNG of the cells as they are seen. */
  getImage(): string | Promise<string> {
    const { book, area } = refOf(this);
    return book.whenCalculated(() => servicesOf(book, "Range.getImage").rangePicture(area));
  }
  calculate(): Promise<void> {
    return refOf(this).book.grid.recalculate();
  }
  setDirty(): Promise<void> {
    return refOf(this).book.grid.recalculate(true);
  }
}
