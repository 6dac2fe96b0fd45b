import type { PlanContext } from "../planContext";
import { type Form, formPlace, writeForm } from "../planForm";

const SOLUTION: Form = {
  input: "Solution",
  last: 10,
  columns: [
    { head: "What they need", column: 1, style: "words" },
    { head: "For them", column: 2, style: "planMoney", prompt: "Value to the customer a year." },
    { head: "For us", column: 3, style: "planMoney", prompt: "Value to us a year." },
    { head: "Why us and nobody else", column: 4, style: "after" },
    { head: "Our solution", column: 9, style: "words" },
    { head: "Proof", column: 10, style: "wordsAfter" },
  ],
};

/** What we offer for each need and what it is worth to both. */
export function writeSolution({ draft, titleOf, rows }: PlanContext): void {
  const place = formPlace(draft.row, rows.Solution ?? 3);
  draft.title(titleOf("Solution"), `"worth "&FIXED(SUM(${place.cells(2)}),0)&" a year to them, "&FIXED(SUM(${place.cells(3)}),0)&" to us"`);
  writeForm(draft, SOLUTION, place);
}
