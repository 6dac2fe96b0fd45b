import { MAX_PLANS_PER_RUN, sheetNameFor, sheetNameKey } from "../../sheets/limits";
import type { ListedAccount } from "../../sheets/read/accounts";
import { SETTINGS, SETTINGS_TABLE } from "../../sheets/formulas/settings";
import { accountPlanSheet } from "../../sheets/write/accountPlan";
import { MODEL_SHEET } from "../../sheets/model/model";
import { modelSheet } from "../../sheets/model/modelSheet";
import { asProblem, Problem, type ProblemCode } from "../problems";
import { readSelectedAccounts, type SelectedAccounts } from "./readSelectedAccounts";
import type { MadeSheet, SheetSummary, Workbook } from "../workbook";

/** What will happen to one selected account. */
export interface ProposedPlan {
  readonly account: ListedAccount;
  /** The sheet a new plan would get. */
  readonly sheetName: string;
  /** The plan the account has already; it stays as it is whatever is chosen. */
  readonly existing?: MadeSheet;
}

export interface Proposal {
  readonly selected: SelectedAccounts;
  readonly plans: readonly ProposedPlan[];
}

/** What to do for accounts that have a plan. Nothing is ever overwritten. */
export type ExistingChoice = "keep" | "newCopy";

export interface BuildProgress {
  /** Plans finished so far. */
  readonly done: number;
  readonly total: number;
  /** The account being worked on. */
  readonly account: string;
}

export interface BuildOutcome {
  readonly made: readonly (MadeSheet & { readonly account: string })[];
  readonly kept: readonly (MadeSheet & { readonly account: string })[];
  readonly failed: readonly { readonly account: string; readonly problem: Problem }[];
  readonly cancelled: boolean;
  /** Set when this run also made the sheet with the assumptions. */
  readonly model?: MadeSheet;
}

/** Reads the selection and says which accounts would get which sheets. Changes nothing. */
export async function proposePlans(workbook: Workbook): Promise<Proposal> {
  const sheets = await workbook.sheets();
  const selected = await readSelectedAccounts(workbook, sheets);
  return { selected, plans: namePlans(selected.accounts, sheets) };
}

function namePlans(accounts: readonly ListedAccount[], sheets: readonly SheetSummary[]): ProposedPlan[] {
  const taken = new Set([...sheets.map((sheet) => sheet.name), MODEL_SHEET].map(sheetNameKey));
  const existing = new Map(sheets.flatMap((sheet) => (sheet.planKey === undefined ? [] : [[planKey(sheet.planKey), sheet] as const])));
  return accounts.map((account) => {
    const sheetName = sheetNameFor(account.name, taken);
    taken.add(sheetNameKey(sheetName));
    const sheet = existing.get(planKey(account.key));
    return { account, sheetName, ...(sheet ? { existing: { id: sheet.id, name: sheet.name } } : {}) };
  });
}

/** As Excel's lookups compare: without case, numbers and texts apart. */
const planKey = (key: string | number) => `${typeof key}:${String(key).toLocaleLowerCase("en")}`;

/** Problems that every further sheet would meet as well. */
const ENDS_RUN: ReadonlySet<ProblemCode> = new Set(["protectedWorkbook", "excelTooOld", "notInExcel", "otherWindow", "cellEditing", "sheetGone"]);

/**
 * Makes a plan sheet for each proposed account, one after the other.
 * A cancelled run keeps the plans that were finished; a plan that fails leaves no sheet and does not stop the others,
 * unless they would fail as well.
 */
export async function buildPlans(
  workbook: Workbook,
  proposal: Proposal,
  choice: ExistingChoice,
  signal: AbortSignal,
  onProgress: (progress: BuildProgress) => void,
): Promise<BuildOutcome> {
  const isKept = (plan: ProposedPlan) => plan.existing !== undefined && choice === "keep";
  const kept = proposal.plans.flatMap((plan) => (plan.existing && isKept(plan) ? [{ ...plan.existing, account: plan.account.name }] : []));
  const wanted = proposal.plans.filter((plan) => !isKept(plan));
  if (wanted.length > MAX_PLANS_PER_RUN) {
    throw new Problem("tooManyAccounts", `${wanted.length} plans would be made; one run makes at most ${MAX_PLANS_PER_RUN}.`, "Select fewer rows, for example one tier at a time.");
  }
  const made: (MadeSheet & { account: string })[] = [];
  const failed: { account: string; problem: Problem }[] = [];
  if (wanted.length === 0 || signal.aborted) return { made, kept, failed, cancelled: signal.aborted };
  const model = await ensureModel(workbook);
  // Sheets may have been added since the proposal was shown, by the person or by this run.
  const taken = new Set((await workbook.sheets()).map((sheet) => sheetNameKey(sheet.name)));

  for (const plan of wanted) {
    if (signal.aborted) break;
    const account = plan.account.name;
    onProgress({ done: made.length + failed.length, total: wanted.length, account });
    const sheetName = taken.has(sheetNameKey(plan.sheetName)) ? sheetNameFor(account, taken) : plan.sheetName;
    try {
      const { list, marginUnit, growthUnit } = proposal.selected;
      made.push({ ...(await workbook.addSheet(accountPlanSheet({ sheetName, list, marginUnit, growthUnit, key: plan.account.key }))), account });
      taken.add(sheetNameKey(sheetName));
    } catch (thrown) {
      const problem = asProblem(thrown);
      failed.push({ account, problem });
      if (ENDS_RUN.has(problem.code)) break;
    }
  }
  onProgress({ done: made.length + failed.length, total: wanted.length, account: "" });
  const cancelled = signal.aborted && made.length + failed.length < wanted.length;
  return { made, kept, failed, cancelled, ...(model ? { model } : {}) };
}

/** Makes the sheet of assumptions on first use; an existing one is the user's and stays as it is. */
async function ensureModel(workbook: Workbook): Promise<MadeSheet | undefined> {
  const rows = await workbook.tableRowNames(SETTINGS_TABLE);
  if (rows) {
    const present = new Set(rows.map((row) => row.trim().toLocaleLowerCase("en")));
    const missing = Object.values(SETTINGS).filter((setting) => !present.has(setting.name.toLocaleLowerCase("en")));
    if (missing.length === 0) return undefined;
    const words = missing.map((setting) => `"${setting.name}"`).join(", ");
    throw new Problem("settingsIncomplete", `The table ${SETTINGS_TABLE} has no row ${words} in its first column.`, `Add the missing rows with a value, or remove the table to have the sheet "${MODEL_SHEET}" made afresh.`);
  }
  const taken = new Set((await workbook.sheets()).map((sheet) => sheetNameKey(sheet.name)));
  return workbook.addSheet(modelSheet(sheetNameFor(MODEL_SHEET, taken)));
}

/** Takes back what a run made. The plans that were there before stay. */
export const removePlans = (workbook: Workbook, outcome: BuildOutcome): Promise<number> => workbook.removeSheets(outcome.made.map((sheet) => sheet.id));
