import { sheetNameKey } from "../../sheets/limits";
import { TEMPLATE_SHEET } from "../../sheets/plan/planNames";
import { Problem } from "../problems";
import type { MadeSheet, SheetSummary, Workbook } from "../workbook";
import type { PlanStore, TemplatePlace } from "./planStore";

/** A sheet with an account's plan. */
export interface PlanSheet extends MadeSheet {
  readonly key: string | number;
  readonly keyCell: NonNullable<SheetSummary["keyCell"]>;
}

/** The template by its mark, however it is called; where none is marked, by its name. */
export const templateSheetAmong = (sheets: readonly SheetSummary[]): SheetSummary | undefined =>
  sheets.find((sheet) => sheet.isTemplate) ?? sheets.find((sheet) => sheetNameKey(sheet.name) === sheetNameKey(TEMPLATE_SHEET));

/** The plans among the sheets, in their order; former ones and the template are none. */
export const plansAmong = (sheets: readonly SheetSummary[]): PlanSheet[] =>
  sheets.flatMap(({ id, name, planKey, keyCell, isFormer }) =>
    planKey === undefined || keyCell === undefined || isFormer || id === templateSheetAmong(sheets)?.id ? [] : [{ id, name, key: planKey, keyCell }],
  );

/**
 * The plans with some ids; absent: the plan that is open.
 * @param nextStep what to do when none of them is a plan
 */
export async function chosenPlans(workbook: Pick<Workbook, "sheets">, store: Pick<PlanStore, "activeSheetId">, ids: readonly string[] | undefined, nextStep: string): Promise<PlanSheet[]> {
  const wanted = new Set(ids ?? [await store.activeSheetId()]);
  const plans = plansAmong(await workbook.sheets()).filter((plan) => wanted.has(plan.id));
  if (plans.length === 0) throw new Problem("noPlans", "The open sheet is no account plan.", nextStep);
  return plans;
}

/** Only what is needed to show a sheet and to lead to it. */
export const asMadeSheet = ({ id, name }: MadeSheet): MadeSheet => ({ id, name });

export const formerPlansAmong = (sheets: readonly SheetSummary[]): SheetSummary[] => sheets.filter((sheet) => sheet.isFormer === true);

/**
 * The sheet plans are copied from, undefined when there is none yet.
 * @throws Problem when its key cell is gone: a copy would be nobody's plan
 */
export function templateAmong(sheets: readonly SheetSummary[]): TemplatePlace | undefined {
  const sheet = templateSheetAmong(sheets);
  if (!sheet) return undefined;
  if (!sheet.keyCell) {
    throw new Problem(
      "templateBroken",
      `The sheet "${sheet.name}" has no cell named KAM_Key any more, so its copies would belong to no account.`,
      `Undo the deletion, or ask for a fresh template, below the accounts to build plans for: your own stays under another name.`,
    );
  }
  return { id: sheet.id, name: sheet.name, keyCell: sheet.keyCell };
}

/** Keys as Excel's lookups compare them: without case, numbers and texts apart. */
export const planKeyText = (key: string | number): string => `${typeof key}:${String(key).toLocaleLowerCase("en")}`;
