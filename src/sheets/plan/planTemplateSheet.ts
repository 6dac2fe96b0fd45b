import type { PlannedChart, SheetPlan } from "../sheetPlan";
import { TAB_COLORS } from "../styles";
import { area } from "../write/sheetDraft";
import { writeActions } from "./blocks/actions";
import { writeAgreed } from "./blocks/agreed";
import { writeDecisionUnit } from "./blocks/decisionUnit";
import { writeDiagnosis } from "./blocks/diagnosis";
import { writeFigures } from "./blocks/figures";
import { writeHeader } from "./blocks/header";
import { writeHealth } from "./blocks/health";
import { writeObjectives } from "./blocks/objectives";
import { writeOpportunities } from "./blocks/opportunities";
import { writePayback } from "./blocks/payback";
import { writePromise } from "./blocks/promise";
import { writeRelations } from "./blocks/relations";
import { writeReviews } from "./blocks/reviews";
import { writeRisks } from "./blocks/risks";
import { writeSolution } from "./blocks/solution";
import { writeTeam } from "./blocks/team";
import { writeTiles } from "./blocks/tiles";
import { writeWhiteSpace } from "./blocks/whiteSpace";
import { writeWhy } from "./blocks/why";
import type { PlanContext } from "./planContext";
import { PlanDraft } from "./planDraft";
import { COLUMN_POINTS, FIRST, GRID_WIDTH, LAST } from "./planGrid";
import { PlanLookups } from "./planLookups";
import { KEY_NAME, type PlanBlock } from "./planNames";
import type { PlanTemplateInput } from "./planSources";
import { PRINT_PERCENT } from "./printFit";
import { blocksOf, VARIANTS, type Band } from "./planVariants";

/** Rows that stay in view: name, tier, score. The first is repeated on every page. */
const BAND_ROWS = 2;

type Writer = (context: PlanContext) => PlannedChart | void;

const WRITERS: Readonly<Record<PlanBlock, Writer>> = {
  Header: writeHeader,
  Tiles: writeTiles,
  Health: writeHealth,
  Why: writeWhy,
  Figures: writeFigures,
  Payback: writePayback,
  DecisionUnit: writeDecisionUnit,
  Relations: writeRelations,
  Objectives: writeObjectives,
  Diagnosis: writeDiagnosis,
  WhiteSpace: writeWhiteSpace,
  Opportunities: writeOpportunities,
  Solution: writeSolution,
  Actions: writeActions,
  Risks: writeRisks,
  Team: writeTeam,
  Promise: writePromise,
  Reviews: writeReviews,
  Agreed: writeAgreed,
};

/**
 * The sheet every plan is copied from. Everything hangs on the key cell, so a copy with another key is the plan of
 * another account; sheet-scoped names (`planNames.ts`) mark its blocks, inputs and figures.
 *
 * All formulas are native to Excel 2016 and read the account list, the model's tables and, where there is one, the
 * scorecard; a figure that is not known is empty or a dash, never an error.
 */
export function planTemplateSheet(input: PlanTemplateInput): SheetPlan {
  const { pages, unprinted, titles, rows, onePage } = VARIANTS[input.variant];
  const draft = new PlanDraft();
  const context: PlanContext = {
    draft,
    look: new PlanLookups(input.sources),
    variant: input.variant,
    key: input.key,
    blocks: blocksOf([...pages.flat(), ...unprinted]),
    titleOf: (block) => titles[block] ?? block,
    rows,
  };
  const charts: PlannedChart[] = [];
  const breaks: number[] = [];
  const write = ({ left, right }: Band) =>
    draft.band(left, right, (block) => {
      const chart = WRITERS[block](context);
      if (chart) charts.push(chart);
    });
  pages.forEach((bands, page) => {
    if (page > 0) breaks.push(draft.row);
    bands.forEach(write);
  });
  const printed = draft.row - 1;
  if (unprinted.length > 0) {
    draft.label(draft.row, FIRST, "Below this line: the workings behind the figures above. They are not printed.", "note");
    draft.row++;
  }
  unprinted.forEach(write);

  const { names, ...finished } = draft.finished();
  // Laid under everything else.
  const ground = { area: area(0, 0, LAST + 1, draft.row), style: "sheet" } as const;
  return {
    name: input.sheetName,
    tabColor: TAB_COLORS.plan,
    columnWidths: COLUMN_POINTS,
    ...finished,
    styles: [ground, ...finished.styles],
    charts,
    merged: draft.merged,
    tables: [],
    names: [{ name: KEY_NAME, area: draft.areaOf("key") }, ...names],
    frozenRows: BAND_ROWS,
    lockFigures: input.locked,
    page: {
      paper: input.paper,
      printArea: area(0, FIRST, GRID_WIDTH, printed),
      titleRows: { row: 0, rowCount: 1 },
      footer: { left: "&8&A", center: "&8&D", right: "&8Page &P of &N" },
      breaksAbove: breaks,
      ...(onePage ? { onePage } : { percent: PRINT_PERCENT[input.paper] }),
    },
  };
}

