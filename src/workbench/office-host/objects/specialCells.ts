import { checkOneOf } from "./arguments";
import { isFormula, usedPart } from "./cellReading";
import type { RangeRef } from "./rangeRef";
import { blocksOf } from "./blocks";
import { intersection, isOneCell, type Region } from "./region";
import { valueTypeOf } from "./valueTypes";

const CELL_TYPES = ["ConditionalFormats", "DataValidations", "Blanks", "Constants", "Formulas", "SameConditionalFormat", "SameDataValidation", "Visible"] as const;
const VALUE_TYPES: Readonly<Record<string, readonly string[]>> = {
  All: ["Error", "Boolean", "Double", "String"],
  Errors: ["Error"],
  ErrorsLogical: ["Error", "Boolean"],
  ErrorsNumbers: ["Error", "Double"],
  ErrorsText: ["Error", "String"],
  ErrorsLogicalNumber: ["Error", "Boolean", "Double"],
  ErrorsLogicalText: ["Error", "Boolean", "String"],
  ErrorsNumberText: ["Error", "Double", "String"],
  Logical: ["Boolean"],
  LogicalNumbers: ["Boolean", "Double"],
  LogicalText: ["Boolean", "String"],
  LogicalNumbersText: ["Boolean", "Double", "String"],
  Numbers: ["Double"],
  NumbersText: ["Double", "String"],
  Text: ["String"],
};

/** Home > Find & Select > Go To Special. A single cell stands for the whole used range, as in Excel. */
export function specialCells(ref: RangeRef, cellType: unknown, valueType: unknown): RangeRef[] {
  const type = checkOneOf("cellType", cellType, CELL_TYPES);
  const { book, area } = ref;
  const types = VALUE_TYPES[valueType === undefined ? "All" : checkOneOf("cellValueType", valueType, Object.keys(VALUE_TYPES))] ?? [];
  const sheet = book.sheetState(area.sheetId);
  const used = book.grid.usedArea(area.sheetId, false);
  const searched = isOneCell(area) && used ? used : area;
  if (type === "ConditionalFormats" || type === "SameConditionalFormat") {
    return inside(ref, searched, sheet.conditionalFormats.filter((one) => type === "ConditionalFormats" || touches(one.regions, area)).flatMap((one) => one.regions));
  }
  if (type === "DataValidations" || type === "SameDataValidation") {
    return inside(ref, searched, sheet.validations.filter((one) => type === "DataValidations" || touches(one.regions, area)).flatMap((one) => one.regions));
  }
  const part = type === "Visible" && !isOneCell(area) ? area : usedPart(book, { ...searched, sheetId: area.sheetId }, false);
  const found = part && (type === "Blanks" || type === "Visible" ? (intersection(searched, used ?? part) ?? part) : part);
  if (!found) return [];
  const at = { sheetId: area.sheetId, row: found.row, column: found.column, rowCount: found.rowCount, columnCount: found.columnCount };
  if (type === "Visible") {
    const rows = book.grid.rowsHidden(area.sheetId, at.row, at.rowCount);
    const columns = book.grid.columnsHidden(area.sheetId, at.column, at.columnCount);
    return blocksOf(at, (r, c) => rows[r] !== true && columns[c] !== true).map((block) => ref.at(block));
  }
  const formulas = book.grid.formulas(at);
  const values = book.grid.values(at);
  const wanted = (r: number, c: number) => {
    const formula = formulas[r]?.[c] ?? "";
    if (type === "Blanks") return formula === "";
    if ((type === "Formulas") !== isFormula(formula) || formula === "") return false;
    const kind = valueTypeOf(values[r]?.[c] ?? "");
    return types.includes(kind === "Empty" ? "String" : kind);
  };
  return blocksOf(at, wanted).map((block) => ref.at(block));
}

function touches(regions: readonly Region[], area: Region): boolean {
  return regions.some((region) => intersection(region, area));
}

function inside(ref: RangeRef, searched: Region, regions: readonly Region[]): RangeRef[] {
  return regions.flatMap((region) => {
    const part = intersection(region, searched);
    return part ? [ref.at(part)] : [];
  });
}
