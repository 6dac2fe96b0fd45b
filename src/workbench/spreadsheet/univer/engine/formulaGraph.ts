import { IUniverInstanceService, UniverInstanceType, type IRange, type Injector, type Workbook } from "@univerjs/core";
import { FormulaDataModel, IFormulaCurrentConfigService, IFormulaRuntimeService, IOtherFormulaManagerService } from "@univerjs/engine-formula";
import { WORKBOOK_ID } from "../blankWorkbook";
import { type CellMatrix, MAX_COLUMNS, MAX_ROWS } from "../grid";
import { nameIndexOf } from "../nameIndexOf";
import { CalculationOrder } from "./calculationOrder";
import type { Place } from "./dependents";
import { type Formula, FormulaReader } from "./formula";
import { FormulaLinks } from "./formulaLinks";
import { RuleFormulas } from "./ruleFormulas";

type Rows = Record<number, Record<number, Formula>>;

/**
 * All formulas of the workbook and who reads whom, kept from one calculation to the next. The engine finds this out
 * anew each time, which takes longer than computing; here only formulas that are new or mean something else are read.
 */
export class FormulaGraph {
  readonly reader: FormulaReader;
  readonly #config: IFormulaCurrentConfigService;
  readonly #runtime: IFormulaRuntimeService;
  readonly #model: FormulaDataModel;
  readonly #workbook: () => Workbook;
  readonly #links: FormulaLinks;
  readonly #rules: RuleFormulas;
  readonly #order: CalculationOrder;
  readonly #sheets = new Map<string, Rows>();
  /** Of the last calculation. */
  #day = "";
  /** Names of the sheets by id, as of the last calculation. */
  #sheetNames: ReadonlyMap<string, string> = new Map();
  #run = 0;

  constructor(injector: Injector) {
    this.reader = new FormulaReader(injector);
    this.#config = injector.get(IFormulaCurrentConfigService);
    this.#runtime = injector.get(IFormulaRuntimeService);
    this.#model = injector.get(FormulaDataModel);
    const units = injector.get(IUniverInstanceService);
    this.#workbook = () => units.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET) as Workbook;
    this.#links = new FormulaLinks(this.reader, nameIndexOf(injector));
    this.#rules = new RuleFormulas(this.#links, this.#config, injector.get(IOtherFormulaManagerService));
    this.#order = new CalculationOrder({
      dependents: this.#links.dependents,
      standingIn: (place) => this.#within(place),
      filled: (formula) => this.#filled(formula),
      foundCircle: () => this.#runtime.enableCycleDependency(),
    });
  }

  /** Takes in what changed since the last calculation and answers the formulas to compute, precedents first. */
  begin(): Formula[] {
    this.#run++;
    const renamed = this.#changedSheetNames();
    if (this.#config.isForceCalculate()) this.#forgetAll();
    if (this.#config.isForceCalculate()) {
      const all = this.#workbook().getSheets().map((sheet) => wholeSheet(sheet.getSheetId()));
      return this.#order.of(this.#run, [...this.#takeCells(all), ...this.#rules.take()]);
    }
    const [cells, sheets] = [this.#config.getDirtyRanges(), this.#dirtySheets()];
    const fresh = [...this.#takeCells([...cells, ...sheets]), ...this.#rules.take()];
    const changed = [...this.#withOtherMeaning(renamed), ...this.#rules.dirty(), ...this.#links.volatile, ...this.#outdated()];
    return this.#order.of(this.#run, [...fresh, ...changed], [...cells, ...sheets]);
  }

  /** The formulas to compute after blocks have been spilled over cells that others read. */
  afterSpills(spills: readonly Place[], owners: readonly Place[]): Formula[] {
    this.#run++;
    // Who reads the cell of the formula itself was computed after it.
    const computed = new Set<Formula>();
    for (const owner of owners) this.#links.eachReader(owner, (formula) => computed.add(formula));
    const first: Formula[] = [];
    for (const spill of spills) this.#links.eachReader(spill, (formula) => !computed.has(formula) && first.push(formula));
    return this.#order.of(this.#run, first);
  }

  /** Formulas of the run in work that are not computed yet and stand in the place. */
  *pending(place: Place): Generator<Formula> {
    for (const formula of this.#within(place)) if (formula.run === this.#run && !formula.done) yield formula;
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
    return this.#links.daily;
  }

  #forgetAll(): void {
    this.#links.clear();
    this.#rules.clear();
    this.#sheets.clear();
    this.reader.forgetAll();
  }

  /** Names that sheets have now and had not before, or have no more: a formula may name a sheet before there is one. */
  #changedSheetNames(): string[] {
    const before = this.#sheetNames;
    const now = new Map(this.#workbook().getSheets().map((sheet) => [sheet.getSheetId(), sheet.getName()]));
    this.#sheetNames = now;
    // The component's own list takes a deleted sheet for one that has its name now.
    this.#config.registerSheetNameMap({ [WORKBOOK_ID]: Object.fromEntries([...now].map(([id, name]) => [name, id])) });
    const differing = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>) => [...some].filter(([id, name]) => others.get(id) !== name).map(([, name]) => name);
    return [...differing(now, before), ...differing(before, now)];
  }

  /** Reads again what uses a name, table or sheet that has changed; answers those formulas. */
  #withOtherMeaning(renamed: readonly string[]): Formula[] {
    const named = [...Object.keys(this.#config.getDirtyDefinedNameMap()[WORKBOOK_ID] ?? {}), ...Object.keys(this.#config.getDirtySuperTableMap()[WORKBOOK_ID] ?? {}), ...Object.values(this.#config.getDirtyNameMap()[WORKBOOK_ID] ?? {}).map(String)];
    const sheetIds = Object.keys(this.#config.getDirtyNameMap()[WORKBOOK_ID] ?? {});
    const words = [...renamed, ...named].map((word) => word.toUpperCase());
    return words.length === 0 && sheetIds.length === 0 ? [] : this.#links.readAgain(words, sheetIds);
  }

  /** Takes in the formulas that are new or different in places that changed; those that are gone are forgotten. */
  #takeCells(places: readonly Place[]): Formula[] {
    const fresh: Formula[] = [];
    for (const { sheetId, range } of places) {
      const cells = this.#cells(sheetId);
      const known = this.#sheets.get(sheetId) ?? {};
      this.#sheets.set(sheetId, known);
      for (const formula of [...this.#within({ sheetId, range })]) {
        const cell = cells?.[formula.row]?.[formula.column];
        if (cell?.f || cell?.si) continue;
        this.#links.remove(formula);
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
          if (before) this.#links.remove(before);
          const formula = this.#links.add(sheetId, row, column, text);
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

  *#within({ sheetId, range: { startRow, endRow, startColumn, endColumn } }: Place): Generator<Formula> {
    const rows = this.#sheets.get(sheetId);
    if (!rows) return;
    for (const row of keysWithin(rows, startRow, endRow)) {
      const line = rows[row];
      if (line) for (const column of keysWithin(line, startColumn, endColumn)) if (line[column]) yield line[column];
    }
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
