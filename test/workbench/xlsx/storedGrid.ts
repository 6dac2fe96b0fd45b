import type { Area, CellInput, CellStyle, CellValue, ConditionalRule, DefinedName, SheetInfo, Spreadsheet, TableInfo, ValidationRule } from "../../../src/workbench/spreadsheet/spreadsheet";

interface StoredCell {
  value: CellValue;
  formula?: string;
  style?: CellStyle;
}

interface StoredSheet {
  info: SheetInfo;
  readonly cells: Map<string, StoredCell>;
  readonly merges: Area[];
  readonly widths: Map<number, number>;
  readonly heights: Map<number, number>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  readonly links: Map<string, string>;
  readonly notes: Map<string, string>;
  conditions: readonly ConditionalRule[];
  validations: readonly ValidationRule[];
}

function unused(name: string): () => never {
  return () => {
    throw new Error(`${name} is not needed to open or save a file`);
  };
}

/**
 * A spreadsheet that only stores: what it is given it gives back, formulas have the results that `results` holds by
 * formula text. Enough to open and save files against.
 */
export class StoredGrid implements Spreadsheet {
  readonly results = new Map<string, CellValue | CellValue[][]>();
  readonly #sheets: StoredSheet[] = [];
  readonly #names = new Map<string, DefinedName>();
  readonly #tables: TableInfo[] = [];
  #active = "";
  #selection: readonly Area[] = [];
  #next = 1;
  resets = 0;
  mayEdit = () => true;
  events = new Proxy({} as Spreadsheet["events"], { get: () => () => undefined });

  constructor(sheetName = "Sheet1") {
    this.reset(sheetName);
    this.resets = 0;
  }

