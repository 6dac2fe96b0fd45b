import { GATE_TESTS } from "../../core/scoring/gate";
import { SCALES } from "../../core/scoring/scaling";
import { MISSING_RULES } from "../../core/scoring/weighting";
import { areaAddress, cellAddress, type Area } from "../a1";
import { FIELD_LABELS } from "../read/fieldLabels";
import { area, type SheetDraft } from "../write/sheetDraft";
import type { StyleName } from "../styles";
import { DIRECTIONS, MODEL_HEADERS, MODEL_TABLES, type Model, type ModelTable } from "./model";
import { ALL_SETTINGS, settingKey, type ModelSetting } from "./modelSettings";

/** Left column of every table; nothing stands beside one, so that each grows downwards on its own. */
export const FIRST_COLUMN = 1;
/** Columns of the widest table, its computed shares included. */
export const SHEET_WIDTH = 9;
/** Empty rows below a table: typing there makes it longer. */
const SPARE_ROWS = 2;

/** The column of computed shares in the table of criteria; the functions pass over it. */
export const SHARE_HEADER = "Share";

export interface SectionTable {
  readonly name: string;
  readonly area: Area;
}

/** What a section needs to know of the sheet it stands on. */
export interface SectionContext {
  readonly draft: SheetDraft;
  /** Cells of the list's headers, as a reference for drop-downs; absent while no list is chosen. */
  readonly listHeaders?: string;
}

/** A section's table, and the first row below it that another section may take. */
export interface WrittenSection {
  readonly table: SectionTable;
  readonly nextRow: number;
}

type Writer = (draft: SheetDraft, row: number, column: number) => void;

const text = (value: string | undefined, ...styles: StyleName[]): Writer => (draft, row, column) =>
  value === undefined || value === "" ? draft.style(area(row, column), ...styles) : draft.text(row, column, value, ...styles);
const word = (value: string, ...styles: StyleName[]): Writer => (draft, row, column) => draft.label(row, column, value, ...styles);
const number = (value: number | undefined, ...styles: StyleName[]): Writer => (draft, row, column) =>
  value === undefined ? draft.style(area(row, column), ...styles) : draft.number(row, column, value, ...styles);
const blank = (...styles: StyleName[]): Writer => text(undefined, ...styles);

interface Section {
  readonly table: ModelTable;
  readonly title: string;
  readonly note: string;
  /** Headers that stand right of their figures. */
  readonly rightAligned: readonly string[];
  readonly rowHeight: number;
  readonly lines: readonly (readonly Writer[])[];
}

/** Title, note, header row and lines of one table from a row on. */
function writeSection(draft: SheetDraft, top: number, section: Section, extraHeaders: readonly string[] = []): { readonly area: Area; readonly nextRow: number } {
  const headers = [...MODEL_HEADERS[section.table], ...extraHeaders];
  draft.height(top, 22);
  draft.style(area(top, FIRST_COLUMN, SHEET_WIDTH), "sectionRule");
  draft.label(top, FIRST_COLUMN, section.title, "section");
  draft.label(top + 1, FIRST_COLUMN, section.note, "note");
  const head = top + 2;
  headers.forEach((header, i) => draft.label(head, FIRST_COLUMN + i, header, "head", ...headStyles(section, headers, i)));
  section.lines.forEach((cells, i) => {
    const row = head + 1 + i;
    draft.height(row, section.rowHeight);
    draft.style(area(row, FIRST_COLUMN, headers.length), "row");
    cells.forEach((write, c) => write(draft, row, FIRST_COLUMN + c));
  });
  const bottom = head + 1 + section.lines.length;
  return { area: area(head, FIRST_COLUMN, headers.length, section.lines.length + 1), nextRow: bottom + SPARE_ROWS };
}

/** Above figures to the right, above texts beside figures a little away from them. */
function headStyles({ rightAligned }: Section, headers: readonly string[], i: number): readonly StyleName[] {
  if (rightAligned.includes(headers[i] ?? "")) return ["figure"];
  return rightAligned.includes(headers[i - 1] ?? "") ? ["spaced"] : [];
}

/** The cells below a header. */
const below = (table: Area, header: number): Area => area(table.row + 1, table.column + header, 1, table.rowCount - 1);

/** Tables with a column `Column`, whose cells offer the headers of the account list. */
export const TABLES_OF_HEADERS = ["criteria", "gates", "columns"] as const satisfies readonly ModelTable[];

