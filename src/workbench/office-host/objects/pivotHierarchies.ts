import { HostCollection, HostObject } from "../hostObject";
import { checkInteger, checkOneOf, checkString, invalid, notFound } from "./arguments";
import { PivotField, PivotFieldCollection } from "./pivotFields";
import type { PivotHandle } from "./pivotHandle";
import { dataName, fieldState } from "./pivotItems";
import type { PivotDataState, PivotState } from "./drawnState";

type Axis = "rows" | "columns" | "filters";

/** What every hierarchy has: a column of the source under a name. */
abstract class Hierarchy extends HostObject {
  protected static handle = new WeakMap<Hierarchy, { pivot: PivotHandle; field: string }>();

  constructor(pivot: PivotHandle, field: string) {
    super();
    Hierarchy.handle.set(this, { pivot, field });
  }
  static of(hierarchy: Hierarchy): { pivot: PivotHandle; field: string } {
    return Hierarchy.handle.get(hierarchy) as { pivot: PivotHandle; field: string };
  }
  override identity() {
    return { Id: Hierarchy.of(this).field };
  }
  get id(): string {
    return Hierarchy.of(this).field;
  }
  get name(): string {
    const { pivot, field } = Hierarchy.of(this);
    return pivot.state().fields[field]?.name ?? field;
  }
  set name(value: unknown) {
    const { pivot, field } = Hierarchy.of(this);
    fieldState(pivot.state(), field).name = checkString("name", value);
    pivot.draw();
  }
  get fields(): PivotFieldCollection {
    const { pivot, field } = Hierarchy.of(this);
    return new PivotFieldCollection(pivot, field);
  }
}

export class PivotHierarchy extends Hierarchy {}

/** Where a hierarchy stands among those of its axis. */
function move(list: string[], field: string, to: unknown): void {
  const index = checkInteger("position", to, 0, list.length - 1);
  list.splice(index, 0, ...list.splice(list.indexOf(field), 1));
}

export class RowColumnPivotHierarchy extends Hierarchy {
  get position(): number {
    const { pivot, field } = Hierarchy.of(this);
    return listOf(pivot.state(), field).indexOf(field);
  }
  set position(value: unknown) {
    const { pivot, field } = Hierarchy.of(this);
    move(listOf(pivot.state(), field), field, value);
    pivot.draw();
  }
  setToDefault(): void {
    const { pivot, field } = Hierarchy.of(this);
    delete pivot.state().fields[field];
    pivot.draw();
  }
}

function listOf(pivot: PivotState, field: string): string[] {
  return pivot.columns.includes(field) ? pivot.columns : pivot.rows;
}

export class FilterPivotHierarchy extends Hierarchy {
  get enableMultipleFilterItems(): boolean {
    const { pivot, field } = Hierarchy.of(this);
    return fieldState(pivot.state(), field).settings.multiple === true;
  }
  set enableMultipleFilterItems(value: unknown) {
    const { pivot, field } = Hierarchy.of(this);
    fieldState(pivot.state(), field).settings.multiple = value === true;
  }
  get position(): number {
    const { pivot, field } = Hierarchy.of(this);
    return pivot.state().filters.indexOf(field);
  }
  set position(value: unknown) {
    const { pivot, field } = Hierarchy.of(this);
    move(pivot.state().filters, field, value);
    pivot.draw();
  }
  setToDefault(): void {
    const { pivot, field } = Hierarchy.of(this);
    delete pivot.state().fields[field];
    pivot.draw();
  }
}

abstract class HierarchyList<Item extends Hierarchy> extends HostCollection<Item> {
  readonly #pivot: PivotHandle;
  readonly #list: () => readonly string[];
  readonly #make: (field: string) => Item;

