import { asProblem, Problem, type ProblemCode } from "../problems";
import type { CellWriting, SharingBook } from "./sharingBook";

/** New contents of cells together with what was entered in them before. */
export interface ReversibleWriting extends CellWriting {
  readonly originals: CellWriting["contents"];
}

/** Why some cells were not written. */
export interface Refusal {
  readonly writing: ReversibleWriting;
  readonly problem: Problem;
}

/** Cells written in one step; between two steps a run can be stopped. */
const CELLS_PER_STEP = 20_000;
const size = ({ rowCount, columnCount }: CellWriting): number => rowCount * columnCount;

/** Writings in bounded portions, each on one sheet. */
export function stepsOf<T extends CellWriting>(writings: readonly T[]): T[][] {
  const steps: T[][] = [];
  let room = 0;
  for (const writing of writings) {
    const last = steps.at(-1);
    if (last && last[0]?.sheetId === writing.sheetId && size(writing) <= room) last.push(writing);
    else {
      steps.push([writing]);
      room = CELLS_PER_STEP;
    }
    room -= size(writing);
  }
  return steps;
}

/** Problems every further writing would meet as well. */
const ENDS_RUN: ReadonlySet<ProblemCode> = new Set(["cancelled", "excelTooOld", "notInExcel", "otherWindow", "cellEditing", "excelBusy"]);

/** Keeps account of what is written, so that all of it can be put back. */
export class ReversibleWrites {
  readonly #undo: (() => Promise<void>)[] = [];

  constructor(private readonly book: SharingBook) {}

  /** Writes a step; when Excel refuses it, its halves, down to the single writings it refuses. */
  async write(step: readonly ReversibleWriting[]): Promise<Refusal[]> {
    if (step.length === 0) return [];
    this.#undo.push(() => this.book.write(step.map(({ originals, ...writing }) => ({ ...writing, contents: originals }))));
    return this.#writeOrHalve(step);
  }

  async #writeOrHalve(step: readonly ReversibleWriting[]): Promise<Refusal[]> {
    try {
      await this.book.write(step);
      return [];
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (ENDS_RUN.has(problem.code)) throw thrown;
      if (step.length === 1) return [{ writing: step[0] as ReversibleWriting, problem }];
      const middle = Math.ceil(step.length / 2);
      return [...(await this.#writeOrHalve(step.slice(0, middle))), ...(await this.#writeOrHalve(step.slice(middle)))];
    }
  }

  async setName(name: string, sheetId: string | undefined, before: string, after: string): Promise<void> {
    this.#undo.push(() => this.book.setName(name, sheetId, before));
    await this.book.setName(name, sheetId, after);
  }

  /** Something else that has to be undone, in its turn. */
  remember(undo: () => Promise<void>): void {
    this.#undo.push(undo);
  }

  /** Puts everything back, the last first. */
  async putBack(nextStep: string): Promise<void> {
    try {
      while (this.#undo.length > 0) {
        await this.#undo.at(-1)?.();
        this.#undo.pop();
      }
    } catch (thrown) {
      throw new Problem("notPutBack", "The run failed, and not every cell could be put back.", nextStep, asProblem(thrown).details);
    }
  }
}

/** Does work that writes; when it throws, the workbook is as before. */
export async function reversibly<T>(book: SharingBook, nextStep: string, work: (writes: ReversibleWrites) => Promise<T>): Promise<T> {
  const writes = new ReversibleWrites(book);
  try {
    return await work(writes);
  } catch (thrown) {
    await writes.putBack(nextStep);
    throw thrown;
  }
}
