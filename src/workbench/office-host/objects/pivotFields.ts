import { HostCollection, HostError, HostObject } from "../hostObject";
import { checkBoolean, checkOneOf, checkString, invalid, notFound } from "./arguments";
import type { PivotHandle } from "./pivotHandle";
import { dataName, fieldState, itemsOf, labelOf } from "./pivotItems";
import { fields, flag, free, RecordObject } from "./record";
import type { PivotFieldState } from "./drawnState";

const FILTERS = { Value: "valueFilter", Manual: "manualFilter", Label: "labelFilter", Date: "dateFilter" } as const;

export class PivotField extends RecordObject {
  readonly #pivot: PivotHandle;
  readonly #field: string;
  static {
    fields(this, { showAllItems: flag(false), subtotals: free({ automatic: true }) });
  }

  constructor(pivot: PivotHandle, field: string) {
    super({ read: () => fieldState(pivot.state(), field).settings, changed: () => pivot.draw() });
    this.#pivot = pivot;
    this.#field = field;
  }
  static title(field: PivotField): string {
    return field.#field;
  }
  override identity() {
    return { Id: this.#field };
  }
  get id(): string {
    return this.#field;
  }
  get name(): string {
    return this.#state().name ?? this.#field;
  }
  set name(value: unknown) {
    this.#state().name = checkString("name", value);
    this.#pivot.draw();
  }
  get items(): PivotItemCollection {
    return new PivotItemCollection(this.#pivot, this.#field);
  }
  applyFilter(filter: unknown): void {
    const pivot = this.#pivot.state();
    if (![...pivot.rows, ...pivot.columns, ...pivot.filters].includes(this.#field)) throw invalid(`The field ${this.name} is not used by the PivotTable: add it to rows, columns or filters first.`);
    const given = Object.entries((filter ?? {}) as Record<string, Record<string, unknown> | undefined>).filter(([, details]) => details);
    for (const [kind, details] of given) {
      if (!Object.values(FILTERS).some((known) => known === kind)) throw invalid(`${kind} is no filter: use ${Object.values(FILTERS).join(", ")}.`);
      if (pivot.filters.includes(this.#field) && kind !== "manualFilter") throw invalid("A field of the filter area takes a manual filter only.");
      const { selectedItems, ...rest } = details ?? {};
      const items = Array.isArray(selectedItems) ? { selectedItems: selectedItems.map((item) => (item instanceof PivotItem ? item.name : String(item))) } : {};
      this.#state().filters[kind] = { ...rest, ...items };
    }
    this.#pivot.draw();
  }
  clearAllFilters(): void {
    Object.assign(this.#state(), { filters: {}, hidden: [] });
    this.#pivot.draw();
  }
  clearFilter(filterType: unknown): void {
    const type = checkOneOf("filterType", filterType, ["Value", "Manual", "Label", "Date"]);
    delete this.#state().filters[FILTERS[type]];
    if (type === "Manual") this.#state().hidden = [];
    this.#pivot.draw();
  }
  getFilters(): Record<string, unknown> {
    return structuredClone(this.#state().filters);
  }
  isFiltered(filterType?: unknown): boolean {
    const { filters, hidden } = this.#state();
    if (filterType === undefined) return Object.keys(filters).length > 0 || hidden.length > 0;
    const type = checkOneOf("filterType", filterType, ["Unknown", "Value", "Manual", "Label", "Date"]);
    return type !== "Unknown" && (filters[FILTERS[type]] !== undefined || (type === "Manual" && hidden.length > 0));
  }
  sortByLabels(sortBy: unknown): void {
    const state = this.#state();
    state.descending = isDescending(sortBy);
    delete state.sortedBy;
    this.#pivot.draw();
  }
  /** By the totals of a data hierarchy. */
  sortByValues(sortBy: unknown, valuesHierarchy: unknown, pivotItemScope?: unknown): void {
    if (Array.isArray(pivotItemScope) && pivotItemScope.length > 0) throw new HostError("NotImplemented", "pivotItemScope of PivotField.sortByValues is not implemented by this host.");
    const pivot = this.#pivot.state();
    const name = (valuesHierarchy as { name?: unknown } | undefined)?.name;
    if (!pivot.data.some((data) => dataName(pivot, data) === name)) throw invalid("valuesHierarchy must be a data hierarchy of the PivotTable.");
    Object.assign(this.#state(), { descending: isDescending(sortBy), sortedBy: name });
    this.#pivot.draw();
  }
  #state(): PivotFieldState {
    return fieldState(this.#pivot.state(), this.#field);
  }
}

/** office.js sends whether the order is ascending where the typings have a word. */
function isDescending(sortBy: unknown): boolean {
  return typeof sortBy === "boolean" ? !sortBy : checkOneOf("sortBy", sortBy, ["Ascending", "Descending"]) === "Descending";
}

export class PivotFieldCollection extends HostCollection<PivotField> {
  readonly #pivot: PivotHandle;
  readonly #field: string;

  constructor(pivot: PivotHandle, field: string) {
    super();
    this.#pivot = pivot;
    this.#field = field;
  }
  get items(): readonly PivotField[] {
    return [new PivotField(this.#pivot, this.#field)];
  }
  getCount(): number {
    return 1;
  }
  getItem(name: unknown): PivotField {
    if (this.#pivot.field(String(name)) !== this.#field) throw notFound(`There is no field "${String(name)}" in this hierarchy.`);
    return new PivotField(this.#pivot, this.#field);
  }
}

export class PivotItem extends HostObject {
  readonly #pivot: PivotHandle;
  readonly #field: string;
  readonly #label: string;

  constructor(pivot: PivotHandle, field: string, label: string) {
    super();
    this.#pivot = pivot;
    this.#field = field;
    this.#label = label;
  }
  override identity() {
    return { Id: this.#label };
  }
  get id(): string {
    return this.#label;
  }
  get name(): string {
    return this.#label;
  }
  set name(value: unknown) {
    if (checkString("name", value) !== this.#label) throw new HostError("NotImplemented", "Other names for items (PivotItem.name) are not implemented by this host.");
  }
  get isExpanded(): boolean {
    return true;
  }
  set isExpanded(value: unknown) {
    if (!checkBoolean("isExpanded", value)) throw new HostError("NotImplemented", "Collapsed items (PivotItem.isExpanded) are not implemented by this host.");
  }
  get visible(): boolean {
    const { filters, hidden } = fieldState(this.#pivot.state(), this.#field);
    const selected = filters.manualFilter?.selectedItems;
    return !hidden.includes(this.#label) && (!Array.isArray(selected) || selected.includes(this.#label));
  }
  set visible(value: unknown) {
    const state = fieldState(this.#pivot.state(), this.#field);
    state.hidden = state.hidden.filter((label) => label !== this.#label);
    if (!checkBoolean("visible", value)) state.hidden.push(this.#label);
    this.#pivot.draw();
  }
}

export class PivotItemCollection extends HostCollection<PivotItem> {
  readonly #pivot: PivotHandle;
  readonly #field: string;

  constructor(pivot: PivotHandle, field: string) {
    super();
    this.#pivot = pivot;
    this.#field = field;
  }
  get items(): readonly PivotItem[] {
    return itemsOf(this.#pivot.state(), this.#field).map((item) => new PivotItem(this.#pivot, this.#field, labelOf(item)));
  }
  getCount(): number {
    return this.items.length;
  }
  getItem(name: unknown): PivotItem {
    const found = this.items.find((item) => item.name.toLowerCase() === String(name).toLowerCase());
    if (!found) throw notFound(`There is no item "${String(name)}" in the field ${this.#field}.`);
    return found;
  }
}
