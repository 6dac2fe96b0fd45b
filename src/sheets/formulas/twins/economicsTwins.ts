import { byFigure, isMissing } from "../rules/figure";
import { CallArguments, checkEffort, guarded, refusedShape, vectorOf, type NativeResult } from "./callArguments";
import { NoTwin } from "./noTwin";

/** A rule of one account's figures: what must hold, and what the account gets where it does not. */
interface Rule {
  readonly holds: string;
  readonly otherwise: "NA()" | "#VALUE!";
}

/** How many rows a call with columns answers: those of its longest column. */
function rowsOf(args: CallArguments, places: readonly number[]): number {
  return Math.max(...places.map((place) => (args.has(place) ? args.get(place, "an argument").rowCount : 1)));
}

/** A formula on one account's figures. A text is #VALUE!, a missing figure #N/A; then the rules are looked at in order. */
function perAccount(figures: readonly string[], rules: readonly Rule[], answer: string): string {
  const cells = figures.filter((cell) => !/^\(?-?[\d.]+\)?$/.test(cell));
  const texts: Rule[] = cells.map((cell) => ({ holds: `OR(NOT(ISTEXT(${cell})),${isMissing(cell)})`, otherwise: "#VALUE!" }));
  const present: Rule[] = cells.map((cell) => ({ holds: `NOT(${isMissing(cell)})`, otherwise: "NA()" }));
  return [...merged(texts), ...merged(present), ...rules].reduceRight((formula, { holds, otherwise }) => `IF(${holds},${formula},${otherwise})`, answer);
}

const merged = (rules: readonly Rule[]): Rule[] =>
  rules.length === 0 ? [] : [{ holds: rules.length === 1 ? (rules[0] as Rule).holds : `AND(${rules.map(({ holds }) => holds).join(",")})`, otherwise: (rules[0] as Rule).otherwise }];

export function breakevenSalesTwin(args: CallArguments): NativeResult {
  const rowCount = rowsOf(args, [0, 1]);
  const [cost, margin] = [args.column(0, "cost", rowCount), args.column(1, "margin", rowCount)];
  const at = (r: number) => perAccount([cost(r), margin(r)], [{ holds: `${cost(r)}>=0`, otherwise: "#VALUE!" }, { holds: `${margin(r)}>0`, otherwise: "NA()" }], `${cost(r)}/${margin(r)}`);
  return { rowCount, columnCount: 1, at };
}

export function breakevenGrowthTwin(args: CallArguments): NativeResult {
  const rowCount = rowsOf(args, [0, 1, 2]);
  const [cost, margin, sales] = [args.column(0, "cost", rowCount), args.column(1, "margin", rowCount), args.column(2, "sales", rowCount)];
  const at = (r: number) =>
    perAccount(
      [cost(r), margin(r), sales(r)],
      [
        { holds: `${cost(r)}>=0`, otherwise: "#VALUE!" },
        { holds: `AND(${margin(r)}>0,${sales(r)}>0)`, otherwise: "NA()" },
      ],
      `${cost(r)}/${margin(r)}/${sales(r)}`,
    );
  return { rowCount, columnCount: 1, at };
}

export function walletTwin(args: CallArguments): NativeResult {
  const rowCount = rowsOf(args, [0, 1]);
  const [ours, spend] = [args.column(0, "ours", rowCount), args.column(1, "spend", rowCount)];
  return { rowCount, columnCount: 1, at: (r) => perAccount([ours(r), spend(r)], [{ holds: `${spend(r)}>0`, otherwise: "NA()" }], `${ours(r)}/${spend(r)}`) };
}

export function rotiTwin(args: CallArguments): NativeResult {
  const rowCount = rowsOf(args, [0, 1, 2]);
  const [benefit, cost, hours] = [args.column(0, "benefit", rowCount), args.column(1, "cost", rowCount), args.column(2, "hours", rowCount)];
  const at = (r: number) => perAccount([benefit(r), cost(r), hours(r)], [{ holds: `${hours(r)}>0`, otherwise: "NA()" }], `(${benefit(r)}-${cost(r)})/${hours(r)}`);
  return { rowCount, columnCount: 1, at };
}

export function lifetimeTwin(args: CallArguments): NativeResult {
  const rowCount = rowsOf(args, [0, 1, 2]);
  const [margin, retention] = [args.column(0, "margin", rowCount), args.column(1, "retention", rowCount)];
  const discount = args.column(2, "discount", rowCount, "0");
  const timing = args.fixedWord(3, "timing", ["end", "start"] as const, "end");
  const at = (r: number) => {
    const [m, keep] = [margin(r), retention(r)];
    // A blank discount is 0; +0 would refuse a blank text.
    const rate = /^[\d.]+$/.test(discount(r)) ? discount(r) : `IF(${isMissing(discount(r))},0,${discount(r)})`;
    const multiple = timing === "end" ? keep : `(1+${rate})`;
    const rules: Rule[] = [
      { holds: `AND(${keep}>=0,${keep}<=1,NOT(ISTEXT(${rate})),${rate}>-1)`, otherwise: "#VALUE!" },
      { holds: `${keep}<1+${rate}`, otherwise: "NA()" },
    ];
    return perAccount([m, keep], rules, `${m}*${multiple}/(1+${rate}-${keep})`);
  };
  return { rowCount, columnCount: 1, at };
}

