import { cellAddress, sheetReference, type Area } from "../../sheets/a1";
import { sheetOfPrefix } from "../../sheets/formulas/references";
import { sheetNameKey } from "../../sheets/limits";
import type { PlaceOf } from "./carryOver/carryOver";
import { movedCell } from "./carryOver/movedFormula";
import type { SheetContent } from "./carryOver/sheetContent";
import type { PlanStore } from "./planStore";

/** A formula somewhere in the workbook that reads a plan: in a cell, or what a name stands for. */
export interface ReadingFormula {
  readonly place: { readonly kind: "cell"; readonly sheetId: string; readonly sheetName: string; readonly cell: Area } | { readonly kind: "name"; readonly name: string };
  /** With its `=`. */
  readonly formula: string;
}

/** Where a sheet's cells are on another one. */
export interface SheetMove {
  /** Names of the sheets. */
  readonly from: string;
  readonly to: string;
  readonly placeOf: PlaceOf;
  /** Names of cells the other sheet has as well. */
  readonly names: ReadonlySet<string>;
}

export interface Followed {
  readonly count: number;
  /** Formulas that still read the sheet they did, by their places: a cell they read has no place on the other one, or they are protected. */
  readonly stuck: readonly string[];
}

/**
 * Leads formulas to the updated plans. Excel keeps a formula with the sheet it was written for, which is the former one
 * after an update: it would show what was true then, and an error once that sheet is removed.
 * @param exceptIds sheets whose formulas stay as they are
 */
export async function followPlans(store: PlanStore, moves: readonly SheetMove[], exceptIds: readonly string[]): Promise<Followed> {
  if (moves.length === 0) return { count: 0, stuck: [] };
  const found = await store.formulasReading(moves.map(({ from }) => from), exceptIds);
  const led = found.map(({ place, formula }) => ({ place, formula: ledFormula(formula, moves) }));
  const changes = led.flatMap(({ place, formula }) => (formula === undefined ? [] : [{ place, formula }]));
  const refused = changes.length === 0 ? [] : await store.rewriteFormulas(changes);
  const stuck = [...led.filter(({ formula }) => formula === undefined).map(({ place }) => place), ...refused];
  return { count: changes.length - refused.length, stuck: stuck.map(placeWords) };
}

export const placeWords = (place: ReadingFormula["place"]): string => (place.kind === "name" ? place.name : `${sheetReference(place.sheetName)}${cellAddress(place.cell.row, place.cell.column)}`);

/** Text in quotes, or a sheet's name with what follows: cells, or a name of the sheet's own. */
const REFERENCE = /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\p{L}\p{N}_(.])|[^\s,;()+\-*/^&=<>{}%]+)/giu;

/** A name may begin like a cell: `Q1_total`. */
const CELLS = /^\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/i;

/** The sheets a formula names, as `sheetNameKey`. */
export function sheetsOf(formula: string): string[] {
  return [...formula.matchAll(REFERENCE)].flatMap(([, prefix]) => keyOfPrefix(prefix) ?? []);
}

/** Of a text in quotes there is no sheet, nor of another workbook. */
function keyOfPrefix(prefix: string | undefined): string | undefined {
  const sheet = sheetOfPrefix(prefix ?? "");
  return sheet === undefined ? undefined : sheetNameKey(sheet);
}

/** @returns undefined when one of the cells it reads has no place on the other sheet */
export function ledFormula(formula: string, moves: readonly SheetMove[]): string | undefined {
  let lost = false;
  const led = formula.replace(REFERENCE, (whole: string, prefix: string | undefined, what: string) => {
    const sheet = keyOfPrefix(prefix);
    const move = moves.find(({ from }) => sheetNameKey(from) === sheet);
    if (!move) return whole;
    const there = CELLS.test(what) ? ledCells(what, move.placeOf) : move.names.has(what) ? what : undefined;
    if (there === undefined) lost = true;
    return `${sheetReference(move.to)}${there ?? what}`;
  });
  return lost ? undefined : led;
}

/** `$B$5:C9`, corner by corner, with its dollar signs. */
function ledCells(cells: string, placeOf: PlaceOf): string | undefined {
  const corners = cells
    .toUpperCase()
    .split(":")
    .map((corner) => movedCell(corner, placeOf));
  return corners.includes(undefined) ? undefined : corners.join(":");
}

/** The way back: where a cell of the new sheet was on the former one. Found when it is first asked for. */
export function originOf(former: SheetContent, placeOf: PlaceOf): PlaceOf {
  let origins: Map<string, { row: number; column: number }> | undefined;
  const find = () => {
    const found = new Map<string, { row: number; column: number }>();
    former.cells.forEach((line, row) =>
      line.forEach((_, column) => {
        const place = placeOf(row, column);
        if (place) found.set(`${place.row},${place.column}`, { row, column });
      }),
    );
    return found;
  };
  return (row, column) => (origins ??= find()).get(`${row},${column}`);
}

/** Figures and inputs of one cell are found by their names, wherever their block has gone; other cells by their rows. */
export function placeByName(former: SheetContent, successor: SheetContent, placeOf: PlaceOf): PlaceOf {
  const moved = new Map(
    [...former.names].flatMap(([name, from]) => {
      const to = successor.names.get(name);
      return to && [from, to].every(({ rowCount, columnCount }) => rowCount === 1 && columnCount === 1) ? [[`${from.row},${from.column}`, { row: to.row, column: to.column }] as const] : [];
    }),
  );
  return (row, column) => moved.get(`${row},${column}`) ?? placeOf(row, column);
}
