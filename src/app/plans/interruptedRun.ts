import { sheetNameKey } from "../../sheets/limits";
import { TEMPLATE_SHEET } from "../../sheets/plan/planNames";
import type { MadeSheet, SheetSummary, Workbook } from "../workbook";
import { asMadeSheet, planKeyText, plansAmong, templateSheetAmong } from "./planSheets";
import type { PlanStore, Succession } from "./planStore";
import type { ProposedPlan } from "./proposePlans";

/**
 * What a run set out to do. It stands in the workbook until the run has ended, so that a pane that was closed or loaded
 * again in mid-run can tell what was made.
 */
export interface RunRecord {
  /** When it began, as an ISO time. */
  readonly startedAt: string;
  readonly total: number;
  /** Keys of its accounts, as `planKeyText`. */
  readonly keys: readonly string[];
  /** All sheets there were. */
  readonly before: readonly MadeSheet[];
  /** Plans it was to update, with their keys. */
  readonly updating: readonly { readonly id: string; readonly key: string }[];
}

/** What is there of a run that never ended. */
export interface InterruptedRun {
  readonly record: RunRecord;
  readonly made: readonly MadeSheet[];
  readonly updated: readonly Succession[];
  /** Copies that were to take a plan's or the template's place and have not: what they were to replace is as it was. */
  readonly unfinished: readonly MadeSheet[];
}

export function runRecord(plans: readonly ProposedPlan[], isUpdate: boolean, sheets: readonly SheetSummary[], startedAt: string): RunRecord {
  return {
    startedAt,
    total: plans.length,
    keys: plans.map(({ account }) => planKeyText(account.key)),
    before: sheets.map(asMadeSheet),
    updating: plans.flatMap(({ existing, account }) => (isUpdate && existing ? [{ id: existing.id, key: planKeyText(account.key) }] : [])),
  };
}

/** Finds the run that was interrupted, undefined when the last one ended. Changes nothing. */
export async function interruptedRun(workbook: Workbook, store: PlanStore): Promise<InterruptedRun | undefined> {
  const record = await store.keptRun();
  if (!record) return undefined;
  const sheets = await workbook.sheets();
  const plans = plansAmong(sheets);
  const [ids, names] = [new Set(record.before.map(({ id }) => id)), new Set(record.before.map(({ name }) => sheetNameKey(name)))];
  // Excel may number its sheets anew when a file is opened again: what had its name before is no work of the run either.
  const isNew = ({ id, name }: MadeSheet) => !ids.has(id) && !names.has(sheetNameKey(name));
  const template = sheetNameKey(templateSheetAmong(sheets)?.name ?? TEMPLATE_SHEET);
  const isTemplateCopy = ({ name }: MadeSheet) => sheetNameKey(name).startsWith(`${template} (`);
  const waiting = new Set(record.updating.filter(({ id }) => plans.some((plan) => plan.id === id)).map(({ key }) => key));
  const unfinished = sheets.filter((sheet) => isNew(sheet) && (isTemplateCopy(sheet) || (sheet.planKey !== undefined && waiting.has(planKeyText(sheet.planKey)))));
  const made = plans.filter((plan) => isNew(plan) && !unfinished.some(({ id }) => id === plan.id) && record.keys.includes(planKeyText(plan.key)));
  const updated = record.updating.flatMap(({ id }): Succession[] => {
    const [former, name] = [sheets.find((sheet) => sheet.id === id && sheet.isFormer), record.before.find((sheet) => sheet.id === id)?.name];
    const successor = name === undefined ? undefined : plans.find((plan) => sheetNameKey(plan.name) === sheetNameKey(name));
    return former && successor && name !== undefined ? [{ former: { id, name, retiredName: former.name }, successor: asMadeSheet(successor) }] : [];
  });
  return { record, made: made.map(asMadeSheet), updated, unfinished: unfinished.map(asMadeSheet) };
}