export function allocateTwin(args: CallArguments): NativeResult {
  const total = args.scalar(0, "total", "");
  if (total === "") throw new NoTwin("the total is left out, which the function refuses");
  const drivers = args.get(1, "drivers");
  if (drivers.columnCount !== 1) throw refusedShape("drivers");
  const all = drivers.whole();
  checkEffort(drivers.rowCount, drivers.rowCount * 3);
  const sound = `COUNT(${total})=1,MIN(${all})>=0,SUM(${all})>0,SUMPRODUCT(--(TRIM(${all})=""))+COUNT(${all})=${drivers.rowCount}`;
  return { rowCount: drivers.rowCount, columnCount: 1, at: (r) => guarded([sound], byFigure(drivers.at(r, 0), `${total}*${drivers.at(r, 0)}/SUM(${all})`, '""')) };
}

export function costToServeTwin(args: CallArguments): NativeResult {
  const activities = args.get(2, "activities");
  const { rowCount, columnCount } = activities;
  const [revenue, direct] = [args.column(0, "revenue", rowCount), args.column(1, "directCost", rowCount)];
  const rates = vectorOf(args.get(3, "rates"), "rates", columnCount);
  const ratesGiven = rates.constants ? "" : `COUNT(${rates.whole()})=${columnCount}`;
  const at = (r: number) => {
    const done = Array.from({ length: columnCount }, (_, c) => activities.at(r, c));
    const cells = [revenue(r), direct(r), ...done];
    const sound = `AND(${cells.map((cell) => `OR(NOT(ISTEXT(${cell})),${isMissing(cell)})`).join(",")})`;
    const known = `AND(${cells.map((cell) => `NOT(${isMissing(cell)})`).join(",")})`;
    const profit = [revenue(r), direct(r), ...done.map((cell, c) => `${cell}*${rates.at(c)}`)].join("-");
    return guarded([ratesGiven, sound], `IF(${known},${profit},"")`);
  };
  return { rowCount, columnCount: 1, at };
}

const WHALE_HEADER = ["Rank", "Share of accounts", "Cumulative profit", "Share of total"];

export function whaleTwin(args: CallArguments, spill: { readonly rowCount: number }): NativeResult {
  const profits = args.get(0, "profits");
  if (profits.columnCount !== 1) throw refusedShape("profits");
  const all = profits.whole();
  const lines = spill.rowCount - 1;
  checkEffort(lines, profits.rowCount * 20);
  const at = (r: number, c: number) => {
    if (r === 0) return `"${WHALE_HEADER[c] as string}"`;
    // The sum of the r largest: those above the last of them, and as many equal to it as are missing.
    const last = `LARGE(${all},${r})`;
    const above = `ISNUMBER(${all})*(${all}>${last})`;
    const sum = `(SUMPRODUCT(${above},${all})+(${r}-SUMPRODUCT(${above}))*${last})`;
    const figures = [String(r), `${r}/COUNT(${all})`, sum, `IF(SUM(${all})>0,${sum}/SUM(${all}),"")`];
    return `IF(COUNT(${all})>=${r},${figures[c] as string},"")`;
  };
  return { rowCount: spill.rowCount, columnCount: 4, at };
}

export function trendTwin(args: CallArguments): NativeResult {
  const history = args.get(0, "history");
  const measure = args.fixedWord(1, "measure", ["cagr", "rising", "slope"] as const, "cagr");
  const { rowCount, columnCount } = history;
  if (columnCount < 2) throw new NoTwin("a single period has no trend, and the function answers with an error");
  const at = (r: number) => {
    const all = history.part(r, 0, 1, columnCount);
    const cells = Array.from({ length: columnCount }, (_, c) => history.at(r, c));
    const sound = `SUMPRODUCT(ISNUMBER(${all})+(TRIM(${all})=""))=${columnCount}`;
    return guarded([sound], `IF(COUNT(${all})<2,NA(),${trendOf(measure, all, cells, history.part.bind(history, r, 0, 1))})`);
  };
  return { rowCount, columnCount: 1, at };
}

/** The place of the last number of a range. MATCH and LOOKUP find it only in some programs where the figures are not sorted. */
export function lastPlace(range: string, count: number, separator: "," | ";" = ","): string {
  return `SUMPRODUCT(MAX(ISNUMBER(${range})*{${Array.from({ length: count }, (_, i) => i + 1).join(separator)}}))`;
}

function trendOf(measure: "cagr" | "rising" | "slope", all: string, cells: readonly string[], upTo: (columnCount: number) => string): string {
  const count = cells.length;
  const firstPlace = `MATCH(TRUE,INDEX(ISNUMBER(${all}),0),0)`;
  const first = `INDEX(${all},${firstPlace})`;
  const last = `INDEX(${all},${lastPlace(all, count)})`;
  switch (measure) {
    case "cagr":
      return `IF(AND(${first}>0,${last}>=0),(${last}/${first})^(1/(${lastPlace(all, count)}-${firstPlace}))-1,NA())`;
    case "rising": {
      const before = (c: number) => `INDEX(${upTo(c)},${lastPlace(upTo(c), c)})`;
      const rises = cells.slice(1).map((cell, c) => `IF(AND(ISNUMBER(${cell}),COUNT(${upTo(c + 1)})>0),--(${cell}>${before(c + 1)}),0)`);
      return `(${rises.join("+")})/(COUNT(${all})-1)`;
    }
    case "slope":
      return `IF(AVERAGE(${all})>0,SLOPE(${all},{${cells.map((_, c) => c + 1).join(",")}})/AVERAGE(${all}),NA())`;
  }
}
