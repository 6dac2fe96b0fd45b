import { sheetReference, type Area } from "../a1";
import type { CellValue } from "../cellValue";
import type { SheetPlan } from "../sheetPlan";
import { TAB_COLORS, type StyleName } from "../styles";
import { dayOfExcel } from "../excelDays";
import { PACK_DAY_NAME, PACK_FIGURES_NAME } from "./planNames";
import { area, SheetDraft } from "../write/sheetDraft";

/** An overdue action or a comment nobody has answered. */
export interface ReviewPackLine {
  readonly words: string;
  readonly who: string;
  /** Excel's serial number; undefined where no day was typed. */
  readonly day: number | undefined;
}

export interface ReviewPackPlan {
  readonly sheetName: string;
  readonly account: string;
  readonly tier: string;
  readonly owner: string;
  readonly nextReview: number | undefined;
  readonly gaps: readonly string[];
  readonly actions: readonly ReviewPackLine[];
  readonly comments: readonly ReviewPackLine[];
  readonly key: string | number;
  /** What the plan shows on this day, by the words over it. */
  readonly figures: ReadonlyMap<string, CellValue>;
  /** Absent when the plan was never agreed. */
  readonly agreedOn: number | undefined;
  /** Figures that have moved since the plan was agreed. */
  readonly moved: readonly { readonly figure: string; readonly agreed: CellValue; readonly now: CellValue }[];
}

/** What has become of the figures since an earlier review pack. */
export interface SinceLastPack {
  readonly day: number;
  readonly changes: readonly { readonly plan: ReviewPackPlan; readonly figure: string; readonly before: CellValue; readonly now: CellValue }[];
  /** Plans that pack did not know. */
  readonly made: readonly ReviewPackPlan[];
  /** Accounts of that pack whose plan is gone. */
  readonly gone: readonly string[];
}

export interface ReviewPackInput {
  readonly sheetName: string;
  readonly today: number;
  readonly plans: readonly ReviewPackPlan[];
  /** Absent when there is no earlier review pack. */
  readonly since?: SinceLastPack;
}

/** A column of a section: its head, its place and its look. */
type Column = readonly [head: string, column: number, ...styles: StyleName[]];
type Cell = CellValue | { readonly link: string; readonly words: string };

const WIDTHS = [9, 170, 280, 70, 90, 80, 70] as const;
const LAST = WIDTHS.length - 1;
const PLAN = 1;

