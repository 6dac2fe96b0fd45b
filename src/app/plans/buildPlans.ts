import { MAX_PLANS_PER_RUN, sheetNameFor, sheetNameKey } from "../../sheets/limits";
import { asProblem, Problem, type ProblemCode } from "../problems";
import type { MadeSheet, Workbook } from "../workbook";
import { runRecord } from "./interruptedRun";
import { ensureModel, ensureTemplate, rememberTemplate, type TemplateWishes } from "./planTemplate";
import type { SheetContent } from "./carryOver/sheetContent";
import type { PlanStore, PlanTemplate, Succession } from "./planStore";
import type { Proposal, ProposedPlan } from "./proposePlans";
import { fitPlans } from "./fitPlans";
import { followPlans, placeWords, type Followed } from "./followPlans";
import { refreshIndex, type FreshPlans } from "./refreshIndex";
import { updatePlan, type UpdatedPlan, type UpdateSource } from "./updatePlan";

/** What to do for accounts that have a plan. Nothing is ever overwritten. */
export const EXISTING_CHOICES = ["keep", "update", "newCopy"] as const;
export type ExistingChoice = (typeof EXISTING_CHOICES)[number];

export interface BuildProgress {
  /** Plans finished so far. */
  readonly done: number;
  readonly total: number;
  /** The account being worked on. */
  readonly account: string;
}

export interface BuildOutcome {
  readonly made: readonly (MadeSheet & { readonly account: string })[];
  readonly updated: readonly (UpdatedPlan & { readonly account: string })[];
  readonly kept: readonly (MadeSheet & { readonly account: string })[];
  readonly failed: readonly { readonly account: string; readonly problem: Problem }[];
  readonly cancelled: boolean;
  /** Set when this run also made the sheet with the assumptions. */
  readonly model?: MadeSheet;
  /** Set when this run also made the template. */
  readonly template?: MadeSheet;
  /** The template before it, under the name it is kept by. */
  readonly retiredTemplate?: MadeSheet;
  readonly index?: MadeSheet;
  /** What became of formulas elsewhere that read updated plans; absent when none was updated. */
  readonly followed?: Followed;
  /** Why they could not be looked for: they still read the former plans. */
  readonly followProblem?: Problem;
  /** Why the index could not be brought up to date; the plans are there all the same. */
  readonly indexProblem?: Problem;
}

export interface BuildWishes {
  readonly existing: ExistingChoice;
  /** What a template made by this run is like. */
  readonly template: TemplateWishes;
}

/** Problems that every further sheet would meet as well. */
const ENDS_RUN: ReadonlySet<ProblemCode> = new Set(["protectedWorkbook", "excelTooOld", "notInExcel", "otherWindow", "cellEditing"]);

/**
 * Makes a copy of the template for each proposed account, one after the other, or updates the plan it has.
 * A cancelled run keeps the plans that were finished; a plan that fails leaves no sheet and does not stop the others,
 * unless they would fail as well.
 */
export async function buildPlans(
  workbook: Workbook,
  store: PlanStore,
  proposal: Proposal,
  wishes: BuildWishes,
  signal: AbortSignal,
  onProgress: (progress: BuildProgress) => void,
): Promise<BuildOutcome> {
  const isKept = (plan: ProposedPlan) => plan.existing !== undefined && wishes.existing === "keep";
  const kept = proposal.plans.flatMap((plan) => (plan.existing && isKept(plan) ? [{ id: plan.existing.id, name: plan.existing.name, account: plan.account.name }] : []));
  const wanted = proposal.plans.filter((plan) => !isKept(plan));
  if (wanted.length > MAX_PLANS_PER_RUN) {
    throw new Problem("tooManyAccounts", `${wanted.length} plans would be made; one run makes at most ${MAX_PLANS_PER_RUN}.`, "Select fewer rows, for example one tier at a time.");
  }
  if ((wanted.length === 0 && !wishes.template.fresh) || signal.aborted) return { made: [], updated: [], kept, failed: [], cancelled: signal.aborted };
  // A run that cannot be put down is only not found again when it is interrupted.
  await store.keepRun(runRecord(wanted, wishes.existing === "update", await workbook.sheets(), new Date().toISOString())).catch(() => undefined);
  try {
    return { kept, ...(await makePlans(workbook, store, { ...proposal, plans: wanted }, wishes, signal, onProgress)) };
  } finally {
    await store.keepRun(undefined).catch(() => undefined);
  }
}