  reset(sheetName: string): void {
    this.resets++;
    this.#sheets.length = 0;
    this.#names.clear();
    this.#tables.length = 0;
    this.#active = this.addSheet(sheetName);
  }
  sheets = () => this.#sheets.map(({ info }) => info);
  addSheet(name: string): string {
    const id = `s${this.#next++}`;
    this.#sheets.push({
      info: { id, name, hidden: false, tabColor: "", showGridlines: true, zoom: 100, frozen: { rows: 0, columns: 0 } },
      cells: new Map(),
      merges: [],
      widths: new Map(),
      heights: new Map(),
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      links: new Map(),
      notes: new Map(),
      conditions: [],
      validations: [],
    });
    return id;
  }
  setSheetLook(id: string, look: Partial<SheetInfo>): void {
    this.sheet(id).info = { ...this.sheet(id).info, ...look };
  }
  activeSheet = () => this.#active;
  activateSheet(id: string): void {
    this.#active = id;
  }
  /** Everything that is stored of a sheet, for assertions. */
  sheet(id: string): StoredSheet {
    const found = this.#sheets.find(({ info }) => info.id === id);
    if (!found) throw new Error(`no sheet ${id}`);
    return found;
  }

  #block<T>(area: Area, read: (cell: StoredCell | undefined, row: number, column: number) => T): T[][] {
    const { cells } = this.sheet(area.sheetId);
    return Array.from({ length: area.rowCount }, (_r, r) => Array.from({ length: area.columnCount }, (_c, c) => read(cells.get(`${area.row + r},${area.column + c}`), area.row + r, area.column + c)));
  }
  #edit(area: Area, change: (cell: StoredCell, row: number, column: number) => void): void {
    const { cells } = this.sheet(area.sheetId);
    for (let row = area.row; row < area.row + area.rowCount; row++) {
      for (let column = area.column; column < area.column + area.columnCount; column++) {
        const key = `${row},${column}`;
        const cell = cells.get(key) ?? { value: "" };
        change(cell, row, column);
        cells.set(key, cell);
      }
    }
  }
  #spills(sheetId: string): { area: Area; values: CellValue[][] }[] {
    return [...this.sheet(sheetId).cells].flatMap(([key, { formula }]) => {
      const values = formula === undefined ? undefined : this.results.get(formula);
      const [row, column] = key.split(",").map(Number) as [number, number];
      return Array.isArray(values) ? [{ area: { sheetId, row, column, rowCount: values.length, columnCount: values[0]?.length ?? 0 }, values }] : [];
    });
  }
  values(area: Area): CellValue[][] {
    const spills = this.#spills(area.sheetId);
    return this.#block(area, (cell, row, column) => {
      const spill = spills.find(({ area: at }) => row >= at.row && row < at.row + at.rowCount && column >= at.column && column < at.column + at.columnCount);
      if (spill) return spill.values[row - spill.area.row]?.[column - spill.area.column] ?? "";
      const result = cell?.formula === undefined ? undefined : this.results.get(cell.formula);
      return (Array.isArray(result) ? undefined : result) ?? cell?.value ?? "";
    });
  }
  formulas(area: Area): CellValue[][] {
    const values = this.values(area);
    return this.#block(area, (cell) => cell?.formula).map((row, r) => row.map((formula, c) => formula ?? values[r]?.[c] ?? ""));
  }
  texts = (area: Area) => this.values(area).map((row) => row.map(String));
  write(area: Area, inputs: readonly (readonly (CellInput | undefined)[])[]): void {
    inputs.forEach((row, r) =>
      row.forEach((input, c) => {
        if (!input) return;
        this.#edit({ ...area, row: area.row + r, column: area.column + c, rowCount: 1, columnCount: 1 }, (cell) => {
          delete cell.formula;
          if ("formula" in input) cell.formula = input.formula;
          cell.value = "formula" in input ? 0 : "text" in input ? input.text : input.value;
        });
      }),
    );
  }
  usedArea(sheetId: string): Area | undefined {
    const ends = this.#spills(sheetId).map(({ area }) => `${area.row + area.rowCount - 1},${area.column + area.columnCount - 1}`);
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const key of [...this.sheet(sheetId).cells.keys(), ...ends]) {
      const [row, column] = key.split(",").map(Number) as [number, number];
      [top, left, bottom, right] = [Math.min(top, row), Math.min(left, column), Math.max(bottom, row), Math.max(right, column)];
    }
    return bottom < 0 ? undefined : { sheetId, row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
  }
  styles = (area: Area): CellStyle[][] => this.#block(area, (cell) => cell?.style ?? {});
  applyStyle(area: Area, style: CellStyle): void {
    this.#edit(area, (cell) => {
      cell.style = { ...cell.style, ...style };
    });
  }
  merge(area: Area): void {
    this.sheet(area.sheetId).merges.push(area);
  }
  merges = (sheetId: string) => this.sheet(sheetId).merges;
  spillArea(sheetId: string, row: number, column: number): Area | undefined {
    const { formula } = this.sheet(sheetId).cells.get(`${row},${column}`) ?? {};
    const values = formula === undefined ? undefined : this.results.get(formula);
    return Array.isArray(values) ? { sheetId, row, column, rowCount: values.length, columnCount: values[0]?.length ?? 0 } : undefined;
  }

  columnWidths = (id: string, from: number, count: number) => sizes(this.sheet(id).widths, from, count, 48);
  setColumnWidth = (id: string, from: number, count: number, points: number) => fill(from, count, (at) => this.sheet(id).widths.set(at, points));
  rowHeights = (id: string, from: number, count: number) => sizes(this.sheet(id).heights, from, count, 15);
  setRowHeight = (id: string, from: number, count: number, points: number) => fill(from, count, (at) => this.sheet(id).heights.set(at, points));
  setColumnsHidden = (id: string, from: number, count: number, hidden: boolean) => fill(from, count, (at) => this.sheet(id).hiddenColumns[hidden ? "add" : "delete"](at));
  setRowsHidden = (id: string, from: number, count: number, hidden: boolean) => fill(from, count, (at) => this.sheet(id).hiddenRows[hidden ? "add" : "delete"](at));
  rowsHidden = (id: string, from: number, count: number) => Array.from({ length: count }, (_, index) => this.sheet(id).hiddenRows.has(from + index));
  columnsHidden = (id: string, from: number, count: number) => Array.from({ length: count }, (_, index) => this.sheet(id).hiddenColumns.has(from + index));

  names = () => [...this.#names.values()];
  namesOf = (sheetId: string | undefined) => this.names().filter((name) => name.sheetId === sheetId);
  findName = (name: string, sheetId: string | undefined) => this.namesOf(sheetId).find((one) => one.name.toUpperCase() === name.toUpperCase());
  setName(name: DefinedName): void {
    this.#names.set(`${name.sheetId ?? ""}!${name.name}`, name);
  }
  tables = () => this.#tables;
  addTable(name: string, area: Area): string {
    const id = `t${this.#next++}`;
    const columns = (this.values({ ...area, rowCount: 1 })[0] ?? []).map(String);
    this.#tables.push({ id, name, area, columns });
    return id;
  }
  readonly tableFilters = new Map<string, readonly boolean[] | undefined>();
  setTableFilter(id: string, visible: readonly boolean[] | undefined): void {
    this.tableFilters.set(id, visible);
  }
  setConditionalRules(id: string, rules: readonly ConditionalRule[]): void {
    this.sheet(id).conditions = rules;
  }
  setValidationRules(id: string, rules: readonly ValidationRule[]): void {
    this.sheet(id).validations = rules;
  }
  setHyperlink(id: string, row: number, column: number, link: { readonly address: string } | undefined): void {
    this.sheet(id).links.set(`${row},${column}`, link?.address ?? "");
  }
  setNote(id: string, row: number, column: number, text: string | undefined): void {
    this.sheet(id).notes.set(`${row},${column}`, text ?? "");
  }
  selection = () => this.#selection;
  select(areas: readonly Area[]): void {
    this.#selection = areas;
  }
  recalculate = () => Promise.resolve();
  batch = <T>(work: () => T): T => work();
  isEditing = () => false;
  isPending = () => false;

  evaluate = unused("evaluate");
  copySheet = unused("copySheet");
  deleteSheet = unused("deleteSheet");
  renameSheet = unused("renameSheet");
  moveSheet = unused("moveSheet");
  clear = unused("clear");
  insertCells = unused("insertCells");
  deleteCells = unused("deleteCells");
  unmerge = unused("unmerge");
  autofitColumns = unused("autofitColumns");
  autofitRows = unused("autofitRows");
  deleteName = unused("deleteName");
  setTable = unused("setTable");
  deleteTable = unused("deleteTable");
  registerFunctions = unused("registerFunctions");
  setAutomaticCalculation = unused("setAutomaticCalculation");
  undo = unused("undo");
  redo = unused("redo");
}

function sizes(set: ReadonlyMap<number, number>, from: number, count: number, otherwise: number): number[] {
  return Array.from({ length: count }, (_, index) => set.get(from + index) ?? otherwise);
}

function fill(from: number, count: number, set: (at: number) => void): void {
  for (let at = from; at < from + count; at++) set(at);
}
