import { areaAddress } from "../../sheets/a1";
import { kamNamesIn } from "../../sheets/formulas/kamNames";
import { withCallsRenamed } from "../../sheets/formulas/twins/kamCalls";
import { KAM_FUNCTIONS } from "../../sheets/formulas/twins/kamFunctions";
import type { Untouched } from "./changes";
import { blocksOf, type KamCell } from "./findings";
import { readWhole } from "./readWhole";
import { reversibly, stepsOf, type ReversibleWriting } from "./reversibleWrites";
import { scanWorkbook, stopIfAborted, type SharingProgress } from "./scanWorkbook";
import type { SharingBook } from "./sharingBook";

export interface RepairOutcome {
  /** Cells and names that calculate again. */
  readonly repaired: number;
  readonly untouched: readonly Untouched[];
}

const KNOWN: ReadonlySet<string> = new Set(KAM_FUNCTIONS);
const NEXT_STEP = "Choose Repair again: formulas that were repaired already are passed over.";

/**
 * Cures #NAME? for people who got the add-in after they opened the workbook: Excel connects a formula with an add-in only
 * when it is entered. Enters the stuck formulas again, with the names Excel writes into files (`_xldudf_KAM_SCORE`,
 * `Solver.xla!_xldudf_KAM_SCORE`) put right.
 */
export async function repairFormulas(book: SharingBook, signal: AbortSignal, onProgress: (progress: SharingProgress) => void): Promise<RepairOutcome> {
  const { cells, elsewhere, sheets } = await scanWorkbook(book, signal, onProgress);
  const stuck = cells.filter(isStuck);
  const untouched: Untouched[] = [];
  const writings: (ReversibleWriting & { readonly sheetName: string })[] = [];
  for (const block of blocksOf(stuck)) {
    const sheet = sheets.find(({ id }) => id === block.sheetId);
    const keep = (reason: string) => untouched.push({ sheetId: block.sheetId, sheetName: sheet?.name ?? "", place: block.address, reason });
    const unknown = block.cells.flatMap(({ functions }) => functions).find((name) => !KNOWN.has(name));
    if (unknown !== undefined) keep(`KAM.${unknown} is not a function of this version of KAM Planner`);
    else if (sheet?.isProtected) keep("the sheet is protected: take the protection off (Review, Unprotect Sheet) and repair again");
    else
      writings.push({
        sheetId: block.sheetId,
        sheetName: sheet?.name ?? "",
        ...block.area,
        rowCount: block.cells.length,
        columnCount: 1,
        contents: block.cells.map(({ formula }) => [withCallsRenamed(formula)]),
        originals: block.cells.map(({ formula }) => [formula]),
      });
  }
  const names = elsewhere.filter(({ kind, formula }) => kind === "name" && withCallsRenamed(formula) !== formula);
  return reversibly(book, NEXT_STEP, async (writes) => {
    const steps = stepsOf(writings);
    let repaired = names.length;
    for (const [i, step] of steps.entries()) {
      onProgress({ done: i, total: steps.length, words: step[0]?.sheetName ?? "" });
      stopIfAborted(signal);
      for (const { writing, problem } of await writes.write(step)) {
        untouched.push({ sheetId: writing.sheetId, sheetName: step[0]?.sheetName ?? "", place: areaAddress(writing), reason: `Excel did not take the formula: ${problem.message}` });
        repaired -= writing.rowCount;
      }
      repaired += step.reduce((sum, { rowCount }) => sum + rowCount, 0);
    }
    for (const { place, sheetId, formula } of names) await writes.setName(place, sheetId, formula, withCallsRenamed(formula));
    const still = await stillStuck(book, writings, signal);
    return { repaired: repaired - still.reduce((sum, { count }) => sum + count, 0), untouched: [...untouched, ...still] };
  });
}

const isStuck = ({ isStuck: shows, formula }: KamCell): boolean => shows || kamNamesIn(formula).some(({ isStored }) => isStored);

/** Cells that show #NAME? although they were entered again: then another part of the formula is unknown, or the functions are not loaded. */
async function stillStuck(book: SharingBook, writings: readonly (ReversibleWriting & { readonly sheetName: string })[], signal: AbortSignal): Promise<(Untouched & { count: number })[]> {
  const found: (Untouched & { count: number })[] = [];
  await readWhole(book, "values", writings, signal, (values, i) => {
    const count = values.flat().filter((value) => value === "#NAME?").length;
    const writing = writings[i] as (typeof writings)[number];
    if (count > 0) found.push({ sheetId: writing.sheetId, sheetName: writing.sheetName, place: areaAddress(writing), reason: "still shows #NAME?: close and open the workbook, then repair again", count });
  });
  return found;
}