  constructor(pivot: PivotHandle, list: () => readonly string[], make: (field: string) => Item) {
    super();
    this.#pivot = pivot;
    this.#list = list;
    this.#make = make;
  }
  static pivot(list: HierarchyList<Hierarchy>): PivotHandle {
    return list.#pivot;
  }
  get items(): readonly Item[] {
    return this.#list().map((field) => this.#make(field));
  }
  getCount(): number {
    return this.#list().length;
  }
  getItem(name: unknown): Item {
    const field = this.#pivot.field(String(name));
    if (field === undefined || !this.#list().includes(field)) throw notFound(`There is no hierarchy "${String(name)}" here.`);
    return this.#make(field);
  }
}

export class PivotHierarchyCollection extends HierarchyList<PivotHierarchy> {
  constructor(pivot: PivotHandle) {
    super(pivot, () => pivot.state().cache.titles, (field) => new PivotHierarchy(pivot, field));
  }
}

function added(pivot: PivotHandle, axis: Axis, hierarchy: unknown): string {
  if (!(hierarchy instanceof PivotHierarchy)) throw invalid("pivotHierarchy must be one of PivotTable.hierarchies.");
  const { field } = Hierarchy.of(hierarchy);
  const state = pivot.state();
  // A hierarchy stands on one axis only.
  for (const other of ["rows", "columns", "filters"] as const) state[other] = state[other].filter((one) => one !== field);
  state[axis].push(field);
  pivot.draw();
  return field;
}

function removed(pivot: PivotHandle, axis: Axis, hierarchy: unknown): void {
  if (!(hierarchy instanceof Hierarchy)) throw invalid("A hierarchy of this axis was expected.");
  const { field } = Hierarchy.of(hierarchy);
  const state = pivot.state();
  if (!state[axis].includes(field)) throw invalid(`The hierarchy ${field} is not on this axis.`);
  state[axis] = state[axis].filter((one) => one !== field);
  pivot.draw();
}

export class RowColumnPivotHierarchyCollection extends HierarchyList<RowColumnPivotHierarchy> {
  readonly #axis: "rows" | "columns";

