import { countOf } from "../rules/figure";
import { CallArguments, checkEffort, guarded, refusedShape, vectorOf, wordIn, type NativeResult } from "./callArguments";
import { NoTwin } from "./noTwin";
import type { Operand } from "./operand";

const METHODS = ["points", "centroid", "ranksum", "reciprocal", "ahp", "entropy", "critic", "deviation"] as const;

export function weightsTwin(args: CallArguments): NativeResult {
  const data = args.get(0, "data");
  const method = args.fixedWord(1, "method", METHODS, "points");
  switch (method) {
    case "points":
    case "centroid":
    case "ranksum":
    case "reciprocal":
      return fromVector(data, method);
    case "ahp":
      return fromComparisons(data);
    case "entropy":
    case "deviation":
    case "critic":
      return fromFigures(args, data, method);
  }
}

type VectorMethod = "points" | "centroid" | "ranksum" | "reciprocal";

function fromVector(data: Operand, method: VectorMethod): NativeResult {
  const { count, at, whole } = vectorOf(data, "data");
  const all = whole();
  const raw = (i: number) => (method === "points" ? at(i) : byPosition(at(i), all, count, method));
  const total = method === "points" ? `SUM(${all})` : `(${Array.from({ length: count }, (_, i) => raw(i)).join("+")})`;
  const sound = method === "points" ? `COUNT(${all})=${count},MIN(${all})>=0,MAX(${all})>0` : `COUNT(${all})=${count},MIN(${all})>0`;
  return { rowCount: 1, columnCount: count, at: (_, c) => guarded([sound], `${raw(c)}/${total}`) };
}

/** What a criterion gets for its position; equal ranks share the average of the positions they take. */
function byPosition(rank: string, ranks: string, count: number, method: Exclude<VectorMethod, "points">): string {
  const position = `(${countOf(ranks, `(${ranks}<${rank})+(${ranks}=${rank})/2`)}+0.5)`;
  if (method === "ranksum") return `(${count + 1}-${position})`;
  if (method === "reciprocal") return `1/${position}`;
  // Halfway between two positions where the average is.
  const places = `{${Array.from({ length: count }, (_, i) => i + 1).join(",")}}`;
  return `SUMPRODUCT(((${places}>=INT(${position}))+(${places}>=-INT(-${position})))/${places})/${2 * count}`;
}

/** Squaring the comparisons this often brings their rows in proportion to the principal eigenvector. */
const SQUARINGS = 6;

function fromComparisons(data: Operand): NativeResult {
  const { power, sound, size } = comparisons(data);
  return { rowCount: 1, columnCount: size, at: (_, c) => guarded([sound], `SUM(INDEX(${power},${c + 1},0))/SUM(${power})`) };
}

function comparisons(data: Operand): { readonly power: string; readonly sound: string; readonly size: number } {
  const { rowCount: size, columnCount } = data;
  if (size !== columnCount) throw refusedShape("data");
  const all = data.whole();
  let power = all;
  for (let i = 0; i < SQUARINGS; i++) power = `MMULT(${power},${power})`;
  const mirrored = Array.from({ length: size }, (_, r) => Array.from({ length: r + 1 }, (_, c) => `ABS(${data.fixed(r, c)}*${data.fixed(c, r)}-1)<=0.010000001`)).flat();
  return { power, sound: [`COUNT(${all})=${size * size}`, `MIN(${all})>0`, ...mirrored].join(","), size };
}

const RANDOM_INDEX = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

export function consistencyTwin(args: CallArguments): NativeResult {
  const data = args.get(0, "pairwise");
  const { power, sound, size } = comparisons(data);
  const index = RANDOM_INDEX[size - 1];
  if (index === undefined) throw new NoTwin("there are more than 15 criteria, which the function refuses");
  // The largest eigenvalue is how much one more multiplication makes of the power.
  const eigenvalue = `SUM(MMULT(${data.whole()},${power}))/SUM(${power})`;
  const ratio = size < 3 ? "0" : `MAX(0,(${eigenvalue}-${size})/${size - 1}/${index})`;
  return { rowCount: 1, columnCount: 1, at: () => guarded([sound], ratio) };
}

type FigureMethod = "entropy" | "deviation" | "critic";

function fromFigures(args: CallArguments, data: Operand, method: FigureMethod): NativeResult {
  const { rowCount, columnCount } = data;
  if (rowCount < 2) throw new NoTwin("a single account has nothing to compare, and the function answers with an error");
  checkEffort(columnCount * columnCount, rowCount * columnCount);
  const columns = Array.from({ length: columnCount }, (_, c) => data.part(0, c, rowCount, 1));
  const signs = signsOf(args, columnCount);
  const measure = (c: number) => (method === "entropy" ? spread(columns[c] as string) : method === "deviation" ? deviation(columns[c] as string) : conflict(columns, signs, c));
  const total = columns.map((_, c) => measure(c)).join("+");
  const all = data.whole();
  const sound = [`SUMPRODUCT(ISNUMBER(${all})+(TRIM(${all})=""))=${rowCount * columnCount}`, ...(method === "entropy" ? [`MIN(${all})>=0`] : [])].join(",");
  if (method === "critic" && columnCount === 1) return { rowCount: 1, columnCount: 1, at: () => guarded([sound], "1") };
  return { rowCount: 1, columnCount, at: (_, c) => guarded([sound], `IF(${total}>0,${measure(c)}/(${total}),NA())`) };
}

function signsOf(args: CallArguments, count: number): readonly (1 | -1)[] {
  const directions = args.vector(2, "directions", count, true);
  return Array.from({ length: count }, (_, c) => {
    if (directions === undefined) return 1;
    const choice = wordIn(directions.constants?.[c], directions.at(c), "a direction", ["higher", "lower", "1", "-1"] as const, "higher");
    if ("cell" in choice) throw new NoTwin("a direction is read from a cell; write higher or lower into the formula");
    return choice.word === "lower" || choice.word === "-1" ? -1 : 1;
  });
}

/** 1 less the entropy of the shares; 0 where nothing differs. Blank texts in a column are not taken for 0. */
function spread(column: string): string {
  const shares = `${column}/SUM(${column})`;
  return `IF(MAX(${column})=MIN(${column}),0,MAX(0,1+SUMPRODUCT(${shares}*LN(${shares}+(${column}=0)))/LN(COUNT(${column}))))`;
}

/** Population deviation on the scale from the smallest to the largest figure. */
const deviation = (column: string): string => `IF(MAX(${column})=MIN(${column}),0,STDEV.P(${column})/(MAX(${column})-MIN(${column})))`;

function conflict(columns: readonly string[], signs: readonly (1 | -1)[], c: number): string {
  const own = columns[c] as string;
  const others = columns.flatMap((other, i) => (i === c ? [] : [`1${signs[i] === signs[c] ? "-" : "+"}IFERROR(CORREL(${own},${other}),0)`]));
  return `${deviation(own)}*(${others.join("+")})`;
}

