import { SETTINGS, SETTINGS_TABLE } from "../../sheets/formulas/settings";
import { sheetNameFor, sheetNameKey } from "../../sheets/limits";
import { MODEL_SHEET, MODEL_TABLES, type ModelTable } from "../../sheets/model/model";
import { modelSheet } from "../../sheets/model/modelSheet";
import { SCORECARD_TABLE } from "../../sheets/model/scorecardTable";
import { TEMPLATE_SHEET } from "../../sheets/plan/planNames";
import type { PlanSources, PlanTemplateInput, PlanVariant } from "../../sheets/plan/planSources";
import { planTemplateSheet } from "../../sheets/plan/planTemplateSheet";
import type { SheetPlan } from "../../sheets/sheetPlan";
import { Problem } from "../problems";
import type { MadeSheet, SheetSummary, Workbook } from "../workbook";
import { knownContents, remember, type KnownContents } from "./carryOver/knownContents";
import type { Content, SheetContent } from "./carryOver/sheetContent";
import { templateAmong, templateSheetAmong } from "./planSheets";
import type { PlanStore, PlanTemplate, TemplatePlace } from "./planStore";
import type { SelectedAccounts } from "./readSelectedAccounts";

/** Makes the sheet of assumptions on first use; an existing one is the user's and stays as it is. */
export async function ensureModel(workbook: Workbook): Promise<MadeSheet | undefined> {
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

/** What a fresh template should be like. */
export interface TemplateWishes {
  readonly variant: PlanVariant;
  readonly paper: PlanTemplateInput["paper"];
  readonly locked: boolean;
  /** Makes one also where there is a template; that one is kept under another name. */
  readonly fresh?: boolean;
}

export const USUAL_TEMPLATE: TemplateWishes = { variant: "full", paper: "A4", locked: false };

/** The template plans are made from in a run. */
export interface ReadyTemplate {
  readonly template: PlanTemplate;
  /** Set when it has just been made. */
  readonly made?: MadeSheet;
  /** The template it replaces, under its new name. */
  readonly retired?: MadeSheet;
  /** The names of all sheets, as `sheetNameKey`. */
  readonly names: Set<string>;
}

/** The template, made on first use or on wish; one that is there is the user's own and its cells are never written to. */
export async function ensureTemplate(
  workbook: Workbook,
  store: PlanStore,
  selected: SelectedAccounts,
  wishes: TemplateWishes,
): Promise<ReadyTemplate> {
  const namesOf = (sheets: readonly SheetSummary[]) => new Set(sheets.map((sheet) => sheetNameKey(sheet.name)));
  const before = await workbook.sheets();
  const old = templateSheetAmong(before);
  if (old && !wishes.fresh) {
    const present = templateAmong(before) as TemplatePlace;
    // One of an earlier release is known by its name alone.
    if (!old.isTemplate) await mark(store, present);
    return { template: await store.template(present), names: namesOf(before) };
  }
  const taken = namesOf(before);
  const made = await makeTemplate(workbook, store, selected, wishes, sheetNameFor(TEMPLATE_SHEET, taken));
  const place = placeOf(await workbook.sheets(), made.id);
  if (!old) {
    await mark(store, place);
    return { template: await store.template(place), made, names: namesOf(await workbook.sheets()) };
  }
  // Its name may be free when somebody has renamed it.
  const nameIsFree = sheetNameKey(old.name) !== sheetNameKey(TEMPLATE_SHEET);
  const retiredName = nameIsFree ? old.name : sheetNameFor(`${TEMPLATE_SHEET} (old)`, taken);
  const fresh = { ...place, name: TEMPLATE_SHEET };
  try {
    await store.replaceTemplate({ id: old.id, name: old.name, retiredName }, fresh);
  } catch (thrown) {
    await workbook.removeSheets([made.id]).catch(() => undefined); // the first problem says more
    throw thrown;
  }
  return { template: await store.template(fresh), made: { id: made.id, name: TEMPLATE_SHEET }, retired: { id: old.id, name: retiredName }, names: namesOf(await workbook.sheets()) };
}

/** Without the mark it is still known by its name. */
const mark = (store: PlanStore, place: TemplatePlace): Promise<void> => store.markTemplate(place).catch(() => undefined);

function placeOf(sheets: readonly SheetSummary[], id: string): TemplatePlace {
  const sheet = sheets.find((one) => one.id === id);
  if (!sheet?.keyCell) throw new Problem("sheetGone", `The sheet "${TEMPLATE_SHEET}" was removed a moment ago.`, "Try again: it is made afresh.");
  return { id, name: sheet.name, keyCell: sheet.keyCell };
}

async function makeTemplate(workbook: Workbook, store: PlanStore, { list, marginUnit, growthUnit, accounts }: SelectedAccounts, wishes: TemplateWishes, sheetName: string): Promise<MadeSheet> {
  const tables = new Set(await store.tableNames());
  const modelTables = new Set((Object.keys(MODEL_TABLES) as ModelTable[]).filter((table) => tables.has(MODEL_TABLES[table])));
  const scorecardHeaders = await store.tableHeaders(SCORECARD_TABLE);
  const criteria = modelTables.has("criteria") ? ((await workbook.tableRowNames(MODEL_TABLES.criteria)) ?? []).filter((name) => name.trim() !== "") : [];
  const sources: PlanSources = {
    list,
    marginUnit,
    growthUnit,
    modelTables,
    // A model without criteria yet may get some: then the template keeps its usual number of rows for them.
    ...(criteria.length > 0 ? { criteriaCount: criteria.length } : {}),
    ...(scorecardHeaders ? { scorecardHeaders } : {}),
  };
  const sheet = planTemplateSheet({ ...wishes, sheetName, sources, key: accounts[0]?.key ?? "" });
  const made = await workbook.addSheet(sheet);
  await rememberTemplate(store, plannedContent(sheet)).catch(() => undefined); // without it an update only keeps more than it has to
  return made;
}

/** Remembers what a template holds, so that a later update knows its wording from people's words. */
export async function rememberTemplate(store: PlanStore, content: SheetContent): Promise<KnownContents> {
  const stored = await store.rememberedContents();
  const more = remember(stored, content);
  if (more) await store.rememberContents(more);
  return knownContents(more ?? stored);
}

function plannedContent(sheet: SheetPlan): SheetContent {
  const cells: Content[][] = [];
  for (const { row, column, content } of sheet.cells) {
    while (cells.length <= row) cells.push([]);
    const line = cells[row] as Content[];
    while (line.length < column) line.push("");
    line[column] = content.kind === "formula" ? { formula: content.formula, value: "" } : content.kind === "number" ? content.number : content.kind === "label" ? content.label : content.text;
  }
  return { cells, names: new Map(sheet.names.map(({ name, area }) => [name, area])) };
}
