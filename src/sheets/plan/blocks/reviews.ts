import { cellAddress } from "../../a1";
import { countText } from "../../formulas/wording";
import type { PlanContext } from "../planContext";
import { cells, fig } from "../planDraft";
import { INDEX_SHEET } from "../planIndex";
import { type Form, formPlace, writeForm } from "../planForm";

const ANSWERED = 6;
const CHECK = 8;

const REVIEWS: Form = {
  input: "Reviews",
  last: 7,
  columns: [
    { head: "Reviewer's comment", column: 1, style: "words" },
    { head: "On", column: 2, style: "dateAfter", prompt: "When the plan was reviewed." },
    { head: "Reviewer", column: 3, style: "left" },
    { head: "About", column: 5, style: "left", words: ["Plan", "Proposal", "Other"], prompt: "What was reviewed." },
    { head: "Answered", column: ANSWERED, style: "left", words: ["Yes", "Open"], prompt: "Whether the comment has been dealt with." },
    { head: "What we decided", column: 7, style: "words" },
  ],
  computed: [{ head: "Check", column: CHECK, style: "wordsAfter" }],
};

export const reviewCounts = { unanswered: `COUNTIF(${cells("reviewAnswers")},"Open")` } as const;

/** Reviews by somebody outside the daily work; the header takes the last and the next date from here. */
export function writeReviews({ draft, titleOf, rows }: PlanContext): void {
  const count = rows.Reviews ?? 4;
  const place = formPlace(draft.row, count);
  draft.formula(draft.row, 2, `HYPERLINK("#'${INDEX_SHEET}'!A1","all plans")`, "note");
  const next = fig("NextReview");
  const days = `(${next}-TODAY())`;
  const due = `IF(ISNUMBER(${next}),IF(${days}<0,"review overdue by "&${countText(`(TODAY()-${next})`, "day", "days")},"next review in "&${countText(days, "day", "days")}),"not reviewed yet")`;
  const own = `IF(AND(${fig("Reviewer")}<>"",${fig("Reviewer")}=${fig("Owner")}),", the reviewer is the owner: choose somebody else","")`;
  draft.title(titleOf("Reviews"), `${due}&IF(N(${fig("UnansweredComments")})>0,", "&${countText(fig("UnansweredComments"), "comment", "comments")}&" to answer","")&${own}`, "ReviewStatus");
  draft.highlight("attention", `=OR(LEFT(${fig("ReviewStatus")},14)="review overdue",ISNUMBER(SEARCH("is the owner",${fig("ReviewStatus")})))`, { ...place.area(CHECK), row: place.first - 2, rowCount: 1 });
  draft.mark("reviewDates", place.area(2));
  draft.mark("reviewAnswers", place.area(ANSWERED));
  writeForm(draft, REVIEWS, place);
  for (let i = 0; i < count; i++) {
    const at = (column: number) => cellAddress(place.first + i, column);
    draft.formula(place.first + i, CHECK, `IF(AND(${at(3)}<>"",${at(3)}=${fig("Owner")}),"by the owner: not independent",IF(AND(${at(1)}<>"",NOT(ISNUMBER(${at(2)}))),"no date",""))`);
  }
  draft.highlight("attention", `=LEFT(${cellAddress(place.first, CHECK)},2)="by"`, place.area(CHECK));
  draft.highlight("attention", `=${cellAddress(place.first, ANSWERED)}="Open"`, place.area(ANSWERED));
}
