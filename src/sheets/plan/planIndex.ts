import { areaAddress, cellAddress, sheetReference, type Area } from "../a1";
import type { SheetPlan } from "../sheetPlan";
import { TAB_COLORS, type StyleName } from "../styles";
import { area, SheetDraft } from "../write/sheetDraft";
import { figureName, KEY_NAME, type PlanFigure } from "./planNames";

/** The list of all plans: an ordinary table people may sort, filter and add columns to. */
export const INDEX_SHEET = "KAM Plans";
export const INDEX_TABLE = "KAM_PlanIndex";

interface IndexColumn {
  readonly header: string;
  /** The figure of the plan it shows; the key's column shows the key cell. */
  readonly figure?: PlanFigure;
  readonly points: number;
  readonly style?: StyleName;
}

/** The add-in's columns, found by their headers; others belong to the user. */
export const INDEX_COLUMNS = {
  plan: { header: "Plan", figure: "Account", points: 190, style: "strong" },
  key: { header: "Account ID", points: 60, style: "left" },
  tier: { header: "Tier", figure: "Tier", points: 34, style: "centered" },
  score: { header: "Score", figure: "Score", points: 40, style: "score" },
  owner: { header: "Owner", figure: "Owner", points: 82, style: "after" },
  reviewer: { header: "Reviewer", figure: "Reviewer", points: 78 },
  lastReview: { header: "Last review", figure: "LastReview", points: 62, style: "date" },
  nextReview: { header: "Next review", figure: "NextReview", points: 62, style: "date" },
  overdueActions: { header: "Overdue actions", figure: "OverdueActions", points: 48, style: "whole" },
  openObjectives: { header: "Open objectives", figure: "OpenObjectives", points: 54, style: "whole" },
  contacts: { header: "Contacts", figure: "Contacts", points: 48, style: "whole" },
  nextSteps: { header: "Next steps", figure: "NextSteps", points: 40, style: "whole" },
  comments: { header: "Open comments", figure: "UnansweredComments", points: 58, style: "whole" },
  agreedOn: { header: "Agreed on", figure: "AgreedOn", points: 66, style: "dateAfter" },
  drift: { header: "Moved since", figure: "Drift", points: 44, style: "whole" },
  missing: { header: "Gaps", figure: "Missing", points: 230, style: "wordsAfter" },
} as const satisfies Readonly<Record<string, IndexColumn>>;

export type IndexColumnName = keyof typeof INDEX_COLUMNS;
const COLUMN_NAMES = Object.keys(INDEX_COLUMNS) as IndexColumnName[];
const columnOf = (name: IndexColumnName): IndexColumn => INDEX_COLUMNS[name];

/** Names of a plan's cells the index shows. */
export const INDEX_NAMES: readonly string[] = [KEY_NAME, ...COLUMN_NAMES.flatMap((name) => (columnOf(name).figure ? [figureName(columnOf(name).figure as PlanFigure)] : []))];

/** Where a plan's cells are, by name. */
export interface IndexedPlan {
  readonly sheetName: string;
  readonly cells: ReadonlyMap<string, Area>;
}

/** Shows a cell of another sheet: an empty one stays empty, a plan that has been deleted leaves the row blank. */
const shown = (reference: string): string => `IFERROR(IF(${reference}="","",${reference}),"")`;

/** Longer names of accounts are cut in the list: a link is refused whose words are longer than 255 letters. */
const MAX_LINK_WORDS = 120;

/** The link to a sheet as it stands between the quotes of a formula. */
export const indexLink = (sheetName: string): string => `#${sheetReference(sheetName)}A1`.replace(/"/g, '""');

/** A plan's cell of the index, with its `=`; empty text where the plan has no such figure. */
export function indexFormula(name: IndexColumnName, plan: IndexedPlan): string {
  const { figure } = columnOf(name);
  const cell = plan.cells.get(figure ? figureName(figure) : KEY_NAME);
  const reference = cell && sheetReference(plan.sheetName) + cellAddress(cell.row, cell.column, true);
  if (name !== "plan") return reference === undefined ? "" : `=${shown(reference)}`;
  const words = reference === undefined ? `"${plan.sheetName.replace(/"/g, '""')}"` : `IF(${reference}="","${plan.sheetName.replace(/"/g, '""')}",LEFT(${reference},${MAX_LINK_WORDS}))`;
  return `=IFERROR(HYPERLINK("${indexLink(plan.sheetName)}",${words}),"plan deleted")`;
}

/** The sheet a row's formula leads to; Excel rewrites it when the sheet is renamed. */
export function sheetOfIndexFormula(formula: unknown): string | undefined {
  const found = typeof formula === "string" ? /(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))!\$?[A-Z]{1,3}\$?\d+/u.exec(formula) : null;
  return found ? (found[1] ?? found[2] ?? "").replace(/''/g, "'") : undefined;
}

