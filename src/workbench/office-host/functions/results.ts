import type { CellValue } from "../../spreadsheet/spreadsheet";
import { isErrorText } from "./arguments";

/** Answer of one call: what the cells show, and the texts that belong to errors among them. */
export interface Answer {
  readonly value: CellValue | CellValue[][];
  /** By place inside the answer, `row,column` from 0. */
  readonly messages: ReadonlyMap<string, string>;
}

export interface InvocationResult {
  readonly invocationId: number;
  readonly answer: Answer;
}

/** Error of a cell for each error code of a failed call (office.js, custom functions runtime). */
const ERROR_OF_CODE: Readonly<Record<number, string>> = { 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 8: "#NULL!", 9: "#NAME?", 10: "#NAME?" };

/** Reads one result in the array form `[id, true, value]` / `[id, false, message, code]` or the object form. */
export function readResult(result: unknown): InvocationResult {
  if (Array.isArray(result)) {
    const [id, succeeded, value, code] = result as unknown[];
    return { invocationId: Number(id), answer: succeeded === true ? answerOf(value) : failure(Number(code), value) };
  }
  const { id, failed, value, errorCode } = result as Readonly<Record<string, unknown>>;
  return { invocationId: Number(id), answer: failed === true ? failure(Number(errorCode), value) : answerOf(value) };
}

export function errorAnswer(error: string, message?: string): Answer {
  return { value: error, messages: message ? new Map([["0,0", message]]) : new Map() };
}

function failure(code: number, message: unknown): Answer {
  return errorAnswer(ERROR_OF_CODE[code] ?? "#VALUE!", typeof message === "string" && message !== "" ? message : undefined);
}

function answerOf(value: unknown): Answer {
  const messages = new Map<string, string>();
  if (!Array.isArray(value)) return { value: cellOf(value, "0,0", messages), messages };
  if (value.length === 0 || (Array.isArray(value[0]) && value[0].length === 0)) return errorAnswer("#CALC!", "The function returned an empty array.");
  // A list of scalars is one row.
  const rows = (Array.isArray(value[0]) ? value : [value]) as readonly (readonly unknown[])[];
  const width = Math.max(...rows.map((row) => row.length));
  return {
    value: rows.map((row, r) => Array.from({ length: width }, (_, c) => (c < row.length ? cellOf(row[c], `${r},${c}`, messages) : "#N/A"))),
    messages,
  };
}

/** A cell's value: scalars as they are, a data type as its basic value, an error with its message, nothing as 0 as for a blank. */
function cellOf(value: unknown, place: string, messages: Map<string, string>): CellValue {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? value : "#NUM!";
    case "string":
    case "boolean":
      return value;
    case "object":
      return value === null ? 0 : dataType(value as Readonly<Record<string, unknown>>, place, messages);
    default:
      return 0;
  }
}

function dataType(value: Readonly<Record<string, unknown>>, place: string, messages: Map<string, string>): CellValue {
  const { basicValue, text, code, message } = value;
  if (value.type === "Error" || value.valueType === "CustomFunctionError" || value.type === "CustomFunctionError") {
    if (typeof message === "string" && message !== "") messages.set(place, message);
    return isErrorText(basicValue) ? basicValue : isErrorText(code) ? code : "#VALUE!";
  }
  if (typeof basicValue === "number" || typeof basicValue === "string" || typeof basicValue === "boolean") return basicValue;
  return typeof text === "string" ? text : "#VALUE!";
}