export const GAP_WORDS: Readonly<Record<string, string>> = {
  noObjective: "no open objective",
  noNextStep: "no next step",
  fewContacts: "fewer than three contacts",
  reviewOverdue: "review overdue",
  reviewerIsOwner: "the reviewer is the owner",
};

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** Everything a review meeting has to look at, over all plans, as of one day. */
export function reviewPackSheet({ sheetName, today, plans, since }: ReviewPackInput): SheetPlan {
  const draft = new SheetDraft(16);
  const late = plans.filter(({ nextReview }) => nextReview !== undefined && nextReview < today);
  const lines = (of: "actions" | "comments") => plans.flatMap((plan) => plan[of].map((line) => ({ plan, line })));
  const byDay = <T extends { readonly line: ReviewPackLine }>(all: readonly T[]) => [...all].sort((a, b) => (a.line.day ?? 0) - (b.line.day ?? 0));
  const moved = plans.flatMap((plan) => plan.moved.map((figure) => ({ plan, figure })));
  const gaps = plans.filter((plan) => plan.gaps.length > 0);
  const link = (plan: ReviewPackPlan): Cell => ({ link: plan.sheetName, words: plan.account });

  draft.height(0, 34);
  draft.style(area(0, PLAN, LAST, 2), "band");
  draft.label(0, PLAN, "Review pack", "title", "spaced");
  draft.number(0, LAST, today, "date", "bandFigure", "spaced");
  draft.label(1, PLAN, [
      counted(plans.length, "plan"),
      `${counted(late.length, "review")} overdue`,
      `${counted(lines("actions").length, "action")} overdue`,
      `${counted(lines("comments").length, "comment")} to answer`,
      since ? `${counted(since.changes.length, "figure")} changed since ${dayName(since.day)}` : `${counted(moved.length, "figure")} moved`,
    ].join(" · "), "bandNote", "spaced");
  draft.label(2, PLAN, since ? `Compared with the review pack of ${dayName(since.day)}, and with the figures each plan was agreed on.` : "No earlier review pack is in the workbook: compared with the figures each plan was agreed on.", "note");
  const pack = new PackDraft(draft, 4);
  if (since) {
    const title = `Changed since the review pack of ${dayName(since.day)}`;
    pack.section(title, "No figure has changed.", [["Plan", PLAN, "strong"], ["Figure", 2], ["Then", 4, "figure"], ["Now", 5, "figure", "strong"]],
      [
        ...since.changes.map(({ plan, figure, before, now }) => [link(plan), figure, before, now]),
        ...since.made.map((plan) => [link(plan), "Plan", "", "new"]),
        ...since.gone.map((account) => [account, "Plan", "", "removed"]),
      ], (row) => figureStyle(String(row[1])));
  }
  pack.section("Reviews overdue", "No review is overdue.", [["Plan", PLAN, "strong"], ["Owner", 2], ["Tier", 3], ["Was due", 4, "date"], ["Days overdue", 5, "whole", "attention"]],
    [...late].sort((a, b) => (a.nextReview as number) - (b.nextReview as number)).map((plan) => [link(plan), plan.owner, plan.tier, plan.nextReview as number, today - (plan.nextReview as number)]));
  pack.section("Moved since agreed", "No figure has moved.", [["Plan", PLAN, "strong"], ["Figure", 2], ["Agreed on", 3, "date"], ["Agreed", 4, "figure"], ["Now", 5, "figure", "strong"]],
    moved.map(({ plan, figure }) => [link(plan), figure.figure, plan.agreedOn ?? "", figure.agreed, figure.now]), (row) => figureStyle(String(row[1])));
  pack.section("Actions overdue", "No action is overdue.", [["Plan", PLAN, "strong"], ["Action", 2, "words"], ["Owner", 4], ["Due", 5, "date"], ["Days", 6, "whole", "attention"]],
    byDay(lines("actions")).map(({ plan, line }) => [link(plan), line.words, line.who, line.day ?? "", line.day === undefined ? "" : today - line.day]));
  pack.section("Comments to answer", "Every comment has been answered.", [["Plan", PLAN, "strong"], ["Comment", 2, "words"], ["Reviewer", 4], ["On", 5, "date"]],
    byDay(lines("comments")).map(({ plan, line }) => [link(plan), line.words, line.who, line.day ?? ""]));
  pack.section("Plans with gaps", "No plan has a gap.", [["Plan", PLAN, "strong"], ["Gaps", 2, "words", "attention"], ["Owner", 5]], gaps.map((plan) => [link(plan), plan.gaps.map((gap) => GAP_WORDS[gap] ?? gap).join(", "), plan.owner]));
  const printed = pack.row;
  const figures = writeFigures(draft, printed + 1, plans);
  const ground = { area: area(0, 0, LAST + 1, draft.rowCount), style: "sheet" } as const;
  return {
    name: sheetName,
    tabColor: TAB_COLORS.scores,
    columnWidths: WIDTHS,
    rowHeights: draft.rowHeights,
    cells: draft.cells,
    styles: [ground, ...draft.styles],
    validations: [],
    highlights: [],
    charts: [],
    tables: [],
    names: [
      { name: PACK_DAY_NAME, area: area(0, LAST) },
      { name: PACK_FIGURES_NAME, area: figures },
    ],
    frozenRows: 2,
    page: {
      printArea: area(0, PLAN, LAST, printed),
      titleRows: { row: 0, rowCount: 2 },
      footer: { left: "&8&A", center: "&8&D", right: "&8Page &P of &N" },
      breaksAbove: [],
    },
  };
}

function dayName(serial: number): string {
  const day = dayOfExcel(serial);
  return `${day.getUTCDate()} ${day.toLocaleDateString("en-US", { month: "short", timeZone: "UTC" })} ${day.getUTCFullYear()}`;
}

