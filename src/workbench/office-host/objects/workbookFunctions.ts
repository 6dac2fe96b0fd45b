import type { CellValue } from "../../spreadsheet/spreadsheet";
import { HostObject } from "../hostObject";
import { formatAbsolute, quoteSheetName } from "./address";
import { invalid } from "./arguments";
import type { Book } from "./book";
import { SHEET_FUNCTIONS } from "./functionNames";
import { RangeCore, refOf } from "./rangeCore";

/** What a function of the sheet answered: its value, or the error with an empty value. */
export class FunctionResult extends HostObject {
  readonly #value: CellValue | CellValue[][];

  constructor(value: CellValue | CellValue[][]) {
    super();
    this.#value = value;
  }
  static value(result: FunctionResult): CellValue | CellValue[][] {
    return result.#value;
  }
  get error(): string {
    return isError(this.#value) ? this.#value : "";
  }
  get value(): CellValue | CellValue[][] {
    return isError(this.#value) ? "" : this.#value;
  }
}

/** The functions of the sheet, computed without a cell. Its methods are made from their names, below. */
export class Functions extends HostObject {
  readonly #book: Book;

  constructor(book: Book) {
    super();
    this.#book = book;
  }
  static async compute(functions: Functions, name: string, args: readonly unknown[]): Promise<FunctionResult> {
    const book = functions.#book;
    const flat = args.flatMap((argument) => (isList(argument) ? argument : [argument]));
    while (flat.length > 0 && (flat.at(-1) === undefined || flat.at(-1) === null)) flat.pop();
    const formula = `=${name.replace(/_/g, ".").toUpperCase()}(${flat.map(text).join(",")})`;
    return new FunctionResult(await book.grid.evaluate(formula, book.grid.activeSheet()));
  }
}

for (const name of SHEET_FUNCTIONS) {
  Object.defineProperty(Functions.prototype, name, {
    configurable: true,
    value(this: Functions, ...args: unknown[]) {
      return Functions.compute(this, name, args);
    },
  });
}

/** Functions that take any number of values get them as one list. */
function isList(argument: unknown): argument is unknown[] {
  return Array.isArray(argument) && !argument.some((item) => Array.isArray(item));
}

function isError(value: unknown): value is `#${string}` {
  return typeof value === "string" && /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!)$/.test(value);
}

function text(argument: unknown): string {
  if (argument instanceof RangeCore) {
    const { book, area } = refOf(argument);
    return `${quoteSheetName(book.sheet(area.sheetId).name)}!${formatAbsolute(area)}`;
  }
  if (argument instanceof FunctionResult) return text(FunctionResult.value(argument));
  if (Array.isArray(argument)) return `{${argument.map((row) => (Array.isArray(row) ? row : [row]).map(text).join(",")).join(";")}}`;
  if (argument === undefined || argument === null) return "";
  if (typeof argument === "number") return String(argument);
  if (typeof argument === "boolean") return argument ? "TRUE" : "FALSE";
  if (isError(argument)) return argument;
  if (typeof argument === "string") return `"${argument.replace(/"/g, '""')}"`;
  throw invalid("A function takes texts, numbers, true or false, ranges, arrays of them and results of functions.");
}