/** The add-in's column of a header, as far as it has not been renamed. */
export const indexColumnOf = (header: string): IndexColumnName | undefined => COLUMN_NAMES.find((name) => columnOf(name).header.toLowerCase() === header.trim().toLowerCase());

const HEAD_ROW = 4;
/** Lines the sums above the table reach over; empty ones count nothing. */
const MOST_PLANS = 2000;

/** The index of all plans, with links to them and their figures as live formulas. */
export function planIndexSheet(sheetName: string, plans: readonly IndexedPlan[]): SheetPlan {
  const draft = new SheetDraft(16);
  const width = COLUMN_NAMES.length;
  const rowCount = Math.max(1, plans.length);
  draft.style(area(0, 0, width + 1, HEAD_ROW + 1 + rowCount), "sheet");
  draft.height(0, 34);
  draft.style(area(0, 1, width), "band");
  draft.label(0, 1, "Account plans", "title", "spaced");
  draft.label(1, 1, "Every figure is a live formula over its plan. Sort, filter and add columns as you like; new plans are added below. No add-in needed.", "note");
  writeTotals(draft);
  draft.height(HEAD_ROW, 30);
  draft.style(area(HEAD_ROW, 1, width), "head", "wrapped");
  COLUMN_NAMES.forEach((name, i) => {
    const { header, style } = columnOf(name);
    const cells = area(HEAD_ROW + 1, 1 + i, 1, rowCount);
    draft.label(HEAD_ROW, 1 + i, header);
    draft.style(cells, "row");
    if (style) draft.style(cells, style);
    if (style === "whole" || style === "score") draft.style(area(HEAD_ROW, 1 + i), "figure");
    plans.forEach((plan, r) => {
      const formula = indexFormula(name, plan);
      if (formula !== "") draft.formula(HEAD_ROW + 1 + r, 1 + i, formula.slice(1));
    });
  });
  // Wrapped words need as much room as they take.
  for (let row = HEAD_ROW + 1; row <= HEAD_ROW + rowCount; row++) draft.height(row, "auto");
  writeWarnings(draft, rowCount);
  return {
    name: sheetName,
    tabColor: TAB_COLORS.plan,
    columnWidths: [9, ...COLUMN_NAMES.map((name) => columnOf(name).points)],
    rowHeights: draft.rowHeights,
    cells: draft.cells,
    styles: draft.styles,
    validations: [],
    highlights: draft.highlights,
    charts: [],
    tables: [{ name: INDEX_TABLE, area: area(HEAD_ROW, 1, width, rowCount + 1) }],
    names: [],
    frozenRows: HEAD_ROW + 1,
    page: {
      printArea: area(0, 1, width, HEAD_ROW + 1 + rowCount),
      titleRows: { row: HEAD_ROW, rowCount: 1 },
      footer: { left: "&8&A", center: "&8&D", right: "&8Page &P of &N" },
      breaksAbove: [],
    },
  };
}

/** One line that sums the table up, so that the first look answers what is late. */
function writeTotals(draft: SheetDraft): void {
  // Cells, not the table's columns: the table is only made once the cells are written.
  const column = (name: IndexColumnName) => areaAddress(area(HEAD_ROW + 1, 1 + COLUMN_NAMES.indexOf(name), 1, MOST_PLANS), true);
  const late = `SUMPRODUCT(ISNUMBER(${column("nextReview")})*(${column("nextReview")}<TODAY()))`;
  const counts = [
    `SUMPRODUCT(--(${column("key")}<>""))&" plans"`,
    `${late}&" reviews overdue"`,
    `SUM(${column("overdueActions")})&" actions overdue"`,
    `SUM(${column("openObjectives")})&" open objectives"`,
    `SUM(${column("comments")})&" comments to answer"`,
    `COUNTIF(${column("drift")},">0")&" moved since they were agreed"`,
  ];
  draft.formula(2, 1, counts.join(`&" · "&`), "strong");
}

function writeWarnings(draft: SheetDraft, rowCount: number): void {
  const cells = (name: IndexColumnName) => area(HEAD_ROW + 1, 1 + COLUMN_NAMES.indexOf(name), 1, rowCount);
  const first = (name: IndexColumnName) => cellAddress(HEAD_ROW + 1, 1 + COLUMN_NAMES.indexOf(name));
  const more = (name: IndexColumnName) => draft.highlight("attention", `=N(${first(name)})>0`, cells(name));
  const none = (name: IndexColumnName, least: number) => draft.highlight("attention", `=AND(ISNUMBER(${first(name)}),N(${first(name)})<${least})`, cells(name));
  draft.highlight("attention", `=AND(ISNUMBER(${first("nextReview")}),N(${first("nextReview")})<TODAY())`, cells("nextReview"));
  draft.highlight("attention", `=AND(${first("reviewer")}<>"",${first("reviewer")}=${first("owner")})`, cells("reviewer"));
  more("overdueActions");
  more("comments");
  more("drift");
  none("openObjectives", 1);
  none("contacts", 3);
  none("nextSteps", 1);
}

