import { ICommandService, ObjectMatrix, type ICommandInfo, type Injector, type IUnitRange } from "@univerjs/core";
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  IDependencyManagerService,
  IFunctionService,
  RegisterOtherFormulaService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
  type ISetFormulaCalculationNotificationMutation,
  type ISetFormulaCalculationResultMutation,
} from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import { TriggerCalculationController } from "@univerjs/sheets-formula";
import { BehaviorSubject } from "rxjs";
import type { Area, Computed } from "../spreadsheet";
import { WORKBOOK_ID } from "./blankWorkbook";
import { computedIn, type Results } from "./computed";
import { hardenEngine } from "./engineRepairs";
import { MAX_COLUMNS, MAX_ROWS, rangeOf } from "./grid";

interface Dirty {
  force: boolean;
  ranges: IUnitRange[];
  readonly sheetNames: UnitMap;
  readonly definedNames: UnitMap;
  readonly tables: UnitMap;
  readonly forgetDependencies: UnitMap;
  readonly features: PartMap;
  readonly ruleFormulas: PartMap;
}

const nothing = (): Dirty => ({ force: false, ranges: [], sheetNames: {}, definedNames: {}, tables: {}, forgetDependencies: {}, features: {}, ruleFormulas: {} });

/**
 * Decides when the engine calculates, in place of the component's own trigger, which restarts running calculations,
 * waits 100 ms after each change and cannot be asked whether something is pending.
 */
export class Calculation {
  readonly #commands: ICommandService;
  readonly #injector: Injector;
  #dirty = nothing();
  #isDirty = false;
  #running = false;
  #automatic = true;
  #suspended = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: (() => void)[] = [];
  #results: Results[] = [];
  /** Told after every run that may have changed results. */
  onCalculated: (computed: Computed) => void = () => undefined;
  /** Told when a formula spills beyond the rows and columns that the grid shows. */
  onSpillBeyond: (sheetId: string, rowCount: number, columnCount: number) => void = () => undefined;

  /** Must be called before the component renders for the first time. */
  static replaceTrigger(injector: Injector): void {
    const progress$ = new BehaviorSubject({ done: 0, count: 0 });
    injector.replace([TriggerCalculationController, { useValue: { progress$, clearProgress: () => undefined, dispose: () => progress$.complete() } as unknown as TriggerCalculationController }]);
  }

