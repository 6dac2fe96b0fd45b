import { cellAddress } from "../../a1";
import { isMissing } from "../rules/figure";
import { CallArguments, guarded, refusedShape, type NativeResult } from "./callArguments";
import { lastPlace } from "./economicsTwins";
import { NoTwin } from "./noTwin";
import type { Operand } from "./operand";

/** A remainder of this share of the money put in counts as zero, as for KAM.PAYBACK. */
const ZERO_SHARE = "1E-12";
/** More periods than this nest deeper and run longer than a formula may. */
const MAX_PERIODS = 30;

const TIMINGS = ["end", "mid", "start"] as const;
type Timing = (typeof TIMINGS)[number];
const EARLIER = { end: 0, mid: 0.5, start: 1 } as const;

/** One account: outlay, rate and benefits as texts for formulas. */
interface Account {
  readonly investment: string;
  /** "0" where there is none. */
  readonly rate: string;
  readonly timing: Timing;
}

/** The investment is a number from 0 up and the rate above -1, else #VALUE!; a missing investment is #N/A. */
function sound({ investment, rate }: Account, formula: string): string {
  const rateRules = rate === "0" ? [] : [`NOT(ISTEXT(${rate}))`, `${rate}>-1`];
  const rules = [`OR(NOT(ISTEXT(${investment})),${isMissing(investment)})`, ...rateRules];
  return guarded(rules, `IF(${isMissing(investment)},NA(),${guarded([`${investment}>=0`], formula)})`);
}

/** A blank rate is 0, also when it is a blank text. */
const rateOf = (cell: string): string => (/^\(?-?[\d.]+\)?$/.test(cell) ? cell : `IF(${isMissing(cell)},0,${cell})`);

export function paybackTwin(args: CallArguments): NativeResult {
  const investments = args.get(0, "investment");
  const benefits = args.get(1, "benefits");
  if (investments.columnCount !== 1) throw refusedShape("investment");
  const timing = args.fixedWord(3, "timing", TIMINGS, "end");
  const downRows = investments.rowCount === 1 && benefits.columnCount === 1 && benefits.rowCount > 1;
  const rowCount = investments.rowCount === 1 && benefits.columnCount > 1 ? benefits.rowCount : investments.rowCount;
  const rates = args.column(2, "rate", rowCount, "0");
  const investment = args.column(0, "investment", rowCount);
  const endless = benefits.columnCount === 1 && !downRows;
  if (!downRows && benefits.rowCount !== rowCount && !(endless && benefits.rowCount === 1)) throw refusedShape("benefits");
  const at = (r: number) => {
    const account = { investment: investment(r), rate: rateOf(rates(r)), timing };
    if (endless) return sound(account, endlessPayback(account, benefits.at(benefits.rowCount === 1 ? 0 : r, 0)));
    return sound(account, seriesPayback(account, downRows ? down(benefits) : across(benefits, r)));
  };
  return { rowCount, columnCount: 1, at };
}

/** The same benefit every period without end: whole periods by logarithm, the rest linear within the next. */
function endlessPayback({ investment, rate, timing }: Account, benefit: string): string {
  const level = `${investment}/${benefit}`;
  const early = EARLIER[timing];
  const worth = early === 0 ? benefit : `(${benefit}*(1+${rate})^${early})`;
  const whole = `INT(-LN(1-${investment}/${worth}*${rate})/LN(1+${rate}))`;
  const earned = `${worth}*(1-(1+${rate})^-${whole})/${rate}`;
  const next = `(${benefit}*(1+${rate})^(${early - 1}-${whole}))`;
  const discounted = `IF(${investment}/${worth}*${rate}>=1-${ZERO_SHARE},NA(),${whole}+MIN(1,MAX(0,(${investment}-${earned})/${next})))`;
  const positive = rate === "0" ? level : `IF(${rate}=0,${level},${discounted})`;
  const known = `IF(${benefit}>0,${positive},IF(AND(${investment}=0,${benefit}=0),0,NA()))`;
  return `IF(${isMissing(benefit)},IF(${investment}=0,0,NA()),${guarded([`NOT(ISTEXT(${benefit}))`], known)})`;
}

/** The benefits of one account, and a part of them from the first period on. */
interface Periods {
  readonly count: number;
  readonly separator: "," | ";";
  at(period: number): string;
  upTo(period: number): string;
}

const across = (benefits: Operand, row: number): Periods => ({
  count: benefits.columnCount,
  separator: ",",
  at: (period) => benefits.at(row, period - 1),
  upTo: (period) => benefits.part(row, 0, 1, period),
});

