import type { Injector, IRange } from "@univerjs/core";
import { FORMULA_REF_TO_ARRAY_CACHE, FormulaDataModel, FormulaExecuteStageType, CalculateController, ICalculateFormulaService, IFormulaRuntimeService, Interpreter } from "@univerjs/engine-formula";
import { WORKBOOK_ID } from "../blankWorkbook";
import type { Place } from "./dependents";
import type { Formula } from "./formula";
import { FormulaGraph } from "./formulaGraph";

/** Formulas are computed for so long before the page may draw and take keys. */
const SLICE_MILLISECONDS = 50;

/** Formulas over spilled blocks may spill again; after so many rounds something goes in circles. */
const MOST_ROUNDS = 20;

/** The step of the engine's service that is replaced; it is not public. */
interface Service {
  _executeStep: () => Promise<unknown>;
  readonly _executionInProgressListener$: { next: (state: unknown) => void };
}

interface Controller {
  _calculate: (dirty: unknown) => Promise<void>;
}

/** Puts a formula graph that is kept between calculations in the place of the engine's own, which is made anew each time. */
export function keepFormulaGraph(injector: Injector): FormulaGraph {
  const service = injector.get(ICalculateFormulaService) as unknown as Service;
  const graph = new FormulaGraph(injector);
  const run = new CalculationRun(injector, graph, service);
  // No function of the engine waits for an answer; looking for one that does takes as long as computing.
  injector.get(Interpreter).checkAsyncNode = () => false;
  // An exception would leave the engine waiting for the end of this run for ever.
  service._executeStep = () => run.execute().catch(() => undefined);
  // The engine's list of formulas, made from all cells before each calculation, is not looked at any more.
  const controller = injector.get(CalculateController) as unknown as Controller;
  const model = injector.get(FormulaDataModel);
  const calculate = controller._calculate.bind(controller);
  controller._calculate = (dirty) => {
    const list = model.getFormulaData.bind(model);
    model.getFormulaData = () => ({});
    const started = calculate(dirty);
    model.getFormulaData = list;
    return started;
  };
  return graph;
}

class CalculationRun {
  readonly #runtime: IFormulaRuntimeService;

  constructor(
    injector: Injector,
    readonly graph: FormulaGraph,
    readonly service: Service,
  ) {
    this.#runtime = injector.get(IFormulaRuntimeService);
  }

  async execute(): Promise<void> {
    this.#runtime.setFormulaExecuteStage(FormulaExecuteStageType.START_DEPENDENCY);
    let formulas = this.graph.begin();
    if (formulas.length === 0) this.#runtime.markedAsNoFunctionsExecuted();
    for (let round = 0; formulas.length > 0 && round < MOST_ROUNDS; round++) {
      const before = formulas.map((formula) => this.graph.blockOf(formula));
      await this.#compute(formulas);
      if (this.#runtime.isStopExecution()) return;
      this.#runtime.markedAsSuccessfullyExecuted();
      formulas = this.#afterSpills(formulas, before);
    }
  }

  async #compute(formulas: readonly Formula[]): Promise<void> {
    // Arrays read from cells before hold what the cells held then.
    FORMULA_REF_TO_ARRAY_CACHE.clear();
    this.#runtime.setFormulaExecuteStage(FormulaExecuteStageType.CURRENTLY_CALCULATING);
    this.#runtime.setTotalFormulasToCalculate(formulas.length);
    let sliceEnd = performance.now() + SLICE_MILLISECONDS;
    for (const [i, formula] of formulas.entries()) {
      if ((i & 63) === 63 && performance.now() > sliceEnd) {
        await nextTask();
        if (this.#runtime.isStopExecution()) {
          this.#runtime.markedAsStopFunctionsExecuted();
          return;
        }
        sliceEnd = performance.now() + SLICE_MILLISECONDS;
      }
      if (!formula.done) this.#computeOne(formula);
    }
  }

  /** OFFSET and INDIRECT may lead to cells that are still to be computed; these come first. */
  #computeOne(formula: Formula): void {
    if (formula.pattern.wandering.length === 0) {
      formula.done = true;
      this.graph.reader.compute(formula);
      return;
    }
    const stack: { readonly formula: Formula; readonly ready: boolean }[] = [{ formula, ready: false }];
    const entered = new Set<Formula>();
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { formula: current, ready } = next;
      if (current.done) continue;
      if (ready) {
        current.done = true;
        this.graph.reader.compute(current);
        continue;
      }
      if (entered.has(current)) continue;
      entered.add(current);
      stack.push({ formula: current, ready: true });
      for (const place of this.#precedents(current)) for (const pending of this.graph.pending(place)) if (!entered.has(pending)) stack.push({ formula: pending, ready: false });
    }
  }

  #precedents(formula: Formula): Place[] {
    const { reader } = this.graph;
    return [...reader.places(formula), ...formula.pattern.wandering.flatMap((part) => reader.resolve(formula, part))];
  }

  /** Formulas that read cells of blocks that were not there before. */
  #afterSpills(formulas: readonly Formula[], before: readonly (IRange | undefined)[]): Formula[] {
    const spills: Place[] = [];
    const owners: Place[] = [];
    const now = this.#runtime.getUnitArrayFormula()[WORKBOOK_ID] as Record<string, Record<number, Record<number, IRange>>> | undefined;
    formulas.forEach(({ sheetId, row, column, rule }, i) => {
      const block = rule ? undefined : now?.[sheetId]?.[row]?.[column];
      const old = before[i];
      if (!block || (old && sameRange(old, block))) return;
      spills.push({ sheetId, range: block });
      if (old) spills.push({ sheetId, range: old });
      owners.push({ sheetId, range: { startRow: row, endRow: row, startColumn: column, endColumn: column } });
    });
    return spills.length === 0 ? [] : this.graph.afterSpills(spills, owners);
  }
}

function sameRange(a: IRange, b: IRange): boolean {
  return a.startRow === b.startRow && a.endRow === b.endRow && a.startColumn === b.startColumn && a.endColumn === b.endColumn;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}
