import { areaAddress, cellAddress, readArea, type Area } from "../a1";
import type { SheetPlan } from "../sheetPlan";
import type { StyleName } from "../styles";
import { area, SheetDraft } from "../write/sheetDraft";
import { FIRST, GAP_POINTS, GRID_WIDTH, LAST, ROW_POINTS } from "./planGrid";
import { blockName, figureName, inputName, type PlanBlock, type PlanFigure, type PlanInput } from "./planNames";

/** Cells of a block that formulas of other blocks count or look through. */
export type PlanRange =
  | "key"
  | "scoreRow"
  | "contactNames"
  | "contactRoles"
  | "contactInfluence"
  | "contactStrength"
  | "contactNextSteps"
  | "relationMarks"
  | "teamNames"
  | "teamHours"
  | "theirObjectives"
  | "ourObjectives"
  | "objectiveHorizons"
  | "objectiveStatus"
  | "actionWords"
  | "actionStatus"
  | "actionDue"
  | "actionHours"
  | "reviewDates"
  | "reviewAnswers";

const MARK = /⟦([A-Za-z]+)⟧/g;

/** A figure's cell inside a formula, whichever block writes it and wherever that block ends up. */
export const fig = (figure: PlanFigure): string => `⟦${figure}⟧`;
/** Cells of another block inside a formula. */
export const cells = (range: PlanRange): string => `⟦${range}⟧`;

/**
 * A plan while it is being written, block below block. Formulas may name figures of blocks that are written later; one
 * whose block is not in this kind of plan reads as empty text.
 */
export class PlanDraft extends SheetDraft {
  readonly names: { readonly name: string; readonly area: Area }[] = [];
  private readonly places = new Map<string, string>();
  /** The next free row. */
  row = 0;

  constructor() {
    super(ROW_POINTS);
  }

  /** Marks cells that other blocks refer to. */
  mark(range: PlanRange, at: Area): void {
    this.places.set(range, areaAddress(at, true));
  }

  areaOf(range: PlanRange): Area {
    return readArea(this.places.get(range) ?? "");
  }

  /** A cell that holds a figure of the plan. `formula` without `=`; absent when the cell is typed in. */
  figure(figure: PlanFigure, row: number, column: number, formula: string | undefined, ...styles: StyleName[]): void {
    this.places.set(figure, cellAddress(row, column, true));
    this.names.push({ name: figureName(figure), area: area(row, column) });
    if (formula === undefined) this.style(area(row, column), ...styles);
    else this.formula(row, column, formula, ...styles);
  }

  /** Cells people type in. */
  input(input: PlanInput, at: Area, ...styles: StyleName[]): void {
    this.names.push({ name: inputName(input), area: at });
    this.style(at, "input", ...styles);
  }

  /** Writes a block at the next free row; `write` moves `row` below its last one. A narrow gap follows. */
  block(block: PlanBlock, write: () => void): void {
    const first = this.row;
    write();
    this.height(this.row, GAP_POINTS);
    this.row++;
    this.names.push({ name: blockName(block), area: area(first, 0, LAST + 1, this.row - first) });
  }

  /** A section's title with its rule and, at the right, the one computed sentence that sums it up. */
  title(words: string, summary: string, figure?: PlanFigure): void {
    this.height(this.row, 19);
    this.style(area(this.row, FIRST, GRID_WIDTH), "sectionRule");
    this.label(this.row, FIRST, words, "section");
    if (figure) this.figure(figure, this.row, LAST, summary, "sectionSummary");
    else this.formula(this.row, LAST, summary, "sectionSummary");
    this.row++;
  }

  /** A row of column heads. */
  heads(heads: readonly (readonly [column: number, head: string, ...styles: StyleName[]])[]): void {
    this.height(this.row, 13);
    this.style(area(this.row, FIRST, GRID_WIDTH), "head");
    for (const [column, head, ...styles] of heads) this.label(this.row, column, head, ...styles);
    this.row++;
  }

  /** The contents with every mark replaced by the cells it stands for. */
  finished(): Pick<SheetPlan, "cells" | "styles" | "validations" | "highlights" | "rowHeights" | "names"> {
    const placed = (formula: string) => formula.replace(MARK, (_, mark: string) => this.places.get(mark) ?? '""');
    return {
      cells: this.cells.map((cell) => (cell.content.kind === "formula" ? { ...cell, content: { kind: "formula", formula: placed(cell.content.formula) } } : cell)),
      styles: this.styles,
      validations: this.validations,
      highlights: this.highlights.map((highlight) => (highlight.when.kind === "formula" ? { ...highlight, when: { kind: "formula", formula: placed(highlight.when.formula) } } : highlight)),
      rowHeights: this.rowHeights,
      names: this.names,
    };
  }
}
