import type { CellValue } from "../../spreadsheet/spreadsheet";
import type { FunctionMetadata, ParameterMetadata, ParameterType } from "./metadata";

export type GridArgument = CellValue | CellValue[][] | null;
/** What goes to the add-in: cells, and errors where the metadata lets them in. */
export type AddinArgument = unknown;

export const BUSY = "#BUSY!";
const GETTING_DATA = "#GETTING_DATA";

const ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", GETTING_DATA, BUSY]);

/** Text of an error value. (A brand, so that text that is no error stays text to the compiler.) */
export type ErrorText = string & { readonly isError?: true };

export function isErrorText(value: unknown): value is ErrorText {
  return typeof value === "string" && value.startsWith("#") && ERRORS.has(value);
}

/**
 * What stands for an empty cell where a parameter takes anything. Reports about Excel disagree: "" here by default, 0 in
 * OfficeDev/office-js issues 1951 and 5262, null for a single cell on the web in 4702.
 */
export type BlankCell = "" | 0 | null;

export interface ArgumentRules {
  readonly errorsAllowed: boolean;
  readonly blank: BlankCell;
}

/** Arguments ready to send, or the error (or `#BUSY!`) the cell shows without the function being called. */
export type ReadArguments = { readonly args: readonly AddinArgument[] } | { readonly error: string };

/**
 * Brings the arguments of a call into the form the function's metadata asks for: matrices as rows, scalars as one
 * value, a value of the wrong type converted as Excel converts it or refused with #VALUE!, omitted ones as null. An
 * error in an argument is the result of the call, unless the function takes errors.
 */
export function readArguments(metadata: FunctionMetadata, given: readonly GridArgument[], rules: ArgumentRules): ReadArguments {
  const { parameters } = metadata;
  const repeating = parameters.at(-1)?.repeating ? parameters.at(-1) : undefined;
  const fixed = repeating ? parameters.slice(0, -1) : parameters;
  if (given.length > fixed.length && !repeating) return { error: "#VALUE!" };
  const args: AddinArgument[] = [];
  const read = (parameter: ParameterMetadata, value: GridArgument | undefined): AddinArgument => readArgument(parameter, value ?? null, rules);
  try {
    // What is still awaited comes first: an error beside it may only be its shadow.
    if (given.some(isAwaited)) return { error: BUSY };
    for (const [index, parameter] of fixed.entries()) args.push(read(parameter, given[index]));
    if (repeating) args.push(given.slice(fixed.length).map((value) => read(repeating, value)));
  } catch (error) {
    if (error instanceof ArgumentError) return { error: error.text };
    throw error;
  }
  return { args };
}

class ArgumentError extends Error {
  constructor(readonly text: string) {
    super(text);
  }
}

function isAwaited(argument: GridArgument): boolean {
  if (!Array.isArray(argument)) return argument === BUSY || argument === GETTING_DATA;
  return argument.some((row) => row.includes(BUSY) || row.includes(GETTING_DATA));
}

function readArgument(parameter: ParameterMetadata, value: GridArgument, rules: ArgumentRules): AddinArgument {
  const type = parameter.type ?? "any";
  if (value === null) {
    if (parameter.optional || parameter.repeating) return null;
    throw new ArgumentError("#VALUE!");
  }
  if (parameter.dimensionality === "matrix") {
    return (Array.isArray(value) ? value : [[value]]).map((row) => row.map((cell) => readCell(cell, type, rules)));
  }
  if (!Array.isArray(value)) return readCell(value, type, rules);
  // A scalar parameter takes one cell; office.js has no form for a block there.
  if (value.length !== 1 || value[0]?.length !== 1) throw new ArgumentError("#VALUE!");
  return readCell(value[0][0] as CellValue, type, rules);
}

function readCell(value: CellValue, type: ParameterType, rules: ArgumentRules): unknown {
  if (isErrorText(value)) {
    if (rules.errorsAllowed && type === "any") return { type: "CustomFunctionError", code: value };
    throw new ArgumentError(value);
  }
  switch (type) {
    case "number":
      return readNumber(value);
    case "string":
      return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
    case "boolean":
      return readBoolean(value);
    default:
      return value === "" ? rules.blank : value;
  }
}

/** A blank counts as 0 and a text as the number it spells, as in Excel's own arithmetic. */
function readNumber(value: CellValue): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value === "") return 0;
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) throw new ArgumentError("#VALUE!");
  return number;
}

function readBoolean(value: CellValue): boolean {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  const text = value.toUpperCase();
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  if (text === "") return false;
  throw new ArgumentError("#VALUE!");
}
