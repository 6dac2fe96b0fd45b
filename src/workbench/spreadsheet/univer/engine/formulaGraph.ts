import { IUniverInstanceService, UniverInstanceType, type IRange, type Injector, type Workbook } from "@univerjs/core";
import { FormulaDataModel, IFormulaCurrentConfigService, IFormulaRuntimeService, IOtherFormulaManagerService } from "@univerjs/engine-formula";
import { WORKBOOK_ID } from "../blankWorkbook";
import { type CellMatrix, MAX_COLUMNS, MAX_ROWS } from "../grid";
import type { NameIndex } from "../nameIndex";
import { nameIndexOf } from "../nameIndexOf";
import { type Block, Dependents, type Place } from "./dependents";
import { type Formula, FormulaReader, type Pattern } from "./formula";
import { Meanings } from "./meanings";
import { patternOf } from "./pattern";

type Rows = Record<number, Record<number, Formula>>;

/** Formula of a conditional format or a validation, for the first cell of its areas. */
interface RuleItem {
  readonly f: string;
  readonly ranges: readonly IRange[];
}

/**
 * All formulas of the workbook and who reads whom, kept from one calculation to the next. The engine finds this out
 * anew each time, which takes longer than computing; here only formulas that are new or mean something else are read.
 */
export class FormulaGraph {
  readonly reader: FormulaReader;
  readonly #config: IFormulaCurrentConfigService;
  readonly #runtime: IFormulaRuntimeService;
  readonly #rules: IOtherFormulaManagerService;
  readonly #model: FormulaDataModel;
  readonly #workbook: () => Workbook;
  readonly #patterns = new Map<string, Pattern>();
  readonly #meanings = new Meanings();
  readonly #names: NameIndex;
  readonly #dependents = new Dependents();
  readonly #sheets = new Map<string, Rows>();
  readonly #ruleFormulas = new Map<string, { readonly item: RuleItem; readonly formulas: Formula[] }>();
  readonly #volatile = new Set<Formula>();
  readonly #daily = new Set<Formula>();
  /** Of the last calculation. */
  #day = "";
  /** Names of the sheets by id, as of the last calculation. */
  #sheetNames: ReadonlyMap<string, string> = new Map();
  #run = 0;

  constructor(injector: Injector) {
    this.reader = new FormulaReader(injector);
    this.#names = nameIndexOf(injector);
    this.#config = injector.get(IFormulaCurrentConfigService);
    this.#runtime = injector.get(IFormulaRuntimeService);
    this.#rules = injector.get(IOtherFormulaManagerService);
    this.#model = injector.get(FormulaDataModel);
    const units = injector.get(IUniverInstanceService);
    this.#workbook = () => units.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET) as Workbook;
  }

