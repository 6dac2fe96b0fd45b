import { plainText } from "../../formulas/lookup";
import { area } from "../../write/sheetDraft";
import { modelColumn } from "../planLookups";
import type { PlanContext } from "../planContext";
import { cells, fig } from "../planDraft";
import { FIRST, GRID_WIDTH, NARROW } from "../planGrid";

/** What the tier promises the account, and whether the hours for it are planned. */
export function writePromise({ draft, look, titleOf }: PlanContext): void {
  const top = draft.row;
  const line = `MATCH(${plainText(fig("Tier"))},${modelColumn("tiers", "Tier")},0)`;
  const promised = (header: string) => (look.has("tiers") ? `IF(${fig("Tier")}="","",IFERROR(IF(INDEX(${modelColumn("tiers", header)},${line})="","",INDEX(${modelColumn("tiers", header)},${line})),""))` : '""');
  draft.title(titleOf("Promise"), `IF(${fig("Tier")}="","not scored yet, so nothing is promised","tier "&${fig("Tier")})`);
  const rows: readonly (readonly [string, string])[] = [
    ["Service", promised("Service promise")],
    ["Hours a year", promised("Hours per account")],
    ["Hours of the team", `IFERROR(SUM(${cells("teamHours")}),0)`],
  ];
  draft.style(area(top + 1, FIRST, GRID_WIDTH, rows.length), "row");
  rows.forEach(([label, formula], i) => {
    draft.label(top + 1 + i, FIRST, label, "strong");
    draft.formula(top + 1 + i, NARROW, formula, "left", "whole", "left");
  });
  const hours = `C${top + 3}`;
  const team = `C${top + 4}`;
  draft.formula(top + 3, NARROW + 1, `IF(AND(ISNUMBER(${hours}),N(${hours})>N(${team})),FIXED(${hours}-${team},0)&" hours of the promise are not planned","")`, "attention", "spaced");
  draft.row = top + 1 + rows.length;
}
