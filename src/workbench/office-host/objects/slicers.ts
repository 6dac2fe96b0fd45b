import { HostCollection, HostObject } from "../hostObject";
import { checkBoolean, invalid, notFound } from "./arguments";
import type { Book } from "./book";
import { PivotField } from "./pivotFields";
import { PivotHandle } from "./pivotHandle";
import { fieldState, itemsOf, labelOf } from "./pivotItems";
import { PivotTable, PivotTableCollection } from "./pivotTables";
import { fields, number, oneOf, RecordObject, text } from "./record";
import { Table } from "./table";
import { TableColumn } from "./tableColumns";
import type { SlicerState } from "./drawnState";
import { Worksheet } from "./worksheet";

/** Size of a new slicer in Excel, in points. */
const NEW_SLICER = { left: 0, top: 0, width: 144, height: 194.5 };

/** Access of a slicer to what is kept of it and to the table or PivotTable it filters. */
class SlicerHandle {
  constructor(
    readonly book: Book,
    readonly sheetId: string,
    readonly id: string,
  ) {}

  state(): SlicerState {
    const found = this.book.sheetState(this.sheetId).slicers.find((slicer) => slicer.id === this.id);
    if (!found) throw notFound("The slicer was deleted.");
    return found;
  }

  /** Items in the order they are shown. */
  labels(): string[] {
    const { source, field, settings } = this.state();
    const pivot = this.#pivot();
    const column = pivot ? undefined : new Table(this.book, source.id).columns.getItem(field).getDataBodyRange().text;
    const labels = pivot ? itemsOf(pivot.state(), field).map(labelOf) : [...new Set((column ?? []).flat().map(String))];
    if (settings.sortBy === "DataSourceOrder" || (pivot && settings.sortBy === undefined)) return labels;
    const sorted = labels.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
    return settings.sortBy === "Descending" ? sorted.reverse() : sorted;
  }

  select(labels: readonly string[] | undefined): void {
    const slicer = this.state();
    slicer.selected = labels && [...labels];
    const pivot = this.#pivot();
    if (pivot) {
      fieldState(pivot.state(), slicer.field).slicer = slicer.selected;
      pivot.draw();
      return;
    }
    const { filter } = new Table(this.book, slicer.source.id).columns.getItem(slicer.field);
    if (labels) filter.applyValuesFilter([...labels]);
    else filter.clear();
  }

  #pivot(): PivotHandle | undefined {
    const { source } = this.state();
    return source.pivotSheetId === undefined ? undefined : new PivotHandle(this.book, source.pivotSheetId, source.id);
  }
}

export class Slicer extends RecordObject {
  readonly #slicer: SlicerHandle;
  static {
    fields(this, {
      caption: text(""),
      height: number(NEW_SLICER.height, 0),
      left: number(0, 0),
      name: text(""),
      sortBy: oneOf("Ascending", "DataSourceOrder", "Descending"),
      style: text("SlicerStyleLight1"),
      top: number(0, 0),
      width: number(NEW_SLICER.width, 0),
    });
  }