/** The figures of the day, a line for each plan, for the next pack to look back to. */
function writeFigures(draft: SheetDraft, first: number, plans: readonly ReviewPackPlan[]): Area {
  const heads = [...new Set(plans.flatMap(({ figures }) => [...figures.keys()]))];
  draft.label(first, PLAN, "Below this line, not printed: the figures of this day. The next review pack is compared with them.", "note");
  const table = area(first + 1, PLAN, 2 + heads.length, 1 + plans.length);
  draft.style({ ...table, rowCount: 1 }, "head");
  ["Account ID", "Account", ...heads].forEach((head, i) => draft.text(table.row, PLAN + i, head));
  plans.forEach((plan, i) => {
    [plan.key, plan.account, ...heads.map((head) => plan.figures.get(head) ?? "")].forEach((value, column) => {
      if (typeof value === "number") draft.number(table.row + 1 + i, PLAN + column, value, "left");
      else if (value !== "") draft.text(table.row + 1 + i, PLAN + column, column === 0 ? String(value) : shortened(String(value)));
    });
  });
  return table;
}

/** Sections one below the other. */
class PackDraft {
  constructor(
    readonly draft: SheetDraft,
    public row: number,
  ) {}

  /** A title with its count, heads and lines; one sentence where there is no line. */
  section(title: string, none: string, columns: readonly Column[], lines: readonly (readonly Cell[])[], figure?: (line: readonly Cell[]) => StyleName): void {
    const { draft } = this;
    draft.height(this.row, 20);
    draft.style(area(this.row, PLAN, LAST), "sectionRule");
    draft.label(this.row, PLAN, title, "section");
    draft.number(this.row, LAST, lines.length, "whole", "sectionSummary");
    this.row++;
    if (lines.length === 0) {
      draft.label(this.row, PLAN, none, "note");
      this.row += 2;
      return;
    }
    draft.style(area(this.row, PLAN, LAST), "head");
    for (const [head, column, ...styles] of columns) draft.label(this.row, column, head, ...styles.filter((style) => style === "figure" || style === "whole").map(() => "figure" as const));
    this.row++;
    const body = area(this.row, PLAN, LAST, lines.length);
    draft.style(body, "row");
    for (const [, column, ...styles] of columns) if (styles.length > 0) draft.style({ ...body, column, columnCount: 1 }, ...styles);
    const wrapping = columns.findIndex(([, , ...styles]) => styles.includes("words"));
    for (const line of lines) {
      if (wrapping >= 0) draft.height(this.row, heightOf(shortened(String(line[wrapping]))));
      line.forEach((cell, i) => this.cell((columns[i] as Column)[1], cell));
      if (figure) draft.style(area(this.row, 4, 2), figure(line));
      this.row++;
    }
    this.row++;
  }

  private cell(column: number, cell: Cell): void {
    const { draft, row } = this;
    if (typeof cell === "object") {
      const quoted = (text: string) => text.replace(/"/g, '""');
      draft.formula(row, column, `HYPERLINK("#${quoted(sheetReference(cell.link))}A1","${quoted(cell.words.slice(0, 100).replace(/[\ud800-\udbff]$/, ""))}")`);
    } else if (typeof cell === "number") draft.number(row, column, cell);
    else if (cell !== "") draft.text(row, column, shortened(String(cell)));
  }
}

/** Who wants to read more opens the plan: a summary with a text of pages is none. */
const MOST_LETTERS = 300;
const shortened = (words: string): string => (words.length <= MOST_LETTERS ? words : `${words.slice(0, MOST_LETTERS - 1).replace(/[\ud800-\udbff]$/, "")}…`);

/** As high as its words need in their column, at some 4 points a letter. */
const heightOf = (words: string): number => 4 + 12 * Math.max(1, Math.ceil(words.length / (WIDTHS[2] / 4.4)));

/** How a figure is written, by the words over it in the plan. */
function figureStyle(head: string): StyleName {
  if (/margin|wallet|planned|growth|needed/i.test(head)) return "percent";
  if (/revenue|service|spend|cost/i.test(head)) return "money";
  return /score|years/i.test(head) ? "score" : /review/i.test(head) ? "date" : "figure";
}