  constructor(pivot: PivotHandle, axis: "rows" | "columns") {
    super(pivot, () => pivot.state()[axis], (field) => new RowColumnPivotHierarchy(pivot, field));
    this.#axis = axis;
  }
  add(pivotHierarchy: unknown): RowColumnPivotHierarchy {
    const pivot = HierarchyList.pivot(this);
    return new RowColumnPivotHierarchy(pivot, added(pivot, this.#axis, pivotHierarchy));
  }
  remove(rowColumnPivotHierarchy: unknown): void {
    removed(HierarchyList.pivot(this), this.#axis, rowColumnPivotHierarchy);
  }
}

export class FilterPivotHierarchyCollection extends HierarchyList<FilterPivotHierarchy> {
  constructor(pivot: PivotHandle) {
    super(pivot, () => pivot.state().filters, (field) => new FilterPivotHierarchy(pivot, field));
  }
  add(pivotHierarchy: unknown): FilterPivotHierarchy {
    const pivot = HierarchyList.pivot(this);
    return new FilterPivotHierarchy(pivot, added(pivot, "filters", pivotHierarchy));
  }
  remove(filterPivotHierarchy: unknown): void {
    removed(HierarchyList.pivot(this), "filters", filterPivotHierarchy);
  }
}

const FUNCTIONS = ["Automatic", "Sum", "Count", "Average", "Max", "Min", "Product", "CountNumbers", "StandardDeviation", "StandardDeviationP", "Variance", "VarianceP"] as const;
const RELATIONS = ["None", "PercentOfGrandTotal", "PercentOfRowTotal", "PercentOfColumnTotal", "PercentOfParentRowTotal", "PercentOfParentColumnTotal", "PercentOf", "DifferenceFrom", "PercentDifferenceFrom"] as const;

export class DataPivotHierarchy extends HostObject {
  readonly #pivot: PivotHandle;
  readonly #id: string;

  constructor(pivot: PivotHandle, id: string) {
    super();
    this.#pivot = pivot;
    this.#id = id;
  }
  override identity() {
    return { Id: this.#id };
  }
  get id(): string {
    return this.#id;
  }
  get field(): PivotField {
    return new PivotField(this.#pivot, this.#data().field);
  }
  get name(): string {
    return dataName(this.#pivot.state(), this.#data());
  }
  set name(value: unknown) {
    const name = checkString("name", value);
    if (this.#pivot.field(name) !== undefined) throw invalid(`The name "${name}" is that of a field of the source: choose another, for instance with a space behind it.`);
    this.#change((data) => (data.name = name));
  }
  get numberFormat(): string {
    return this.#data().numberFormat || "General";
  }
  set numberFormat(value: unknown) {
    const numberFormat = checkString("numberFormat", value);
    this.#change((data) => (data.numberFormat = numberFormat));
  }
  get position(): number {
    return this.#pivot.state().data.findIndex((data) => data.id === this.#id);
  }
  set position(value: unknown) {
    const { data } = this.#pivot.state();
    data.splice(checkInteger("position", value, 0, data.length - 1), 0, ...data.splice(this.position, 1));
    this.#pivot.draw();
  }
  get showAs(): Record<string, unknown> {
    return { calculation: this.#data().showAs.calculation };
  }
  set showAs(value: unknown) {
    const { calculation, baseField, baseItem } = (value ?? {}) as { calculation?: unknown; baseField?: unknown; baseItem?: unknown };
    const kind = checkOneOf("calculation", calculation, RELATIONS);
    const base = { ...(baseField instanceof PivotField ? { baseField: PivotField.title(baseField) } : {}), ...(isNamed(baseItem) ? { baseItem: baseItem.name } : {}) };
    const format = /^Percent/.test(kind) ? "0.00%" : undefined;
    this.#change((data) => {
      if (format !== undefined || data.numberFormat === "0.00%") data.numberFormat = format ?? "General";
      data.showAs = { calculation: kind, ...base };
    });
  }
  get summarizeBy(): string {
    return this.#data().summarizeBy;
  }
  set summarizeBy(value: unknown) {
    const summarizeBy = checkOneOf("summarizeBy", value, FUNCTIONS);
    this.#change((data) => (data.summarizeBy = summarizeBy));
  }
  setToDefault(): void {
    this.#change((data) => Object.assign(data, { name: undefined, summarizeBy: "Automatic", numberFormat: "", showAs: { calculation: "None" } }));
  }
  #data(): PivotDataState {
    const found = this.#pivot.state().data.find((data) => data.id === this.#id);
    if (!found) throw notFound("The data hierarchy was removed.");
    return found;
  }
  #change(work: (data: PivotDataState) => void): void {
    work(this.#data());
    this.#pivot.draw();
  }
}

function isNamed(value: unknown): value is { name: string } {
  return value instanceof HostObject && typeof (value as { name?: unknown }).name === "string";
}

export class DataPivotHierarchyCollection extends HostCollection<DataPivotHierarchy> {
  readonly #pivot: PivotHandle;

  constructor(pivot: PivotHandle) {
    super();
    this.#pivot = pivot;
  }
  get items(): readonly DataPivotHierarchy[] {
    return this.#pivot.state().data.map(({ id }) => new DataPivotHierarchy(this.#pivot, id));
  }
  add(pivotHierarchy: unknown): DataPivotHierarchy {
    if (!(pivotHierarchy instanceof PivotHierarchy)) throw invalid("pivotHierarchy must be one of PivotTable.hierarchies.");
    const { field } = Hierarchy.of(pivotHierarchy);
    const { book } = this.#pivot;
    const data: PivotDataState = { id: book.newId(), field, name: undefined, summarizeBy: "Automatic", numberFormat: "", showAs: { calculation: "None" } };
    const pivot = this.#pivot.state();
    const name = dataName(pivot, data);
    // The same column again: `Sum of Sales2`.
    const taken = pivot.data.map((one) => dataName(pivot, one));
    for (let number = 2; taken.includes(data.name ?? name); number++) data.name = `${name}${number}`;
    pivot.data.push(data);
    this.#pivot.draw();
    return new DataPivotHierarchy(this.#pivot, data.id);
  }
  remove(dataPivotHierarchy: unknown): void {
    if (!(dataPivotHierarchy instanceof DataPivotHierarchy)) throw invalid("A data hierarchy was expected.");
    const { id } = dataPivotHierarchy;
    const pivot = this.#pivot.state();
    pivot.data = pivot.data.filter((data) => data.id !== id);
    this.#pivot.draw();
  }
  getCount(): number {
    return this.#pivot.state().data.length;
  }
  getItem(name: unknown): DataPivotHierarchy {
    const wanted = String(name).toLowerCase();
    const found = this.items.find((data) => data.name.toLowerCase() === wanted || data.id.toLowerCase() === wanted);
    if (!found) throw notFound(`There is no data hierarchy "${String(name)}".`);
    return found;
  }
}
