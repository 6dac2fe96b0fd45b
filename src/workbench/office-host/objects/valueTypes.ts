import type { CellValue } from "../../spreadsheet/spreadsheet";

/** Error values of Excel with the name each has in `ErrorCellValueType`. */
const ERROR_TYPES: Readonly<Record<string, string>> = {
  "#BLOCKED!": "Blocked",
  "#BUSY!": "Busy",
  "#CALC!": "Calc",
  "#CONNECT!": "Connect",
  "#DIV/0!": "Div0",
  "#FIELD!": "Field",
  "#GETTING_DATA": "GettingData",
  "#N/A": "NotAvailable",
  "#NAME?": "Name",
  "#NULL!": "Null",
  "#NUM!": "Num",
  "#PYTHON!": "Python",
  "#REF!": "Ref",
  "#SPILL!": "Spill",
  "#TIMEOUT!": "Timeout",
  "#VALUE!": "Value",
};

export function isErrorText(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("#") && value in ERROR_TYPES;
}

/** Member of `RangeValueType`. */
export function valueTypeOf(value: CellValue): "Empty" | "Boolean" | "Double" | "String" | "Error" {
  if (value === "") return "Empty";
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "number") return "Double";
  return isErrorText(value) ? "Error" : "String";
}

/** The `CellValue` JSON of a value with its number format. */
export function valueAsJson(value: CellValue, numberFormat: string): Record<string, unknown> {
  switch (valueTypeOf(value)) {
    case "Empty":
      return { type: "Empty", basicType: "Empty", basicValue: "" };
    case "Boolean":
      return { type: "Boolean", basicType: "Boolean", basicValue: value };
    case "Double":
      return numberFormat === "General"
        ? { type: "Double", basicType: "Double", basicValue: value }
        : { type: "FormattedNumber", basicType: "Double", basicValue: value, numberFormat };
    case "Error":
      return { type: "Error", basicType: "Error", basicValue: value, errorType: ERROR_TYPES[String(value)] };
    default:
      return { type: "String", basicType: "String", basicValue: value };
  }
}

/** What to write for a `CellValue`; undefined when this host keeps no such data type. */
export function inputOfJson(json: unknown): { readonly value: unknown; readonly numberFormat?: string } | undefined {
  if (typeof json !== "object" || json === null) return { value: json };
  const { type, basicValue, numberFormat, errorType } = json as Record<string, unknown>;
  if (type === "FormattedNumber") return { value: basicValue, ...(typeof numberFormat === "string" ? { numberFormat } : {}) };
  if (type === "Error") return { value: basicValue ?? Object.keys(ERROR_TYPES).find((text) => ERROR_TYPES[text] === errorType) };
  if (type === "Empty") return { value: "" };
  // Richer types (entities, images) show their basic value where a cell cannot.
  return basicValue === undefined ? undefined : { value: basicValue };
}
