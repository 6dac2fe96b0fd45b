import { HostObject } from "../hostObject";
import { checkBoolean, checkInteger, checkNumber, checkOneOf } from "./arguments";
import { checkAllowed } from "./cellAccess";
import { usedOrFirst } from "./lineSizes";
import { RangeBorderCollection } from "./rangeBorders";
import type { RangeRef } from "./rangeRef";
import { FormatProtection, RangeFill, RangeFont } from "./rangeLooks";
import { applyFormat, applyStyle, readFormat, readStyle } from "./lookAccess";
import { charactersToPoints } from "./columnUnits";

export const HORIZONTAL = ["General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed"] as const;
export const VERTICAL = ["Top", "Center", "Bottom", "Justify", "Distributed"] as const;
export const READING_ORDERS = ["Context", "LeftToRight", "RightToLeft"] as const;

/** Excel's widest column (255 characters) and highest row, in points. */
const MAX_COLUMN_POINTS = 1342.5;
const MAX_ROW_POINTS = 409.5;
/** Default row height with Calibri 11. */
export const STANDARD_HEIGHT = 15;

export class RangeFormat extends HostObject {
  readonly #refs: readonly RangeRef[];

  constructor(refs: readonly RangeRef[]) {
    super();
    this.#refs = refs;
  }
  get fill(): RangeFill {
    return new RangeFill(this.#refs);
  }
  get font(): RangeFont {
    return new RangeFont(this.#refs);
  }
  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.#refs);
  }
  get protection(): FormatProtection {
    return new FormatProtection(this.#refs);
  }

  get horizontalAlignment(): string | null {
    return readStyle(this.#refs, (style) => style.horizontalAlignment ?? "General");
  }
  set horizontalAlignment(value: unknown) {
    applyStyle(this.#refs, { horizontalAlignment: checkOneOf("horizontalAlignment", value, HORIZONTAL) });
  }
  get verticalAlignment(): string | null {
    return readStyle(this.#refs, (style) => style.verticalAlignment ?? "Bottom");
  }
  set verticalAlignment(value: unknown) {
    applyStyle(this.#refs, { verticalAlignment: checkOneOf("verticalAlignment", value, VERTICAL) });
  }
  get wrapText(): boolean | null {
    return readStyle(this.#refs, (style) => style.wrapText ?? false);
  }
  set wrapText(value: unknown) {
    applyStyle(this.#refs, { wrapText: checkBoolean("wrapText", value) });
  }
  get indentLevel(): number | null {
    return readStyle(this.#refs, (style) => style.indentLevel ?? 0);
  }
  set indentLevel(value: unknown) {
    applyStyle(this.#refs, { indentLevel: checkInteger("indentLevel", value, 0, 250) });
  }
  get textOrientation(): number | null {
    return readStyle(this.#refs, (style) => style.textOrientation ?? 0);
  }
  set textOrientation(value: unknown) {
    const degrees = checkInteger("textOrientation", value, -90, 180);
    // 180 stands for letters one above the other.
    if (degrees > 90 && degrees !== 180) checkInteger("textOrientation", value, -90, 90);
    applyStyle(this.#refs, { textOrientation: degrees });
  }
  get autoIndent(): boolean | null {
    return readFormat(this.#refs, "autoIndent", false);
  }
  set autoIndent(value: unknown) {
    applyFormat(this.#refs, { autoIndent: checkBoolean("autoIndent", value) });
  }
  get shrinkToFit(): boolean | null {
    return readFormat(this.#refs, "shrinkToFit", false);
  }
  set shrinkToFit(value: unknown) {
    applyFormat(this.#refs, { shrinkToFit: checkBoolean("shrinkToFit", value) });
  }
  get readingOrder(): string | null {
    return readFormat(this.#refs, "readingOrder", "Context");
  }
  set readingOrder(value: unknown) {
    applyFormat(this.#refs, { readingOrder: checkOneOf("readingOrder", value, READING_ORDERS) });
  }

  get columnWidth(): number | null {
    return uniform(this.#refs.flatMap((ref) => sizes(ref, "columns")));
  }
  set columnWidth(points: unknown) {
    const width = checkNumber("columnWidth", points, 0, MAX_COLUMN_POINTS);
    for (const { book, area } of this.#refs) {
      checkAllowed(book, area.sheetId, "allowFormatColumns");
      book.grid.setColumnWidth(area.sheetId, area.column, area.columnCount, width);
    }
  }
  get rowHeight(): number | null {
    return uniform(this.#refs.flatMap((ref) => sizes(ref, "rows")));
  }
  set rowHeight(points: unknown) {
    const height = checkNumber("rowHeight", points, 0, MAX_ROW_POINTS);
    for (const { book, area } of this.#refs) {
      checkAllowed(book, area.sheetId, "allowFormatRows");
      book.grid.setRowHeight(area.sheetId, area.row, area.rowCount, height);
    }
  }
  get useStandardWidth(): boolean | null {
    return allOrNone(this.#refs.flatMap((ref) => sizes(ref, "columns").map((width) => isNear(width, standardWidth(ref)))));
  }
  set useStandardWidth(value: unknown) {
    if (!checkBoolean("useStandardWidth", value)) return;
    for (const ref of this.#refs) new RangeFormat([ref]).columnWidth = standardWidth(ref);
  }
  get useStandardHeight(): boolean | null {
    return allOrNone(this.#refs.flatMap((ref) => sizes(ref, "rows").map((height) => isNear(height, STANDARD_HEIGHT))));
  }
  set useStandardHeight(value: unknown) {
    if (checkBoolean("useStandardHeight", value)) this.rowHeight = STANDARD_HEIGHT;
  }

  adjustIndent(amount: unknown): void {
    const by = checkInteger("amount", amount, -250, 250);
    applyStyle(this.#refs, { indentLevel: Math.min(250, Math.max(0, (this.indentLevel ?? 0) + by)) });
  }
  autofitColumns(): void | Promise<void> {
    return this.#autofit("columns", "allowFormatColumns");
  }
  autofitRows(): void | Promise<void> {
    return this.#autofit("rows", "allowFormatRows");
  }

  #autofit(lines: "rows" | "columns", permission: "allowFormatRows" | "allowFormatColumns"): void | Promise<void> {
    for (const { book, area } of this.#refs) checkAllowed(book, area.sheetId, permission);
    // Results of formulas written just before have to fit, too.
    return this.#refs[0]?.book.whenCalculated(() => {
      for (const { book, area } of this.#refs) {
        const { from, count } = usedOrFirst(book, area, lines);
        if (lines === "rows") book.grid.autofitRows(area.sheetId, from, count);
        else book.grid.autofitColumns(area.sheetId, from, count);
      }
    });
  }
}

function sizes({ book, area }: RangeRef, lines: "rows" | "columns"): number[] {
  const { from, count } = usedOrFirst(book, area, lines);
  return lines === "rows" ? book.grid.rowHeights(area.sheetId, from, count) : book.grid.columnWidths(area.sheetId, from, count);
}

function standardWidth({ book, sheetId }: RangeRef): number {
  return charactersToPoints(book.sheetState(sheetId).standardWidth);
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.5;
}

function uniform(all: readonly number[]): number | null {
  const [first] = all;
  return first !== undefined && all.every((size) => size === first) ? first : null;
}

function allOrNone(all: readonly boolean[]): boolean | null {
  return all.every(Boolean) ? true : all.some(Boolean) ? null : false;
}
