/** The two ways of the world to write decimals; the other mark, spaces and apostrophes then group thousands. */
export const DECIMAL_MARKS = [".", ","] as const;
export type DecimalMark = (typeof DECIMAL_MARKS)[number];

/** Digits with any grouping, decimal mark, sign, currency or percent: what a person would call a number. */
const LOOKS_LIKE_A_NUMBER = /^[\s\u00a0\u202f(+\-−]*[€$£¥]?[\s\u00a0\u202f+\-−]*[\d.,][\d\s\u00a0\u202f.,'’]*(?:e[+-]?\d+)?[\s\u00a0\u202f)%€$£¥\-−]*$/i;

export const looksLikeNumber = (text: string): boolean => /\d/.test(text) && LOOKS_LIKE_A_NUMBER.test(text);

/**
 * The number a text stands for when decimals are written with `mark`; undefined when it cannot be read so. Thousands must
 * be grouped by three, so `1,234` is a number either way and `1,23` only with a decimal comma. Parentheses or a minus
 * behind mean negative, `%` means hundredths.
 */
export function parseNumberText(text: string, mark: DecimalMark): number | undefined {
  if (!looksLikeNumber(text)) return undefined;
  const compact = text.replace(/[\s\u00a0\u202f]/g, " ").trim();
  const inParentheses = /^\(.*\)$/.test(compact);
  const bare = compact.replace(/[()€$£¥]/g, "").trim();
  const percent = /%\s*$/.test(bare);
  const signed = bare.replace(/%/g, "").replace(/−/g, "-").trim();
  const behind = /^[^-]*-$/.test(signed);
  const minus = signed.startsWith("-") || behind || inParentheses;
  const digits = signed.replace(/^[+-]\s*|\s*-$/g, "").trim();
  const value = plainNumber(digits, mark);
  if (value === undefined) return undefined;
  const size = percent ? value / 100 : value;
  return minus && size !== 0 ? -size : size;
}

function plainNumber(digits: string, mark: DecimalMark): number | undefined {
  const exponent = /^(.+)e([+-]?\d+)$/i.exec(digits);
  const mantissa = exponent ? (exponent[1] as string) : digits;
  const [whole = "", decimals = "", ...more] = mantissa.split(mark);
  if (more.length > 0 || !/^\d*$/.test(decimals)) return undefined;
  const other = mark === "." ? "," : ".";
  const grouped = new RegExp(`^\\d{1,3}(?:([${other} '’])\\d{3})(?:\\1\\d{3})*$`);
  if (!/^\d*$/.test(whole) && !grouped.test(whole)) return undefined;
  const plain = whole.replace(/\D/g, "");
  if (plain === "" && decimals === "") return undefined;
  const number = Number(`${plain || "0"}.${decimals || "0"}e${exponent?.[2] ?? "0"}`);
  return Number.isFinite(number) ? number : undefined;
}

/** The marks with which every one of some texts is a number. Two mean that nobody but the user can tell. */
export const possibleMarks = (texts: readonly string[]): readonly DecimalMark[] => DECIMAL_MARKS.filter((mark) => texts.every((text) => parseNumberText(text, mark) !== undefined));

/** Whether two marks give different numbers for one of the texts. */
export const marksDiffer = (texts: readonly string[]): boolean => texts.some((text) => parseNumberText(text, ".") !== parseNumberText(text, ","));
