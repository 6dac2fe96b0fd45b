/** A cell's value as Excel hands it over: "" is an empty cell, an error value is its text (`#N/A`). */
export type CellValue = string | number | boolean;

/** A block of values with the place of its first cell on the sheet, both counted from 0. */
export interface CellBlock {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
}

const ERROR_TEXTS = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|BUSY!|FIELD!|GETTING_DATA|UNKNOWN!|BLOCKED!|CONNECT!|PYTHON!|EXTERNAL!)$/;

export const isErrorText = (value: CellValue): boolean => typeof value === "string" && ERROR_TEXTS.test(value);

/** Blank means missing: empty, or text of spaces only. */
export const isBlank = (value: CellValue | undefined): boolean => value === undefined || (typeof value === "string" && value.trim() === "");

/** A cell holds no longer text. */
const MAX_TEXT = 32_767;

/**
 * A text as it is entered so that it stays a text: a leading apostrophe keeps `=1+1` from being a formula and `007` from
 * being a number. A text that fills a cell has no room for one; it is too long to be taken for either.
 */
export const enteredText = (text: string): string => (text === "" || (text.length >= MAX_TEXT && !/^['=+@-]/.test(text)) ? text : `'${text}`);