const down = (benefits: Operand): Periods => ({
  count: benefits.rowCount,
  separator: ";",
  at: (period) => benefits.fixed(period - 1, 0),
  upTo: (period) => benefits.part(0, 0, period, 1),
});

/** Discount factor of a period as a term that a benefit is multiplied by, "" without a rate. */
function factor(rate: string, timing: Timing, period: string): string {
  return rate === "0" ? "" : `(1+${rate})^(${EARLIER[timing]}-${period})`;
}

/** What is still open after a period: the outlay less everything earned so far, discounted. Blank cells earn nothing. */
function shortfall({ investment, rate, timing }: Account, periods: Periods, period: number): string {
  if (period === 0) return investment;
  const list = Array.from({ length: period }, (_, i) => i + 1).join(periods.separator);
  const earned = rate === "0" ? `SUM(${periods.upTo(period)})` : `SUMPRODUCT(${periods.upTo(period)},${factor(rate, timing, `{${list}}`)})`;
  return `${investment}-${earned}`;
}

/**
 * The last turn to zero or above, looked for from the end: the account is short after period t and never again, so the
 * payback lies in period t + 1.
 */
function seriesPayback(account: Account, periods: Periods): string {
  const { count } = periods;
  if (count > MAX_PERIODS) throw new NoTwin(`more than ${MAX_PERIODS} periods make a formula that is too long`);
  const all = periods.upTo(count);
  const { investment, rate, timing } = account;
  const isShort = (period: number) => `${shortfall(account, periods, period)}>${ZERO_SHARE}*MAX(${investment},-MIN(${all}))`;
  const turn = (period: number) => {
    const discount = factor(rate, timing, String(period));
    const benefit = discount === "" ? periods.at(period) : `(${periods.at(period)}*${discount})`;
    return `${period - 1}+MIN(1,(${shortfall(account, periods, period - 1)})/${benefit})`;
  };
  let formula = "0";
  for (let period = 1; period <= count; period++) formula = `IF(${isShort(period - 1)},${turn(period)},${formula})`;
  const gap = `COUNT(${all})<${lastPlace(all, count, periods.separator)}`;
  const known = `IF(COUNT(${all})=0,IF(${investment}=0,0,NA()),IF(${gap},NA(),IF(${isShort(count)},NA(),${formula})))`;
  return guarded([`SUMPRODUCT(ISNUMBER(${all})+(TRIM(${all})=""))=${count}`], known);
}

/** The cells a call's own result stands in. */
export interface ResultPlace {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
}

const SCHEDULE_HEADER = ["Period", "Benefit", "Discounted", "Cumulative", "Status"];
/** As long as a list of a benefit without end can be; it may then still be open. */
const LONGEST_ENDLESS = 100;

export function scheduleTwin(args: CallArguments, place: ResultPlace): NativeResult {
  const investment = args.scalar(0, "investment", "");
  if (investment === "") throw new NoTwin("the investment is left out, and the function answers with an error");
  const benefits = args.get(1, "benefits");
  const rate = rateOf(args.scalar(2, "rate", "0"));
  const timing = args.fixedWord(3, "timing", TIMINGS, "end");
  const lines = place.rowCount - 2;
  const count = benefits.rowCount * benefits.columnCount;
  if (benefits.rowCount > 1 && benefits.columnCount > 1) throw refusedShape("benefits");
  if (count === 1 && lines >= LONGEST_ENDLESS) throw new NoTwin("the benefit without end is not paid back within the list");
  if (count > 1 && lines > count) throw refusedShape("benefits");
  const benefit = (period: number) => (count === 1 ? benefits.fixed(0, 0) : benefits.rowCount === 1 ? benefits.fixed(0, period - 1) : benefits.fixed(period - 1, 0));
  const own = (line: number, column: number) => cellAddress(place.row + 1 + line, place.column + column);
  const cumulativeCells = (from: number, to: number) => `${own(from, 3)}:${own(to, 3)}`;
  const account = { investment, rate, timing };
  const at = (row: number, column: number) => {
    if (row === 0) return `"${SCHEDULE_HEADER[column] as string}"`;
    const line = row - 1;
    const discount = factor(rate, timing, String(line));
    const formulas = [
      () => String(line),
      () => (line === 0 ? '""' : `N(${benefit(line)})`),
      () => (line === 0 ? '""' : discount === "" ? own(line, 1) : `${own(line, 1)}*${discount}`),
      () => (line === 0 ? `0-${investment}` : rounded(`${own(line - 1, 3)}+${own(line, 2)}`, investment, `${own(1, 2)}:${own(line, 2)}`)),
      () => status(line, lines, cumulativeCells, (at) => own(at, 3)),
    ];
    return sound(account, (formulas[column] as () => string)());
  };
  return { rowCount: place.rowCount, columnCount: 5, at };
}

