import { plansAmong } from "../plans/planSheets";
import { Problem } from "../problems";
import { headerKey } from "./portfolioData";
import type { Snapshot } from "./snapshots";
import { modelVersionOf } from "./stamp";
import { Cancelled } from "./tableWriting";
import { writeColumnsOfList } from "./writeListColumns";
import { writeLiveSheet } from "./writeLiveSheet";
import { writeSheet } from "./writeSheet";
import { columnConflicts, formFault, writingOf, type WriteInput, type WriteOptions, type WriteOutcome, type WriteProgress, type WriteServices } from "./writing";

/**
 * Writes scores and tiers, in place where they were written before, and keeps a snapshot of them. When it fails or is
 * cancelled everything is as before.
 * @returns undefined when it was cancelled
 */
export async function writeScorecard(
  { store, snapshots }: WriteServices,
  input: WriteInput,
  options: WriteOptions,
  signal: AbortSignal,
  onProgress: (progress: WriteProgress) => void,
): Promise<WriteOutcome | undefined> {
  const fault = formFault(options, input);
  if (fault !== undefined) throw new Problem("cannotWriteSo", fault, "Choose another way of writing, then try again.");
  const foreign = (await columnConflicts(store, options, input)).filter((header) => !options.overwrite.some((agreed) => headerKey(agreed) === headerKey(header)));
  if (foreign.length > 0) throw new Problem("columnsNotOurs", `The column ${foreign.map((header) => `"${header}"`).join(", ")} was not made by KAM Planner.`, "Agree to overwrite it, or rename it in the sheet.");
  const writing = writingOf(store, input, options, signal, onProgress);
  try {
    const outcome = options.form === "live" ? await writeLiveSheet(writing) : options.target === "sheet" ? await writeSheet(writing) : await writeColumnsOfList(writing);
    const kept = await snapshots.add(snapshotOf(input)).then(() => true, () => false);
    return kept ? outcome : { ...outcome, remarks: [...outcome.remarks, "What was written could not be kept for later comparison: the next preview compares with an earlier writing."] };
  } catch (thrown) {
    if (thrown instanceof Cancelled) return undefined;
    throw thrown;
  }
}

function snapshotOf({ model, portfolio, result, sheets, now }: WriteInput): Snapshot {
  return {
    id: `${now.getTime().toString(36)}`,
    writtenAt: now.toISOString(),
    modelVersion: modelVersionOf(model),
    accountCount: portfolio.accounts.keys.length,
    model,
    keys: portfolio.accounts.keys,
    scores: Array.from(result.scores, (score) => (Number.isNaN(score) ? null : score)),
    tiers: Array.from(result.places, (place) => result.labels[place] ?? ""),
    plans: plansAmong(sheets).map(({ key, name }) => ({ key, name })),
  };
}

