import type { CarryOver } from "../../../src/app/plans/carryOver/carryOver";
import type { StoredContents } from "../../../src/app/plans/carryOver/knownContents";
import type { PlanPrint, PrintChange } from "../../../src/app/plans/fitPlans";
import { sheetsOf, type ReadingFormula } from "../../../src/app/plans/followPlans";
import type { RunRecord } from "../../../src/app/plans/interruptedRun";
import { grownRow } from "../../../src/app/plans/carryOver/rowHomes";
import { outsideQuotes, type Content, type SheetContent } from "../../../src/app/plans/carryOver/sheetContent";
import type { CarriedAttachments, CellChange, IndexChange, NewPlan, PlanStore, PlanTemplate, Succession, TemplatePlace } from "../../../src/app/plans/planStore";
import { cellAddress, readArea, type Area } from "../../../src/sheets/a1";
import type { CellValue } from "../../../src/sheets/cellValue";
import { KEPT_COLUMNS, KEPT_NAME, KEPT_TITLE } from "../../../src/sheets/plan/keptLines";
import { INDEX_TABLE } from "../../../src/sheets/plan/planIndex";
import { KEY_NAME } from "../../../src/sheets/plan/planNames";
import type { MadeSheet } from "../../../src/app/workbook";
import { FORMER, put, type MemoryContent, type MemorySheet, type MemoryWorkbook } from "../memoryWorkbook";

/**
 * Plans in a workbook in memory. Each step Excel would take one after the other is announced before it is taken, so that
 * a test can make any of them fail; what was done before stays done, as in Excel.
 */
export class MemoryPlans implements PlanStore {
  /** Called before each step; may throw. */
  beforeStep: (step: string) => void | Promise<void> = () => undefined;
  remembered: StoredContents = {};
  readonly tables = new Map<string, { readonly headers: readonly string[]; readonly values: readonly (readonly CellValue[])[] }>();
  active = "";
  attachments: CarriedAttachments = { carried: { comments: 0, notes: 0, pictures: 0, charts: 0 }, left: { comments: 0, notes: 0, pictures: 0, charts: 0 } };
  #copies = 0;

  constructor(readonly workbook: MemoryWorkbook) {}

  tableNames = async () => ["KAM_Settings", ...this.tables.keys()];
  tableHeaders = async (name: string) => this.tables.get(name)?.headers;
  async tableColumns(name: string, headers: readonly string[]) {
    const table = this.tables.get(name)!;
    return headers.map((header) => table.values.map((row) => row[table.headers.indexOf(header)] ?? ""));
  }
  activeSheetId = async () => this.active;
  /** How plans are printed, as a test wants it. */
  printed: readonly PlanPrint[] = [];
  printPasswords: readonly string[] = [];
  readonly changedPrints: PrintChange[] = [];
  prints = async (ids: readonly string[]) => this.printed.filter(({ id }) => ids.includes(id));
  async changePrints(changes: readonly PrintChange[]) {
    this.changedPrints.push(...changes);
    return this.printPasswords;
  }
  rememberedContents = async () => this.remembered;
  async rememberContents(contents: StoredContents) {
    this.remembered = contents;
  }

  run: RunRecord | undefined = undefined;
  keptRun = async () => this.run;
  async keepRun(record: RunRecord | undefined) {
    await this.beforeStep(record ? "keep run" : "forget run");
    this.run = record;
  }

