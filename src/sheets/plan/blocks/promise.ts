import { cellAddress } from "../../a1";
import { plainText } from "../../formulas/lookup";
import { area } from "../../write/sheetDraft";
import { modelColumn } from "../planLookups";
import type { PlanContext } from "../planContext";
import { cells, fig } from "../planDraft";

/** What the tier promises the account, and whether the hours for it are planned. */
export function writePromise({ draft, look, titleOf }: PlanContext): void {
  const top = draft.row;
  const line = `MATCH(${plainText(fig("Tier"))},${modelColumn("tiers", "Tier")},0)`;
  const promised = (header: string) => (look.has("tiers") ? `IF(${fig("Tier")}="","",IFERROR(IF(INDEX(${modelColumn("tiers", header)},${line})="","",INDEX(${modelColumn("tiers", header)},${line})),""))` : '""');
  const hours = promised("Hours per account");
  const planned = `IFERROR(SUM(${cells("teamHours")}),0)`;
  const told = `IF(ISNUMBER(${hours}),", "&FIXED(${hours},0)&" hours a year, "&FIXED(${planned},0)&" planned"&IF(${hours}>${planned},": "&FIXED(${hours}-${planned},0)&" are missing",""),"")`;
  draft.title(titleOf("Promise"), `IF(${fig("Tier")}="","not scored yet, so nothing is promised","tier "&${fig("Tier")}&${told})`);
  draft.highlight("attention", `=RIGHT(${cellAddress(top, draft.last, true)},11)="are missing"`, area(top, draft.last));
  draft.style(area(top + 1, draft.first, draft.width), "row");
  draft.label(top + 1, draft.first, "Service", "strong");
  draft.formula(top + 1, draft.first + 1, promised("Service promise"), "left");
  draft.row = top + 2;
}
