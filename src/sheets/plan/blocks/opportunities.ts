import { BANT_QUESTIONS } from "../../../core/relationships/bant";
import { cellAddress } from "../../a1";
import type { PlanContext } from "../planContext";
import { type Form, formPlace, writeForm } from "../planForm";

const REPLIES = ["Yes", "No", "Unknown"] as const;
const FIRST_QUESTION = 4;
const BID = FIRST_QUESTION + BANT_QUESTIONS.length;
const VERDICT = BID + 1;
const ADVICE = VERDICT + 1;

const OPPORTUNITIES: Form = {
  input: "Opportunities",
  last: BID,
  columns: [
    { head: "Opportunity", column: 1, style: "words" },
    { head: "Value", column: 2, style: "planMoney" },
    { head: "Decision", column: 3, style: "dateAfter", prompt: "When they decide." },
    ...BANT_QUESTIONS.map((question, i) => ({ head: question, column: FIRST_QUESTION + i, style: "left" as const, words: REPLIES, prompt: `${question}: not knowing is not a no.` })),
    { head: "Bid?", column: BID, style: "left", words: ["Bid", "No bid"], prompt: "What we decided." },
  ],
  computed: [
    { head: "Qualification", column: VERDICT, style: "words" },
    { head: "Mind", column: ADVICE, style: "wordsAfter" },
  ],
};

/** Opportunities, qualified by the four questions before anybody works on a bid. */
export function writeOpportunities({ draft, titleOf, rows }: PlanContext): void {
  const count = rows.Opportunities ?? 4;
  const place = formPlace(draft.row, count);
  const verdicts = place.cells(VERDICT);
  const value = `SUMIF(${verdicts},"Qualified",${place.cells(2)})`;
  draft.title(titleOf("Opportunities"), `COUNTIF(${verdicts},"Qualified")&" of "&COUNTA(${place.cells(1)})&" qualified, worth "&FIXED(${value},0)`);
  writeForm(draft, OPPORTUNITIES, place);
  for (let i = 0; i < count; i++) {
    const row = place.first + i;
    const at = (column: number) => cellAddress(row, column);
    const replies = BANT_QUESTIONS.map((_, question) => at(FIRST_QUESTION + question));
    const all = `${replies[0]}:${replies[3]}`;
    const unknown = BANT_QUESTIONS.map((question, n) => `IF(${replies[n]}="Yes","",", ${question}")`).join("&");
    // As KAM.BANT: one no settles it, a blank is not known.
    draft.formula(row, VERDICT, `IF(${at(1)}="","",IF(COUNTIF(${all},"No")>0,"Not qualified",IF(COUNTIF(${all},"Yes")=${BANT_QUESTIONS.length},"Qualified","Unknown: "&MID(${unknown},3,60))))`);
    draft.formula(row, ADVICE, `IF(${at(1)}="","",IF(AND(${at(BID)}="Bid",${at(VERDICT)}<>"Qualified"),"bid without qualification",IF(AND(${at(BID)}="",${at(VERDICT)}="Qualified"),"decide: bid or no bid","")))`);
  }
  const verdict = cellAddress(place.first, VERDICT);
  draft.highlight("good", `=${verdict}="Qualified"`, place.area(VERDICT));
  draft.highlight("attention", `=${verdict}="Not qualified"`, place.area(VERDICT));
  draft.highlight("attention", `=LEFT(${cellAddress(place.first, ADVICE)},3)="bid"`, place.area(ADVICE));
}