/** @param listHeaders the cells of the list's header row, as a reference */
export const headerChoiceOf = (listHeaders: string) => ({ rule: { kind: "listFrom", reference: listHeaders }, prompt: "The header of a column of the account list." }) as const;

function headerChoice({ draft, listHeaders }: SectionContext, cells: Area): void {
  if (listHeaders !== undefined) draft.validations.push({ areas: [cells], ...headerChoiceOf(listHeaders) });
}

function wordChoice(draft: SheetDraft, cells: Area, words: readonly string[], prompt: string): void {
  draft.validations.push({ areas: [cells], rule: { kind: "list", words }, prompt });
}

export function criteriaSection(context: SectionContext, top: number, criteria: Model["criteria"]): WrittenSection {
  const { draft } = context;
  const filled = criteria.map((line) => [
    text(line.criterion, "strong", "input"),
    text(line.column, "input"),
    number(line.weight, "input", "score"),
    word(line.direction, "input", "spaced"),
    word(line.scale, "input"),
    number(line.floor, "input", "amount"),
    number(line.ceiling, "input", "amount"),
    word(line.missing, "input", "spaced"),
  ]);
  const empty = [blank("strong", "input"), blank("input"), blank("input", "score"), blank("input", "spaced"), blank("input"), blank("input", "amount"), blank("input", "amount"), blank("input", "spaced")];
  const written = writeSection(
    draft,
    top,
    {
      table: "criteria",
      title: "Criteria",
      note: "What makes an account key. Only the ratio of the weights counts. Floor and ceiling are the figures worth 0 and 100; blank means the list's smallest and largest.",
      rightAligned: ["Weight", "Floor", "Ceiling", SHARE_HEADER],
      rowHeight: 18,
      lines: filled.length > 0 ? filled : [empty],
    },
    [SHARE_HEADER],
  );
  const weights = below(written.area, 2);
  const range = areaAddress(weights, true);
  for (let row = weights.row; row < weights.row + weights.rowCount; row++) {
    const weight = cellAddress(row, weights.column);
    draft.formula(row, FIRST_COLUMN + 8, shareFormula(weight), "percent", "label");
  }
  draft.highlight("attention", `=AND(ISNUMBER(${cellAddress(weights.row, weights.column)}),${cellAddress(weights.row, weights.column)}>SUM(${range})/2,COUNT(${range})>1)`, weights);
  headerChoice(context, below(written.area, 1));
  draft.validations.push({ areas: [weights], rule: { kind: "decimal", least: 0, most: 1_000_000 }, prompt: "0 or more; only the ratio of the weights counts. A weight above half of the total shows in red." });
  wordChoice(draft, below(written.area, 3), DIRECTIONS, "Which figures are better: higher or lower ones.");
  wordChoice(draft, below(written.area, 4), SCALES, "minmax: by distance between floor and ceiling; percentile: by place in the list; zscore: by distance from the mean.");
  wordChoice(draft, below(written.area, 7), MISSING_RULES, "What a blank does: skip leaves the criterion out, worst counts 0, average takes the mean, error stops.");
  return { table: { name: MODEL_TABLES.criteria, area: written.area }, nextRow: written.nextRow };
}

/** A weight's share of all weights; blank beside a line without weight. */
export const shareFormula = (weightCell: string): string =>
  `IF(ISNUMBER(${weightCell}),IF(SUM(${MODEL_TABLES.criteria}[Weight])>0,${weightCell}/SUM(${MODEL_TABLES.criteria}[Weight]),""),"")`;

export function gatesSection(context: SectionContext, top: number, gates: Model["gates"], tierNames: Area): WrittenSection {
  const { draft } = context;
  const filled = gates.map((line) => [
    text(line.column, "strong", "input"),
    // A lone "=" is no word of ours: written as such Excel would take it for a formula.
    text(line.test, "input", "centered"),
    typeof line.limit === "string" ? text(line.limit, "input", "figure") : number(line.limit, "input", "amount"),
    text(line.bestTier, "input", "centered"),
  ]);
  const written = writeSection(draft, top, {
    table: "gates",
    title: "Gates",
    note: "What an account must satisfy whatever its score. One that breaks a gate gets at most the best tier named here; blank means the last.",
    rightAligned: ["Limit"],
    rowHeight: 18,
    lines: filled.length > 0 ? filled : [[blank("strong", "input"), blank("input", "centered"), blank("input", "amount"), blank("input", "centered")]],
  });
  headerChoice(context, below(written.area, 0));
  wordChoice(draft, below(written.area, 1), GATE_TESTS, "What the account's figure must do; filled asks only that there is one.");
  draft.validations.push({ areas: [below(written.area, 3)], rule: { kind: "listFrom", reference: `=${areaAddress(tierNames, true)}` }, prompt: "The best tier for an account that breaks the gate; blank for the last." });
  return { table: { name: MODEL_TABLES.gates, area: written.area }, nextRow: written.nextRow };
}

