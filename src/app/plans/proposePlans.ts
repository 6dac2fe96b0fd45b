import { sheetNameFor, sheetNameKey } from "../../sheets/limits";
import { MODEL_SHEET } from "../../sheets/model/model";
import { TEMPLATE_SHEET } from "../../sheets/plan/planNames";
import { INDEX_SHEET } from "../../sheets/plan/planIndex";
import type { ListedAccount } from "../../sheets/read/accounts";
import type { SheetSummary, Workbook } from "../workbook";
import { planKeyText, plansAmong, templateSheetAmong, type PlanSheet } from "./planSheets";
import type { PlanStore } from "./planStore";
import { readTiers } from "./readTiers";
import { readAccountsOfTier, readSelectedAccounts, type ListReading, type SelectedAccounts } from "./readSelectedAccounts";

/** What will happen to one account. */
export interface ProposedPlan {
  readonly account: ListedAccount;
  /** The sheet a new plan would get. */
  readonly sheetName: string;
  /** The plan the account has already; it is never overwritten, whatever is chosen. */
  readonly existing?: PlanSheet;
}

export interface Proposal {
  readonly selected: SelectedAccounts;
  readonly plans: readonly ProposedPlan[];
  /** The template, where there is one; a first run makes it. One without its key cell can only be replaced. */
  readonly template?: { readonly name: string; readonly isBroken: boolean };
  /** Tiers of the list with the number of their accounts, best known names first; empty before the accounts have tiers. */
  readonly tiers: readonly { readonly tier: string; readonly count: number }[];
}

/** Reads the selection, or all accounts of a tier, and says which accounts would get which sheets. Changes nothing. */
export async function proposePlans(workbook: Workbook, store: PlanStore, tier?: string): Promise<Proposal> {
  const sheets = await workbook.sheets();
  const template = templateSheetAmong(sheets);
  const tiersOf = (reading: ListReading) => readTiers(workbook, store, reading);
  const selected = tier === undefined ? await readSelectedAccounts(workbook, sheets) : await readAccountsOfTier(workbook, sheets, tier, tiersOf);
  return { selected, plans: namePlans(selected.accounts, sheets), ...(template ? { template: { name: template.name, isBroken: template.keyCell === undefined } } : {}), tiers: countTiers(await tiersOf(selected)) };
}

function countTiers(tiers: ReadonlyMap<number, string>): Proposal["tiers"] {
  const counts = new Map<string, number>();
  for (const tier of tiers.values()) counts.set(tier, (counts.get(tier) ?? 0) + 1);
  return [...counts].map(([tier, count]) => ({ tier, count })).sort((a, b) => (a.tier < b.tier ? -1 : 1));
}

/** Sheets the add-in makes itself keep their names free. */
const RESERVED = [MODEL_SHEET, TEMPLATE_SHEET, INDEX_SHEET];

function namePlans(accounts: readonly ListedAccount[], sheets: readonly SheetSummary[]): ProposedPlan[] {
  const taken = new Set([...sheets.map((sheet) => sheet.name), ...RESERVED].map(sheetNameKey));
  const plans = new Map(plansAmong(sheets).map((plan) => [planKeyText(plan.key), plan] as const));
  return accounts.map((account) => {
    const existing = plans.get(planKeyText(account.key));
    const sheetName = sheetNameFor(account.name, taken);
    taken.add(sheetNameKey(sheetName));
    return { account, sheetName, ...(existing ? { existing } : {}) };
  });
}
