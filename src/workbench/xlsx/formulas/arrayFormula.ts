import { isCustomFunction } from "./functionNames";
import { type Token, tokensOf } from "../../../sheets/formulas/tokens";

/** Functions whose arguments are ranges by nature: a range inside them alone makes no array of results. */
const TAKES_RANGES = new Set(
  (
    "SUM SUMIF SUMIFS SUMPRODUCT SUMSQ SUMX2MY2 SUMX2PY2 SUMXMY2 AVERAGE AVERAGEA AVERAGEIF AVERAGEIFS COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS MAX MAXA MAXIFS MIN MINA MINIFS " +
    "MEDIAN MODE MODE.SNGL PRODUCT STDEV STDEV.P STDEV.S STDEVP VAR VAR.P VAR.S VARP LARGE SMALL PERCENTILE PERCENTILE.INC PERCENTILE.EXC PERCENTRANK PERCENTRANK.INC PERCENTRANK.EXC " +
    "QUARTILE QUARTILE.INC QUARTILE.EXC RANK RANK.EQ RANK.AVG CORREL COVARIANCE.P COVARIANCE.S SLOPE INTERCEPT RSQ PEARSON FORECAST FORECAST.LINEAR GEOMEAN HARMEAN TRIMMEAN SKEW KURT " +
    "AVEDEV DEVSQ SUBTOTAL AGGREGATE INDEX MATCH XMATCH VLOOKUP HLOOKUP LOOKUP ROWS COLUMNS AND OR XOR NPV IRR MIRR XNPV XIRR CONCAT TEXTJOIN AREAS OFFSET CELL SHEET ISREF"
  ).split(" "),
);

/** Functions whose result is a block of cells, or that work on one element by element. */
const GIVES_ARRAYS = new Set(
  (
    "FILTER SORT SORTBY UNIQUE SEQUENCE RANDARRAY XLOOKUP TRANSPOSE MMULT MINVERSE MUNIT FREQUENCY LINEST LOGEST TREND GROWTH MODE.MULT LET LAMBDA MAP REDUCE SCAN BYROW BYCOL MAKEARRAY " +
    "VSTACK HSTACK TOCOL TOROW WRAPROWS WRAPCOLS TAKE DROP CHOOSEROWS CHOOSECOLS EXPAND TEXTSPLIT ANCHORARRAY GROUPBY PIVOTBY CHOOSE"
  ).split(" "),
);

/**
 * Whether Excel could compute the formula to more than one value on the way. A file must mark such a formula as a
 * dynamic array, or Excel takes only the cell of the same row out of each range (implicit intersection) and shows
 * another result. Marking one too many changes nothing, so doubtful cases are marked.
 */
export function isArrayFormula(formula: string, areaNames: ReadonlySet<string> = new Set()): boolean {
  const tokens = tokensOf(formula.replace(/^=/, "")).filter((token) => token.text.trim() !== "");
  const calls: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === "array" || token.text === "#") return true;
    if (token.kind === "function") {
      const name = token.text.toUpperCase();
      if (GIVES_ARRAYS.has(name) || isCustomFunction(name)) return true;
      calls.push(name);
      at++;
    } else if (token.text === "(") calls.push(calls[calls.length - 1] ?? "");
    else if (token.text === ")") calls.pop();
    else {
      const end = areaEnd(tokens, at, areaNames);
      if (end === undefined) continue;
      const call = calls[calls.length - 1] ?? "";
      if (isOperator(tokens[startOf(tokens, at) - 1]) || isOperator(tokens[end + 1]) || !TAKES_RANGES.has(call)) return true;
      at = end;
    }
  }
  return false;
}

/** Index of the last token of an area of several cells that starts here, undefined when none does. */
function areaEnd(tokens: readonly Token[], at: number, areaNames: ReadonlySet<string>): number | undefined {
  const [token, colon, other] = [tokens[at] as Token, tokens[at + 1], tokens[at + 2]];
  if (token.kind === "brackets") return /#This Row|^\[@/i.test(token.text) ? undefined : at;
  if (token.kind !== "word") return undefined;
  if (colon?.text === ":" && other?.kind === "word") return at + 2;
  return areaNames.has(token.text.toLowerCase()) ? at : undefined;
}

/** Where the reference begins that has its area at this token: a sheet or a table may stand before it. */
function startOf(tokens: readonly Token[], at: number): number {
  const before = tokens[at - 1];
  return before?.kind === "sheet" || (tokens[at]?.kind === "brackets" && before?.kind === "word") ? at - 1 : at;
}

function isOperator(token: Token | undefined): boolean {
  return token !== undefined && /^[-+*/^&=<>%]$/.test(token.text);
}
