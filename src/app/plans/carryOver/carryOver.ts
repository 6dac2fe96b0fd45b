import { cellAddress, type Area } from "../../../sheets/a1";
import { isErrorText, type CellValue } from "../../../sheets/cellValue";
import { KEPT_COLUMNS, KEPT_NAME, KEPT_TITLE } from "../../../sheets/plan/keptLines";
import { inputName, isWideName, KEY_NAME, PLAN_INPUTS, type PlanInput } from "../../../sheets/plan/planNames";
import { wideTextPoints } from "../../../sheets/plan/wideTexts";
import { fillableRuns } from "./alignRows";
import { spans, type Span } from "./blockParts";
import { holds, inputsOf } from "./inputs";
import { mappedColumn, wordsNear } from "./captions";
import type { KnownContents } from "./knownContents";
import { movedFormula } from "./movedFormula";
import { grownRow, rowHomes, type Growing } from "./rowHomes";
import { constantKey, contentAt, formulaPattern, isEmpty, isFormula, type Content, type SheetContent } from "./sheetContent";

export interface PlacedContent {
  readonly row: number;
  readonly column: number;
  /** A formula with its `=` only where `isFormula` says so. */
  readonly content: CellValue;
  readonly isFormula: boolean;
}

/** Something typed that has no place on the new sheet; it is listed below the plan. */
export interface KeptLine {
  /** Its cell on the former sheet. */
  readonly from: string;
  /** The words beside it there. */
  readonly near: string;
  readonly content: CellValue;
  readonly format: string;
}

/** How a plan's typed words get onto a copy of the template. */
export interface CarryOver {
  /** Runs that need more rows, from the top. */
  readonly growing: readonly Growing[];
  /** What is written where, once they have grown. */
  readonly placed: readonly PlacedContent[];
  readonly kept: readonly KeptLine[];
  /** Rows that are made higher, because Excel does not do so for cells that are several. */
  readonly taller: readonly { readonly row: number; readonly rowCount: number; readonly points: number }[];
}

/** A cell's place on the new sheet. */
export type PlaceOf = (row: number, column: number) => { readonly row: number; readonly column: number } | undefined;

export interface PlannedCarryOver extends CarryOver {
  /** Where a cell of the former sheet is on the new one, whatever it holds. */
  readonly placeOf: PlaceOf;
}

/**
 * Finds a place on the new sheet for everything people typed on a former one. What the template holds itself, or held
 * before as `known` remembers, stays behind; every other constant is placed or kept: no typed word is lost, wherever it
 * stood. A formula that differs from one of a template only in row numbers counts as the template's.
 */
export function carryOver(former: SheetContent, template: SheetContent, known: KnownContents): PlannedCarryOver {
  const [formerInputs, inputs] = [inputsOf(former), inputsOf(template)];
  const isKnown = (content: Content, row: number, column: number) =>
    isFormula(content) ? known.hasFormula(content.formula, holds(formerInputs, row, column)) : !holds(formerInputs, row, column) && known.constantCount(content, column) > 0;
  const rowHoldsTyped = (row: number, span: Span) => (former.cells[row] ?? []).some((content, column) => spans(span, column) && !isEmpty(content) && !isKnown(content, row, column));
  const { homeOf, growing } = rowHomes(former, template, fillableRuns(template, inputs), rowHoldsTyped);
  const named = namedMoves(former, template);
  const targetOf = (row: number, column: number) => {
    const move = named.find(({ from }) => holds([from], row, column));
    if (move) return { templateRow: move.to.row, row: grownRow(move.to.row, growing), column: move.to.column + column - move.from.column };
    const home = homeOf(row, column);
    const to = home && (home.heads ? mappedColumn(column + home.shift, ...home.heads) : column + home.shift);
    return home && to !== undefined && spans(home.templateSpan, to) ? { templateRow: home.templateRow, row: home.row, column: to } : undefined;
  };

  const wide = [...template.names].flatMap(([name, area]) => (isWideName(name) ? [area] : []));
  /** Cells behind the first of several that are one hold nothing. */
  const isCovered = (row: number, column: number) => wide.some((area) => holds([area], row, column) && (area.row !== row || area.column !== column));
  const placed = new Map<string, PlacedContent>();
  const occupied = new Set<string>();
  const kept: KeptLine[] = keptBefore(former);
  const wording = new Map<string, { row: number; column: number; constant: CellValue }[]>();
  const isOwn = (row: number, column: number) => holds([former.names.get(KEY_NAME), former.names.get(KEPT_NAME)], row, column) && !isBesideKept(former, row, column);
  const keep = (row: number, column: number, content: CellValue) =>
    kept.push({ from: cellAddress(row, column), near: wordsNear(former, row, column), content, format: former.formats?.[row]?.[column] ?? "General" });

  const cells = former.cells.flatMap((line, row) => line.flatMap((content, column) => (isEmpty(content) || isOwn(row, column) ? [] : [{ row, column, content, target: targetOf(row, column) }])));
  const stays = cells.filter(({ content, target }) => target && sameContent(content, contentAt(template, target.templateRow, target.column)) && takes(occupied, target));
  for (const cell of cells.filter((one) => !stays.includes(one))) {
    const { row, column, content, target } = cell;
    const own = target ? contentAt(template, target.templateRow, target.column) : "";
    const isInput = target !== undefined && holds(inputs, target.templateRow, target.column);
    const mayWrite = target !== undefined && !holds([template.names.get(KEY_NAME)], target.templateRow, target.column) && !isCovered(target.templateRow, target.column) && (isInput || isEmpty(own) || (isFormula(own) && !isFormula(content)));
    if (isKnown(content, row, column)) {
      if (!isFormula(content)) wording.set(`${column} ${constantKey(content)}`, [...(wording.get(`${column} ${constantKey(content)}`) ?? []), { row, column, constant: content }]);
    } else if (!isFormula(content)) {
      if (mayWrite && takes(occupied, target)) placed.set(placeKey(target), { row: target.row, column: target.column, content, isFormula: false });
      else keep(row, column, content);
    } else {
      const moved = mayWrite ? movedFormula(content.formula, targetOf) : undefined;
      const free = mayWrite && takes(occupied, target);
      if (free && moved !== undefined) placed.set(placeKey(target), { row: target.row, column: target.column, content: moved, isFormula: true });
      else {
        keep(row, column, content.formula);
        if (free && content.value !== "" && !isErrorText(content.value)) placed.set(placeKey(target), { row: target.row, column: target.column, content: content.value, isFormula: false });
      }
    }
  }
  // Old wording of the template is left behind as often as a template held it; whatever is more has been typed.
  for (const places of wording.values()) {
    const { constant, column } = places[0] as (typeof places)[number];
    const stayed = stays.filter((one) => one.column === column && sameContent(one.content, constant)).length;
    for (const place of places.slice(Math.max(0, known.constantCount(constant, column) - stayed))) keep(place.row, place.column, constant);
  }
  return { growing, placed: [...placed.values()], kept, taller: tallerRows(placed.values(), wide, growing), placeOf: targetOf };
}

