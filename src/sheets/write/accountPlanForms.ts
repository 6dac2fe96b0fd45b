import { areaAddress, cellAddress } from "../a1";
import { countText } from "../formulas/wording";
import type { StyleName } from "../styles";
import { CELLS, LAST, ROWS } from "./accountPlanLayout";
import { sectionTitle } from "./sectionTitle";
import { area, type SheetDraft } from "./sheetDraft";

/** A column of a block to type in: where it starts, how it looks, what may be chosen. */
interface FormColumn {
  readonly head: string;
  readonly column: number;
  readonly style?: StyleName;
  /** Text that follows a column of right-aligned figures. */
  readonly indented?: boolean;
  readonly words?: readonly string[];
  readonly range?: { readonly least: number; readonly most: number };
  readonly prompt?: string;
}

interface Form {
  readonly row: number;
  readonly rowCount: number;
  readonly rowPoints: number;
  readonly columns: readonly FormColumn[];
}

const ROLES = ["Decision maker", "Influencer", "Champion", "User", "Gatekeeper"] as const;

const OBJECTIVES: Form = {
  row: ROWS.objectives,
  rowCount: 4,
  rowPoints: 17,
  columns: [
    { head: "Horizon", column: 1, words: ["Short", "Long"], prompt: "Short: within a year. A plan needs both kinds." },
    { head: "Their objective", column: 2 },
    { head: "Our objective", column: 6 },
    { head: "Type", column: 10, words: ["Grow", "Defend", "Harvest"], prompt: "What the objective does for us." },
    { head: "By", column: 11, style: "date" },
    { head: "Status", column: 12, words: ["On track", "At risk", "Done", "Dropped"], prompt: "How it stands." },
  ],
};

const CONTACTS: Form = {
  row: ROWS.contacts,
  rowCount: 5,
  rowPoints: 17,
  columns: [
    { head: "Contact", column: 1 },
    { head: "Role", column: 3, words: ROLES, prompt: "The part he or she plays when a decision is made." },
    { head: "Influence", column: 5, style: "centered", range: { least: 0, most: 5 }, prompt: "0 none to 5 decides." },
    { head: "Strength", column: 6, style: "centered", range: { least: -5, most: 5 }, prompt: "Of our relationship: 5 on our side, -5 against us." },
    { head: "Wants", column: 7 },
    { head: "Our contact", column: 9 },
    { head: "Last contact", column: 10, style: "date" },
    { head: "Next step", column: 11 },
  ],
};

const ACTIONS: Form = {
  row: ROWS.actions,
  rowCount: 6,
  rowPoints: 17,
  columns: [
    { head: "Action", column: 1 },
    { head: "Owner", column: 5 },
    { head: "Due", column: 7, style: "date" },
    { head: "Hours", column: 8, style: "money" },
    { head: "Value", column: 9, style: "money" },
    { head: "Value / hour", column: 10, style: "money" },
    { head: "Status", column: 11, indented: true, words: ["Open", "In progress", "Done", "Dropped"], prompt: "How it stands." },
    { head: "Due?", column: 12, style: "left" },
  ],
};

const REVIEWS: Form = {
  row: ROWS.reviews,
  rowCount: 4,
  rowPoints: 17,
  columns: [
    { head: "Reviewed on", column: 1, style: "date" },
    { head: "Reviewer", column: 2 },
    { head: "Comment", column: 4 },
    { head: "What we decided", column: 9 },
    { head: "Answered", column: 12, words: ["Yes", "Open"], prompt: "Whether the comment has been dealt with." },
  ],
};

const firstRowOf = (form: Form) => form.row + 2;
const columnOf = (form: Form, column: number) => area(firstRowOf(form), column, 1, form.rowCount);
const cellsOf = (form: Form, column: number) => areaAddress(columnOf(form, column), true);

/** Dates of the review log, from which the header takes the last and the next review. */
export const reviewDates = cellsOf(REVIEWS, 1);

/** The blocks people fill in. Text runs on over the empty cells to its right, so that nothing is merged. */
export function writeForms(draft: SheetDraft): void {
  writeObjectives(draft);
  writeContacts(draft);
  writeActions(draft);
  writeReviews(draft);
  const dates = [OBJECTIVES, CONTACTS, ACTIONS, REVIEWS].flatMap((form) => form.columns.filter((c) => c.style === "date").map((c) => columnOf(form, c.column)));
  draft.validations.push({ areas: dates, rule: { kind: "date" }, prompt: "A date." });
}

function writeForm(draft: SheetDraft, form: Form, title: string, summary: string): void {
  sectionTitle(draft, form.row, title, summary);
  draft.style(area(form.row + 1, 1, LAST), "head");
  draft.style(area(firstRowOf(form), 1, LAST, form.rowCount), "input");
  for (let i = 0; i < form.rowCount; i++) draft.height(firstRowOf(form) + i, form.rowPoints);
  draft.height(firstRowOf(form) + form.rowCount, 8);
  for (const column of form.columns) {
    const cells = columnOf(form, column.column);
    draft.label(form.row + 1, column.column, column.head);
    if (column.style) draft.style({ ...cells, row: form.row + 1, rowCount: form.rowCount + 1 }, column.style === "date" ? "left" : column.style);
    if (column.style) draft.style(cells, column.style);
    if (column.indented) draft.style({ ...cells, row: form.row + 1, rowCount: form.rowCount + 1 }, "spaced");
    if (column.words) draft.validations.push({ areas: [cells], rule: { kind: "list", words: column.words }, prompt: column.prompt ?? "" });
    if (column.range) draft.validations.push({ areas: [cells], rule: { kind: "decimal", ...column.range }, prompt: column.prompt ?? "" });
  }
}

