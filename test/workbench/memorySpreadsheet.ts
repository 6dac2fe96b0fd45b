import type {
  Area,
  CellInput,
  CellStyle,
  CellValue,
  ConditionalRule,
  DefinedName,
  GridFunction,
  SheetInfo,
  Spreadsheet,
  TableInfo,
  ValidationRule,
} from "../../src/workbench/spreadsheet/spreadsheet";
import { afterChange, intersection, type Region, type StructureChange } from "../../src/workbench/office-host/objects/region";
import { type Cell, emptySheet, key, type MemorySheet, shiftSheet, silent, usedRegion } from "./memorySheet";
import { evaluate } from "./tinyFormulas";

/** A spreadsheet without a screen for tests: cells in a map, formulas by a few rules (`tinyFormulas`). */
export class MemorySpreadsheet implements Spreadsheet {
  #sheets: MemorySheet[] = [];
  #active = "";
  #names: DefinedName[] = [];
  #tables: TableInfo[] = [];
  #selection: Area[] = [];
  #last = 0;
  editing = false;
  automatic = true;
  readonly conditional = new Map<string, readonly ConditionalRule[]>();
  readonly validations = new Map<string, readonly ValidationRule[]>();
  readonly hyperlinks = new Map<string, { readonly address: string; readonly text: string }>();
  readonly notes = new Map<string, string>();
  functions: readonly GridFunction[] = [];
  mayEdit: (area: Area) => boolean = () => true;
  events = silent();

  constructor(...sheetNames: string[]) {
    this.reset(sheetNames[0] ?? "Sheet1");
    for (const name of sheetNames.slice(1)) this.addSheet(name);
  }

