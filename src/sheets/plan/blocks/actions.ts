import { cellAddress } from "../../a1";
import { countText } from "../../formulas/wording";
import type { PlanContext } from "../planContext";
import { cells, fig } from "../planDraft";
import { type Form, formPlace, writeForm } from "../planForm";

const DUE = 3;
const STATUS = 4;
const HOURS = 5;
const VALUE = 6;
const PER_HOUR = 7;
const WHEN = 8;
/** Actions due within this many days are announced. */
const SOON_DAYS = 14;

const ACTIONS: Form = {
  input: "Actions",
  last: VALUE,
  columns: [
    { head: "Action", column: 1, style: "words" },
    { head: "Owner", column: 2, style: "wordsAfter" },
    { head: "Due", column: DUE, style: "planDate", prompt: "When it is to be done." },
    { head: "Status", column: STATUS, style: "fitted", words: ["Open", "In progress", "Done", "Dropped"], prompt: "How it stands." },
    { head: "Hours", column: HOURS, style: "planMoney" },
    { head: "Value", column: VALUE, style: "planMoney", prompt: "What it brings, in money." },
  ],
  computed: [
    { head: "Value per hour", column: PER_HOUR, style: "planMoney" },
    { head: "When", column: WHEN, style: "after" },
  ],
};

const open = `(${cells("actionWords")}<>"")*(${cells("actionStatus")}<>"Done")*(${cells("actionStatus")}<>"Dropped")`;

export const actionCounts = {
  open: `SUMPRODUCT(${open})`,
  overdue: `SUMPRODUCT(${open}*ISNUMBER(${cells("actionDue")})*(${cells("actionDue")}<TODAY()))`,
} as const;

/** Who does what by when, and what an hour of it brings. */
export function writeActions({ draft, titleOf, rows }: PlanContext): void {
  const count = rows.Actions ?? 10;
  const place = formPlace(draft.row, count);
  const perHour = place.cells(PER_HOUR);
  const best = `IF(COUNT(${perHour})=0,"",", most per hour: "&LEFT(INDEX(${place.cells(1)},MATCH(MAX(${perHour}),${perHour},0)),40))`;
  draft.title(titleOf("Actions"), `IFERROR(${fig("OpenActions")}&" open, "&${fig("OverdueActions")}&" overdue, "&${countText(`SUM(${place.cells(HOURS)})`, "hour", "hours")}&${best},"")`);
  const marks = { actionWords: 1, actionDue: DUE, actionStatus: STATUS, actionHours: HOURS } as const;
  for (const [range, column] of Object.entries(marks)) draft.mark(range as keyof typeof marks, place.area(column));
  writeForm(draft, ACTIONS, place);
  for (let i = 0; i < count; i++) {
    const at = (column: number) => cellAddress(place.first + i, column);
    const days = `${at(DUE)}-TODAY()`;
    draft.formula(place.first + i, PER_HOUR, `IF(COUNT(${at(HOURS)},${at(VALUE)})<2,"",IF(${at(HOURS)}>0,${at(VALUE)}/${at(HOURS)},""))`);
    draft.formula(place.first + i, WHEN, `IF(OR(${at(1)}="",${at(STATUS)}="Done",${at(STATUS)}="Dropped"),"",IF(NOT(ISNUMBER(${at(DUE)})),"no date",IF(${days}<0,"overdue by "&${countText(`(TODAY()-${at(DUE)})`, "day", "days")},IF(${days}<=${SOON_DAYS},"in "&${countText(`(${days})`, "day", "days")},""))))`);
  }
  const when = `$${cellAddress(place.first, WHEN)}`;
  draft.highlight("attention", `=LEFT(${when},7)="overdue"`, place.area(DUE), place.area(WHEN));
  draft.highlight("good", `=${cellAddress(place.first, STATUS)}="Done"`, place.area(STATUS));
}