/** Texts that need more lines than their rows show. */
function tallerRows(placed: Iterable<PlacedContent>, wide: readonly Area[], growing: readonly Growing[]): CarryOver["taller"] {
  return [...placed].flatMap(({ row, column, content }) => {
    const area = wide.find((one) => one.column === column && grownRow(one.row, growing) === row);
    const points = area && wideTextPoints(String(content), area);
    return area && points !== undefined ? [{ row, rowCount: area.rowCount, points }] : [];
  });
}

const placeKey = (place: { readonly row: number; readonly column: number }): string => `${place.row},${place.column}`;

/** Inputs of one row, and those that are one cell, are found by their names alone, wherever their block has gone. */
function namedMoves(former: SheetContent, template: SheetContent): { readonly from: Area; readonly to: Area }[] {
  return (Object.keys(PLAN_INPUTS) as PlanInput[]).flatMap((input) => {
    const [from, to] = [former.names.get(inputName(input)), template.names.get(inputName(input))];
    if (!from || !to) return [];
    const isOneCell = [...template.names].some(([name, area]) => isWideName(name) && area.row === to.row && area.column === to.column && area.rowCount === to.rowCount);
    if (isOneCell) return [{ from: { ...from, rowCount: 1, columnCount: 1 }, to }];
    return from.rowCount === 1 && to.rowCount === 1 ? [{ from: { ...from, columnCount: Math.min(from.columnCount, to.columnCount) }, to }] : [];
  });
}

/** Takes a cell of the new sheet, unless something else has it already. */
function takes(occupied: Set<string>, place: { readonly row: number; readonly column: number }): boolean {
  const key = placeKey(place);
  if (occupied.has(key)) return false;
  occupied.add(key);
  return true;
}

function sameContent(a: Content, b: Content): boolean {
  if (isFormula(a) || isFormula(b)) return isFormula(a) && isFormula(b) && formulaPattern(a.formula) === formulaPattern(b.formula);
  return a === b;
}

/** Lines an earlier update kept go along as they are; only their three columns are ours. */
function keptBefore(former: SheetContent): KeptLine[] {
  const area = former.names.get(KEPT_NAME);
  if (!area) return [];
  const { from, near, content } = KEPT_COLUMNS;
  const text = (row: number, column: number) => constantOf(contentAt(former, row, column));
  return Array.from({ length: area.rowCount }, (_, i) => area.row + i).flatMap((row) => {
    if (text(row, from) === KEPT_TITLE || [from, near, content].every((column) => text(row, column) === "")) return [];
    return [{ from: String(text(row, from)), near: String(text(row, near)), content: text(row, content), format: former.formats?.[row]?.[content] ?? "General" }];
  });
}

const constantOf = (content: Content): CellValue => (isFormula(content) ? content.formula : content);

/** A cell in the rows of the kept lines that is none of their columns: somebody typed there. */
function isBesideKept(former: SheetContent, row: number, column: number): boolean {
  return holds([former.names.get(KEPT_NAME)], row, column) && !(Object.values(KEPT_COLUMNS) as number[]).includes(column);
}
