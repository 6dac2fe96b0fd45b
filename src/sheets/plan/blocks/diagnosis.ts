import { areaAddress } from "../../a1";
import { area } from "../../write/sheetDraft";
import type { PlanContext } from "../planContext";
import { FIRST, LAST, NARROW } from "../planGrid";

const QUESTIONS = ["Competitors and their moves", "Purchasing strategy", "Legal requirements", "Financial requirements", "Critical success factors", "What they say of us"] as const;

/** What the customer buys by, whom it compares us with, and what must not go wrong. */
export function writeDiagnosis({ draft, titleOf }: PlanContext): void {
  const first = draft.row + 1;
  const answers = area(first, NARROW, LAST - NARROW + 1, QUESTIONS.length);
  const answered = `COUNTA(${areaAddress({ ...answers, columnCount: 1 }, true)})`;
  draft.title(titleOf("Diagnosis"), `${answered}&" of ${QUESTIONS.length} answered"`);
  draft.style({ ...answers, column: FIRST, columnCount: LAST }, "row");
  draft.input("Diagnosis", answers);
  QUESTIONS.forEach((question, i) => {
    draft.label(first + i, FIRST, question, "strong");
    draft.height(first + i, 17);
  });
  draft.row = first + QUESTIONS.length;
}