export function tiersSection({ draft }: SectionContext, top: number, tiers: Model["tiers"]): WrittenSection {
  const written = writeSection(draft, top, {
    table: "tiers",
    title: "Tiers",
    note: "Best first; the last takes the rest. From is what the setting Method says: a score, a number of accounts or a share.",
    rightAligned: ["From", "Hours per account"],
    rowHeight: 28,
    lines: tiers.map((line) => [
      text(line.tier, "strong", "input"),
      number(line.from, "input", "amount"),
      text(line.servicePromise, "input", "wrapped", "spaced"),
      number(line.hoursPerAccount, "input", "amount"),
    ]),
  });
  draft.validations.push({ areas: [below(written.area, 3)], rule: { kind: "decimal", least: 0, most: 100_000 }, prompt: "Hours promised to one account of the tier in a year." });
  return { table: { name: MODEL_TABLES.tiers, area: written.area }, nextRow: written.nextRow };
}

const settingStyles: Readonly<Record<ModelSetting["style"], readonly StyleName[]>> = {
  money: ["money"],
  percent: ["percent"],
  whole: ["whole"],
  score: ["score"],
  text: ["text", "figure"],
};

/** The cells of one line of the settings. */
export function settingLine(setting: ModelSetting, value: number | string | undefined): readonly Writer[] {
  const styles = ["input", ...settingStyles[setting.style]] as const;
  return [word(setting.name, "strong"), typeof value === "number" ? number(value, ...styles) : text(value, ...styles), word(setting.unit, "label", "spaced"), word(setting.note, "label")];
}

export function settingsSection({ draft }: SectionContext, top: number, settings: Model["settings"]): WrittenSection {
  const known = new Set(ALL_SETTINGS.map(({ name }) => settingKey(name)));
  const own = Object.entries(settings).filter(([name]) => !known.has(settingKey(name)));
  const ownSettings: readonly ModelSetting[] = own.map(([name, value]) => ({ name, unit: "", note: "", style: typeof value === "number" ? "score" : "text" }));
  const all = [...ALL_SETTINGS, ...ownSettings];
  const written = writeSection(draft, top, {
    table: "settings",
    title: "Costs and settings",
    note: "Plans and functions find a value by the words in the column Setting, so keep those as they are. Lines may be sorted and added.",
    rightAligned: ["Value"],
    rowHeight: 18,
    lines: all.map((setting) => settingLine(setting, settings[setting.name])),
  });
  all.forEach((setting, i) => settingRule(draft, setting, written.area.row + 1 + i));
  return { table: { name: MODEL_TABLES.settings, area: written.area }, nextRow: written.nextRow };
}

/** What may be typed as the value of a setting. */
export function settingRule(draft: SheetDraft, setting: ModelSetting, row: number): void {
  const cell = area(row, FIRST_COLUMN + 1);
  if (setting.words) wordChoice(draft, cell, setting.words, setting.note);
  else if (setting.bounds) draft.validations.push({ areas: [cell], rule: { kind: setting.style === "whole" ? "wholeNumber" : "decimal", ...setting.bounds }, prompt: setting.note });
}

export function columnsSection(context: SectionContext, top: number, columns: Model["columns"]): WrittenSection {
  const { draft } = context;
  const filled = columns.map((line) => [word(FIELD_LABELS[line.meaning], "strong", "input"), text(line.column, "input"), word(line.unit ?? "", "input")]);
  const written = writeSection(draft, top, {
    table: "columns",
    title: "Columns of the account list",
    note: "What the columns of the list mean, as confirmed in the pane. Unit says how a figure is meant: share 0.12, percent 12, or an amount of money.",
    rightAligned: [],
    rowHeight: 18,
    lines: filled.length > 0 ? filled : [[blank("strong", "input"), blank("input"), blank("input")]],
  });
  wordChoice(draft, below(written.area, 0), Object.values(FIELD_LABELS), "What the column of the account list means.");
  headerChoice(context, below(written.area, 1));
  wordChoice(draft, below(written.area, 2), ["share", "percent", "amount"], "How the figures of the column are meant.");
  return { table: { name: MODEL_TABLES.columns, area: written.area }, nextRow: written.nextRow };
}
