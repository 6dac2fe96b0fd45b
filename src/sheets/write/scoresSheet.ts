import { areaAddress, cellAddress } from "../a1";
import { columnReference } from "../formulas/lookup";
import type { Direction } from "../model/model";
import type { AccountList, ListColumn } from "../read/accountList";
import type { SheetPlan } from "../sheetPlan";
import { TAB_COLORS } from "../styles";
import { area, SheetDraft } from "./sheetDraft";

export const SCORES_SHEET = "KAM Scores";

export interface ScoringCriterion {
  readonly column: ListColumn;
  /** Any positive number; only the ratio of the weights counts. */
  readonly weight: number;
  /** Which figures are better. */
  readonly direction: Direction;
}

export interface ScoresInput {
  readonly sheetName: string;
  readonly list: AccountList;
  readonly criteria: readonly ScoringCriterion[];
  /** Lower bounds of all tiers but the last, highest first; 0 to 100. */
  readonly cutoffs: readonly number[];
  /** One more than cut-offs, best first. */
  readonly labels: readonly string[];
}

const WEIGHTS = 3;
const DIRECTIONS = 4;
const SCALE = 5;
const CUTOFFS = 6;
const LABELS = 7;
const HEAD = 9;
const FIRST = 10;
const KEY = 1;
const NAME = 2;
const CRITERIA = 3;

/**
 * The list's accounts with their criteria, score and tier, all as formulas: weights, directions and cut-offs are cells of
 * the sheet, the criteria spill from the list, and one KAM.SCORE and one KAM.TIER answer the whole column.
 */
export function scoresSheet(input: ScoresInput): SheetPlan {
  const { list, criteria } = input;
  const draft = new SheetDraft(16);
  const score = CRITERIA + criteria.length;
  const tier = score + 1;
  const width = Math.max(tier, CRITERIA + input.labels.length - 1);
  const rows = list.body.rowCount;
  draft.style(area(0, 0, width + 1, FIRST + rows), "sheet");
  writeTop(draft, input, width);
  writeHeads(draft, input, score, tier);

  const spilled = (column: ListColumn) => `IF(${reference(list, column)}="","",${reference(list, column)})`;
  draft.formula(FIRST, KEY, spilled(list.key));
  draft.formula(FIRST, NAME, spilled(list.name ?? list.key));
  criteria.forEach((criterion, i) => draft.formula(FIRST, CRITERIA + i, spilled(criterion.column)));
  const vector = (row: number, count: number) => areaAddress(area(row, CRITERIA, count), true);
  const values = areaAddress(area(FIRST, CRITERIA, criteria.length, rows), true);
  draft.formula(FIRST, score, `KAM.SCORE(${values},${vector(WEIGHTS, criteria.length)},${vector(DIRECTIONS, criteria.length)},${cellAddress(SCALE, CRITERIA, true)})`);
  const scores = areaAddress(area(FIRST, score, 1, rows), true);
  draft.formula(FIRST, tier, `KAM.TIER(${scores},${vector(CUTOFFS, input.cutoffs.length)},${vector(LABELS, input.labels.length)})`);

  draft.style(area(FIRST, KEY, tier, rows), "row");
  draft.style(area(FIRST, KEY, 2, rows), "left");
  draft.style(area(FIRST, CRITERIA, criteria.length, rows), "figure");
  draft.style(area(FIRST, score, 1, rows), "score", "strong");
  draft.style(area(FIRST, tier, 1, rows), "centered", "strong");
  return {
    name: input.sheetName,
    tabColor: TAB_COLORS.scores,
    columnWidths: [9, 90, 190, ...Array<number>(width - CRITERIA + 1).fill(84)],
    rowHeights: draft.rowHeights,
    cells: draft.cells,
    styles: draft.styles,
    validations: draft.validations,
    highlights: [],
    charts: [],
    tables: [],
    names: [],
    frozenRows: FIRST,
    page: {
      printArea: area(0, KEY, width, FIRST + rows),
      titleRows: { row: HEAD, rowCount: 1 },
      footer: { left: "&A", center: "&D", right: "Page &P of &N" },
      breaksAbove: [],
    },
  };
}

/** Exactly the list's rows, because the score column has to be as long as the criteria. */
function reference(list: AccountList, column: ListColumn): string {
  return columnReference(list, column, 0);
}

function writeTop(draft: SheetDraft, input: ScoresInput, width: number): void {
  draft.height(0, 30);
  draft.style(area(0, KEY, width), "band");
  draft.label(0, KEY, "KAM scores", "title", "spaced");
  draft.label(1, KEY, "Cream cells are yours: weights, directions, scale, cut-offs and tier names. Scores and tiers follow; they need the KAM Planner add-in.", "note");
  draft.text(2, KEY, `Made for the ${input.list.body.rowCount} rows of ${input.list.tableName ?? input.list.sheetName}. After adding accounts make the sheet again.`, "note");
  const line = (row: number, words: string) => draft.label(row, NAME, words, "strong");
  line(WEIGHTS, "Weight");
  line(DIRECTIONS, "Better is");
  line(SCALE, "Scale");
  line(CUTOFFS, "Score from");
  line(LABELS, "Tier");
  input.criteria.forEach(({ weight, direction }, i) => {
    draft.number(WEIGHTS, CRITERIA + i, weight, "input", "figure");
    draft.label(DIRECTIONS, CRITERIA + i, direction, "input", "figure");
  });
  draft.validations.push({ areas: [area(DIRECTIONS, CRITERIA, input.criteria.length)], rule: { kind: "list", words: ["higher", "lower"] }, prompt: "Which figures are better." });
  draft.validations.push({ areas: [area(WEIGHTS, CRITERIA, input.criteria.length)], rule: { kind: "decimal", least: 0, most: 1_000_000 }, prompt: "Any scale: only the ratio of the weights counts." });
  // One giant account squeezes all others together on a scale from smallest to largest; places in the list stay spread.
  draft.label(SCALE, CRITERIA, "percentile", "input", "figure");
  draft.validations.push({ areas: [area(SCALE, CRITERIA)], rule: { kind: "list", words: ["percentile", "minmax", "zscore"] }, prompt: "percentile: by place in the list; minmax: by distance from the smallest to the largest figure; zscore: by distance from the mean." });
  input.cutoffs.forEach((cutoff, i) => draft.number(CUTOFFS, CRITERIA + i, cutoff, "input", "figure"));
  input.labels.forEach((label, i) => draft.text(LABELS, CRITERIA + i, label, "input", "figure"));
  draft.label(CUTOFFS, CRITERIA + input.cutoffs.length, "below", "label", "figure");
}

function writeHeads(draft: SheetDraft, input: ScoresInput, score: number, tier: number): void {
  draft.height(HEAD, 18);
  draft.style(area(HEAD, KEY, tier), "head");
  draft.text(HEAD, KEY, input.list.key.header);
  draft.text(HEAD, NAME, input.list.name?.header ?? "Account");
  input.criteria.forEach((criterion, i) => draft.text(HEAD, CRITERIA + i, criterion.column.header, "figure"));
  draft.label(HEAD, score, "Score", "figure");
  draft.label(HEAD, tier, "Tier", "centered");
}