  async markTemplate(place: TemplatePlace) {
    await this.beforeStep("mark template");
    this.workbook.templateId = place.id;
  }
  async replaceTemplate(old: MadeSheet & { readonly retiredName: string }, fresh: TemplatePlace) {
    await this.beforeStep("replace template");
    const before = this.#sheet(old.id);
    this.workbook.rename(before, old.retiredName);
    before.content.names.delete(KEY_NAME);
    this.workbook.rename(this.#sheet(fresh.id), fresh.name);
    this.workbook.templateId = fresh.id;
  }

  async template(place: TemplatePlace): Promise<PlanTemplate> {
    return { ...place, rowCount: this.#sheet(place.id).content.cells.length };
  }

  async copyTemplate(template: PlanTemplate, plan: NewPlan) {
    let made: MemorySheet | undefined;
    try {
      await this.beforeStep(`copy ${plan.name}`);
      const source = this.#sheet(template.id).content;
      made = { id: `id ${plan.name} ${++this.#copies}`, name: `${template.name} (2)`, content: copyOf(source) };
      const after = plan.afterId === undefined ? this.workbook.sheetList.length : this.workbook.sheetList.findIndex((sheet) => sheet.id === plan.afterId) + 1;
      this.workbook.sheetList.splice(after, 0, made);
      await this.beforeStep("name");
      if (this.workbook.sheetList.some((sheet) => sheet.name.toLowerCase() === plan.name.toLowerCase())) throw new Error(`the name ${plan.name} is taken`);
      made.name = plan.name;
      await this.beforeStep("key");
      put(made.content.cells, template.keyCell.row, template.keyCell.column, plan.key);
      if (plan.words) await this.#writeWords(made.content, template.rowCount, plan.words);
      return { id: made.id, name: made.name };
    } catch (thrown) {
      if (made) this.workbook.sheetList.splice(this.workbook.sheetList.indexOf(made), 1);
      throw thrown;
    }
  }

  async #writeWords(content: MemoryContent, rowCount: number, { growing, placed, kept }: CarryOver) {
    await this.beforeStep("grow");
    for (const { run, extra, columns } of [...growing].reverse()) {
      const at = run.first + run.count - 1;
      insertRows(content, at, extra);
      // Only the columns of blocks that grow are repeated.
      for (let row = at; row < at + extra; row++) content.cells[row] = (content.cells[row] ?? []).map((cell, column) => (columns.some(({ from, to }) => column >= from && column <= to) ? cell : ""));
    }
    for (const { row, column, content: word, isFormula } of placed) {
      await this.beforeStep("word");
      put(content.cells, row, column, isFormula ? { formula: String(word), value: "" } : word);
    }
    if (kept.length === 0) return;
    const first = Math.max(grownRow(rowCount, growing), ...placed.map(({ row }) => row + 1)) + 1;
    const { from, near, content: what } = KEPT_COLUMNS;
    put(content.cells, first, from, KEPT_TITLE);
    for (const [i, line] of kept.entries()) {
      await this.beforeStep("line");
      put(content.cells, first + 1 + i, from, line.from);
      put(content.cells, first + 1 + i, near, line.near);
      put(content.cells, first + 1 + i, what, line.content);
    }
    content.names.set(KEPT_NAME, { row: first, column: from, rowCount: kept.length + 1, columnCount: what - from + 1 });
  }

  async carryAttachments() {
    await this.beforeStep("attachments");
    return this.attachments;
  }

  async contents(ids: readonly string[]): Promise<SheetContent[]> {
    await this.beforeStep("read");
    return ids.map((id) => copyOf(this.#sheet(id).content));
  }

  async succeed({ former, successor }: Succession) {
    const [old, made] = [this.#sheet(former.id), this.#sheet(successor.id)];
    await this.beforeStep("mark");
    old.content.names.set(FORMER, { row: 0, column: 0, rowCount: 1, columnCount: 1 });
    await this.beforeStep("retire");
    this.workbook.rename(old, former.retiredName);
    await this.beforeStep("succeed");
    this.workbook.rename(made, successor.name);
  }

  async takeBack({ former, successor }: Succession) {
    await this.workbook.removeSheets([successor.id]);
    const old = this.#sheet(former.id);
    old.content.names.delete(FORMER);
    this.workbook.rename(old, former.name);
  }

  async namedCells(ids: readonly string[], names: readonly string[]) {
    return ids.map((id) => new Map([...this.#sheet(id).content.names].filter(([name]) => names.includes(name))));
  }
  async values(places: readonly { readonly id: string; readonly area: Area }[]) {
    return places.map(({ id, area }) => this.#values(this.#sheet(id).content, area));
  }
  async write(changes: readonly (CellChange & { readonly id: string })[]) {
    const isLocked = (id: string) => this.locked.has(this.#sheet(id).name);
    for (const { id, cell, values } of changes.filter((change) => !isLocked(change.id))) values.forEach((row, r) => row.forEach((value, c) => value !== null && put(this.#sheet(id).content.cells, cell.row + r, cell.column + c, value)));
    return changes.map(({ id }) => id).filter(isLocked);
  }

  async formulasReading(sheetNames: readonly string[], exceptIds: readonly string[]): Promise<ReadingFormula[]> {
    await this.beforeStep("reading formulas");
    const wanted = sheetNames.map((name) => name.toLowerCase());
    return this.workbook.sheetList
      .filter(({ id }) => !exceptIds.includes(id))
      .flatMap(({ id, name, content }) =>
        content.cells.flatMap((line, row) =>
          line.flatMap((cell, column) => (typeof cell === "object" && sheetsOf(cell.formula).some((sheet) => wanted.includes(sheet)) ? [{ place: { kind: "cell" as const, sheetId: id, sheetName: name, cell: { row, column, rowCount: 1, columnCount: 1 } }, formula: cell.formula }] : [])),
        ),
      );
  }
  /** Sheets nothing can be written on. */
  readonly locked = new Set<string>();
  async rewriteFormulas(changes: readonly ReadingFormula[]) {
    return changes.flatMap(({ place, formula }) => {
      if (place.kind === "name" || this.locked.has(place.sheetName)) return [place];
      put(this.#sheet(place.sheetId).content.cells, place.cell.row, place.cell.column, { formula, value: "" });
      return [];
    });
  }

  async index() {
    const found = this.#indexArea();
    if (!found) return undefined;
    const { sheet, area } = found;
    const rows = Array.from({ length: area.rowCount - 1 }, (_, i) => area.row + 1 + i);
    const at = (row: number) => Array.from({ length: area.columnCount }, (_, i) => sheet.content.cells[row]?.[area.column + i] ?? "");
    return {
      sheet: { id: sheet.id, name: sheet.name },
      headers: at(area.row).map(String),
      formulas: rows.map((row) => at(row).map((cell) => (typeof cell === "object" ? cell.formula : cell))),
      values: this.#values(sheet.content, { ...area, row: area.row + 1, rowCount: area.rowCount - 1 }),
    };
  }
  async changeIndex({ removed, rewritten, added }: IndexChange) {
    const { sheet, area } = this.#indexArea() as { sheet: MemorySheet; area: Area };
    const { cells, names } = sheet.content;
    for (const { row, formulas } of rewritten) formulas.forEach((formula, i) => formula !== null && put(cells, area.row + 1 + row, area.column + i, asContent(formula)));
    for (const line of added) cells.splice(area.row + area.rowCount, 0, [...Array<Content>(area.column).fill(""), ...line.map(asContent)]);
    for (const row of [...removed].sort((a, b) => b - a)) cells.splice(area.row + 1 + row, 1);
    names.set(INDEX_TABLE, { ...area, rowCount: area.rowCount + added.length - removed.length });
  }

  #indexArea() {
    for (const sheet of this.workbook.sheetList) {
      const area = sheet.content.names.get(INDEX_TABLE);
      if (area) return { sheet, area };
    }
    return undefined;
  }

  /** Constants, and what a formula over one cell of another sheet shows. */
  #values(content: MemoryContent, area: Area): CellValue[][] {
    return Array.from({ length: area.rowCount }, (_, r) =>
      Array.from({ length: area.columnCount }, (_, c) => {
        const cell = content.cells[area.row + r]?.[area.column + c] ?? "";
        return typeof cell === "object" ? this.#shown(cell) : cell;
      }),
    );
  }
  #shown({ formula, value }: { formula: string; value: CellValue }): CellValue {
    const [, name, address] = /'((?:[^']|'')+)'!(\$[A-Z]+\$\d+)/.exec(formula.replace(/HYPERLINK\("(?:[^"]|"")*"/, "")) ?? [];
    const sheet = this.workbook.sheetList.find((one) => one.name === name?.replace(/''/g, "'"));
    if (!sheet || !address) return formula.includes("#REF!") ? "" : value;
    const { row, column } = readArea(address);
    const cell = sheet.content.cells[row]?.[column] ?? "";
    return typeof cell === "object" ? cell.value : cell;
  }

  #sheet(id: string): MemorySheet {
    const found = this.workbook.sheetList.find((sheet) => sheet.id === id);
    if (!found) throw new Error(`the sheet ${id} is gone`);
    return found;
  }
}

const copyOf = ({ cells, names }: MemoryContent): MemoryContent => ({ cells: cells.map((row) => [...row]), names: new Map(names) });

const asContent = (formula: string): Content => (formula.startsWith("=") ? { formula, value: "" } : formula);

/** Inserts rows as Excel does: what is below moves down, names that reach over the place grow, references follow. */
export function insertRows(content: MemoryContent, at: number, count: number): void {
  while (content.cells.length < at) content.cells.push([]);
  const like = content.cells[at - 1] ?? [];
  content.cells.splice(at, 0, ...Array.from({ length: count }, () => [...like]));
  for (const [name, area] of content.names) {
    if (area.row >= at) content.names.set(name, { ...area, row: area.row + count });
    else if (area.row + area.rowCount > at) content.names.set(name, { ...area, rowCount: area.rowCount + count });
  }
  const moved = (formula: string) => outsideQuotes(formula, (part) => part.replace(/(?<![\w!'])(\$?[A-Z]{1,2})(\$?)(\d+)(?![\w(])/g, (_, column: string, fixed: string, row: string) => `${column}${fixed}${Number(row) > at ? Number(row) + count : row}`));
  content.cells = content.cells.map((row) => row.map((cell) => (typeof cell === "object" ? { ...cell, formula: moved(cell.formula) } : cell)));
}

/** Everything that is no formula, with its address, for telling what a sheet holds. */
export const constantsOf = (content: SheetContent): { readonly at: string; readonly word: CellValue }[] =>
  content.cells.flatMap((row, r) => row.flatMap((cell, c) => (typeof cell === "object" || cell === "" ? [] : [{ at: cellAddress(r, c), word: cell }])));

export const keyOf = ({ content }: MemorySheet): Content | undefined => {
  const area = content.names.get(KEY_NAME);
  return area && content.cells[area.row]?.[area.column];
};
