import { HostError, HostObject } from "../hostObject";
import { AutoFilter } from "./autoFilter";
import { checkBoolean, checkColor, checkInteger, checkNumber, checkOneOf, checkString, invalid, notFound } from "./arguments";
import type { Book } from "./book";
import { checkWorkbookStructure } from "./cellAccess";
import { EVENT, raiseSheetEvent } from "./changeEvents";
import { ChartCollection } from "./charts";
import { WorksheetCustomPropertyCollection } from "./customProperties";
import { findCells, replaceInCells } from "./findCells";
import { WorksheetFreezePanes } from "./freezePanes";
import { CommentCollection } from "./comments";
import { NamedItemCollection } from "./names";
import { NoteCollection } from "./notes";
import { showLevels } from "./outline";
import { PageBreakCollection } from "./pageBreaks";
import { PageLayout } from "./pageLayout";
import { PivotTableCollection } from "./pivotTables";
import { areasOf, rangeAt, rangeOf } from "./rangeFactory";
import type { Range } from "./range";
import type { RangeAreas } from "./rangeAreas";
import { STANDARD_HEIGHT } from "./rangeFormat";
import { resolveAddress, resolveAreas, wholeSheet } from "./resolveAddress";
import { activateSheet, copySheet, deleteSheet } from "./sheetActions";
import { renameInRules } from "./sheetCopy";
import { checkSheetName } from "./sheetNames";
import { ShapeCollection } from "./shapes";
import { SlicerCollection } from "./slicers";
import { TableCollection } from "./tableCollections";
import { WorksheetProtection } from "./worksheetProtection";

export class Worksheet extends HostObject {
  readonly #book: Book;
  readonly #id: string;

