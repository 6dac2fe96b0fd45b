import { areaAddress, cellAddress, readArea, type Area } from "../a1";
import type { SheetPlan } from "../sheetPlan";
import type { StyleName } from "../styles";
import { area, SheetDraft } from "../write/sheetDraft";
import { GAP_POINTS, LEFT, RIGHT, ROW_POINTS, WHOLE, type Slot } from "./planGrid";
import { blockName, figureName, inputName, wideName, type PlanBlock, type PlanFigure, type PlanInput } from "./planNames";

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

/** Plans are printed at seven tenths: what is smaller than the rest on other sheets is as large as the rest here. */
const SMALL: ReadonlySet<StyleName> = new Set(["label", "tileCaption", "tileNote", "sectionSummary", "head", "note", "listRow", "scoreRow", "stepNote", "legend", "openCount"]);

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
  /** Cells that are one, for long texts that people type; each is named so that an update knows. */
  readonly merged: Area[] = [];
  /** The next free row. */
  row = 0;
  /** The columns the block that is being written stands in. */
  slot: Slot = WHOLE;

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

  get first(): number {
    return this.slot.first;
  }
  get last(): number {
    return this.slot.last;
  }
  get width(): number {
    return this.last - this.first + 1;
  }

  /** Rows side by side are as high as the higher of them asks; one that grows with its text stays free to. */
  override height(row: number, points: number | "auto"): void {
    const now = this.rowHeights[row];
    super.height(row, now === undefined ? points : now === "auto" || points === "auto" ? "auto" : Math.max(now, points));
  }

  /**
   * Writes blocks below each other in both halves, from the same row; `write` moves `row` below its block. A narrow gap
   * follows. The last block of a half reaches down to it.
   */
  band(left: readonly PlanBlock[], right: readonly PlanBlock[], write: (block: PlanBlock) => void): void {
    const top = this.row;
    const halves = ([[left, right.length > 0 ? LEFT : WHOLE], [right, RIGHT]] as const).filter(([blocks]) => blocks.length > 0);
    const ends: number[] = [];
    const written: { readonly block: PlanBlock; readonly first: number; readonly end: number | undefined; readonly slot: Slot }[] = [];
    for (const [blocks, slot] of halves) {
      this.row = top;
      this.slot = slot;
      blocks.forEach((block, i) => {
        const first = this.row;
        write(block);
        written.push({ block, first, slot, end: i === blocks.length - 1 ? undefined : this.row });
      });
      ends.push(this.row);
    }
    this.slot = WHOLE;
    this.row = Math.max(...ends);
    this.height(this.row, GAP_POINTS);
    this.row++;
    for (const { block, first, end = this.row, slot } of written) {
      const from = slot === RIGHT ? RIGHT.first : 0;
      const to = slot === LEFT ? RIGHT.first - 1 : slot.last;
      this.names.push({ name: blockName(block), area: area(first, from, to - from + 1, end - first) });
    }
  }

  /** Makes one cell of several, for a text that wraps. */
  merge(at: Area): void {
    this.merged.push(at);
    this.names.push({ name: wideName(this.merged.length), area: at });
  }

  /** A section's title with its rule and, at the right, the one computed sentence that sums it up. */
  title(words: string, summary: string, figure?: PlanFigure): void {
    this.height(this.row, 16);
    this.style(area(this.row, this.first, this.width), "sectionRule");
    this.label(this.row, this.first, words, "section");
    if (figure) this.figure(figure, this.row, this.last, summary, "sectionSummary");
    else this.formula(this.row, this.last, summary, "sectionSummary");
    this.row++;
  }

  /** A row of column heads. */
  heads(heads: readonly (readonly [column: number, head: string, ...styles: StyleName[]])[]): void {
    this.height(this.row, 13);
    this.style(area(this.row, this.first, this.width), "head");
    for (const [column, head, ...styles] of heads) this.label(this.row, column, head, ...styles);
    this.row++;
  }

  /** The contents with every mark replaced by the cells it stands for. */
  finished(): Pick<SheetPlan, "cells" | "styles" | "validations" | "highlights" | "rowHeights" | "names"> {
    const placed = (formula: string) => formula.replace(MARK, (_, mark: string) => this.places.get(mark) ?? '""');
    return {
      cells: this.cells.map((cell) => (cell.content.kind === "formula" ? { ...cell, content: { kind: "formula", formula: placed(cell.content.formula) } } : cell)),
      styles: this.styles.flatMap((styled) => (SMALL.has(styled.style) ? [styled, { ...styled, style: "smallest" as const }] : [styled])),
      validations: this.validations,
      highlights: this.highlights.map((highlight) => (highlight.when.kind === "formula" ? { ...highlight, when: { kind: "formula", formula: placed(highlight.when.formula) } } : highlight)),
      rowHeights: this.rowHeights,
      names: this.names,
    };
  }
}
