import type { Area } from "../a1";
import type { SheetPart } from "../sheetPlan";
import { area, SheetDraft } from "../write/sheetDraft";
import { MODEL_TABLES, type ModelTable } from "./model";
import type { ModelCells } from "./modelCells";
import { ALL_SETTINGS, settingKey, type ModelSetting } from "./modelSettings";
import { columnsSection, criteriaSection, gatesSection, settingsSection, SHEET_WIDTH, tiersSection, type WrittenSection } from "./modelSections";
import { STARTING_MODEL } from "./startingModel";

/** What a workbook of an older release lacks. Nothing that stands in it is moved or written over. */
export interface ModelUpdate {
  /** The sheet that gets the missing tables: the one with the settings, or any other of the model's. */
  readonly sheetName: string;
  readonly absent: readonly ModelTable[];
  /** Lines for the settings table. */
  readonly settings: readonly ModelSetting[];
}

/** undefined when nothing is missing, or when there is no model at all. */
export function missingParts(cells: ModelCells): ModelUpdate | undefined {
  const present = (Object.keys(MODEL_TABLES) as ModelTable[]).filter((table) => cells[table]);
  const home = cells.settings ?? cells[present[0] as ModelTable];
  if (!home) return undefined;
  const absent = (Object.keys(MODEL_TABLES) as ModelTable[]).filter((table) => !cells[table]);
  const settings = cells.settings ? missingSettings(cells.settings.block.values.slice(1).map((row) => String(row[0]))) : [];
  return absent.length === 0 && settings.length === 0 ? undefined : { sheetName: home.sheetName, absent, settings };
}

function missingSettings(names: readonly string[]): ModelSetting[] {
  const present = new Set(names.map(settingKey));
  return ALL_SETTINGS.filter((setting) => !present.has(settingKey(setting.name)));
}

/** The missing tables below everything that stands on the sheet. */
export interface UpdatePart extends SheetPart {
  readonly firstRow: number;
  /** In points, from `firstRow`. */
  readonly rowHeights: readonly (number | "auto")[];
}

/**
 * @param firstRow the first row the part may take
 * @param tierNames cells with the tiers' names when that table is there already
 */
export function updatePart(absent: readonly ModelTable[], firstRow: number, tierNames: Area | undefined): UpdatePart {
  const draft = new SheetDraft(16);
  const context = { draft };
  const tables: WrittenSection["table"][] = [];
  let row = firstRow;
  const put = (table: ModelTable, write: (top: number) => WrittenSection) => {
    if (!absent.includes(table)) return;
    const written = write(row);
    tables.push(written.table);
    row = written.nextRow;
  };
  put("criteria", (top) => criteriaSection(context, top, STARTING_MODEL.criteria));
  put("tiers", (top) => tiersSection(context, top, STARTING_MODEL.tiers));
  const newTiers = tables.find(({ name }) => name === MODEL_TABLES.tiers)?.area;
  const names = newTiers ? { ...newTiers, row: newTiers.row + 1, rowCount: newTiers.rowCount - 1, columnCount: 1 } : tierNames;
  put("gates", (top) => gatesSection(context, top, STARTING_MODEL.gates, names ?? area(top, 0)));
  put("settings", (top) => settingsSection(context, top, STARTING_MODEL.settings));
  put("columns", (top) => columnsSection(context, top, STARTING_MODEL.columns));
  const looks = [{ area: area(firstRow, 0, SHEET_WIDTH + 1, row - firstRow), style: "sheet" as const }, ...draft.styles];
  return { firstRow, rowHeights: draft.rowHeights.slice(firstRow), cells: draft.cells, styles: looks, validations: draft.validations, highlights: draft.highlights, charts: [], tables, names: [] };
}

/** In words, for whoever is asked whether to update. */
export const updateWords = ({ absent, settings }: ModelUpdate): string =>
  [...absent.map((table) => `the table ${MODEL_TABLES[table]}`), ...settings.map((setting) => `the setting "${setting.name}"`)].join(", ");
