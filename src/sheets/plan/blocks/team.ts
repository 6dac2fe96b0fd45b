import { cellAddress } from "../../a1";
import type { PlanContext } from "../planContext";
import { cells } from "../planDraft";
import { type Form, formPlace, writeForm } from "../planForm";
import { TEAM_SIZE } from "./relations";

const HOURS = 8;
const KNOWS = 10;

const TEAM: Form = {
  input: "Team",
  last: 9,
  columns: [
    { head: "Member", column: 1, style: "words" },
    { head: "Role", column: 2, style: "after" },
    { head: "Site or unit", column: 5, style: "left" },
    { head: "Hours", column: HOURS, style: "planMoney", prompt: "Hours a year for this account." },
    { head: "Responsible for", column: 9, style: "wordsAfter" },
  ],
  computed: [{ head: "Contacts", column: KNOWS, style: "after" }],
};

/** Our people for this account; the matrix of relations takes its heads from here. */
export function writeTeam({ draft, titleOf }: PlanContext): void {
  const place = formPlace(draft.row, TEAM_SIZE);
  draft.title(titleOf("Team"), `COUNTA(${place.cells(1)})&" people, "&FIXED(SUM(${place.cells(HOURS)}),0)&" hours a year"`);
  draft.mark("teamNames", place.area(1));
  draft.mark("teamHours", place.area(HOURS));
  writeForm(draft, TEAM, place);
  for (let i = 0; i < TEAM_SIZE; i++) {
    const own = `INDEX(${cells("relationMarks")},0,${i + 1})`;
    draft.formula(place.first + i, KNOWS, `IF(${cellAddress(place.first + i, 1)}="","",IFERROR("leads "&COUNTIF(${own},"Leads")&", knows "&COUNTIF(${own},"Knows"),""))`);
  }
}