  #sheet(id: string): MemorySheet {
    const sheet = this.#sheets.find((one) => one.id === id);
    if (!sheet) throw new Error(`no sheet ${id}`);
    return sheet;
  }
  #cell(sheet: MemorySheet, row: number, column: number): Cell {
    const at = key(row, column);
    const cell = sheet.cells.get(at) ?? { value: "", style: {} };
    sheet.cells.set(at, cell);
    return cell;
  }
  #matrix<T>(area: Area, read: (cell: Cell | undefined, row: number, column: number) => T): T[][] {
    const sheet = this.#sheet(area.sheetId);
    return Array.from({ length: area.rowCount }, (_r, r) =>
      Array.from({ length: area.columnCount }, (_c, c) => read(sheet.cells.get(key(area.row + r, area.column + c)), area.row + r, area.column + c)),
    );
  }
  #each(area: Area, work: (cell: Cell, r: number, c: number) => void): void {
    const sheet = this.#sheet(area.sheetId);
    for (let r = 0; r < area.rowCount; r++) for (let c = 0; c < area.columnCount; c++) work(this.#cell(sheet, area.row + r, area.column + c), r, c);
  }

  sheets(): readonly SheetInfo[] {
    return this.#sheets.map(({ id, name, hidden, tabColor, showGridlines, zoom, frozen }) => ({ id, name, hidden, tabColor, showGridlines, zoom, frozen }));
  }
  addSheet(name: string, position = this.#sheets.length): string {
    const id = `sheet-${++this.#last}`;
    const sheet = emptySheet(id, name);
    this.#sheets.splice(position, 0, sheet);
    return id;
  }
  copySheet(sheetId: string, name: string, position: number): string {
    const source = this.#sheet(sheetId);
    const id = this.addSheet(name, position);
    const { tabColor, showGridlines, zoom, frozen, cells, merges, widths, heights, hiddenRows, hiddenColumns } = source;
    Object.assign(this.#sheet(id), structuredClone({ tabColor, showGridlines, zoom, frozen, cells, merges, widths, heights, hiddenRows, hiddenColumns }));
    return id;
  }
  deleteSheet(sheetId: string): void {
    this.#sheets = this.#sheets.filter((sheet) => sheet.id !== sheetId);
    this.#tables = this.#tables.filter((table) => table.area.sheetId !== sheetId);
    this.#names = this.#names.filter((name) => name.sheetId !== sheetId);
  }
  renameSheet(sheetId: string, name: string): void {
    this.#sheet(sheetId).name = name;
  }
  moveSheet(sheetId: string, position: number): void {
    const sheet = this.#sheet(sheetId);
    this.#sheets = this.#sheets.filter((one) => one !== sheet);
    this.#sheets.splice(position, 0, sheet);
  }
  setSheetLook(sheetId: string, look: Partial<Pick<SheetInfo, "hidden" | "tabColor" | "showGridlines" | "frozen">>): void {
    Object.assign(this.#sheet(sheetId), look);
  }
  activeSheet(): string {
    return this.#active;
  }
  activateSheet(sheetId: string): void {
    if (sheetId !== this.#active) this.#selection = [{ sheetId, row: 0, column: 0, rowCount: 1, columnCount: 1 }];
    this.#active = sheetId;
  }

  values(area: Area): CellValue[][] {
    return this.#matrix(area, (cell, row, column) => (cell?.formula === undefined ? (cell?.value ?? "") : this.#calculate(area.sheetId, cell.formula, row, column)));
  }
  #calculate(sheetId: string, formula: string, row: number, column: number): CellValue {
    const read = (name: string | undefined, region: Region): CellValue[][] => {
      const sheet = name === undefined ? sheetId : this.#sheets.find((one) => one.name === name)?.id;
      if (sheet === undefined) return [["#REF!"]];
      if (sheet === sheetId && intersection(region, { row, column, rowCount: 1, columnCount: 1 })) return [[0]];
      return this.values({ sheetId: sheet, ...region });
    };
    return evaluate(formula, read);
  }
  formulas(area: Area): CellValue[][] {
    return this.#matrix(area, (cell) => cell?.formula ?? cell?.value ?? "");
  }
  texts(area: Area): string[][] {
    return this.values(area).map((row) => row.map((value) => (typeof value === "boolean" ? String(value).toUpperCase() : String(value))));
  }
  write(area: Area, cells: readonly (readonly (CellInput | undefined)[])[]): void {
    this.#each(area, (cell, r, c) => {
      const input = cells[r]?.[c];
      if (!input) return;
      delete cell.formula;
      if ("formula" in input) cell.formula = input.formula;
      else cell.value = "text" in input ? input.text : input.value;
    });
  }
  clear(area: Area, what: "Contents" | "Formats" | "All"): void {
    for (const [at, cell] of this.#sheet(area.sheetId).cells) {
      const [row = 0, column = 0] = at.split(",").map(Number);
      if (!intersection(area, { row, column, rowCount: 1, columnCount: 1 })) continue;
      if (what !== "Formats") {
        cell.value = "";
        delete cell.formula;
      }
      if (what !== "Contents") cell.style = {};
    }
  }
  usedArea(sheetId: string, valuesOnly: boolean): Area | undefined {
    const used = usedRegion(this.#sheet(sheetId), valuesOnly);
    return used && { sheetId, ...used };
  }
  styles(area: Area): CellStyle[][] {
    return this.#matrix(area, (cell) => cell?.style ?? {});
  }
  applyStyle(area: Area, style: CellStyle): void {
    // Whole columns and rows would be millions of cells: only those near the data are kept.
    const near = { ...area, rowCount: Math.min(area.rowCount, 200), columnCount: Math.min(area.columnCount, 100) };
    this.#each(near, (cell) => {
      const borders = style.borders ? { borders: { ...cell.style.borders, ...style.borders } } : {};
      cell.style = { ...cell.style, ...style, ...borders };
    });
  }
  insertCells(area: Area, shift: "Down" | "Right"): void {
    this.#shift(area, { kind: "insert", region: area, shift });
  }
  deleteCells(area: Area, shift: "Up" | "Left"): void {
    this.#shift(area, { kind: "delete", region: area, shift });
  }
  #shift(area: Area, change: StructureChange): void {
    shiftSheet(this.#sheet(area.sheetId), change);
    this.#tables = this.#tables.flatMap((table) => {
      if (table.area.sheetId !== area.sheetId) return [table];
      const to = afterChange(table.area, change);
      return to ? [{ ...table, area: { sheetId: area.sheetId, ...to } }] : [];
    });
  }
  merge(area: Area, across: boolean): void {
    const { sheetId, ...region } = area;
    const rows = across ? Array.from({ length: region.rowCount }, (_, r) => ({ ...region, row: region.row + r, rowCount: 1 })) : [region];
    this.#sheet(sheetId).merges.push(...rows);
  }
  unmerge(area: Area): void {
    const sheet = this.#sheet(area.sheetId);
    sheet.merges = sheet.merges.filter((merge) => !intersection(merge, area));
  }
  merges(sheetId: string): readonly Area[] {
    return this.#sheet(sheetId).merges.map((merge) => ({ sheetId, ...merge }));
  }
  spillArea(): Area | undefined {
    return undefined;
  }

  columnWidths(sheetId: string, from: number, count: number): number[] {
    return Array.from({ length: count }, (_, index) => this.#sheet(sheetId).widths.get(from + index) ?? 48);
  }
  setColumnWidth(sheetId: string, from: number, count: number, points: number): void {
    for (let index = 0; index < count; index++) this.#sheet(sheetId).widths.set(from + index, points);
  }
  rowHeights(sheetId: string, from: number, count: number): number[] {
    return Array.from({ length: count }, (_, index) => this.#sheet(sheetId).heights.get(from + index) ?? 15);
  }
  setRowHeight(sheetId: string, from: number, count: number, points: number): void {
    for (let index = 0; index < count; index++) this.#sheet(sheetId).heights.set(from + index, points);
  }
  setColumnsHidden(sheetId: string, from: number, count: number, hidden: boolean): void {
    for (let index = 0; index < count; index++) this.#sheet(sheetId).hiddenColumns[hidden ? "add" : "delete"](from + index);
  }
  setRowsHidden(sheetId: string, from: number, count: number, hidden: boolean): void {
    for (let index = 0; index < count; index++) this.#sheet(sheetId).hiddenRows[hidden ? "add" : "delete"](from + index);
  }
  rowsHidden(sheetId: string, from: number, count: number): boolean[] {
    const { hiddenRows, filteredRows } = this.#sheet(sheetId);
    return Array.from({ length: count }, (_, index) => hiddenRows.has(from + index) || [...filteredRows.values()].some((rows) => rows.has(from + index)));
  }
  columnsHidden(sheetId: string, from: number, count: number): boolean[] {
    return Array.from({ length: count }, (_, index) => this.#sheet(sheetId).hiddenColumns.has(from + index));
  }
  autofitColumns(sheetId: string, from: number, count: number): void {
    for (let index = 0; index < count; index++) this.#sheet(sheetId).widths.set(from + index, 60);
  }
  autofitRows(sheetId: string, from: number, count: number): void {
    for (let index = 0; index < count; index++) this.#sheet(sheetId).heights.set(from + index, 15);
  }

  names(): readonly DefinedName[] {
    return this.#names;
  }
  namesOf(sheetId: string | undefined): readonly DefinedName[] {
    return this.#names.filter((name) => name.sheetId === sheetId);
  }
  findName(name: string, sheetId: string | undefined): DefinedName | undefined {
    return this.namesOf(sheetId).find((one) => one.name.toUpperCase() === name.toUpperCase());
  }
  setName(name: DefinedName): void {
    this.deleteName(name.name, name.sheetId);
    this.#names = [...this.#names, name];
  }
  deleteName(name: string, sheetId?: string): void {
    this.#names = this.#names.filter((one) => one.name.toLowerCase() !== name.toLowerCase() || one.sheetId !== sheetId);
  }

  tables(): readonly TableInfo[] {
    return this.#tables.map((table) => ({ ...table, columns: this.values({ ...table.area, rowCount: 1 })[0]?.map(String) ?? [] }));
  }
  addTable(name: string, area: Area): string {
    const id = `table-${++this.#last}`;
    this.#tables.push({ id, name, area: { sheetId: area.sheetId, row: area.row, column: area.column, rowCount: area.rowCount, columnCount: area.columnCount }, columns: [] });
    return id;
  }
  setTable(id: string, change: { readonly name?: string; readonly area?: Area }): void {
    this.#tables = this.#tables.map((table) => (table.id === id ? { ...table, ...change } : table));
  }
  deleteTable(id: string): void {
    this.#tables = this.#tables.filter((table) => table.id !== id);
  }
  setTableFilter(id: string, visibleRows: readonly boolean[] | undefined): void {
    const table = this.#tables.find((one) => one.id === id);
    if (!table) return;
    const hidden = (visibleRows ?? []).flatMap((visible, index) => (visible ? [] : [table.area.row + 1 + index]));
    this.#sheet(table.area.sheetId).filteredRows.set(id, new Set(hidden));
  }

  setConditionalRules(sheetId: string, rules: readonly ConditionalRule[]): void {
    this.conditional.set(sheetId, rules);
  }
  setValidationRules(sheetId: string, rules: readonly ValidationRule[]): void {
    this.validations.set(sheetId, rules);
  }
  setHyperlink(sheetId: string, row: number, column: number, link: { readonly address: string; readonly text: string } | undefined): void {
    if (link) this.hyperlinks.set(`${sheetId}!${key(row, column)}`, link);
    else this.hyperlinks.delete(`${sheetId}!${key(row, column)}`);
  }
  setNote(sheetId: string, row: number, column: number, text: string | undefined): void {
    if (text === undefined) this.notes.delete(`${sheetId}!${key(row, column)}`);
    else this.notes.set(`${sheetId}!${key(row, column)}`, text);
  }

  selection(): readonly Area[] {
    return this.#selection;
  }
  select(areas: readonly Area[]): void {
    this.#selection = [...areas];
    if (areas[0]) this.#active = areas[0].sheetId;
  }
  isEditing(): boolean {
    return this.editing;
  }
  registerFunctions(functions: readonly GridFunction[]): void {
    this.functions = [...this.functions, ...functions];
  }
  recalculate(): Promise<void> {
    return Promise.resolve();
  }
  isPending(): boolean {
    return false;
  }
  evaluate(formula: string, sheetId: string): Promise<CellValue> {
    return Promise.resolve(this.#calculate(sheetId, formula, -1, -1));
  }
  setAutomaticCalculation(on: boolean): void {
    this.automatic = on;
  }
  undo(): void {}
  redo(): void {}
  batch<T>(work: () => T): T {
    return work();
  }
  reset(sheetName: string): void {
    this.#sheets = [];
    this.#names = [];
    this.#tables = [];
    this.activateSheet(this.addSheet(sheetName));
  }
}
