import { area } from "../../write/sheetDraft";
import type { PlanContext } from "../planContext";
import { type Form, formPlace, writeForm } from "../planForm";

/** Three columns make one cell, because a reason is a sentence. */
const WHY_US = 4;

const SOLUTION: Form = {
  input: "Solution",
  last: 8,
  columns: [
    { head: "What they need", column: 1, style: "words" },
    { head: "For them", column: 2, style: "planMoney", prompt: "Value to the customer a year." },
    { head: "For us", column: 3, style: "planMoney", prompt: "Value to us a year." },
    { head: "Why us and nobody else", column: WHY_US, style: "wordsAfter" },
    { head: "Our solution", column: 7, style: "words" },
    { head: "Proof", column: 8, style: "wordsAfter" },
  ],
};

/** What we offer for each need and what it is worth to both. */
export function writeSolution({ draft, titleOf, rows }: PlanContext): void {
  const place = formPlace(draft.row, rows.Solution ?? 2);
  draft.title(titleOf("Solution"), `"worth "&FIXED(SUM(${place.cells(2)}),0)&" a year to them, "&FIXED(SUM(${place.cells(3)}),0)&" to us"`);
  writeForm(draft, SOLUTION, place);
  for (let row = place.first; row < place.first + place.rowCount; row++) draft.merge(area(row, WHY_US, 3));
}
