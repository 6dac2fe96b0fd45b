import type { Area, CellInput, CellValue } from "../../spreadsheet/spreadsheet";
import { HostObject } from "../hostObject";
import { checkInteger, checkOneOf, invalid } from "./arguments";
import type { Book } from "./book";
import { checkAllowed, checkUnlocked, isProtected } from "./cellAccess";
import { isFormula, styledPart } from "./cellReading";
import { EVENT, raiseChanged, raiseSheetEvent } from "./changeEvents";
import { formatRegion } from "./address";
import { blocksOf } from "./blocks";
import { shiftFormula } from "./formulaText";
import type { RangeRef } from "./rangeRef";
import { inputOf } from "./removeDuplicates";
import { valueTypeOf } from "./valueTypes";

const SORT_ON = ["Value", "CellColor", "FontColor", "Icon"] as const;

export interface SortRule {
  readonly key: number;
  readonly ascending: boolean;
  readonly sortOn: (typeof SORT_ON)[number];
  readonly color: string;
  readonly textAsNumber: boolean;
}

/** Reads `SortField[]`. */
export function readSortFields(fields: unknown, width: number): SortRule[] {
  if (!Array.isArray(fields) || fields.length === 0) throw invalid("fields must be an array with at least one sort field.");
  return fields.map((field: unknown) => {
    const { key, ascending, sortOn, color, dataOption } = (field ?? {}) as Record<string, unknown>;
    return {
      key: checkInteger("key", key, 0, width - 1),
      ascending: ascending !== false,
      sortOn: sortOn === undefined || sortOn === null ? "Value" : checkOneOf("sortOn", sortOn, SORT_ON),
      color: typeof color === "string" ? color.toUpperCase() : "",
      textAsNumber: dataOption === "TextAsNumber",
    };
  });
}

export class RangeSort extends HostObject {
  readonly #ref: RangeRef;

  constructor(ref: RangeRef) {
    super();
    this.#ref = ref;
  }
  apply(fields: unknown, matchCase?: unknown, hasHeaders?: unknown, orientation?: unknown, _method?: unknown): void | Promise<void> {
    const { book, area } = this.#ref;
    const byColumns = orientation !== undefined && checkOneOf("orientation", orientation, ["Rows", "Columns"]) === "Columns";
    const all = styledPart(book, area);
    const body = hasHeaders !== true ? all : byColumns ? { ...all, column: all.column + 1, columnCount: all.columnCount - 1 } : { ...all, row: all.row + 1, rowCount: all.rowCount - 1 };
    if (body.rowCount < 1 || body.columnCount < 1) return undefined;
    const rules = readSortFields(fields, byColumns ? all.rowCount : all.columnCount);
    return book.whenCalculated(() => sortCells(book, body, rules, matchCase === true, byColumns));
  }
}

/** Sorts whole lines of an area; equal ones keep their order. Formulas move as if copied, formats stay. */
export function sortCells(book: Book, area: Area, rules: readonly SortRule[], matchCase: boolean, byColumns = false): void {
  if (isProtected(book, area.sheetId)) {
    checkAllowed(book, area.sheetId, "allowSort");
    checkUnlocked(book, area);
  }
  const values = book.grid.values(area);
  const formulas = book.grid.formulas(area);
  const styles = rules.some((rule) => rule.sortOn !== "Value") ? book.grid.styles(area) : undefined;
  const lineCount = byColumns ? area.columnCount : area.rowCount;
  const at = <T>(matrix: readonly (readonly T[])[], line: number, key: number) => (byColumns ? matrix[key]?.[line] : matrix[line]?.[key]) as T;
  const compare = (a: number, b: number): number => {
    for (const rule of rules) {
      if (rule.sortOn === "Value") {
        const order = compareValues(sortable(at(values, a, rule.key), rule), sortable(at(values, b, rule.key), rule), matchCase, rule.ascending);
        if (order !== 0) return order;
      } else {
        const color = (line: number) => (rule.sortOn === "CellColor" ? at(styles ?? [], line, rule.key)?.fillColor : at(styles ?? [], line, rule.key)?.fontColor) ?? "";
        const [first, second] = [color(a).toUpperCase() === rule.color, color(b).toUpperCase() === rule.color];
        // Ascending brings the colour to the top.
        if (first !== second) return first === rule.ascending ? -1 : 1;
      }
    }
    return a - b;
  };
  const order = Array.from({ length: lineCount }, (_, index) => index).sort(compare);
  const inputs = formulas.map((row, r) =>
    row.map((_cell, c): CellInput => {
      const line = order[byColumns ? c : r] as number;
      const [fromRow, fromColumn] = byColumns ? [r, line] : [line, c];
      const value = formulas[fromRow]?.[fromColumn] ?? "";
      return isFormula(value) ? { formula: shiftFormula(value, r - fromRow, c - fromColumn) } : inputOf(value);
    }),
  );
  book.grid.batch(() => book.grid.write(area, inputs));
  raiseChanged(book, area.sheetId, area, "RangeEdited");
  // Handlers are told of the lines that are elsewhere now, which may be none.
  const moved = blocksOf(area, (r, c) => order[byColumns ? c : r] !== (byColumns ? c : r));
  raiseSheetEvent(book, byColumns ? EVENT.columnSorted : EVENT.rowSorted, area.sheetId, { address: moved.map(formatRegion).join(",") });
}

function sortable(value: CellValue, rule: SortRule): CellValue {
  return rule.textAsNumber && typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value;
}

/** Excel's order: numbers, text, logical values, errors; blanks come last both ways. */
const RANK = { Double: 0, String: 1, Boolean: 2, Error: 3, Empty: 4 } as const;
const WITH_CASE = new Intl.Collator("en", { sensitivity: "variant", caseFirst: "lower" });
const WITHOUT_CASE = new Intl.Collator("en", { sensitivity: "accent" });

function compareValues(a: CellValue, b: CellValue, matchCase: boolean, ascending: boolean): number {
  const [rankA, rankB] = [RANK[valueTypeOf(a)], RANK[valueTypeOf(b)]];
  if (a === "" || b === "") return rankA - rankB;
  const order = rankA !== rankB ? rankA - rankB : typeof a === "string" ? (matchCase ? WITH_CASE : WITHOUT_CASE).compare(a, String(b)) : Number(a) - Number(b);
  return ascending ? order : -order;
}