async function makePlans(workbook: Workbook, store: PlanStore, { plans, selected }: Proposal, wishes: BuildWishes, signal: AbortSignal, onProgress: (progress: BuildProgress) => void): Promise<Omit<BuildOutcome, "kept">> {
  const made: (MadeSheet & { account: string })[] = [];
  const updated: (UpdatedPlan & { account: string })[] = [];
  const failed: { account: string; problem: Problem }[] = [];
  const model = await ensureModel(workbook);
  // Sheets may have been added since the proposal was shown, by the person or by this run.
  const { template, made: madeTemplate, retired, names: taken } = await ensureTemplate(workbook, store, selected, wishes.template);
  const source = wishes.existing === "update" && plans.some((plan) => plan.existing) ? await updateSource(store, template) : undefined;

  const done = () => made.length + updated.length + failed.length;
  for (const plan of plans) {
    if (signal.aborted) break;
    const account = plan.account.name;
    onProgress({ done: done(), total: plans.length, account });
    try {
      if (plan.existing && source) updated.push({ ...(await updatePlan(workbook, store, source, plan.existing, taken)), account });
      else {
        const name = taken.has(sheetNameKey(plan.sheetName)) ? sheetNameFor(account, taken) : plan.sheetName;
        made.push({ ...(await store.copyTemplate(template, { name, key: plan.account.key, present: taken })), account });
        taken.add(sheetNameKey(name));
      }
    } catch (thrown) {
      const problem = asProblem(thrown);
      failed.push({ account, problem });
      if (ENDS_RUN.has(problem.code)) break;
    }
  }
  // Updated plans hold words already; how they are printed is no reason to call the run failed.
  if (updated.length > 0) await fitPlans(workbook, store, updated.map(({ successor }) => successor.id)).catch(() => undefined);
  const cancelled = signal.aborted && done() < plans.length;
  onProgress({ done: done(), total: plans.length, account: "" });
  const index = made.length + updated.length > 0 ? await indexAfter(workbook, store, { templateId: template.id, ids: new Set(made.map(({ id }) => id)) }) : {};
  const followed = updated.length > 0 ? await followAfter(store, updated) : {};
  return { made, updated, failed, cancelled, ...followed, ...(model ? { model } : {}), ...(madeTemplate ? { template: madeTemplate } : {}), ...(retired ? { retiredTemplate: retired } : {}), ...index };
}

/** The template with what it holds now and what it held before. */
export async function updateSource(store: PlanStore, template: PlanTemplate): Promise<UpdateSource> {
  const [content] = (await store.contents([template.id])) as [SheetContent];
  return { template, content, known: await rememberTemplate(store, content) };
}

/** The plans are made; an index that cannot be written must not make them look failed. */
async function indexAfter(workbook: Workbook, store: PlanStore, fresh: FreshPlans): Promise<Pick<BuildOutcome, "index" | "indexProblem">> {
  try {
    const index = await refreshIndex(workbook, store, fresh);
    return index ? { index } : {};
  } catch (thrown) {
    return { indexProblem: asProblem(thrown) };
  }
}

/** The index is led by then; whatever else in the workbook reads the plans follows them. */
async function followAfter(store: PlanStore, updated: readonly UpdatedPlan[]): Promise<Pick<BuildOutcome, "followed" | "followProblem">> {
  try {
    return { followed: await followPlans(store, updated.map(({ moved }) => moved.there), updated.map(({ former }) => former.id)) };
  } catch (thrown) {
    return { followProblem: asProblem(thrown) };
  }
}

/** Takes back what a run did: new plans go, updated ones are as they were before. What was there before stays. */
export async function takeBackRun(workbook: Workbook, store: PlanStore, outcome: { readonly made: readonly MadeSheet[]; readonly updated: readonly (Succession & Partial<Pick<UpdatedPlan, "moved">>)[] }): Promise<number> {
  let count = await workbook.removeSheets(outcome.made.map((sheet) => sheet.id));
  // Before their sheets go: Excel would put an error in the place of what they read.
  await followPlans(store, outcome.updated.flatMap(({ moved }) => (moved ? [moved.back] : [])), outcome.updated.map(({ successor }) => successor.id));
  for (const succession of outcome.updated) {
    await store.takeBack(succession);
    count++;
  }
  await refreshIndex(workbook, store);
  return count;
}

/**
 * Removes the plans as they were before their update; there is no way back then.
 * @throws Problem naming the formulas that read them: they would show errors
 */
export async function removeFormerPlans(workbook: Workbook, store: PlanStore, former: readonly MadeSheet[]): Promise<number> {
  const ids = former.map(({ id }) => id);
  const reading = await store.formulasReading(former.map(({ name }) => name), ids);
  if (reading.length > 0) {
    const places = reading.slice(0, 5).map(({ place }) => placeWords(place)).join(", ");
    const more = reading.length > 5 ? ` and ${reading.length - 5} more` : "";
    throw new Problem("formerRead", `${places}${more} still ${reading.length === 1 ? "reads" : "read"} a former plan and would show errors.`, "Change these formulas so that they read the plan itself, then remove the former plans.");
  }
  return workbook.removeSheets(ids);
}
