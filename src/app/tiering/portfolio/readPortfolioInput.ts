import { pointsHeader, SCORECARD_TABLE } from "../../../sheets/model/scorecardTable";
import { MODEL_SETTINGS, MODEL_TABLES } from "../../../sheets/model/model";
import { SETTINGS_TABLE } from "../../../sheets/formulas/settings";
import { likelyAxis, MAX_CRITERIA, type Axis, type PortfolioInput } from "../../../sheets/portfolio/portfolioInput";
import { MOST_TIERS, portfolioLayout, type PortfolioLayout } from "../../../sheets/portfolio/portfolioLayout";
import { WORKING_HEADERS } from "../../../sheets/scorecard/scorecardColumns";
import { fieldOfLabel } from "../../../sheets/read/fieldLabels";
import type { FigureUnit } from "../../../sheets/read/figureUnits";
import type { Field } from "../../../sheets/read/headers";
import type { ReferredColumn } from "../../../sheets/formulas/lookup";
import { Problem } from "../../problems";
import { readListAt, type ListReading } from "../../plans/readSelectedAccounts";
import type { Workbook } from "../../workbook";
import { headerKey } from "../portfolioData";
import type { Entry, ScorecardStore, TableState } from "../scorecardStore";

export interface PortfolioTools {
  readonly store: ScorecardStore;
  readonly workbook: Workbook;
}

/** Above this comparing every account with every other takes Excel too long. */
export const MOST_ACCOUNTS = 20_000;

