/**
 * The largest figure the functions calculate with. Sums of squares over a full sheet stay far from overflow below it, so
 * no kernel has to think about infinity, and no account has such a figure.
 */
export const LARGEST_NUMBER = 1e100;

/** Digits with any grouping, decimal mark, sign, currency or percent: what a person would call a number. */
const LOOKS_LIKE_A_NUMBER = /^[\s\u00a0(+\-−€$£¥]*\d[\d\s\u00a0.,'’]*(e[+-]?\d+)?[\s\u00a0)%€$£¥-]*$/i;

/** Error texts as Excel writes them in cells. */
const ERROR_TEXT = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA|FIELD!|CONNECT!|BLOCKED!|UNKNOWN!)$/;

/**
 * What a cell holds, without Excel's wrapping: an error value becomes its text (`#N/A`), a data type such as a formatted
 * number becomes the plain value it stands for.
 */
export function plainValue(cell: unknown): unknown {
  if (typeof cell !== "object" || cell === null) return cell;
  if ("basicValue" in cell) return cell.basicValue;
  if ("code" in cell && typeof cell.code === "string") return cell.code;
  return cell;
}

/** Empty, `""`, null or only spaces: missing, never zero. */
export function isBlank(cell: unknown): boolean {
  return cell === "" || cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
}

/** An Excel error such as #N/A, as a value or as its text. */
export function isErrorValue(cell: unknown): boolean {
  const value = plainValue(cell);
  return typeof value === "string" && ERROR_TEXT.test(value);
}

/** A cell as an error message cites it. */
export function cited(cell: unknown): string {
  const value = plainValue(cell);
  if (typeof value === "string") return ERROR_TEXT.test(value) ? value : JSON.stringify(value.slice(0, 60));
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "object" && value !== null ? "a value of an unknown kind" : String(value);
}

/** The number a cell holds: NaN when it is blank; the complaint as text when it holds something else. */
export function numberIn(cell: unknown): number | string {
  const value = plainValue(cell);
  if (typeof value === "number") {
    if (Math.abs(value) <= LARGEST_NUMBER) return value;
    return Number.isFinite(value) ? `${value} is beyond ±${LARGEST_NUMBER}` : `${value} is not a finite number`;
  }
  if (typeof value === "boolean") return value ? 1 : 0;
  if (isBlank(value)) return NaN;
  const complaint = `${cited(value)} is not a number`;
  return typeof value === "string" && LOOKS_LIKE_A_NUMBER.test(value)
    ? `${complaint}: it is stored as text, convert it to a number`
    : complaint;
}

/** The text a cell holds, trimmed; "" when blank. Numbers and booleans read as Excel shows them. */
export function textIn(cell: unknown): string {
  const value = plainValue(cell);
  if (isBlank(value)) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "object" ? "" : String(value).trim();
}
