/** Excel refuses longer sheet names; it counts UTF-16 units. */
export const MAX_SHEET_NAME = 31;

/** Longest address text Excel reads in one getRange or getRanges; longer ones are cut without an error. */
export const MAX_ADDRESS_TEXT = 8192;

/** MATCH compares text of up to this length; longer keys are compared in full by another formula. */
export const MAX_MATCH_TEXT = 255;

/** More sheets than this in one run make a workbook nobody can navigate; the pane asks to select fewer. */
export const MAX_PLANS_PER_RUN = 250;

// Control characters as well: Excel either refuses them or shows a name nobody can type. Excel allows "!", but other
// spreadsheets take it for the end of the name and lose every formula that leads to the sheet.
const FORBIDDEN_IN_SHEET_NAME = /[:\\/?*[\]!\u0000-\u001f\u007f\u2028\u2029]/g;
/** Kept by Excel for the sheet of tracked changes. */
const RESERVED_SHEET_NAMES: ReadonlySet<string> = new Set(["history"]);

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Cuts to at most `length` UTF-16 units without splitting an emoji, an accent or a surrogate pair. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  let kept = "";
  for (const { segment } of segmenter.segment(text)) {
    if (kept.length + segment.length > length) break;
    kept += segment;
  }
  // One grapheme longer than the limit (a letter with dozens of accents): cut inside it, but never inside a pair.
  return kept === "" ? text.slice(0, length).replace(/[\ud800-\udbff]$/, "") : kept;
}

const withoutLoneSurrogates = (text: string) =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, " ");

const withoutEndApostrophes = (text: string) => text.replace(/^['\s]+|['\s]+$/g, "");

/** Sheet names are equal in Excel when they differ only in case. */
export const sheetNameKey = (name: string): string => name.toLocaleLowerCase("en");

/**
 * A name Excel accepts for a new sheet, as near to `wanted` as the rules allow.
 * @param wanted any text, for example an account's name
 * @param taken names already in the workbook, as `sheetNameKey`
 * @returns at most 31 characters; a name already taken gets " (2)", " (3)" …; a text of which nothing is left becomes "Account"
 */
export function sheetNameFor(wanted: string, taken: ReadonlySet<string>): string {
  const cleaned = withoutLoneSurrogates(wanted).replace(FORBIDDEN_IN_SHEET_NAME, " ").replace(/\s+/g, " ");
  const base = withoutEndApostrophes(cleaned) || "Account";
  const isFree = (name: string) => !taken.has(sheetNameKey(name)) && !RESERVED_SHEET_NAMES.has(sheetNameKey(name));
  const whole = withoutEndApostrophes(cut(base, MAX_SHEET_NAME));
  if (isFree(whole)) return whole;
  for (let copy = 2; ; copy++) {
    const suffix = ` (${copy})`;
    const name = withoutEndApostrophes(cut(base, MAX_SHEET_NAME - suffix.length)) + suffix;
    if (isFree(name)) return name;
  }
}

/** Excel refuses longer formulas, counted with their `=`. */
export const MAX_FORMULA = 8192;
