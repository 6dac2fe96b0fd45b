import type { CellValue } from "../../spreadsheet/spreadsheet";
import { HostCollection, HostObject } from "../hostObject";
import { notFound } from "./arguments";
import { isFormula, usedPart } from "./cellReading";
import { RangeAreas, RangeCollection } from "./rangeAreas";
import { areasOf } from "./rangeFactory";
import type { RangeRef } from "./rangeRef";
import { contains, intersection } from "./region";
import { tryResolve } from "./resolveAddress";

/** Anything in a formula that can be an address, with the sheet it names. */
const REFERENCES = /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?#?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+|[\p{L}_\\][\p{L}\p{N}_.]*(?:\[[^\]]*\]+)?)(?![\p{L}\p{N}_(!.])/gu;

/** Cells a formula reads directly. */
export function referencesIn(ref: RangeRef, formula: string): RangeRef[] {
  const found: RangeRef[] = [];
  for (const [, sheet, address] of formula.matchAll(REFERENCES)) {
    if (address === undefined) continue;
    const target = tryResolve(ref.book, ref.sheetId, `${sheet ?? ""}${address}`);
    if (target && !found.some((one) => one.sheetId === target.sheetId && contains(one.region, target.region))) found.push(target);
  }
  return found;
}

interface FormulaCell {
  readonly at: RangeRef;
  readonly reads: readonly RangeRef[];
}

function formulaCells(ref: RangeRef, area: RangeRef): FormulaCell[] {
  const used = usedPart(ref.book, area.area, true);
  if (!used) return [];
  return ref.book.grid.formulas({ sheetId: area.sheetId, ...used }).flatMap((row: CellValue[], r) =>
    row.flatMap((formula, c) => {
      if (!isFormula(formula)) return [];
      const at = area.at({ row: used.row + r, column: used.column + c, rowCount: 1, columnCount: 1 });
      return [{ at, reads: referencesIn(at, formula) }];
    }),
  );
}

function overlap(a: RangeRef, b: RangeRef): boolean {
  return a.sheetId === b.sheetId && intersection(a.region, b.region) !== undefined;
}

export function precedentsOf(ref: RangeRef, kind: "precedents" | "dependents", all: boolean): WorkbookRangeAreas {
  const found: RangeRef[] = [];
  const everywhere = kind === "dependents" ? ref.book.sheets().flatMap(({ id }) => sheetCells(ref, id)) : [];
  let front = [ref];
  while (front.length > 0) {
    const next = front.flatMap((from) =>
      kind === "precedents" ? formulaCells(ref, from).flatMap(({ reads }) => reads) : everywhere.filter(({ reads }) => reads.some((one) => overlap(one, from))).map(({ at }) => at),
    );
    front = next.filter((one, index) => !found.some((seen) => same(seen, one)) && next.findIndex((other) => same(other, one)) === index);
    found.push(...front);
    if (!all) break;
  }
  if (found.length === 0) throw notFound(`The range has no ${kind}.`);
  return new WorkbookRangeAreas(found);
}

function sheetCells(ref: RangeRef, sheetId: string): FormulaCell[] {
  const used = ref.book.grid.usedArea(sheetId, true);
  const area = used && tryResolve(ref.book, sheetId, "A1")?.at(used);
  return area ? formulaCells(ref, area) : [];
}

function same(a: RangeRef, b: RangeRef): boolean {
  return a.sheetId === b.sheetId && a.address === b.address;
}

/** Ranges on any number of sheets. */
export class WorkbookRangeAreas extends HostObject {
  readonly #refs: readonly RangeRef[];

  constructor(refs: readonly RangeRef[]) {
    super();
    this.#refs = refs;
  }
  get areas(): RangeAreasCollection {
    return new RangeAreasCollection(this.#refs);
  }
  get ranges(): RangeCollection {
    return new RangeCollection(this.#refs);
  }
  get addresses(): string[] {
    return this.areas.items.map((areas) => areas.address);
  }
  getRangeAreasBySheet(key: unknown): RangeAreas {
    const sheet = this.#refs[0]?.book.findSheet(String(key));
    const refs = this.#refs.filter((ref) => ref.sheetId === sheet?.id);
    if (refs.length === 0) throw notFound(`There are no cells on the worksheet ${String(key)}.`);
    return areasOf(refs);
  }
  getRangeAreasOrNullObjectBySheet(key: unknown): RangeAreas | null {
    const sheet = this.#refs[0]?.book.findSheet(String(key));
    const refs = this.#refs.filter((ref) => ref.sheetId === sheet?.id);
    return refs.length === 0 ? null : areasOf(refs);
  }
}

export class RangeAreasCollection extends HostCollection<RangeAreas> {
  readonly #refs: readonly RangeRef[];

  constructor(refs: readonly RangeRef[]) {
    super();
    this.#refs = refs;
  }
  get items(): readonly RangeAreas[] {
    const sheets = [...new Set(this.#refs.map((ref) => ref.sheetId))];
    return sheets.map((sheetId) => areasOf(this.#refs.filter((ref) => ref.sheetId === sheetId)));
  }
  getItem(index: string | number): RangeAreas {
    return this.getItemAt(Number(index));
  }
  getCount(): number {
    return this.items.length;
  }
}
