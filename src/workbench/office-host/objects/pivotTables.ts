import { HostCollection } from "../hostObject";
import { checkString, invalid, notFound } from "./arguments";
import type { Book } from "./book";
import { checkUnlocked } from "./cellAccess";
import { formatRegion, quoteSheetName } from "./address";
import { PivotHandle } from "./pivotHandle";
import { DataPivotHierarchyCollection, FilterPivotHierarchyCollection, PivotHierarchyCollection, RowColumnPivotHierarchyCollection } from "./pivotHierarchies";
import { PivotLayout } from "./pivotLayout";
import { RangeCore, refOf, refOfArgument } from "./rangeCore";
import { fields, flag, RecordObject } from "./record";
import { intersection, type Region, regionOf } from "./region";
import { Table } from "./table";
import type { PivotState } from "./drawnState";
import { Worksheet } from "./worksheet";

export class PivotTable extends RecordObject {
  readonly #pivot: PivotHandle;
  static {
    fields(this, { allowMultipleFiltersPerField: flag(false), enableDataValueEditing: flag(false), refreshOnOpen: flag(false), useCustomSortLists: flag(true) });
  }

  constructor(book: Book, sheetId: string, id: string) {
    const pivot = new PivotHandle(book, sheetId, id);
    super({ read: () => pivot.read(), changed: () => undefined });
    this.#pivot = pivot;
  }
  static pivot(table: PivotTable): PivotHandle {
    return table.#pivot;
  }
  override identity() {
    return { Id: this.#pivot.id };
  }
  get columnHierarchies(): RowColumnPivotHierarchyCollection {
    return new RowColumnPivotHierarchyCollection(this.#pivot, "columns");
  }
  get dataHierarchies(): DataPivotHierarchyCollection {
    return new DataPivotHierarchyCollection(this.#pivot);
  }
  get filterHierarchies(): FilterPivotHierarchyCollection {
    return new FilterPivotHierarchyCollection(this.#pivot);
  }
  get hierarchies(): PivotHierarchyCollection {
    return new PivotHierarchyCollection(this.#pivot);
  }
  get layout(): PivotLayout {
    return new PivotLayout(this.#pivot);
  }
  get rowHierarchies(): RowColumnPivotHierarchyCollection {
    return new RowColumnPivotHierarchyCollection(this.#pivot, "rows");
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.#pivot.book, this.#pivot.sheetId);
  }
  get id(): string {
    return this.#pivot.id;
  }
  get name(): string {
    return this.#pivot.state().name;
  }
  set name(value: unknown) {
    const { book, sheetId, id } = this.#pivot;
    this.#pivot.state().name = checkPivotName(book, sheetId, value, id);
  }
  delete(): void {
    const { book, sheetId, id } = this.#pivot;
    const { drawn } = this.#pivot.state();
    if (drawn) {
      book.grid.clear({ sheetId, ...drawn }, "Contents");
      book.grid.applyStyle({ sheetId, ...drawn }, { bold: false, fillColor: "" });
    }
    const sheet = book.sheetState(sheetId);
    sheet.pivots = sheet.pivots.filter((pivot) => pivot.id !== id);
  }
  getDataSourceString(): string {
    const { source } = this.#pivot.state();
    const { grid } = this.#pivot.book;
    const table = grid.tables().find((one) => one.id === source.tableId);
    return table?.name ?? `${quoteSheetName(this.#pivot.book.sheet(source.sheetId).name)}!${formatRegion(source.region)}`;
  }
  getDataSourceType(): string {
    return this.#pivot.state().source.tableId === undefined ? "LocalRange" : "LocalTable";
  }
  refresh(): void | Promise<void> {
    return this.#pivot.book.whenCalculated(() => this.#pivot.refresh());
  }
}

/** PivotTables of the workbook, of a sheet, or of some cells. */
abstract class PivotList extends HostCollection<PivotTable> {
  readonly #book: Book;
  readonly #sheetId: string | undefined;
  readonly #within: { readonly region: Region; readonly whole: boolean } | undefined;

  constructor(book: Book, sheetId?: string, within?: { readonly region: Region; readonly whole: boolean }) {
    super();
    this.#book = book;
    this.#sheetId = sheetId;
    this.#within = within;
  }
  static place(list: PivotList): { readonly book: Book; readonly sheetId: string | undefined } {
    return { book: list.#book, sheetId: list.#sheetId };
  }
  get items(): readonly PivotTable[] {
    const sheets = this.#sheetId === undefined ? this.#book.sheets().map(({ id }) => id) : [this.#sheetId];
    return sheets.flatMap((sheetId) =>
      (this.#book.state.sheets[sheetId]?.pivots ?? []).filter((pivot) => this.#holds(pivot)).map((pivot) => new PivotTable(this.#book, sheetId, pivot.id)),
    );
  }
  getCount(): number {
    return this.items.length;
  }
  getItem(name: unknown): PivotTable {
    const wanted = String(name).toLowerCase();
    const found = this.items.find((pivot) => pivot.name.toLowerCase() === wanted || pivot.id.toLowerCase() === wanted);
    if (!found) throw notFound(`There is no PivotTable "${String(name)}".`);
    return found;
  }
  #holds({ drawn }: PivotState): boolean {
    if (!this.#within) return true;
    const common = drawn && intersection(drawn, this.#within.region);
    return common !== undefined && (!this.#within.whole || JSON.stringify(common) === JSON.stringify(regionOf(drawn as Region)));
  }
}

export class PivotTableScopedCollection extends PivotList {
  getFirst(): PivotTable {
    const [first] = this.items;
    if (!first) throw notFound("There is no PivotTable in these cells.");
    return first;
  }
}

export class PivotTableCollection extends PivotList {
  add(name: unknown, source: unknown, destination: unknown): PivotTable | Promise<PivotTable> {
    const { book, sheetId = book.grid.activeSheet() } = PivotList.place(this);
    const target = refOfArgument(book, sheetId, destination);
    const checked = checkPivotName(book, target.sheetId, name);
    checkUnlocked(book, target.area);
    const pivot: PivotState = {
      id: book.newId(),
      name: checked,
      source: sourceOf(book, sheetId, source),
      anchor: { row: target.region.row, column: target.region.column },
      cache: { titles: [], rows: [], formats: [] },
      rows: [],
      columns: [],
      filters: [],
      data: [],
      fields: {},
      settings: {},
      drawn: undefined,
    };
    return book.whenCalculated(() => {
      const { pivots } = book.sheetState(target.sheetId);
      pivots.push(pivot);
      try {
        new PivotHandle(book, target.sheetId, pivot.id).refresh();
      } catch (error) {
        pivots.pop();
        throw error;
      }
      return new PivotTable(book, target.sheetId, pivot.id);
    });
  }
  refreshAll(): void | Promise<void> {
    const { book } = PivotList.place(this);
    return book.whenCalculated(() => {
      for (const pivot of this.items) PivotTable.pivot(pivot).refresh();
    });
  }
}

function sourceOf(book: Book, sheetId: string, source: unknown): PivotState["source"] {
  const wanted = source instanceof Table ? source.name : source;
  const table = typeof wanted === "string" ? book.grid.tables().find((one) => one.name.toLowerCase() === wanted.toLowerCase()) : undefined;
  if (table) return { sheetId: table.area.sheetId, region: regionOf(table.area), tableId: table.id };
  const ref = source instanceof RangeCore ? refOf(source) : refOfArgument(book, sheetId, source);
  if (ref.region.rowCount < 2) throw invalid("The source of a PivotTable needs a row of titles and at least one row of data.");
  return { sheetId: ref.sheetId, region: regionOf(ref.region), tableId: undefined };
}

function checkPivotName(book: Book, sheetId: string, value: unknown, ownId?: string): string {
  const name = checkString("name", value);
  if (name.trim() === "") throw invalid("The name of a PivotTable cannot be empty.");
  const taken = book.sheetState(sheetId).pivots.find((pivot) => pivot.id !== ownId && pivot.name.toLowerCase() === name.toLowerCase());
  if (taken) throw invalid(`A PivotTable named "${taken.name}" is already on the worksheet.`);
  return name;
}
