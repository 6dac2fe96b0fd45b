import { cellAddress } from "../../a1";
import type { PlanContext } from "../planContext";
import { type Form, formPlace, writeForm } from "../planForm";

const LIKELIHOOD = 3;
const IMPACT = 4;
const STATUS = 5;
const EXPOSURE = 8;
/** Likelihood × impact from which a risk is high, of 25. */
const HIGH = 12;
const MEDIUM = 6;
const rating = { least: 1, most: 5 } as const;

const RISKS: Form = {
  input: "Risks",
  last: 7,
  columns: [
    { head: "Risk, or what changes", column: 1, style: "words" },
    { head: "Owner", column: 2, style: "wordsAfter" },
    { head: "Likely", column: LIKELIHOOD, style: "whole", range: rating, prompt: "1 hardly to 5 almost sure." },
    { head: "Impact", column: IMPACT, style: "whole", range: rating, prompt: "1 a nuisance to 5 loses the account." },
    { head: "Status", column: STATUS, style: "fittedAfter", words: ["Watching", "Acting", "Happened", "Over"], prompt: "How it stands." },
    { head: "By", column: 6, style: "planDate", prompt: "When the response is to be in place." },
    { head: "How we respond", column: 7, style: "words" },
  ],
  computed: [{ head: "Exposure", column: EXPOSURE, style: "after" }],
};

/** What could go wrong, what changes for people on both sides, and what we do about it. */
export function writeRisks({ draft, titleOf, rows }: PlanContext): void {
  const count = rows.Risks ?? 3;
  const place = formPlace(draft.row, count);
  draft.title(titleOf("Risks"), `COUNTA(${place.cells(1)})&" named, "&COUNTIF(${place.cells(EXPOSURE)},"*high")&" high"`);
  writeForm(draft, RISKS, place);
  for (let i = 0; i < count; i++) {
    const at = (column: number) => cellAddress(place.first + i, column);
    const product = `${at(LIKELIHOOD)}*${at(IMPACT)}`;
    draft.formula(place.first + i, EXPOSURE, `IF(OR(COUNT(${at(LIKELIHOOD)},${at(IMPACT)})<2,${at(STATUS)}="Over"),"",${product}&" of 25, "&IF(${product}>=${HIGH},"high",IF(${product}>=${MEDIUM},"medium","low")))`);
  }
  draft.highlight("attention", `=RIGHT(${cellAddress(place.first, EXPOSURE)},4)="high"`, place.area(EXPOSURE));
}
