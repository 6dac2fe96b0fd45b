import { areaAddress, cellAddress } from "../../a1";
import { area } from "../../write/sheetDraft";
import type { PlanContext } from "../planContext";
import { cells } from "../planDraft";
import { FIRST, GRID_WIDTH, LAST, NARROW, WORDS } from "../planGrid";

export const TEAM_SIZE = 5;
/** One column stays free between the marks and their count. */
const COUNT = NARROW + TEAM_SIZE + 1;

/** Contact by member of our team: nobody known by one of us only, and nobody forgotten. */
export function writeRelations({ draft, titleOf, rows }: PlanContext): void {
  const count = rows.DecisionUnit ?? 6;
  const first = draft.row + 2;
  const gaps = areaAddress(area(first, WORDS, 1, count), true);
  draft.title(titleOf("Relations"), `COUNTIF(${gaps},"nobody*")&" known by nobody, "&COUNTIF(${gaps},"only*")&" by one of us only"`);
  draft.heads([[FIRST, "Contact"], [COUNT, "Of us", "figure"], [WORDS, "Gap", "after"], [LAST, "Who leads"]]);
  const heads = first - 1;
  const members = area(heads, NARROW, TEAM_SIZE);
  const marks = area(first, NARROW, TEAM_SIZE, count);
  for (let i = 0; i < TEAM_SIZE; i++) {
    const member = `INDEX(${cells("teamNames")},${i + 1})`;
    draft.formula(heads, NARROW + i, `IFERROR(IF(${member}="","–",${member}),"–")`, "centered");
  }
  draft.style(area(first, FIRST, GRID_WIDTH, count), "row");
  draft.input("Relations", marks, "centered");
  draft.mark("relationMarks", marks);
  draft.validations.push({ areas: [marks], rule: { kind: "list", words: ["Leads", "Knows"] }, prompt: "Leads: looks after the contact. Knows: has met." });
  for (let i = 0; i < count; i++) {
    const row = first + i;
    const own = areaAddress(area(row, NARROW, TEAM_SIZE));
    const contact = cellAddress(row, FIRST);
    const known = cellAddress(row, COUNT);
    const named = `INDEX(${cells("contactNames")},${i + 1})`;
    draft.formula(row, FIRST, `IFERROR(IF(${named}="","",${named}&""),"")`);
    draft.formula(row, COUNT, `IF(${contact}="","",COUNTA(${own}))`, "whole");
    draft.formula(row, WORDS, `IF(${contact}="","",IF(${known}=0,"nobody knows them",IF(${known}=1,"only one of us","")))`, "after");
    draft.formula(row, LAST, `IF(${contact}="","",IFERROR(INDEX(${areaAddress(members, true)},MATCH("Leads",${own},0)),"nobody yet"))`);
  }
  const gap = cellAddress(first, WORDS);
  draft.highlight("attention", `=LEFT(${gap},6)="nobody"`, area(first, WORDS, 1, count));
  draft.row = first + count;
}