  constructor(injector: Injector) {
    this.#injector = injector;
    this.#commands = injector.get(ICommandService);
    hardenEngine(injector, (sheetId, rows, columns) => this.onSpillBeyond(sheetId, rows, columns));
    // The component's own trigger would have told it that formulas of rules can be computed.
    injector.get(RegisterOtherFormulaService).calculateStarted$.next(true);
    this.#commands.beforeCommandExecuted((command) => {
      if (command.id === SetFormulaCalculationResultMutation.id) this.#dropOutdated(command.params as ISetFormulaCalculationResultMutation);
    });
    this.#commands.onCommandExecuted((command, options) => {
      if (command.id === SetFormulaCalculationNotificationMutation.id) this.#notified(command.params as ISetFormulaCalculationNotificationMutation);
      // Local writes of cells are either results of formulas or the host's own, which are marked where they are made.
      else if (command.id !== SetRangeValuesMutation.id || options?.onlyLocal !== true) this.#markCommand(command);
    });
  }

  /** Whether formulas are computed or wait to be computed. */
  get isPending(): boolean {
    return this.#running || (this.#automatic && this.#isDirty);
  }

  markArea(area: Area): void {
    this.#dirty.ranges.push({ unitId: WORKBOOK_ID, sheetId: area.sheetId, range: rangeOf(area) });
    this.#request();
  }

  /** A formula whose text means something else now. */
  markFormula(sheetId: string, row: number, column: number): void {
    this.#injector.get(IDependencyManagerService).removeFormulaDependency(WORKBOOK_ID, sheetId, row, column);
    this.markArea({ sheetId, row, column, rowCount: 1, columnCount: 1 });
  }

  /** Names mean something else: formulas are not taken from the reader's memory where they use one of them. */
  markNames(names: Iterable<string>): void {
    for (const name of names) mergeInto(this.#dirty.definedNames, { [WORKBOOK_ID]: { [name]: "" } });
    this.#request();
  }

  /** Cells have moved: what depended on what is found out anew. */
  markMoved(): void {
    this.#injector.get(IDependencyManagerService).reset();
    this.#dirty.force = true;
    this.#request();
  }

  /** Rows of a sheet were hidden or shown: SUBTOTAL and AGGREGATE may answer differently. */
  markRowsShown(sheetId: string): void {
    this.markArea({ sheetId, row: 0, column: 0, rowCount: MAX_ROWS, columnCount: MAX_COLUMNS });
  }

  /** Drops all spilled blocks; the next run of everything spills them again. */
  forgetSpills(): void {
    const model = this.#injector.get(FormulaDataModel);
    model.setArrayFormulaRange({});
    model.setArrayFormulaCellData({});
  }

  /** Forgets how formulas were understood (names and functions may mean something else now) and recalculates all. */
  markEverything(): void {
    this.#injector.get(IFunctionService).deleteFormulaAstCacheKey("=");
    this.#dirty.force = true;
    this.#request();
  }

  setAutomatic(on: boolean): void {
    this.#automatic = on;
    if (on && this.#isDirty) this.#request();
  }

  suspend(): void {
    this.#suspended++;
  }

  resume(): void {
    this.#suspended--;
    if (this.#isDirty) this.#request();
  }

  /** Computes what is dirty, also in manual mode; resolves when nothing is pending. */
  async settle(): Promise<void> {
    while (this.#running || this.#isDirty) {
      const done = new Promise<void>((resolve) => this.#waiting.push(resolve));
      if (!this.#running) this.#start();
      await done;
    }
  }

  forget(): void {
    this.#dirty = nothing();
    this.#isDirty = false;
  }

  #markCommand(command: Readonly<ICommandInfo>): void {
    const conversion = this.#injector.get(IActiveDirtyManagerService).get(command.id);
    if (!conversion) return;
    const dirty = conversion.getDirtyData(command);
    if (dirty.forceCalculation) this.#dirty.force = true;
    this.#dirty.ranges.push(...(dirty.dirtyRanges ?? []));
    mergeInto(this.#dirty.sheetNames, dirty.dirtyNameMap as UnitMap | undefined);
    mergeInto(this.#dirty.definedNames, dirty.dirtyDefinedNameMap as UnitMap | undefined);
    mergeInto(this.#dirty.tables, dirty.dirtySuperTableMap as UnitMap | undefined);
    mergeInto(this.#dirty.forgetDependencies, dirty.clearDependencyTreeCache as UnitMap | undefined);
    mergeParts(this.#dirty.features, dirty.dirtyUnitFeatureMap as PartMap | undefined);
    mergeParts(this.#dirty.ruleFormulas, dirty.dirtyUnitOtherFormulaMap as PartMap | undefined);
    this.#request();
  }

  /** Results for cells that were written or moved during the run belong to what was there before; they are computed anew. */
  #dropOutdated({ unitData }: ISetFormulaCalculationResultMutation): void {
    const sheets = unitData[WORKBOOK_ID];
    if (sheets) this.#results.push(sheets as Results);
    if (!sheets || (!this.#dirty.force && this.#dirty.ranges.length === 0)) return;
    for (const [sheetId, cells] of Object.entries(sheets)) {
      const ranges = this.#dirty.ranges.filter((changed) => changed.sheetId === sheetId).map((changed) => changed.range);
      if (!cells || (ranges.length === 0 && !this.#dirty.force)) continue;
      new ObjectMatrix(cells).forValue((row, column) => {
        if (this.#dirty.force || ranges.some((r) => row >= r.startRow && row <= r.endRow && column >= r.startColumn && column <= r.endColumn)) delete cells[row]?.[column];
      });
    }
  }

  #request(): void {
    this.#isDirty = true;
    if (!this.#automatic || this.#suspended > 0 || this.#running || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#automatic && !this.#running && this.#isDirty && this.#suspended === 0) this.#start();
    }, 0);
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const dirty = this.#dirty;
    this.forget();
    this.#running = true;
    void this.#commands.executeCommand(
      SetFormulaCalculationStartMutation.id,
      {
        forceCalculation: dirty.force,
        dirtyRanges: dirty.ranges,
        dirtyNameMap: dirty.sheetNames,
        dirtyDefinedNameMap: dirty.definedNames,
        dirtySuperTableMap: dirty.tables,
        dirtyUnitFeatureMap: dirty.features,
        dirtyUnitOtherFormulaMap: dirty.ruleFormulas,
        clearDependencyTreeCache: dirty.forgetDependencies,
      },
      { onlyLocal: true },
    );
  }

  #notified(params: ISetFormulaCalculationNotificationMutation): void {
    if (params.functionsExecutedState === undefined || !this.#running) return;
    this.#running = false;
    try {
      const results = this.#results;
      this.#results = [];
      this.onCalculated(computedIn(results));
    } finally {
      // Whoever waits must not wait for ever because a listener failed.
      const waiting = this.#waiting;
      this.#waiting = [];
      waiting.forEach((resolve) => resolve());
      if (this.#isDirty) this.#request();
    }
  }
}

/** By workbook, sheet and formula: formulas of conditional formats and data validation. */
type PartMap = Record<string, Record<string, Record<string, boolean> | null | undefined> | null | undefined>;
type UnitMap = Record<string, Record<string, string> | null | undefined>;

function mergeInto(target: UnitMap, source: UnitMap | undefined): void {
  for (const [unitId, entries] of Object.entries(source ?? {})) target[unitId] = { ...target[unitId], ...entries };
}

function mergeParts(target: PartMap, source: PartMap | undefined): void {
  for (const [unitId, sheets] of Object.entries(source ?? {})) {
    const unit = { ...target[unitId] };
    for (const [sheetId, parts] of Object.entries(sheets ?? {})) unit[sheetId] = { ...unit[sheetId], ...parts };
    target[unitId] = unit;
  }
}
