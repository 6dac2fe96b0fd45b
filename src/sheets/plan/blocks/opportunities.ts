import { BANT_QUESTIONS } from "../../../core/relationships/bant";
import { cellAddress } from "../../a1";
import type { PlanContext } from "../planContext";
import { type Form, formPlace, writeForm } from "../planForm";

const REPLIES = ["Yes", "No", "Unknown"] as const;
const NAME = 10;
const VALUE = 11;
const FIRST_QUESTION = 13;
const BID = FIRST_QUESTION + BANT_QUESTIONS.length;
const VERDICT = BID + 1;

const OPPORTUNITIES: Form = {
  input: "Opportunities",
  last: BID,
  columns: [
    { head: "Opportunity", column: NAME, style: "words" },
    { head: "Value", column: VALUE, style: "planMoney" },
    { head: "Decision", column: 12, style: "dateCentered", prompt: "When they decide." },
    ...BANT_QUESTIONS.map((question, i) => ({ head: question, column: FIRST_QUESTION + i, style: "fitted" as const, words: REPLIES, prompt: `${question}: not knowing is not a no.` })),
    { head: "Bid?", column: BID, style: "fitted", words: ["Bid", "No bid"], prompt: "What we decided." },
  ],
  computed: [
    { head: "Qualification", column: VERDICT, style: "wordsAfter" },
  ],
};

/** Opportunities, qualified by the four questions before anybody works on a bid. */
export function writeOpportunities({ draft, titleOf, rows }: PlanContext): void {
  const count = rows.Opportunities ?? 6;
  const place = formPlace(draft.row, count);
  const verdicts = place.cells(VERDICT);
  const value = `SUMIF(${verdicts},"Qualified*",${place.cells(VALUE)})`;
  draft.title(titleOf("Opportunities"), `COUNTIF(${verdicts},"Qualified*")&" of "&COUNTA(${place.cells(NAME)})&" qualified, worth "&FIXED(${value},0)`);
  writeForm(draft, OPPORTUNITIES, place);
  for (let i = 0; i < count; i++) {
    const row = place.first + i;
    const at = (column: number) => cellAddress(row, column);
    const replies = BANT_QUESTIONS.map((_, question) => at(FIRST_QUESTION + question));
    const all = `${replies[0]}:${replies[3]}`;
    const unknown = BANT_QUESTIONS.map((question, n) => `IF(${replies[n]}="Yes","",", ${question}")`).join("&");
    // As KAM.BANT: one no settles it, a blank is not known.
    const yet = (words: string) => `IF(${at(BID)}="Bid","${words}","")`;
    draft.formula(row, VERDICT, `IF(${at(NAME)}="","",IF(COUNTIF(${all},"No")>0,"Not qualified"&${yet(", yet bid for")},IF(COUNTIF(${all},"Yes")=${BANT_QUESTIONS.length},"Qualified"&IF(${at(BID)}="",": decide",""),"Unknown: "&MID(${unknown},3,60)&${yet(", yet bid for")})))`);
  }
  const verdict = cellAddress(place.first, VERDICT);
  draft.highlight("good", `=LEFT(${verdict},9)="Qualified"`, place.area(VERDICT));
  draft.highlight("attention", `=OR(LEFT(${verdict},3)="Not",RIGHT(${verdict},7)="bid for")`, place.area(VERDICT));
}