  constructor(book: Book, sheetId: string, id: string) {
    const slicer = new SlicerHandle(book, sheetId, id);
    super({ read: () => slicer.state().settings, changed: () => book.chartsChanged(sheetId) });
    this.#slicer = slicer;
  }
  override identity() {
    return { Id: this.#slicer.id };
  }
  get slicerItems(): SlicerItemCollection {
    return new SlicerItemCollection(this.#slicer);
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.#slicer.book, this.#slicer.sheetId);
  }
  get id(): string {
    return this.#slicer.id;
  }
  get isFilterCleared(): boolean {
    return this.#slicer.state().selected === undefined;
  }
  clearFilters(): void {
    this.#slicer.select(undefined);
  }
  /** What it filtered stays filtered, as in Excel. */
  delete(): void {
    const { book, sheetId, id } = this.#slicer;
    this.#slicer.state();
    const sheet = book.sheetState(sheetId);
    sheet.slicers = sheet.slicers.filter((slicer) => slicer.id !== id);
    book.chartsChanged(sheetId);
  }
  getSelectedItems(): string[] {
    return this.#slicer.state().selected ?? this.#slicer.labels();
  }
  /** Without items all are selected. */
  selectItems(items?: unknown): void {
    const wanted = Array.isArray(items) ? items.map(String) : [];
    const known = this.#slicer.labels();
    const unknown = wanted.find((item) => !known.includes(item));
    if (unknown !== undefined) throw invalid(`There is no item "${unknown}" in the slicer.`);
    this.#slicer.select(wanted.length > 0 ? wanted : undefined);
  }
}

export class SlicerItem extends HostObject {
  readonly #slicer: SlicerHandle;
  readonly #label: string;

  constructor(slicer: SlicerHandle, label: string) {
    super();
    this.#slicer = slicer;
    this.#label = label;
  }
  override identity() {
    return { Id: this.#label };
  }
  get hasData(): boolean {
    return this.#slicer.labels().includes(this.#label);
  }
  get isSelected(): boolean {
    return this.#slicer.state().selected?.includes(this.#label) ?? true;
  }
  set isSelected(value: unknown) {
    const others = (this.#slicer.state().selected ?? this.#slicer.labels()).filter((label) => label !== this.#label);
    this.#slicer.select(checkBoolean("isSelected", value) ? [...others, this.#label] : others);
  }
  get key(): string {
    return this.#label;
  }
  get name(): string {
    return this.#label;
  }
}

export class SlicerItemCollection extends HostCollection<SlicerItem> {
  readonly #slicer: SlicerHandle;

  constructor(slicer: SlicerHandle) {
    super();
    this.#slicer = slicer;
  }
  get items(): readonly SlicerItem[] {
    return this.#slicer.labels().map((label) => new SlicerItem(this.#slicer, label));
  }
  getCount(): number {
    return this.items.length;
  }
  getItem(key: unknown): SlicerItem {
    if (!this.#slicer.labels().includes(String(key))) throw notFound(`There is no item "${String(key)}" in the slicer.`);
    return new SlicerItem(this.#slicer, String(key));
  }
}

export class SlicerCollection extends HostCollection<Slicer> {
  readonly #book: Book;
  readonly #sheetId: string | undefined;

  constructor(book: Book, sheetId?: string) {
    super();
    this.#book = book;
    this.#sheetId = sheetId;
  }
  get items(): readonly Slicer[] {
    const sheets = this.#sheetId === undefined ? this.#book.sheets().map(({ id }) => id) : [this.#sheetId];
    return sheets.flatMap((sheetId) => (this.#book.state.sheets[sheetId]?.slicers ?? []).map(({ id }) => new Slicer(this.#book, sheetId, id)));
  }
  add(slicerSource: unknown, sourceField: unknown, slicerDestination?: unknown): Slicer {
    const place = slicerDestination instanceof Worksheet ? Worksheet.id(slicerDestination) : slicerDestination === undefined ? (this.#sheetId ?? this.#book.grid.activeSheet()) : this.#book.findSheet(String(slicerDestination))?.id;
    if (place === undefined) throw invalid("slicerDestination must be a Worksheet, its name or id.");
    const { source, field } = this.#source(slicerSource, sourceField);
    const taken = new Set(this.items.map((slicer) => String((slicer as unknown as { name: unknown }).name)));
    let name = field;
    for (let count = 1; taken.has(name); count++) name = `${field} ${count}`;
    const slicer: SlicerState = { id: this.#book.newId(), source, field, selected: undefined, settings: { ...NEW_SLICER, name, caption: field } };
    this.#book.sheetState(place).slicers.push(slicer);
    this.#book.chartsChanged(place);
    return new Slicer(this.#book, place, slicer.id);
  }
  getCount(): number {
    return this.items.length;
  }
  getItem(key: unknown): Slicer {
    const wanted = String(key).toLowerCase();
    const found = this.items.find((slicer) => slicer.id.toLowerCase() === wanted || String((slicer as unknown as { name: unknown }).name).toLowerCase() === wanted);
    if (!found) throw notFound(`There is no slicer "${String(key)}".`);
    return found;
  }

  #source(slicerSource: unknown, sourceField: unknown): Pick<SlicerState, "source" | "field"> {
    const name = slicerSource instanceof Table || slicerSource instanceof PivotTable ? slicerSource.name : String(slicerSource);
    const table = slicerSource instanceof PivotTable ? undefined : this.#book.grid.tables().find((one) => one.name.toLowerCase() === name.toLowerCase() || one.id === name);
    if (table) {
      const field = sourceField instanceof TableColumn ? sourceField.name : typeof sourceField === "number" ? table.columns[sourceField] : table.columns.find((column) => column.toLowerCase() === String(sourceField).toLowerCase());
      if (field === undefined) throw invalid(`The table ${table.name} has no column "${String(sourceField)}".`);
      return { source: { id: table.id, pivotSheetId: undefined }, field };
    }
    const pivot = PivotTable.pivot(slicerSource instanceof PivotTable ? slicerSource : new PivotTableCollection(this.#book).getItem(name));
    const field = sourceField instanceof PivotField ? PivotField.title(sourceField) : pivot.field(String(sourceField));
    if (field === undefined) throw invalid(`The PivotTable ${name} has no field "${String(sourceField)}".`);
    return { source: { id: pivot.id, pivotSheetId: pivot.sheetId }, field };
  }
}
