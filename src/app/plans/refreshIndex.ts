import { sheetNameFor, sheetNameKey } from "../../sheets/limits";
import { INDEX_NAMES, INDEX_SHEET, indexColumnOf, indexFormula, indexLink, planIndexSheet, sheetOfIndexFormula, type IndexedPlan } from "../../sheets/plan/planIndex";
import type { MadeSheet, Workbook } from "../workbook";
import { planKeyText, plansAmong, type PlanSheet } from "./planSheets";
import type { IndexChange, IndexTable, PlanStore } from "./planStore";

/** Plans that are copies of a template and have not been touched since. */
export interface FreshPlans {
  readonly templateId: string;
  readonly ids: ReadonlySet<string>;
}

/**
 * Brings the index up to date: a line for each plan, in the order the user gave them. Lines of plans that are gone are
 * taken away unless the user has typed in them. The sheet is made on first use.
 * @param fresh plans just copied: their cells are where the template's are
 * @returns the index's sheet; undefined when there is no plan to list
 */
export async function refreshIndex(workbook: Workbook, store: PlanStore, fresh?: FreshPlans): Promise<MadeSheet | undefined> {
  const sheets = await workbook.sheets();
  const plans = plansAmong(sheets);
  const index = await store.index();
  if (!index && plans.length === 0) return undefined;
  if (!index) {
    const taken = new Set(sheets.map((sheet) => sheetNameKey(sheet.name)));
    return workbook.addSheet(planIndexSheet(sheetNameFor(INDEX_SHEET, taken), await linesOf(store, plans, fresh)));
  }
  const change = await indexChange(store, index, plans, fresh);
  if (change.removed.length + change.rewritten.length + change.added.length > 0) await store.changeIndex(change);
  return index.sheet;
}

/** What a plan's line is made of: where its cells are. Asked for only where the index does not know it already. */
async function linesOf(store: PlanStore, plans: readonly PlanSheet[], fresh: FreshPlans | undefined): Promise<IndexedPlan[]> {
  const isFresh = (id: string) => fresh?.ids.has(id) ?? false;
  const asked = [...new Set(plans.map(({ id }) => (fresh && isFresh(id) ? fresh.templateId : id)))];
  const found = asked.length === 0 ? [] : await store.namedCells(asked, INDEX_NAMES);
  const cells = new Map(asked.map((id, i) => [id, found[i]] as const));
  return plans.map(({ id, name }) => ({ sheetName: name, cells: cells.get(fresh && isFresh(id) ? fresh.templateId : id) ?? new Map() }));
}

async function indexChange(store: PlanStore, index: IndexTable, plans: readonly PlanSheet[], freshPlans: FreshPlans | undefined): Promise<IndexChange> {
  const columns = index.headers.map(indexColumnOf);
  const unlisted = new Map(plans.map((plan) => [sheetNameKey(plan.name), plan] as const));
  const take = (plan: PlanSheet | undefined) => {
    if (plan) unlisted.delete(sheetNameKey(plan.name));
    return plan;
  };
  const rows = index.formulas.map((cells, row) => ({ cells, row, plan: take(unlisted.get(sheetNameKey(sheetOfLine(cells, columns) ?? ""))) }));
  // A line of a plan that was updated leads to the former sheet; it goes on with the one that has the same key.
  const keyColumn = columns.indexOf("key");
  const followed = rows.map((line) => {
    const key = index.values[line.row]?.[keyColumn];
    const sameKey = (plan: PlanSheet) => (typeof key === "string" || typeof key === "number") && planKeyText(plan.key) === planKeyText(key);
    return { ...line, plan: line.plan ?? take([...unlisted.values()].find(sameKey)) };
  });
  const gone = followed.filter(({ plan }) => !plan);
  const stale = followed.filter(({ cells, plan }) => plan && !leadsTo(plan.name, cells, columns));
  const fresh = [...unlisted.values()];
  const lines = await linesOf(store, [...stale.map(({ plan }) => plan as PlanSheet), ...fresh], freshPlans);
  const formulasOf = (line: IndexedPlan) => columns.map((name) => (name ? indexFormula(name, line) : null));
  const isTyped = (cells: readonly unknown[]) => cells.some((cell, i) => columns[i] === undefined && cell !== "");
  const removed = gone.filter(({ cells }) => !isTyped(cells)).map(({ row }) => row);
  return {
    // A table keeps at least one row.
    removed: removed.length === index.formulas.length && fresh.length === 0 ? removed.slice(1) : removed,
    rewritten: stale.map(({ row }, i) => ({ row, formulas: formulasOf(lines[i] as IndexedPlan) })),
    added: lines.slice(stale.length).map((line) => formulasOf(line).map((formula) => formula ?? "")),
  };
}

/** The sheet the line's formulas lead to: that of the key, else that of any other column of ours. */
function sheetOfLine(cells: readonly unknown[], columns: readonly ReturnType<typeof indexColumnOf>[]): string | undefined {
  const own = cells.filter((_, i) => columns[i] !== undefined && columns[i] !== "plan");
  return own.map(sheetOfIndexFormula).find((name) => name !== undefined);
}

/** Whether the line is whole: its link names the sheet as it is called now, and no cell it reads has been deleted. */
function leadsTo(sheetName: string, cells: readonly unknown[], columns: readonly ReturnType<typeof indexColumnOf>[]): boolean {
  const own = cells.filter((_, i) => columns[i] !== undefined).map(String);
  const link = String(cells[columns.indexOf("plan")] ?? "");
  const elsewhere = own.some((cell) => {
    const leads = sheetOfIndexFormula(cell.replace(/HYPERLINK\("(?:[^"]|"")*"/, ""));
    return leads !== undefined && sheetNameKey(leads) !== sheetNameKey(sheetName);
  });
  return !elsewhere && !own.some((cell) => cell.includes("#REF!")) && (columns.indexOf("plan") < 0 || link.includes(`"${indexLink(sheetName)}"`));
}
