import { areaAddress } from "../../a1";
import { area } from "../../write/sheetDraft";
import type { PlanContext } from "../planContext";
import type { PlanDraft } from "../planDraft";

const OVERVIEW = "What it is about";
const QUESTIONS = ["Competitors and their moves", "Purchasing strategy", "Legal requirements", "Financial requirements", "Critical success factors", "What they say of us"] as const;

/** Rows of a text, which is one cell over both: two lines of some ninety letters each show. */
const LINES = 2;
/** What shows of a text, in letters; people make the rows higher for more. */
const SHOWN = 180;

/** What the account is about, what the customer buys by, whom it compares us with, and what must not go wrong. */
export function writeDiagnosis({ draft, titleOf, rows }: PlanContext): void {
  const questions = QUESTIONS.slice(0, rows.Diagnosis ?? QUESTIONS.length);
  const first = draft.row + 1;
  const texts = (row: number, count: number) => area(row, draft.first + 1, draft.width - 1, count * LINES);
  const overview = texts(first, 1);
  const answers = texts(first + LINES, questions.length);
  const all = areaAddress({ ...texts(first, 1 + questions.length), columnCount: 1 }, true);
  const answered = questions.length === 0 ? '""' : `COUNTA(${areaAddress({ ...answers, columnCount: 1 }, true)})&" of ${questions.length} questions answered"`;
  // Excel does not make rows higher for cells that are several.
  const long = `COUNTIF(${all},REPT("?",${SHOWN})&"*")`;
  draft.title(titleOf("Diagnosis"), `${answered}&IF(${long}>0," - a text is longer than it shows: make its rows higher","")`);
  draft.input("Overview", overview);
  writeText(draft, first, OVERVIEW);
  if (questions.length > 0) draft.input("Diagnosis", answers);
  questions.forEach((question, i) => writeText(draft, first + LINES * (i + 1), question));
  draft.row = first + LINES * (1 + questions.length);
}

function writeText(draft: PlanDraft, row: number, words: string): void {
  const label = area(row, draft.first, 1, LINES);
  const text = area(row, draft.first + 1, draft.width - 1, LINES);
  draft.style(area(row + LINES - 1, draft.first, draft.width), "row");
  draft.label(row, draft.first, words, "strong", "words");
  draft.style(text, "words");
  draft.merge(label);
  draft.merge(text);
}
