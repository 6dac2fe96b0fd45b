import type { PlanContext } from "../planContext";
import { type Form, formPlace, writeForm } from "../planForm";
import { TEAM_SIZE } from "./relations";

const HOURS = 17;

const TEAM: Form = {
  input: "Team",
  last: 18,
  columns: [
    { head: "Member", column: 10, style: "words" },
    { head: "Role", column: 11, style: "after" },
    { head: "Site or unit", column: 14, style: "left" },
    { head: "Hours", column: HOURS, style: "planMoney", prompt: "Hours a year for this account." },
    { head: "Responsible for", column: 18, style: "wordsAfter" },
  ],
};

/** Our people for this account; the matrix of relations takes its heads from here. */
export function writeTeam({ draft, titleOf }: PlanContext): void {
  const place = formPlace(draft.row, TEAM_SIZE);
  draft.title(titleOf("Team"), `COUNTA(${place.cells(10)})&" people, "&FIXED(SUM(${place.cells(HOURS)}),0)&" hours a year"`);
  draft.mark("teamNames", place.area(10));
  draft.mark("teamHours", place.area(HOURS));
  writeForm(draft, TEAM, place);
}
