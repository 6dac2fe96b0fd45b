import { cellAddress } from "../a1";
import { MODEL_TABLES } from "../model/model";
import type { PlannedChart } from "../sheetPlan";
import { area, type SheetDraft } from "../write/sheetDraft";
import { AXES, MAX_CRITERIA, type CriterionAxis } from "./portfolioInput";
import { FIRST, TABLE_PLACE, type PortfolioLayout } from "./portfolioLayout";
import { partTitle } from "./partTitle";
import { column } from "./portfolioTable";

const THIRDS = ["low", "middle", "high"] as const;
/** Where the two axes stand in the table. */
const [ATTRACTIVENESS, STRENGTH] = [17, 18];
/** The scatter chart shows the best accounts of the scorecard: more dots than that are a cloud. */
const MOST_DOTS = 250;

/** Nine boxes by how attractive accounts are and how well we stand with them, and which criteria say so. */
export function matrixPart(draft: SheetDraft, layout: PortfolioLayout, axes: readonly CriterionAxis[]): PlannedChart {
  const box = column("Box");
  partTitle(draft, layout.rows.matrix, "Attractiveness × strength", `SUMPRODUCT(--(${box}=31))+SUMPRODUCT(--(${box}=32))&" attractive accounts with whom we could stand better"`);
  const head = layout.rows.matrix + 1;
  draft.style(area(head, FIRST, 5), "head");
  draft.label(head, FIRST, "Attractive ↓ strength →", "left");
  THIRDS.forEach((word, s) => draft.label(head, FIRST + 2 + s, word, "centered"));
  THIRDS.forEach((_, i) => {
    const attractive = 3 - i;
    const row = head + 1 + i;
    draft.height(row, 22);
    draft.label(row, FIRST, THIRDS[attractive - 1] as string, "strong", "left");
    for (let strong = 1; strong <= 3; strong++) draft.formula(row, FIRST + 1 + strong, `SUMPRODUCT(--(${box}=${attractive}${strong}))`, "whole", "centered", "strong", ...(attractive + strong >= 5 ? (["soldMark"] as const) : attractive === 3 ? (["openMark"] as const) : []));
    draft.style(area(row, FIRST, 5), "row");
  });
  draft.label(head + 4, FIRST, "Accounts in thirds of each axis. Choose below which criteria make which axis.", "note");
  const axisHead = layout.axes.first - 1;
  draft.style(area(axisHead, FIRST, 6), "head");
  draft.label(axisHead, FIRST, "Criterion", "left");
  draft.label(axisHead, FIRST + 3, "Weight", "figure");
  draft.label(axisHead, FIRST + 4, "Axis", "left", "spaced");
  axes.forEach((line, i) => writeAxis(draft, layout, i, line));
  draft.validations.push({ areas: [area(layout.axes.first, FIRST + 4, 2, MAX_CRITERIA)], rule: { kind: "list", words: AXES }, prompt: "Attractiveness: what the account is. Strength: how we stand with it." });
  const dots = (index: number) => area(TABLE_PLACE.row + 1, TABLE_PLACE.column + index, 1, MOST_DOTS);
  return {
    name: "KAM matrix",
    title: "Accounts by strength (across) and attractiveness (up)",
    kind: "scatter",
    values: dots(ATTRACTIVENESS),
    categories: dots(STRENGTH),
    place: area(head, FIRST + 6, 6, 20),
  };
}

const weightOf = ({ axes }: PortfolioLayout, index: number): string =>
  `SUMPRODUCT(--(${MODEL_TABLES.criteria}[Criterion]=${cellAddress(axes.first + index, FIRST, true)}),${MODEL_TABLES.criteria}[Weight])`;

function writeAxis(draft: SheetDraft, layout: PortfolioLayout, index: number, { criterion, axis }: CriterionAxis): void {
  const row = layout.axes.first + index;
  draft.text(row, FIRST, criterion, "left");
  draft.formula(row, FIRST + 3, weightOf(layout, index), "general");
  draft.text(row, FIRST + 4, axis, "spaced");
  draft.style(area(row, FIRST, 6), "row");
  draft.style(area(row, FIRST + 4, 2), "input");
}

/** The same lines as they are entered again; lines without a criterion are emptied. */
export function axisEntries(layout: PortfolioLayout, axes: readonly CriterionAxis[]): string[][] {
  return Array.from({ length: MAX_CRITERIA }, (_, i) => {
    const line = axes[i];
    return line ? [`'${line.criterion}`, "", "", `=${weightOf(layout, i)}`, `'${line.axis}`] : ["", "", "", "", ""];
  });
}
