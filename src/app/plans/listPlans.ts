import { isErrorText, type CellValue } from "../../sheets/cellValue";
import { sheetNameKey } from "../../sheets/limits";
import { indexColumnOf, sheetOfIndexFormula, type IndexColumnName } from "../../sheets/plan/planIndex";
import type { MadeSheet, Workbook } from "../workbook";
import { asMadeSheet, formerPlansAmong, plansAmong } from "./planSheets";
import type { PlanStore } from "./planStore";

/** What a plan lacks; the pane can show the plans with one of them alone. */
export const PLAN_GAPS = ["noObjective", "noNextStep", "fewContacts", "reviewOverdue", "reviewerIsOwner"] as const;
export type PlanGap = (typeof PLAN_GAPS)[number];

/** Fewer contacts than this are no decision unit: 3 to 5 are needed before a sale. */
export const LEAST_CONTACTS = 3;

/** A plan as the list shows it. */
export interface ListedPlan extends MadeSheet {
  readonly key: string | number;
  readonly account: string;
  readonly tier: string;
  readonly owner: string;
  /** Excel's serial number of the day. */
  readonly nextReview: number | undefined;
  readonly overdueActions: number;
  readonly comments: number;
  /** How many figures have moved since the plan was agreed; undefined when it never was. */
  readonly moved: number | undefined;
  readonly gaps: readonly PlanGap[];
  /** The index does not know the plan yet, so its status is not known either. */
  readonly isUnlisted: boolean;
}

export interface PlanList {
  readonly plans: readonly ListedPlan[];
  /** Plans as they were before an update, still there. */
  readonly former: readonly MadeSheet[];
}

/**
 * All plans with their status, read from the index: a few requests whatever their number. Changes nothing.
 * @param today Excel's serial number of the day
 */
export async function listPlans(workbook: Workbook, store: PlanStore, today: number): Promise<PlanList> {
  const sheets = await workbook.sheets();
  const index = await store.index();
  const columns = (index?.headers ?? []).map(indexColumnOf);
  const lines = new Map<string, ReadonlyMap<IndexColumnName, CellValue>>();
  index?.formulas.forEach((formulas, row) => {
    const sheet = formulas.filter((_, i) => columns[i] !== undefined && columns[i] !== "plan").map(sheetOfIndexFormula).find((name) => name !== undefined);
    const values = index.values[row] ?? [];
    if (sheet !== undefined) lines.set(sheetNameKey(sheet), new Map(columns.flatMap((name, i) => (name ? [[name, values[i] ?? ""] as const] : []))));
  });
  const plans = plansAmong(sheets).map(({ id, name, key }) => listed({ id, name }, key, lines.get(sheetNameKey(name)), today));
  return { plans, former: formerPlansAmong(sheets).map(asMadeSheet) };
}

function listed(sheet: MadeSheet, key: string | number, line: ReadonlyMap<IndexColumnName, CellValue> | undefined, today: number): ListedPlan {
  const number = (name: IndexColumnName): number | undefined => {
    const value = line?.get(name);
    return typeof value === "number" ? value : undefined;
  };
  const text = (name: IndexColumnName): string => {
    const value = line?.get(name) ?? "";
    return isErrorText(value) ? "" : String(value).trim();
  };
  const nextReview = number("nextReview");
  const has: Readonly<Record<PlanGap, boolean>> = {
    noObjective: number("openObjectives") === 0,
    noNextStep: number("nextSteps") === 0,
    fewContacts: (number("contacts") ?? LEAST_CONTACTS) < LEAST_CONTACTS,
    reviewOverdue: nextReview !== undefined && nextReview < today,
    reviewerIsOwner: text("owner") !== "" && text("owner").toLocaleLowerCase() === text("reviewer").toLocaleLowerCase(),
  };
  return {
    ...sheet,
    key,
    account: text("plan") || sheet.name,
    tier: text("tier"),
    owner: text("owner"),
    nextReview,
    overdueActions: number("overdueActions") ?? 0,
    comments: number("comments") ?? 0,
    moved: number("agreedOn") === undefined ? undefined : (number("drift") ?? 0),
    gaps: PLAN_GAPS.filter((gap) => has[gap]),
    isUnlisted: line === undefined,
  };
}