  /** Takes in what changed since the last calculation and answers the formulas to compute, precedents first. */
  begin(): Formula[] {
    this.#run++;
    const renamed = this.#changedSheetNames();
    if (this.#config.isForceCalculate()) this.#forgetAll();
    if (this.#config.isForceCalculate()) {
      const all = this.#workbook().getSheets().map((sheet) => wholeSheet(sheet.getSheetId()));
      return this.#order([...this.#takeCells(all), ...this.#takeRules()]);
    }
    const [cells, sheets] = [this.#config.getDirtyRanges(), this.#dirtySheets()];
    const fresh = [...this.#takeCells([...cells, ...sheets]), ...this.#takeRules()];
    return this.#order([...fresh, ...this.#forgetMeanings(renamed), ...this.#dirtyRules(), ...this.#volatile, ...this.#outdated()], [...cells, ...sheets]);
  }

  /** The formulas to compute after blocks have been spilled over cells that others read. */
  afterSpills(spills: readonly Place[], owners: readonly Place[]): Formula[] {
    this.#run++;
    // Who reads the cell of the formula itself was computed after it.
    const computed = new Set<Formula>();
    for (const owner of owners) this.#eachReader(owner, (formula) => computed.add(formula));
    const first: Formula[] = [];
    for (const spill of spills) this.#eachReader(spill, (formula) => !computed.has(formula) && first.push(formula));
    return this.#order(first);
  }

  /** Formulas of the run in work that are not computed yet and stand in the place. */
  *pending({ sheetId, range }: Place): Generator<Formula> {
    for (const formula of this.#within(sheetId, range)) if (formula.run === this.#run && !formula.done) yield formula;
  }

  blockOf({ sheetId, row, column }: Formula): IRange | undefined {
    const ranges = (all: ReturnType<IFormulaRuntimeService["getUnitArrayFormula"]>) => (all[WORKBOOK_ID]?.[sheetId] as Record<number, Record<number, IRange>> | undefined)?.[row]?.[column];
    return ranges(this.#runtime.getUnitArrayFormula()) ?? ranges(this.#config.getArrayFormulaRange());
  }

  /** What asks for today's date, once the day has changed. */
  #outdated(): Iterable<Formula> {
    const day = new Date().toDateString();
    if (day === this.#day) return [];
    this.#day = day;
    return this.#daily;
  }

  #forgetAll(): void {
    this.#patterns.clear();
    this.#meanings.clear();
    this.#dependents.clear();
    this.#sheets.clear();
    this.#ruleFormulas.clear();
    this.#volatile.clear();
    this.#daily.clear();
    this.reader.forgetAll();
  }

  /** Names that sheets have now and had not before, or have no more: a formula may name a sheet before there is one. */
  #changedSheetNames(): string[] {
    const before = this.#sheetNames;
    const now = new Map(this.#workbook().getSheets().map((sheet) => [sheet.getSheetId(), sheet.getName()]));
    this.#sheetNames = now;
    const differing = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>) => [...some].filter(([id, name]) => others.get(id) !== name).map(([, name]) => name);
    return [...differing(now, before), ...differing(before, now)];
  }

  /** Reads again what uses a name, table or sheet that has changed; answers those formulas. */
  #forgetMeanings(renamed: readonly string[]): Formula[] {
    const named = [...Object.keys(this.#config.getDirtyDefinedNameMap()[WORKBOOK_ID] ?? {}), ...Object.keys(this.#config.getDirtySuperTableMap()[WORKBOOK_ID] ?? {}), ...Object.values(this.#config.getDirtyNameMap()[WORKBOOK_ID] ?? {}).map(String)];
    const sheetIds = Object.keys(this.#config.getDirtyNameMap()[WORKBOOK_ID] ?? {});
    const words = [...renamed, ...named].map((word) => word.toUpperCase());
    if (words.length === 0 && sheetIds.length === 0) return [];
    const changed: Formula[] = [];
    for (const pattern of this.#meanings.ofAny(this.#names.withMadeOf(words), sheetIds)) {
      this.#forget(pattern);
      for (const formula of [...pattern.users]) {
        this.#unlink(formula);
        this.#link(formula);
        changed.push(formula);
      }
    }
    return changed;
  }

  /** Takes in the formulas that are new or different in places that changed; those that are gone are forgotten. */
  #takeCells(places: readonly Place[]): Formula[] {
    const fresh: Formula[] = [];
    for (const { sheetId, range } of places) {
      const cells = this.#cells(sheetId);
      const known = this.#sheets.get(sheetId) ?? {};
      this.#sheets.set(sheetId, known);
      for (const formula of [...this.#within(sheetId, range)]) {
        const cell = cells?.[formula.row]?.[formula.column];
        if (cell?.f || cell?.si) continue;
        this.#unlink(formula);
        delete known[formula.row]?.[formula.column];
      }
      if (!cells) continue;
      for (const row of keysWithin(cells, range.startRow, range.endRow)) {
        const line = cells[row];
        if (!line) continue;
        for (const column of keysWithin(line, range.startColumn, range.endColumn)) {
          const cell = line[column];
          if (!cell?.f && !cell?.si) continue;
          const text = typeof cell.f === "string" && cell.f.length > 1 ? cell.f : this.#moved(sheetId, row, column);
          const before = known[row]?.[column];
          if (text === undefined || before?.text === text) continue;
          if (before) this.#unlink(before);
          const formula = this.#add(sheetId, row, column, text);
          (known[row] ??= {})[column] = formula;
          fresh.push(formula);
        }
      }
    }
    return fresh;
  }

  #cells(sheetId: string): CellMatrix | undefined {
    return this.#workbook().getSheetBySheetId(sheetId)?.getCellMatrix().getMatrix() as CellMatrix | undefined;
  }

  /** The text of a formula that a person filled from another cell: the component stores it once. */
  #moved(sheetId: string, row: number, column: number): string | undefined {
    return this.#model.getFormulaStringByCell(row, column, sheetId, WORKBOOK_ID) ?? undefined;
  }

  /** All cells of the sheets that were added, renamed or deleted. */
  #dirtySheets(): Place[] {
    return Object.keys(this.#config.getDirtyNameMap()[WORKBOOK_ID] ?? {}).map(wholeSheet);
  }

  /** Formulas of conditional formats and validations, one for each cell they look at. */
  #takeRules(): Formula[] {
    const fresh: Formula[] = [];
    const seen = new Set<string>();
    for (const [sheetId, rules] of Object.entries(this.#rules.getOtherFormulaData()[WORKBOOK_ID] ?? {})) {
      for (const [id, item] of Object.entries(rules ?? {})) {
        seen.add(id);
        const before = this.#ruleFormulas.get(id);
        if (before?.item === item) continue;
        before?.formulas.forEach((formula) => this.#unlink(formula));
        const formulas = this.#ruleCells(sheetId, id, item);
        this.#ruleFormulas.set(id, { item, formulas });
        fresh.push(...formulas);
      }
    }
    for (const [id, { formulas }] of this.#ruleFormulas) {
      if (seen.has(id)) continue;
      formulas.forEach((formula) => this.#unlink(formula));
      this.#ruleFormulas.delete(id);
    }
    return fresh;
  }

  #ruleCells(sheetId: string, id: string, { f, ranges }: RuleItem): Formula[] {
    const formulas: Formula[] = [];
    const { rowCount, columnCount } = this.#config.getSheetRowColumnCount(WORKBOOK_ID, sheetId);
    const [first] = ranges;
    if (!first) return formulas;
    for (const range of ranges) {
      const [endRow, endColumn] = [Math.min(range.endRow, rowCount - 1), Math.min(range.endColumn, columnCount - 1)];
      for (let row = range.startRow; row <= endRow; row++) {
        for (let column = range.startColumn; column <= endColumn; column++) {
          formulas.push(this.#add(sheetId, row, column, f, { id, x: column - first.startColumn, y: row - first.startRow }));
        }
      }
    }
    return formulas;
  }

  #add(sheetId: string, row: number, column: number, text: string, rule?: Formula["rule"]): Formula {
    const formula = { sheetId, row, column, text, rule, run: 0, waiting: 0, done: false } as Omit<Formula, "pattern"> as Formula;
    this.#link(formula);
    return formula;
  }

  #link(formula: Formula): void {
    const pattern = this.#patternFor(formula);
    formula.pattern = pattern;
    pattern.users.add(formula);
    if (pattern.volatile === "always") this.#volatile.add(formula);
    if (pattern.volatile === "daily") this.#daily.add(formula);
    for (const place of this.reader.places(formula)) this.#dependents.add(formula, place);
  }

  #unlink(formula: Formula): void {
    const { pattern } = formula;
    for (const place of this.reader.places(formula)) this.#dependents.remove(formula, place);
    this.#volatile.delete(formula);
    this.#daily.delete(formula);
    pattern.users.delete(formula);
    if (pattern.users.size === 0) this.#forget(pattern);
  }

  #forget(pattern: Pattern): void {
    if (this.#patterns.get(pattern.key) !== pattern) return;
    this.#patterns.delete(pattern.key);
    this.#meanings.remove(pattern);
  }

  #patternFor({ sheetId, row, column, text, rule }: Formula): Pattern {
    const key = rule ? `${text}\u0003` : patternOf(text, row, column);
    const known = this.#patterns.get(key);
    if (known && !(known.usesNames && known.text !== text)) return known;
    const ownKey = known ? `${text}\u0003${row},${column}` : key;
    const before = this.#patterns.get(ownKey);
    if (before) return before;
    const own = this.reader.read(ownKey, text, sheetId, row, column);
    this.#patterns.set(ownKey, own);
    this.#meanings.add(own);
    return own;
  }

  #dirtyRules(): Formula[] {
    const dirty = this.#config.getDirtyUnitOtherFormulaMap()[WORKBOOK_ID] ?? {};
    return Object.values(dirty).flatMap((rules) => Object.keys(rules ?? {}).flatMap((id) => this.#ruleFormulas.get(id)?.formulas ?? []));
  }

  #eachReader(place: Place, visit: (formula: Formula) => void): void {
    this.#dependents.forEachReader(place, visit);
    for (const block of this.#dependents.blocks(place)) block.readers.forEach(visit);
  }

  *#within(sheetId: string, { startRow, endRow, startColumn, endColumn }: IRange): Generator<Formula> {
    const rows = this.#sheets.get(sheetId);
    if (!rows) return;
    for (const row of keysWithin(rows, startRow, endRow)) {
      const line = rows[row];
      if (line) for (const column of keysWithin(line, startColumn, endColumn)) if (line[column]) yield line[column];
    }
  }

  /** All that has to be computed when these formulas and cells have changed, each after what it reads. */
  #order(first: readonly Formula[], cells: readonly Place[] = []): Formula[] {
    const run = this.#run;
    const dirty: Formula[] = [];
    const touched: Block[] = [];
    const add = (formula: Formula) => {
      if (formula.run === run) return;
      formula.run = run;
      formula.waiting = 0;
      formula.done = false;
      dirty.push(formula);
    };
    const touch = (block: Block) => {
      if (block.run === run) return;
      block.run = run;
      block.waiting = 0;
      touched.push(block);
      block.readers.forEach(add);
    };
    first.forEach(add);
    for (const place of cells) {
      for (const formula of this.#within(place.sheetId, place.range)) add(formula);
      this.#dependents.forEachReader(place, add);
      this.#dependents.blocks(place).forEach(touch);
    }
    // The list grows while it is walked.
    const blocks: Block[][] = [];
    for (let i = 0; i < dirty.length; i++) {
      const formula = dirty[i] as Formula;
      if (formula.rule) continue;
      const place = this.#filled(formula);
      this.#dependents.forEachReader(place, add);
      const met = this.#dependents.blocks(place);
      met.forEach(touch);
      if (met.length > 0) blocks[i] = met;
    }
    dirty.forEach((formula, i) => {
      if (formula.rule) return;
      this.#dependents.forEachReader(this.#filled(formula), (reader) => reader.waiting++);
      blocks[i]?.forEach((block) => block.waiting++);
    });
    for (const block of touched) if (block.waiting > 0) block.readers.forEach((reader) => reader.waiting++);
    return this.#sorted(dirty, blocks);
  }

  #sorted(dirty: readonly Formula[], blocks: readonly (readonly Block[] | undefined)[]): Formula[] {
    const place = new Map<Formula, number>();
    if (blocks.length > 0) dirty.forEach((formula, i) => place.set(formula, i));
    const sorted = dirty.filter((formula) => formula.waiting === 0);
    const release = (reader: Formula) => {
      if (--reader.waiting === 0) sorted.push(reader);
    };
    for (let i = 0; i < sorted.length; i++) {
      const formula = sorted[i] as Formula;
      if (formula.rule) continue;
      this.#dependents.forEachReader(this.#filled(formula), release);
      for (const block of blocks[place.get(formula) ?? -1] ?? []) if (--block.waiting === 0) block.readers.forEach(release);
    }
    if (sorted.length === dirty.length) return sorted;
    // What is left goes round in circles.
    this.#runtime.enableCycleDependency();
    return [...sorted, ...dirty.filter((formula) => formula.waiting > 0)];
  }

  /** The cell of a formula, or the block it spilled into last. */
  #filled(formula: Formula): Place {
    const { sheetId, row, column } = formula;
    return { sheetId, range: this.blockOf(formula) ?? { startRow: row, endRow: row, startColumn: column, endColumn: column } };
  }
}

/** Keys of a sparse list from one to another, without looking at a million that are not there. */
function* keysWithin(list: Record<number, unknown>, from: number, to: number): Generator<number> {
  if (to - from < 64) {
    for (let key = from; key <= to; key++) if (list[key] !== undefined) yield key;
    return;
  }
  for (const name in list) {
    const key = Number(name);
    if (key >= from && key <= to) yield key;
  }
}

function wholeSheet(sheetId: string): Place {
  return { sheetId, range: { startRow: 0, endRow: MAX_ROWS - 1, startColumn: 0, endColumn: MAX_COLUMNS - 1 } };
}
