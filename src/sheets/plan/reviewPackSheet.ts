import { sheetReference } from "../a1";
import type { CellValue } from "../cellValue";
import type { SheetPlan } from "../sheetPlan";
import { TAB_COLORS, type StyleName } from "../styles";
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
  /** Figures that have moved since the plan was agreed. */
  readonly moved: readonly { readonly figure: string; readonly agreed: CellValue; readonly now: CellValue }[];
}

export interface ReviewPackInput {
  readonly sheetName: string;
  readonly today: number;
  readonly plans: readonly ReviewPackPlan[];
}

/** A column of a section: its head, its place and its look. */
type Column = readonly [head: string, column: number, ...styles: StyleName[]];
type Cell = CellValue | { readonly link: string; readonly words: string };

const WIDTHS = [9, 175, 210, 95, 95, 85, 85] as const;
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
export function reviewPackSheet({ sheetName, today, plans }: ReviewPackInput): SheetPlan {
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
      `${counted(moved.length, "figure")} moved`,
    ].join(" · "), "bandNote", "spaced");
  const pack = new PackDraft(draft, 3);
  pack.section("Reviews overdue", "No review is overdue.", [["Plan", PLAN, "strong"], ["Owner", 2], ["Tier", 3], ["Was due", 4, "date"], ["Days overdue", 5, "whole", "attention"]],
    [...late].sort((a, b) => (a.nextReview as number) - (b.nextReview as number)).map((plan) => [link(plan), plan.owner, plan.tier, plan.nextReview as number, today - (plan.nextReview as number)]));
  pack.section("Moved since agreed", "No figure has moved.", [["Plan", PLAN, "strong"], ["Figure", 2], ["Agreed", 4, "figure"], ["Now", 5, "figure", "strong"]],
    moved.map(({ plan, figure }) => [link(plan), figure.figure, figure.agreed, figure.now]), (row) => figureStyle(String(row[1])));
  pack.section("Actions overdue", "No action is overdue.", [["Plan", PLAN, "strong"], ["Action", 2], ["Owner", 4], ["Due", 5, "date"], ["Days", 6, "whole", "attention"]],
    byDay(lines("actions")).map(({ plan, line }) => [link(plan), line.words, line.who, line.day ?? "", line.day === undefined ? "" : today - line.day]));
  pack.section("Comments to answer", "Every comment has been answered.", [["Plan", PLAN, "strong"], ["Comment", 2], ["Reviewer", 4], ["On", 5, "date"]],
    byDay(lines("comments")).map(({ plan, line }) => [link(plan), line.words, line.who, line.day ?? ""]));
  pack.section("Plans with gaps", "No plan has a gap.", [["Plan", PLAN, "strong"], ["Gaps", 2, "attention"], ["Owner", 5]], gaps.map((plan) => [link(plan), plan.gaps.map((gap) => GAP_WORDS[gap] ?? gap).join(", "), plan.owner]));
  const ground = { area: area(0, 0, LAST + 1, pack.row), style: "sheet" } as const;
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
    names: [],
    frozenRows: 2,
    page: {
      printArea: area(0, PLAN, LAST, pack.row),
      titleRows: { row: 0, rowCount: 2 },
      footer: { left: "&A", center: "&D", right: "Page &P of &N" },
      breaksAbove: [],
    },
  };
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
    for (const line of lines) {
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
      draft.formula(row, column, `HYPERLINK("#${quoted(sheetReference(cell.link))}A1","${quoted(cell.words.slice(0, 100))}")`);
    } else if (typeof cell === "number") draft.number(row, column, cell);
    else if (cell !== "") draft.text(row, column, String(cell));
  }
}

/** How a figure is written, by the words over it in the plan. */
function figureStyle(head: string): StyleName {
  if (/margin|wallet|planned|growth/i.test(head)) return "percent";
  if (/revenue|service|spend|cost/i.test(head)) return "money";
  return /score|years/i.test(head) ? "score" : "figure";
}
