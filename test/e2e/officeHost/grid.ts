import type { Area, CellInput, CellPosition, CellValue, GridFunction } from "../../../src/workbench/spreadsheet/spreadsheet";
import type { HostSpreadsheet } from "../../../src/workbench/office-host/officeHostOptions";

/** A formula of the tiny grid: one function with constants and cells (`{ row, column }`) as arguments. */
export interface TinyFormula {
  readonly name: string;
  readonly args: readonly (CellValue | CellValue[][] | null | { readonly row: number; readonly column: number })[];
}

/** A grid in memory with one sheet, just enough to drive the host. */
export class TinyGrid implements HostSpreadsheet {
  sheets() {
    return [{ id: this.sheetId, name: "Sheet1", hidden: false, tabColor: "", showGridlines: true, zoom: 100, frozen: { rows: 0, columns: 0 } }];
  }
  readonly sheetId = "sheet1";
  selected: Area = { sheetId: this.sheetId, row: 0, column: 0, rowCount: 1, columnCount: 1 };
  editing = false;
  calculations = 0;
  readonly #cells = new Map<string, CellValue>();
  readonly #formulas = new Map<string, TinyFormula>();
  #functions: readonly GridFunction[] = [];

  selection(): readonly Area[] {
    return [this.selected];
  }
  select([area]: readonly Area[]): void {
    if (area) this.selected = area;
  }
  activateSheet(): void {
    this.calculations += 0;
  }
  isPending(): boolean {
    return false;
  }
  isEditing(): boolean {
    return this.editing;
  }
  mayEdit = (): boolean => true;

  values(area: Area): CellValue[][] {
    return this.#each(area, (row, column) => this.#cells.get(`${row},${column}`) ?? "");
  }
  texts(area: Area): string[][] {
    return this.values(area).map((row) => row.map((value) => `<${String(value)}>`));
  }
  formulas(area: Area): CellValue[][] {
    return this.#each(area, (row, column) => (this.#formulas.has(`${row},${column}`) ? "=formula" : (this.#cells.get(`${row},${column}`) ?? "")));
  }
  write(area: Area, cells: readonly (readonly (CellInput | undefined)[])[]): void {
    cells.forEach((row, r) =>
      row.forEach((input, c) => {
        if (input && "value" in input) this.#cells.set(`${area.row + r},${area.column + c}`, input.value);
      }),
    );
  }

  setFormula(row: number, column: number, formula: TinyFormula | undefined): void {
    const key = `${row},${column}`;
    this.#cells.delete(key);
    if (formula) this.#formulas.set(key, formula);
    else this.#formulas.delete(key);
    void this.recalculate();
  }

  registerFunctions(functions: readonly GridFunction[]): void {
    this.#functions = functions;
  }

  async recalculate(): Promise<void> {
    this.calculations += 1;
    for (const [key, formula] of this.#formulas) {
      const [row, column] = key.split(",").map(Number) as [number, number];
      const result = this.#compute(formula, { sheetId: this.sheetId, row, column });
      const rows = Array.isArray(result) ? result : [[result]];
      rows.forEach((cells, r) => cells.forEach((value, c) => this.#cells.set(`${row + r},${column + c}`, value)));
    }
  }

  #compute(formula: TinyFormula, caller: CellPosition): CellValue | CellValue[][] {
    const found = this.#functions.find((candidate) => candidate.name === formula.name);
    if (!found) return "#NAME?";
    const args = formula.args.map((arg) => (typeof arg === "object" && arg !== null && !Array.isArray(arg) ? (this.#cells.get(`${arg.row},${arg.column}`) ?? "") : arg));
    return found.call(args, caller);
  }

  #each<T>(area: Area, read: (row: number, column: number) => T): T[][] {
    return Array.from({ length: area.rowCount }, (_, r) => Array.from({ length: area.columnCount }, (__, c) => read(area.row + r, area.column + c)));
  }
}
