import { areaAddress, cellAddress } from "../../a1";
import { area } from "../../write/sheetDraft";
import type { PlanContext } from "../planContext";
import { cells } from "../planDraft";
import { RIGHT } from "../planGrid";
import { CONTACT_ROWS } from "./decisionUnit";

export const TEAM_SIZE = 5;
const FIRST = RIGHT.first;
const GRID_WIDTH = RIGHT.last - FIRST + 1;
const MARKS = FIRST + 1;
const COUNT = MARKS + TEAM_SIZE;
const LEADS = RIGHT.last;

/** Contact by member of our team: nobody known by one of us only, and nobody forgotten. */
export function writeRelations({ draft, titleOf, rows }: PlanContext): void {
  const count = rows.DecisionUnit ?? CONTACT_ROWS;
  const first = draft.row + 2;
  const gaps = areaAddress(area(first, LEADS, 1, count), true);
  draft.title(titleOf("Relations"), `COUNTIF(${gaps},"nobody*")&" known by nobody, "&COUNTIF(${gaps},"only*")&" by one of us only"`);
  draft.heads([[FIRST, "Contact"], [COUNT, "Of us", "figure"], [LEADS, "Who leads", "after"]]);
  const heads = first - 1;
  const members = area(heads, MARKS, TEAM_SIZE);
  const marks = area(first, MARKS, TEAM_SIZE, count);
  for (let i = 0; i < TEAM_SIZE; i++) {
    const member = `INDEX(${cells("teamNames")},${i + 1})`;
    draft.formula(heads, MARKS + i, `IFERROR(IF(${member}="","–",${member}),"–")`, "centered", "fitted", "centered");
  }
  draft.style(area(first, FIRST, GRID_WIDTH, count), "row");
  draft.input("Relations", marks, "centered");
  draft.mark("relationMarks", marks);
  draft.validations.push({ areas: [marks], rule: { kind: "list", words: ["Leads", "Knows"] }, prompt: "Leads: looks after the contact. Knows: has met." });
  for (let i = 0; i < count; i++) {
    const row = first + i;
    const own = areaAddress(area(row, MARKS, TEAM_SIZE));
    const contact = cellAddress(row, FIRST);
    const known = cellAddress(row, COUNT);
    const named = `INDEX(${cells("contactNames")},${i + 1})`;
    draft.formula(row, FIRST, `IFERROR(IF(${named}="","",${named}&""),"")`);
    draft.formula(row, COUNT, `IF(${contact}="","",COUNTA(${own}))`, "whole");
    const leader = `IFERROR(INDEX(${areaAddress(members, true)},MATCH("Leads",${own},0)),"nobody leads")`;
    draft.formula(row, LEADS, `IF(${contact}="","",IF(${known}=0,"nobody knows",IF(${known}=1,"only ","")&${leader}))`, "wordsAfter");
  }
  const gap = cellAddress(first, LEADS);
  draft.highlight("attention", `=LEFT(${gap},6)="nobody"`, area(first, LEADS, 1, count));
  draft.row = first + count;
}