/** A remainder of double precision shows as 0. */
const rounded = (sum: string, investment: string, earned: string): string => `IF(ABS(${sum})<=${ZERO_SHARE}*MAX(${investment},-MIN(${earned})),0,${sum})`;

/** How the account stands in a line, told from the cumulative results of all lines. */
function status(line: number, last: number, cells: (from: number, to: number) => string, cell: (line: number) => string): string {
  if (line === 0) return `IF(COUNTIF(${cells(0, last)},"<0")=0,"paid back","open")`;
  const laterLoss = line === last ? "FALSE" : `COUNTIF(${cells(line + 1, last)},"<0")>0`;
  const ahead = `IF(${laterLoss},"in profit for now",IF(${cell(line - 1)}<0,"paid back","in profit"))`;
  const earlierProfit = line === 1 ? "FALSE" : `COUNTIF(${cells(1, line - 1)},">=0")>0`;
  return `IF(${cell(line)}>=0,${ahead},IF(${earlierProfit},"lost again",${line === last ? '"never paid back"' : '"open"'}))`;
}

/** The longest horizon that is written as a list of years. */
const MAX_HORIZON = 40;

export function programTwin(args: CallArguments): NativeResult {
  const places = [0, 1, 2, 3, 4, 5];
  const rowCount = Math.max(...places.map((place) => (args.has(place) ? args.get(place, "an argument").rowCount : 1)));
  const figures = ["sales", "margin", "growth", "annualCost"].map((name, place) => args.column(place, name, rowCount));
  const setup = args.column(4, "setupCost", rowCount, "0");
  const rates = args.column(5, "rate", rowCount, "0");
  const horizonCell = args.has(6) ? args.get(6, "horizon") : undefined;
  const horizon = horizonCell === undefined ? 10 : horizonCell.constant;
  if (typeof horizon !== "number") throw new NoTwin("the horizon is read from a cell; write the number of years into the formula");
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > MAX_HORIZON) throw new NoTwin(`the horizon must be a whole number of years from 1 to ${MAX_HORIZON} for a native formula`);
  const simple = args.fixedWord(7, "compounding", ["compound", "simple"] as const, "compound") === "simple";
  const at = (r: number) => {
    const [sales, margin, growth, cost] = figures.map((figure) => figure(r)) as [string, string, string, string];
    const [outlay, rate] = [rateOf(setup(r)), rateOf(rates(r))];
    const cells = [sales, margin, growth, cost];
    const texts = [...cells.map((cell) => `OR(NOT(ISTEXT(${cell})),${isMissing(cell)})`), `NOT(ISTEXT(${outlay}))`, `NOT(ISTEXT(${rate}))`];
    const missing = `OR(${cells.map(isMissing).join(",")})`;
    const bounds = [`${sales}>=0`, `${growth}>=-1`, `${cost}>=0`, `${outlay}>=0`, `${rate}>-1`];
    const earned = (year: string) => {
      const result = `(${margin}*${sales}*${simple ? `${growth}*${year}` : `((1+${growth})^${year}-1)`}-${cost})`;
      return rate === "0" ? result : `${result}/(1+${rate})^${year}`;
    };
    return guarded(texts, `IF(${missing},NA(),${guarded(bounds, lastTurn(earned, outlay, cost, horizon))})`);
  };
  return { rowCount, columnCount: 1, at };
}

/** The last year in which the running result is short, and where in the next it turns. */
function lastTurn(earned: (year: string) => string, outlay: string, cost: string, horizon: number): string {
  const years = Array.from({ length: horizon }, (_, i) => i + 1);
  const [column, row] = [`{${years.join(";")}}`, `{${years.join(",")}}`];
  const running = `MMULT(--(${column}>=${row}),${earned(column)})-${outlay}`;
  const tolerance = `${ZERO_SHARE}*MAX(${outlay},${cost})`;
  const lastShort = `SUMPRODUCT(MAX((${running}<-${tolerance})*${column}))`;
  const before = `(SUMPRODUCT((${column}<=${lastShort})*${earned(column)})-${outlay})`;
  const turn = `${lastShort}+MIN(1,-${before}/(${earned(`(${lastShort}+1)`)}))`;
  return `IF(${lastShort}=${horizon},NA(),IF(AND(${lastShort}=0,${outlay}=0),0,${turn}))`;
}
