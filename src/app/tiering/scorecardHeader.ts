import { cellAddress, type Area } from "../../sheets/a1";
import { CHECK_CELL } from "../../sheets/scorecard/scalesSheet";
import type { ScorecardInput } from "../../sheets/scorecard/scorecardInput";
import { LEGEND_SIZE, STAMP_CELL, TABLE_PLACE } from "../../sheets/scorecard/scorecardSheet";
import { textEntry, type Entry } from "./scorecardStore";
import type { Writing } from "./writing";

/** The cells between title and table: how the figures were made, what is out of date, the tiers and their counts. */
export const HEADER_AREA: Area = { row: STAMP_CELL.row, column: TABLE_PLACE.column, rowCount: TABLE_PLACE.row - STAMP_CELL.row, columnCount: 1 + LEGEND_SIZE };

/** @param scales where the formulas find the tiers; absent when everything is values */
export function headerEntries(writing: Writing, scales: ScorecardInput | undefined): Entry[][] {
  const { result, model, stamp } = writing;
  const tiers = model.tiers.slice(0, LEGEND_SIZE);
  const slots = <T extends Entry>(of: (place: number) => T): Entry[] => Array.from({ length: LEGEND_SIZE }, (_, place) => (place < tiers.length ? of(place) : ""));
  const counts = model.tiers.map((_, place) => result.places.reduce((sum, own) => sum + (own === place ? 1 : 0), 0));
  const blank = slots(() => "");
  const sheet = scales ? scales.layout : undefined;
  return [
    [textEntry(stampLine(writing, scales !== undefined, stamp)), ...blank],
    [scales ? `=${warningReference(scales)}` : "", ...blank],
    ["Tiers", ...slots((place) => (sheet ? `=${sheet.tierCell(place, "tier")}` : textEntry(tiers[place]?.tier ?? "")))],
    ["Accounts", ...slots((place) => (sheet ? `=${sheet.tierCell(place, "accounts")}` : (counts[place] as number)))],
  ];
}

function warningReference({ layout }: ScorecardInput): string {
  // The layout knows the sheet's name; its own cells all carry it.
  const sheet = layout.criteriaCell(0, "criterion").split("!").slice(0, -1).join("!");
  return `${sheet}!${cellAddress(CHECK_CELL.row, CHECK_CELL.column, true)}&""`;
}

function stampLine({ statics, options }: Writing, hasFormulas: boolean, stamp: string): string {
  if (!hasFormulas) return `Values of ${stamp}. They do not follow the list or the model: tier accounts again after a change.`;
  const values = [...statics.words].filter((words) => options.stability || words !== "stability");
  const live = "Live: every formula follows the account list and the sheet KAM Model, with or without the add-in.";
  return values.length === 0 ? `${live} Written ${stamp}.` : `${live} Values of ${stamp}: ${values.join("; ")}.`;
}