const attentionTo = (draft: SheetDraft, form: Form, column: number, word: string) =>
  draft.highlights.push({ areas: [columnOf(form, column)], when: { kind: "equals", word }, style: "attention" });

function writeObjectives(draft: SheetDraft): void {
  const horizon = cellsOf(OBJECTIVES, 1);
  const filled = (word: string) => `SUMPRODUCT((${horizon}="${word}")*((${cellsOf(OBJECTIVES, 2)}<>"")+(${cellsOf(OBJECTIVES, 6)}<>"")>0))`;
  const atRisk = `COUNTIF(${cellsOf(OBJECTIVES, 12)},"At risk")`;
  const warning = `IF(${filled("Short")}=0,", no short-term objective yet","")&IF(${filled("Long")}=0,", no long-term objective yet","")`;
  writeForm(draft, OBJECTIVES, "Objectives, theirs and ours", `${filled("Short")}&" short-term, "&${filled("Long")}&" long-term, "&${atRisk}&" at risk"&${warning}`);
  ["Short", "Short", "Long", "Long"].forEach((word, i) => draft.label(firstRowOf(OBJECTIVES) + i, 1, word));
  attentionTo(draft, OBJECTIVES, 12, "At risk");
  const status = cellAddress(firstRowOf(OBJECTIVES), 12);
  draft.highlight("good", `=OR(${status}="On track",${status}="Done")`, columnOf(OBJECTIVES, 12));
}

function writeContacts(draft: SheetDraft): void {
  const names = cellsOf(CONTACTS, 1);
  const influence = cellsOf(CONTACTS, 5);
  const strength = cellsOf(CONTACTS, 6);
  const missing = ROLES.map((role) => `IF(COUNTIF(${cellsOf(CONTACTS, 3)},"${role}")=0,", ${role.toLowerCase()}","")`).join("&");
  const coverage = `IF(SUM(${influence})>0,"coverage "&FIXED(100*SUMPRODUCT(${influence},${strength})/(5*SUM(${influence})),0)&" %, ","")`;
  const few = `IF(COUNTA(${names})<3,"fewer than three, ","")`;
  const roles = `IF(${missing}="","every role is filled","missing: "&MID(${missing},3,200))`;
  writeForm(draft, CONTACTS, "Decision unit", `${countText(`COUNTA(${names})`, "contact", "contacts")}&", "&${few}&${coverage}&${roles}`);
  draft.highlights.push({ areas: [columnOf(CONTACTS, 6)], when: { kind: "below", bound: 0 }, style: "attention" });
}

function writeActions(draft: SheetDraft): void {
  const status = cellsOf(ACTIONS, 11);
  const open = `SUMPRODUCT((${cellsOf(ACTIONS, 1)}<>"")*(${status}<>"Done")*(${status}<>"Dropped"))`;
  const overdue = `COUNTIF(${cellsOf(ACTIONS, 12)},"Overdue")`;
  writeForm(draft, ACTIONS, "Action plan", `${open}&" open, "&${overdue}&" overdue"`);
  for (let i = 0; i < ACTIONS.rowCount; i++) {
    const row = firstRowOf(ACTIONS) + i;
    const at = (column: number) => cellAddress(row, column);
    draft.style(area(row, 10), "live");
    draft.style(area(row, 12), "live");
    draft.formula(row, 10, `IF(COUNT(${at(8)},${at(9)})<2,"",IF(${at(8)}>0,${at(9)}/${at(8)},""))`);
    const days = `${at(7)}-TODAY()`;
    draft.formula(row, 12, `IF(OR(${at(1)}="",NOT(ISNUMBER(${at(7)})),${at(11)}="Done",${at(11)}="Dropped"),"",IF(${days}<0,"Overdue",IF(${days}<=14,"in "&${days}&" days","")))`);
  }
  attentionTo(draft, ACTIONS, 12, "Overdue");
  draft.highlight("attention", `=$${cellAddress(firstRowOf(ACTIONS), 12)}="Overdue"`, columnOf(ACTIONS, 7));
}

function writeReviews(draft: SheetDraft): void {
  const unanswered = `COUNTIF(${cellsOf(REVIEWS, 12)},"Open")`;
  const days = `(${CELLS.nextReview}-TODAY())`;
  const next = `IF(ISNUMBER(${CELLS.nextReview}),IF(${days}<0,"review overdue by "&-${days}&" days","next review in "&${days}&" days"),"not reviewed yet")`;
  const own = `IF(AND(${CELLS.reviewer}<>"",${CELLS.reviewer}=${CELLS.owner}),", the reviewer is the owner: choose somebody else","")`;
  writeForm(draft, REVIEWS, "Review log", `${next}&", "&${countText(unanswered, "comment to answer", "comments to answer")}&${own}`);
  attentionTo(draft, REVIEWS, 12, "Open");
}
