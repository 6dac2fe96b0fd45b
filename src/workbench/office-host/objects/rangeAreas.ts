import { HostCollection, HostObject } from "../hostObject";
import { formatRegion } from "./address";
import { checkInteger, checkOneOf, checkString, invalid, notFound } from "./arguments";
import { usedPart } from "./cellReading";
import { clearCells, type ClearWhat } from "./clearCells";
import { ConditionalFormatCollection } from "./conditionalFormats";
import { copyAreas } from "./copyCells";
import { DataValidation } from "./dataValidation";
import { refOf, RangeCore } from "./rangeCore";
import { rangeOf } from "./rangeFactory";
import type { Range } from "./range";
import { RangeFormat } from "./rangeFormat";
import type { RangeRef } from "./rangeRef";
import { cellCount, COLUMNS, contains, intersection, isWholeColumns, isWholeRows, ROWS } from "./region";
import { resolveAreas } from "./resolveAddress";
import { specialCells } from "./specialCells";
import { setStyle, styleOf } from "./styles";
import { scopedTables, type TableScopedCollection } from "./tableCollections";
import { tablesTouching, wholeRegion } from "./tableModel";
import { Worksheet } from "./worksheet";

export class RangeCollection extends HostCollection<Range> {
  readonly #refs: readonly RangeRef[];

  constructor(refs: readonly RangeRef[]) {
    super();
    this.#refs = refs;
  }
  get items(): readonly Range[] {
    return this.#refs.map(rangeOf);
  }
  getItem(index: string | number): Range {
    return this.getItemAt(Number(index));
  }
  getCount(): number {
    return this.#refs.length;
  }
}

/** Several blocks on one sheet. */
export class RangeAreas extends HostObject {
  readonly #refs: readonly RangeRef[];

  constructor(refs: readonly RangeRef[]) {
    super();
    if (refs.length === 0) throw invalid("There are no cells.");
    if (refs.some((ref) => ref.sheetId !== refs[0]?.sheetId)) throw invalid("All areas must be on the same worksheet.");
    this.#refs = refs;
  }
  static refs(areas: RangeAreas): readonly RangeRef[] {
    return areas.#refs;
  }

  get areas(): RangeCollection {
    return new RangeCollection(this.#refs);
  }
  get worksheet(): Worksheet {
    return new Worksheet(first(this).book, first(this).sheetId);
  }
  get format(): RangeFormat {
    return new RangeFormat(this.#refs);
  }
  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.#refs);
  }
  get dataValidation(): DataValidation {
    return new DataValidation(this.#refs);
  }
  get address(): string {
    return this.#refs.map((ref) => ref.address).join(",");
  }
  get addressLocal(): string {
    return this.address;
  }
  get areaCount(): number {
    return this.#refs.length;
  }
  get cellCount(): number {
    const count = this.#refs.reduce((sum, { region }) => sum + cellCount(region), 0);
    return count > 2_147_483_647 ? -1 : count;
  }
  get isEntireColumn(): boolean {
    return this.#refs.every(({ region }) => isWholeColumns(region));
  }
  get isEntireRow(): boolean {
    return this.#refs.every(({ region }) => isWholeRows(region));
  }
  get style(): string | null {
    return styleOf(this.#refs);
  }
  set style(name: unknown) {
    setStyle(this.#refs, checkString("style", name));
  }

  calculate(): Promise<void> {
    return first(this).book.grid.recalculate();
  }
  setDirty(): Promise<void> {
    return first(this).book.grid.recalculate(true);
  }
  clear(applyTo?: unknown): void {
    const what = applyTo === undefined ? "All" : checkOneOf("applyTo", applyTo, ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"]);
    for (const { book, area } of this.#refs) clearCells(book, area, what as ClearWhat);
  }
  clearOrResetContents(): void {
    this.clear("ResetContents");
  }
  copyFrom(source: unknown, copyType?: unknown, skipBlanks?: unknown, transpose?: unknown): void {
    const type = copyType === undefined ? "All" : checkOneOf("copyType", copyType, ["All", "Formulas", "Values", "Formats", "Link"]);
    const from = refsOfArgument(first(this), source);
    const options = { type, skipBlanks: skipBlanks === true, transpose: transpose === true };
    const targets = from.length === 1 ? this.#refs : this.#refs.slice(0, 1);
    for (const target of targets) copyAreas(from, target, options);
  }
  getEntireColumn(): RangeAreas {
    return new RangeAreas(this.#refs.map((ref) => ref.at({ ...ref.region, row: 0, rowCount: ROWS })));
  }
  getEntireRow(): RangeAreas {
    return new RangeAreas(this.#refs.map((ref) => ref.at({ ...ref.region, column: 0, columnCount: COLUMNS })));
  }
  getIntersection(another: unknown): RangeAreas {
    const others = refsOfArgument(first(this), another);
    const found = this.#refs.flatMap((ref) => others.flatMap(({ region }) => intersection(ref.region, region) ?? []).map((region) => ref.at(region)));
    if (found.length === 0) throw notFound("The areas do not overlap.");
    return new RangeAreas(found);
  }
  getOffsetRangeAreas(rowOffset: unknown, columnOffset: unknown): RangeAreas {
    const [rows, columns] = [checkInteger("rowOffset", rowOffset), checkInteger("columnOffset", columnOffset)];
    return new RangeAreas(this.#refs.map((ref) => ref.at({ ...ref.region, row: ref.region.row + rows, column: ref.region.column + columns })));
  }
  getSpecialCells(cellType: unknown, valueType?: unknown): RangeAreas {
    const found = this.#refs.flatMap((ref) => specialCells(ref, cellType, valueType));
    if (found.length === 0) throw notFound("No cells of that kind were found.");
    return new RangeAreas(found);
  }
  getTables(fullyContained?: unknown): TableScopedCollection {
    const { book } = first(this);
    const found = this.#refs.flatMap(({ area }) =>
      tablesTouching(book, area.sheetId, area).filter((table) => fullyContained !== true || contains(area, wholeRegion(book, table))),
    );
    return scopedTables(book, [...new Set(found.map((table) => table.id))]);
  }
  getUsedRangeAreas(valuesOnly?: unknown): RangeAreas {
    const found = this.#refs.flatMap((ref) => {
      const used = usedPart(ref.book, ref.area, valuesOnly === true);
      return used ? [ref.at(used)] : [];
    });
    if (found.length === 0) throw notFound("There are no used cells in the areas.");
    return new RangeAreas(found);
  }
  select(): void {
    const { book, sheetId } = first(this);
    if (book.grid.activeSheet() !== sheetId) this.worksheet.activate();
    book.grid.select(this.#refs.map((ref) => ref.area));
  }
}

function first(areas: RangeAreas): RangeRef {
  return RangeAreas.refs(areas)[0] as RangeRef;
}

/** Cells meant by an argument that may be a Range, RangeAreas or an address with several areas. */
export function refsOfArgument(own: RangeRef, argument: unknown): readonly RangeRef[] {
  if (argument instanceof RangeAreas) return RangeAreas.refs(argument);
  if (argument instanceof RangeCore) return [refOf(argument)];
  if (typeof argument === "string") return resolveAreas(own.book, own.sheetId, argument);
  throw invalid(`A Range, RangeAreas or an address was expected, such as ${formatRegion(own.region)}.`);
}