const textOf = (entry: Entry | undefined): string => String(entry ?? "").replace(/^'/, "");

/**
 * Finds what the portfolio is made from: the scorecard, the account list it was made of, and which columns are revenue,
 * margin and growth, as the model says.
 * @param made where things stand on the sheet that is to be refreshed; undefined when one is made
 * @param chosen the axes the person has chosen, by criterion
 * @throws Problem naming what is missing and how to make it
 */
export async function readPortfolioInput({ store, workbook }: PortfolioTools, made: PortfolioLayout | undefined, chosen: ReadonlyMap<string, Axis>): Promise<Omit<PortfolioInput, "sheetName"> & { readonly scorecard: TableState; readonly remarks: readonly string[] }> {
  const scorecard = await store.table(SCORECARD_TABLE);
  if (!scorecard || scorecard.area.rowCount < 2) {
    throw new Problem("noScorecard", "There is no scorecard yet, from which the portfolio takes scores and tiers.", "Write scores and tiers to a sheet first (page Tiers), then try again.");
  }
  const accountCount = scorecard.area.rowCount - 1;
  if (accountCount > MOST_ACCOUNTS) {
    throw new Problem("tooManyAccounts", `The scorecard has ${accountCount.toLocaleString("en")} accounts; the portfolio compares up to ${MOST_ACCOUNTS.toLocaleString("en")} with each other.`, "Tier a part of the list, such as one region, then try again.");
  }
  const tiers = await store.table(MODEL_TABLES.tiers);
  if (!tiers || !(await store.table(SETTINGS_TABLE)) || !(await store.table(MODEL_TABLES.criteria))) {
    throw new Problem("settingsIncomplete", "The model's tables of criteria, tiers or settings are missing.", "Make the model sheet again from the pane, then try again.");
  }
  const tierCount = Math.max(1, tiers.area.rowCount - 1);
  const layout = made ?? portfolioLayout(tierCount);
  const reading = await readList(store, workbook);
  const { list } = reading;
  const mapped = await mappedColumns(store, list.headers, list.body.column);
  const revenue = mapped.get("revenue")?.column ?? list.revenues.at(-1);
  if (!revenue) {
    throw new Problem("noCriteria", `The list on "${list.sheetName}" has no column of revenue.`, "Name the column in the table KAM_Columns of the model, or give it a header such as Revenue 2026.");
  }
  const margin = mapped.get("margin") ?? optional(list.fields.margin, reading.marginUnit);
  const growth = mapped.get("growth") ?? optional(list.fields.growth, reading.growthUnit);
  const costToServe = mapped.get("costToServe")?.column ?? list.fields.costToServe;
  const criteria = scorecard.headers.flatMap((header) => (header.endsWith(pointsHeader("")) ? [header.slice(0, -pointsHeader("").length)] : []));
  const axes = criteria.slice(0, MAX_CRITERIA).map((criterion) => ({ criterion, axis: chosen.get(criterion) ?? likelyAxis(criterion) }));
  return {
    scorecard,
    list,
    revenue,
    ...(margin ? { margin: margin.column } : {}),
    marginUnit: margin?.unit ?? "share",
    ...(costToServe ? { costToServe } : {}),
    ...(growth ? { growth: growth.column } : {}),
    growthUnit: growth?.unit ?? "share",
    axes,
    accountCount,
    scorecardHasPlaces: scorecard.headers.some((header) => headerKey(header) === headerKey(WORKING_HEADERS.place)),
    layout,
    remarks: [
      ...(tierCount > layout.tierRows ? [noRoom(layout.tierRows, tierCount)] : []),
      ...(margin ? [] : ["The list has no margin, so the profit of every account is unknown."]),
      ...(growth ? [] : ["The list has no growth; the planned growth of the model is taken for every account."]),
      ...(criteria.length > MAX_CRITERIA ? [`Only the first ${MAX_CRITERIA} criteria make the axes.`] : []),
    ],
  };
}

const noRoom = (room: number, tierCount: number) =>
  `The sheet has room for the best ${room} of the ${tierCount} tiers; accounts in the others count in the tiles and curves only.${room < Math.min(tierCount, MOST_TIERS) ? " Delete or rename it, and a new one is made for all of them." : ""}`;

interface MappedColumn {
  readonly column: ReferredColumn;
  readonly unit: FigureUnit;
}

const optional = (column: ReferredColumn | undefined, unit: FigureUnit): MappedColumn | undefined => column && { column, unit };

/** The list the model names, or the one around the selection. */
async function readList(store: ScorecardStore, workbook: Workbook): Promise<ListReading> {
  const name = textOf(await settingOf(store, MODEL_SETTINGS.accountList));
  const table = name === "" ? undefined : await store.table(name);
  if (!table) return readListAt(workbook, await workbook.selection());
  const { area, hasTotals, sheetName } = table;
  const whole = { ...area, rowCount: area.rowCount + (hasTotals ? 1 : 0) };
  return readListAt(workbook, { sheetName, areas: [whole], used: whole, table: { name: table.name, area: whole, hasHeader: true, hasTotals } });
}

async function linesOf(store: ScorecardStore, name: string): Promise<Map<string, Entry>[]> {
  const table = await store.table(name);
  if (!table || table.area.rowCount < 2) return [];
  const body = await store.entries(table.sheetName, { ...table.area, row: table.area.row + 1, rowCount: table.area.rowCount - 1 });
  return body.map((line) => new Map(table.headers.map((header, i) => [headerKey(header), line[i] ?? ""])));
}

async function settingOf(store: ScorecardStore, name: string): Promise<Entry | undefined> {
  const line = (await linesOf(store, SETTINGS_TABLE)).find((one) => headerKey(textOf(one.get("setting"))) === headerKey(name));
  return line?.get("value");
}

/** What the person has confirmed the list's columns to mean. */
async function mappedColumns(store: ScorecardStore, headers: readonly string[], firstColumn: number): Promise<Map<Field, MappedColumn>> {
  const lines = await linesOf(store, MODEL_TABLES.columns);
  return new Map(
    lines.flatMap((line): [Field, MappedColumn][] => {
      const field = fieldOfLabel(textOf(line.get("meaning")));
      const place = headers.findIndex((header) => headerKey(header) === headerKey(textOf(line.get("column"))));
      const unit = textOf(line.get("unit")) as FigureUnit;
      return field && place >= 0 ? [[field, { column: { header: headers[place] as string, column: firstColumn + place }, unit: unit || "share" }]] : [];
    }),
  );
}
