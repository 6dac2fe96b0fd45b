import type { BookName, BookRule, BookSheet, PersonalData, SharingBook, SheetArea, SheetCell } from "../../../src/app/sharing/sharingBook";
import { readArea, type Area } from "../../../src/sheets/a1";
import type { CellValue } from "../../../src/sheets/cellValue";

export interface MemorySheet {
  readonly id: string;
  name: string;
  visibility: BookSheet["visibility"];
  isProtected: boolean;
  /** What was entered, by `row,column`: a formula, or a value. */
  readonly entered: Map<string, CellValue>;
}

/** The result of a formula: one value, or a block that fills cells to the right and below. */
export type Evaluate = (formula: string, cell: SheetCell) => CellValue | readonly (readonly CellValue[])[];

const at = (row: number, column: number) => `${row},${column}`;

/** A workbook in memory whose formulas a test evaluates. Texts that begin with `=` are told from formulas, as in Excel, only by their result. */
export class MemoryBook implements SharingBook {
  readonly all: MemorySheet[] = [];
  readonly definedNames: BookName[] = [];
  readonly allRules: BookRule[] = [];
  readonly texts = new Set<string>();
  personal: PersonalData = { comments: [], properties: [] };
  readonly visited: SheetCell[] = [];
  readonly reads: number[] = [];
  /** Called before each read; may throw or abort. */
  beforeRead: () => void = () => undefined;

  constructor(public evaluate: Evaluate = () => 0) {}

  sheet(name: string, cells: Readonly<Record<string, CellValue>> = {}, look: Partial<Pick<MemorySheet, "visibility" | "isProtected">> = {}): MemorySheet {
    const sheet: MemorySheet = { id: `id-${this.all.length + 1}`, name, visibility: "visible", isProtected: false, entered: new Map(), ...look };
    this.all.push(sheet);
    for (const [address, value] of Object.entries(cells)) this.put(sheet, address, value);
    return sheet;
  }
  put(sheet: MemorySheet, address: string, value: CellValue): void {
    const { row, column } = readArea(address);
    sheet.entered.set(at(row, column), value);
  }
  /** A text that reads like a formula: `'=KAM.SCORE(A1)`. */
  putText(sheet: MemorySheet, address: string, text: string): void {
    const { row, column } = readArea(address);
    sheet.entered.set(at(row, column), text);
    this.texts.add(`${sheet.id} ${at(row, column)}`);
  }

  protected find(id: string): MemorySheet {
    const sheet = this.all.find((one) => one.id === id);
    if (!sheet) throw new Error(`no sheet ${id}`);
    return sheet;
  }
  #isFormula(sheet: MemorySheet, key: string): boolean {
    const entered = sheet.entered.get(key);
    return typeof entered === "string" && entered.startsWith("=") && !this.texts.has(`${sheet.id} ${key}`);
  }
  /** Results of every formula of a sheet, spilled cells included. */
  results(sheet: MemorySheet): { values: Map<string, CellValue>; spills: Map<string, Area> } {
    const values = new Map<string, CellValue>();
    const spills = new Map<string, Area>();
    for (const [key, entered] of sheet.entered) {
      const [row, column] = key.split(",").map(Number) as [number, number];
      if (!this.#isFormula(sheet, key)) {
        values.set(key, entered);
        continue;
      }
      const result = this.evaluate(entered as string, { sheetId: sheet.id, row, column });
      if (!Array.isArray(result)) {
        values.set(key, result as CellValue);
        continue;
      }
      const block = result as readonly (readonly CellValue[])[];
      spills.set(key, { row, column, rowCount: block.length, columnCount: block[0]?.length ?? 1 });
      block.forEach((line, r) => line.forEach((value, c) => values.set(at(row + r, column + c), value)));
    }
    return { values, spills };
  }

  async sheets(): Promise<BookSheet[]> {
    return this.all.map((sheet) => {
      const cells = [...this.results(sheet).values.entries()].filter(([, value]) => value !== "").map(([key]) => key.split(",").map(Number) as [number, number]);
      const [rows, columns] = [cells.map(([row]) => row), cells.map(([, column]) => column)];
      const used = cells.length === 0 ? undefined : { row: Math.min(...rows), column: Math.min(...columns), rowCount: Math.max(...rows) - Math.min(...rows) + 1, columnCount: Math.max(...columns) - Math.min(...columns) + 1 };
      return { id: sheet.id, name: sheet.name, visibility: sheet.visibility, isProtected: sheet.isProtected, used };
    });
  }
  async readFormulas(areas: readonly SheetArea[], signal: AbortSignal, onRead: (area: SheetArea, cells: CellValue[][]) => void): Promise<void> {
    this.#read(areas, signal, onRead, (sheet, values) => (key) => (this.#isFormula(sheet, key) ? sheet.entered.get(key) : values.get(key)) ?? "");
  }
  async readValues(areas: readonly SheetArea[], signal: AbortSignal, onRead: (area: SheetArea, cells: CellValue[][]) => void): Promise<void> {
    this.#read(areas, signal, onRead, (_, values) => (key) => values.get(key) ?? "");
  }
  #read(areas: readonly SheetArea[], signal: AbortSignal, onRead: (area: SheetArea, cells: CellValue[][]) => void, reader: (sheet: MemorySheet, values: Map<string, CellValue>) => (key: string) => CellValue): void {
    this.reads.push(areas.length);
    for (const area of areas) {
      this.beforeRead();
      if (signal.aborted) return;
      const sheet = this.find(area.sheetId);
      const read = reader(sheet, this.results(sheet).values);
      onRead(area, Array.from({ length: area.rowCount }, (_, r) => Array.from({ length: area.columnCount }, (_cell, c) => read(at(area.row + r, area.column + c)))));
    }
  }
  async spills(cells: readonly SheetCell[]): Promise<(Area | undefined)[]> {
    return cells.map(({ sheetId, row, column }) => this.results(this.find(sheetId)).spills.get(at(row, column)));
  }
  async names(): Promise<readonly BookName[]> {
    return [...this.definedNames];
  }
  async rules(sheetIds: readonly string[]): Promise<readonly BookRule[]> {
    return this.allRules.filter(({ sheetId }) => sheetIds.includes(sheetId));
  }
  async personalData(): Promise<PersonalData> {
    return this.personal;
  }
  async goTo(cell: SheetCell): Promise<void> {
    this.visited.push(cell);
  }
}