  constructor(book: Book, id: string) {
    super();
    this.#book = book;
    this.#id = id;
  }
  static id(sheet: Worksheet): string {
    return sheet.#id;
  }
  override identity() {
    return { Id: this.#id };
  }

  get autoFilter(): AutoFilter {
    return AutoFilter.ofSheet(this.#book, this.#id);
  }
  get charts(): ChartCollection {
    return new ChartCollection(this.#book, this.#id);
  }
  get customProperties(): WorksheetCustomPropertyCollection {
    return new WorksheetCustomPropertyCollection(this.#book, this.#id);
  }
  get freezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.#book, this.#id);
  }
  get horizontalPageBreaks(): PageBreakCollection {
    return new PageBreakCollection(this.#book, this.#id, "rowBreaks");
  }
  get verticalPageBreaks(): PageBreakCollection {
    return new PageBreakCollection(this.#book, this.#id, "columnBreaks");
  }
  get comments(): CommentCollection {
    return new CommentCollection(this.#book, this.#id);
  }
  get notes(): NoteCollection {
    return new NoteCollection(this.#book, this.#id);
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.#book, this.#id);
  }
  get pageLayout(): PageLayout {
    return PageLayout.ofSheet(this.#book, this.#id);
  }
  get pivotTables(): PivotTableCollection {
    return new PivotTableCollection(this.#book, this.#id);
  }
  get protection(): WorksheetProtection {
    return new WorksheetProtection(this.#book, this.#id);
  }
  get shapes(): ShapeCollection {
    return new ShapeCollection(this.#book, this.#id);
  }
  get slicers(): SlicerCollection {
    return new SlicerCollection(this.#book, this.#id);
  }
  get tables(): TableCollection {
    return new TableCollection(this.#book, this.#id);
  }

  get id(): string {
    return this.#id;
  }
  get name(): string {
    return this.#book.sheet(this.#id).name;
  }
  set name(value: unknown) {
    checkWorkbookStructure(this.#book);
    const before = this.name;
    const name = checkSheetName(this.#book, value, this.#id);
    if (name === before) return;
    this.#book.grid.renameSheet(this.#id, name);
    renameInRules(this.#book, before, name);
    raiseSheetEvent(this.#book, EVENT.renamed, this.#id, { nameBefore: before, nameAfter: name });
  }
  get position(): number {
    return this.#book.sheets().findIndex((sheet) => sheet.id === this.#id);
  }
  set position(value: unknown) {
    checkWorkbookStructure(this.#book);
    const before = this.position;
    const after = checkInteger("position", value, 0, this.#book.sheets().length - 1);
    if (after === before) return;
    this.#book.grid.moveSheet(this.#id, after);
    raiseSheetEvent(this.#book, EVENT.moved, this.#id, { positionBefore: before, positionAfter: after });
  }
  get visibility(): string {
    return this.#book.sheet(this.#id).hidden ? (this.#book.sheetState(this.#id).veryHidden ? "VeryHidden" : "Hidden") : "Visible";
  }
  set visibility(value: unknown) {
    checkWorkbookStructure(this.#book);
    const before = this.visibility;
    const after = checkOneOf("visibility", value, ["Visible", "Hidden", "VeryHidden"]);
    if (after === before) return;
    if (after !== "Visible" && before === "Visible") {
      const others = this.#book.sheets().filter((sheet) => !sheet.hidden && sheet.id !== this.#id);
      if (others.length === 0) throw new HostError("InvalidOperation", "A workbook must keep at least one visible worksheet.");
      if (this.#book.grid.activeSheet() === this.#id) activateSheet(this.#book, (others[0] as { id: string }).id);
    }
    this.#book.sheetState(this.#id).veryHidden = after === "VeryHidden";
    this.#book.grid.setSheetLook(this.#id, { hidden: after !== "Visible" });
    raiseSheetEvent(this.#book, EVENT.visibility, this.#id, { visibilityBefore: before, visibilityAfter: after });
  }
  get tabColor(): string {
    return this.#book.sheet(this.#id).tabColor;
  }
  set tabColor(value: unknown) {
    this.#book.grid.setSheetLook(this.#id, { tabColor: checkColor("tabColor", value) });
  }
  /** A number of the sheet that stays the same in the file. */
  get tabId(): number {
    return [...this.#id].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 65_521, 7);
  }
  get showGridlines(): boolean {
    return this.#book.sheet(this.#id).showGridlines;
  }
  set showGridlines(value: unknown) {
    this.#book.grid.setSheetLook(this.#id, { showGridlines: checkBoolean("showGridlines", value) });
  }
  get showHeadings(): boolean {
    return this.#book.sheetState(this.#id).showHeadings;
  }
  set showHeadings(value: unknown) {
    this.#book.sheetState(this.#id).showHeadings = checkBoolean("showHeadings", value);
  }
  get standardHeight(): number {
    return STANDARD_HEIGHT;
  }
  get standardWidth(): number {
    return this.#book.sheetState(this.#id).standardWidth;
  }
  set standardWidth(value: unknown) {
    this.#book.sheetState(this.#id).standardWidth = checkNumber("standardWidth", value, 0, 255);
  }
  get enableCalculation(): boolean {
    return this.#book.sheetState(this.#id).enableCalculation;
  }
  set enableCalculation(value: unknown) {
    this.#book.sheetState(this.#id).enableCalculation = checkBoolean("enableCalculation", value);
  }

  activate(): void {
    activateSheet(this.#book, this.#id);
  }
  calculate(markAllDirty?: unknown): Promise<void> {
    return this.#book.grid.recalculate(markAllDirty === true);
  }
  copy(positionType?: unknown, relativeTo?: unknown): Worksheet {
    return new Worksheet(this.#book, copySheet(this.#book, this.#id, positionType, relativeTo instanceof Worksheet ? relativeTo.#id : undefined));
  }
  delete(): void {
    deleteSheet(this.#book, this.#id);
  }
  getNext(visibleOnly?: unknown): Worksheet {
    return this.#neighbour(1, visibleOnly) ?? missing("after");
  }
  getNextOrNullObject(visibleOnly?: unknown): Worksheet | null {
    return this.#neighbour(1, visibleOnly) ?? null;
  }
  getPrevious(visibleOnly?: unknown): Worksheet {
    return this.#neighbour(-1, visibleOnly) ?? missing("before");
  }
  getPreviousOrNullObject(visibleOnly?: unknown): Worksheet | null {
    return this.#neighbour(-1, visibleOnly) ?? null;
  }
  /** office.js comes back for a copy or a neighbour with its id. */
  _GetAnotherWorksheetById(id: unknown): Worksheet {
    return this._GetSheetById(id);
  }
  _GetSheetById(id: unknown): Worksheet {
    return new Worksheet(this.#book, this.#book.sheet(String(id)).id);
  }

  getRange(address?: unknown): Range {
    this.#book.sheet(this.#id);
    if (address === undefined || address === "") return rangeOf(wholeSheet(this.#book, this.#id));
    const found = resolveAddress(this.#book, this.#id, checkString("address", address));
    if (found.sheetId !== this.#id) throw invalid(`"${String(address)}" is on another worksheet than ${this.name}.`);
    return rangeOf(found);
  }
  getRangeByIndexes(startRow: unknown, startColumn: unknown, rowCount: unknown, columnCount: unknown): Range {
    return rangeAt(this.#book, this.#id, {
      row: checkInteger("startRow", startRow, 0),
      column: checkInteger("startColumn", startColumn, 0),
      rowCount: checkInteger("rowCount", rowCount, 1),
      columnCount: checkInteger("columnCount", columnCount, 1),
    });
  }
  getRanges(address?: unknown): RangeAreas {
    if (address === undefined || address === "") return areasOf([wholeSheet(this.#book, this.#id)]);
    return areasOf(resolveAreas(this.#book, this.#id, checkString("address", address)));
  }
  getCell(row: unknown, column: unknown): Range {
    return rangeAt(this.#book, this.#id, { row: checkInteger("row", row, 0), column: checkInteger("column", column, 0), rowCount: 1, columnCount: 1 });
  }
  /** An empty sheet answers A1. */
  getUsedRange(valuesOnly?: unknown): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly?: unknown): Range | null {
    const used = this.#book.grid.usedArea(this.#book.sheet(this.#id).id, valuesOnly === true);
    return used ? rangeAt(this.#book, this.#id, used) : null;
  }
  findAll(text: unknown, criteria: unknown): RangeAreas | Promise<RangeAreas> {
    const wanted = checkString("text", text);
    return this.#book.whenCalculated(() => {
      const found = findCells(wholeSheet(this.#book, this.#id), wanted, criteria);
      if (found.length === 0) throw notFound(`"${wanted}" is not on the worksheet.`);
      return areasOf(found);
    });
  }
  replaceAll(text: unknown, replacement: unknown, criteria: unknown): number | Promise<number> {
    const [from, to] = [checkString("text", text), checkString("replacement", replacement)];
    return this.#book.whenCalculated(() => replaceInCells(wholeSheet(this.#book, this.#id), from, to, criteria));
  }
  showOutlineLevels(rowLevels: unknown, columnLevels: unknown): void {
    showLevels(this.#book, this.#id, checkInteger("rowLevels", rowLevels, 0, 8), checkInteger("columnLevels", columnLevels, 0, 8));
  }

  #neighbour(step: 1 | -1, visibleOnly: unknown): Worksheet | undefined {
    const sheets = this.#book.sheets();
    for (let at = this.position + step; at >= 0 && at < sheets.length; at += step) {
      const sheet = sheets[at];
      if (sheet && !(visibleOnly === true && sheet.hidden)) return new Worksheet(this.#book, sheet.id);
    }
    return undefined;
  }
}

function missing(side: string): never {
  throw notFound(`There is no worksheet ${side} this one.`);
}
