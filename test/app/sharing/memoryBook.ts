import type { BookName, BookRule, BookSheet, BookTable, CellWriting, PersonalData, SharingBook, SheetArea, SheetCell } from "../../../src/app/sharing/sharingBook";
import { readArea, type Area } from "../../../src/sheets/a1";
import { Problem } from "../../../src/app/problems";
import { isErrorText, type CellValue } from "../../../src/sheets/cellValue";
import { areaOfReference, fixedReference, replaceReferences, sheetOfPrefix } from "../../../src/sheets/formulas/references";
import { MAX_FORMULA } from "../../../src/sheets/limits";
import type { SheetPlan } from "../../../src/sheets/sheetPlan";

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
  definedNames: BookName[] = [];
  readonly allTables: BookTable[] = [];
  /** What names stand for, under `Name native` without KAM functions; names that are not here have no result. */
  readonly namesResults: Record<string, CellValue[][]> = {};
  /** Called before each write; may throw, or abort a run. */
  beforeWrite: (writings: readonly CellWriting[]) => void = () => undefined;
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

  async write(writings: readonly CellWriting[]): Promise<void> {
    this.beforeWrite(writings);
    for (const writing of writings) {
      const sheet = this.find(writing.sheetId);
      if (sheet.isProtected) throw new Problem("protectedSheet", "The sheet or the workbook is protected.", "");
      writing.contents.forEach((line, r) => line.forEach((content, c) => this.#enter(sheet, writing.row + r, writing.column + c, content)));
    }
  }
  #enter(sheet: MemorySheet, row: number, column: number, content: CellValue | null): void {
    if (content === null) return;
    const key = at(row, column);
    this.texts.delete(`${sheet.id} ${key}`);
    if (content === "") {
      sheet.entered.delete(key);
    } else if (typeof content === "string" && content.startsWith("'")) {
      sheet.entered.set(key, content.slice(1));
      if (content.startsWith("'=")) this.texts.add(`${sheet.id} ${key}`);
    } else {
      if (typeof content === "string" && !content.startsWith("=") && !isErrorText(content)) throw new Error(`${content} was not entered as a text`);
      if (typeof content === "string" && content.length > MAX_FORMULA) throw new Problem("unexpected", "Excel refused to do that.", "");
      sheet.entered.set(key, content);
    }
  }
  async setName(name: string, sheetId: string | undefined, formula: string): Promise<void> {
    this.definedNames = this.definedNames.map((one) => (one.name === name && one.sheetId === sheetId ? { ...one, formula } : one));
  }
  async nameResults(names: readonly { readonly name: string }[]): Promise<(CellValue[][] | undefined)[]> {
    return names.map(({ name }) => this.namesResults[name + (this.definedNames.find((one) => one.name === name)?.formula.includes("KAM.") ? "" : " native")]);
  }
  async tables(): Promise<readonly BookTable[]> {
    return this.allTables;
  }
  async addSheet(plan: SheetPlan) {
    const sheet = this.sheet(plan.name);
    for (const { row, column, content } of plan.cells) {
      const written = content.kind === "label" ? content.label : content.kind === "text" ? `'${content.text}` : content.kind === "number" ? content.number : content.formula;
      if (content.kind === "label") sheet.entered.set(at(row, column), content.label);
      else this.#enter(sheet, row, column, written);
    }
    for (const { name, area } of plan.tables) this.addTable(name, sheet, area);
    return { id: sheet.id, name: sheet.name };
  }
  async copySheet(id: string, name: string) {
    const source = this.find(id);
    const copy = this.sheet(name, {}, { visibility: source.visibility, isProtected: source.isProtected });
    for (const [key, value] of source.entered) copy.entered.set(key, value);
    for (const table of this.allTables.filter(({ sheetId }) => sheetId === id)) this.allTables.push({ ...table, name: `${table.name}_1`, sheetId: copy.id });
    return { id: copy.id, name };
  }
  async removeSheets(ids: readonly string[]): Promise<number> {
    this.all.splice(0, this.all.length, ...this.all.filter(({ id }) => !ids.includes(id)));
    this.allTables.splice(0, this.allTables.length, ...this.allTables.filter(({ sheetId }) => !ids.includes(sheetId)));
    return ids.length;
  }

  addTable(name: string, sheet: MemorySheet, area: Area): void {
    const headers = Array.from({ length: area.columnCount }, (_, i) => String(sheet.entered.get(at(area.row, area.column + i)) ?? ""));
    this.allTables.push({ name, sheetId: sheet.id, area, body: { ...area, row: area.row + 1, rowCount: area.rowCount - 1 }, headers });
  }

  /** As when a person renames a sheet: every formula follows. */
  rename(sheet: MemorySheet, name: string): void {
    this.#rewrite((_, reference) => {
      const named = sheetOfPrefix(reference.prefix);
      return named?.toLowerCase() === sheet.name.toLowerCase() ? `${fixedReference(name, { row: 0, column: 0, rowCount: 1, columnCount: 1 }).replace("$A$1", "")}${reference.body}${reference.isSpill ? "#" : ""}` : undefined;
    });
    sheet.name = name;
  }
  /** As when a person inserts rows: cells below move down, and every formula follows. */
  insertRows(sheet: MemorySheet, row: number, count: number): void {
    const moved = new Map<string, CellValue>();
    const texts = new Set<string>();
    for (const [key, value] of sheet.entered) {
      const [r, c] = key.split(",").map(Number) as [number, number];
      const to = at(r >= row ? r + count : r, c);
      moved.set(to, value);
      if (this.texts.delete(`${sheet.id} ${key}`)) texts.add(`${sheet.id} ${to}`);
    }
    sheet.entered.clear();
    for (const [key, value] of moved) sheet.entered.set(key, value);
    for (const text of texts) this.texts.add(text);
    this.#rewrite((own, reference) => {
      const named = sheetOfPrefix(reference.prefix) ?? own.name;
      if (named.toLowerCase() !== sheet.name.toLowerCase() || reference.kind !== "cells" || !areaOfReference(reference)) return undefined;
      const body = reference.body.replace(/(\$?[A-Z]+\$?)(\d+)/g, (_, column: string, digits: string) => `${column}${Number(digits) - 1 >= row ? Number(digits) + count : digits}`);
      return reference.prefix + body + (reference.isSpill ? "#" : "");
    });
  }
  #rewrite(change: (own: MemorySheet, reference: Parameters<Parameters<typeof replaceReferences>[1]>[0]) => string | undefined): void {
    for (const sheet of this.all) {
      for (const [key, entered] of sheet.entered) if (this.#isFormula(sheet, key)) sheet.entered.set(key, replaceReferences(entered as string, (reference) => change(sheet, reference)));
    }
  }
  /** Everything entered, by sheet and cell; a text that reads like a formula begins with an apostrophe. */
  contents(): Record<string, Record<string, CellValue>> {
    const shown = (sheet: MemorySheet) => [...sheet.entered].map(([key, value]) => [key, this.texts.has(`${sheet.id} ${key}`) ? `'${value}` : value] as const);
    return Object.fromEntries(this.all.map((sheet) => [sheet.name, Object.fromEntries(shown(sheet).sort(([a], [b]) => (a < b ? -1 : 1)))]));
  }
}
