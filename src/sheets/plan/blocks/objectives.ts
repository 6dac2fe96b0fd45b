import { cellAddress } from "../../a1";
import type { PlanContext } from "../planContext";
import { cells, fig } from "../planDraft";
import { type Form, formPlace, writeForm } from "../planForm";

const STATUS = 6;

const OBJECTIVES: Form = {
  input: "Objectives",
  last: 8,
  columns: [
    { head: "Their objective", column: 1, style: "words" },
    { head: "Horizon", column: 2, style: "after", words: ["Short", "Long"], prompt: "Short: within a year. A plan needs both kinds." },
    { head: "Type", column: 3, style: "left", words: ["Grow", "Defend", "Harvest"], prompt: "What the objective does for us." },
    { head: "By", column: 4, style: "planDate", prompt: "When it is to be reached." },
    { head: "Owner", column: 5, style: "words" },
    { head: "Status", column: STATUS, style: "fitted", words: ["On track", "At risk", "Done", "Dropped"], prompt: "How it stands." },
    { head: "Our objective", column: 7, style: "words" },
    { head: "How we measure it", column: 8, style: "wordsAfter" },
  ],
};

const status = cells("objectiveStatus");
const filled = `((${cells("theirObjectives")}<>"")+(${cells("ourObjectives")}<>"")>0)*(${status}<>"Done")*(${status}<>"Dropped")`;

export const objectiveCounts = {
  open: `SUMPRODUCT(${filled})`,
  short: `SUMPRODUCT((${cells("objectiveHorizons")}="Short")*${filled})`,
  long: `SUMPRODUCT((${cells("objectiveHorizons")}="Long")*${filled})`,
} as const;

/** What they want to reach and what we want to reach by it, short and long term. */
export function writeObjectives({ draft, titleOf, rows }: PlanContext): void {
  const count = rows.Objectives ?? 6;
  const place = formPlace(draft.row, count);
  draft.figure("OpenObjectives", draft.row, STATUS - 2, `IFERROR(${objectiveCounts.open},"–")`, "openCount");
  const none = (figure: "ShortObjectives" | "LongObjectives", word: string) => `IF(${fig(figure)}=0,", no ${word}-term one yet","")`;
  draft.title(titleOf("Objectives"), `IFERROR(${fig("ShortObjectives")}&" short, "&${fig("LongObjectives")}&" long, "&COUNTIF(${place.cells(STATUS)},"At risk")&" at risk"&${none("ShortObjectives", "short")}&${none("LongObjectives", "long")},"")`);
  const marks = { theirObjectives: 1, objectiveHorizons: 2, objectiveStatus: STATUS, ourObjectives: 7 } as const;
  for (const [range, column] of Object.entries(marks)) draft.mark(range as keyof typeof marks, place.area(column));
  writeForm(draft, OBJECTIVES, place);
  for (let i = 0; i < count; i++) draft.label(place.first + i, 2, i < Math.ceil(count / 2) ? "Short" : "Long");
  const word = cellAddress(place.first, STATUS);
  draft.highlight("attention", `=${word}="At risk"`, place.area(STATUS));
  draft.highlight("good", `=OR(${word}="On track",${word}="Done")`, place.area(STATUS));
}
