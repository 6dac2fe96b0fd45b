/** A trendline of a series as Excel draws it: least squares through the points, or the mean of the last few. */
export interface Trend {
  readonly type: string;
  readonly polynomialOrder: number;
  readonly movingAveragePeriod: number;
  readonly intercept: number | undefined;
}

type Point = readonly [x: number, y: number];

/** Height of the trend at each x, null where it has none; undefined when the points allow no such trend. */
export function trendAt(trend: Trend, x: readonly number[], y: readonly (number | null)[]): readonly (number | null)[] | undefined {
  if (trend.type === "MovingAverage") return movingAverage(y, trend.movingAveragePeriod);
  const points = y.flatMap((value, at): Point[] => (value === null || x[at] === undefined ? [] : [[x[at], value]]));
  const curve = fitted(trend, points);
  return curve && x.map((value) => (Number.isFinite(curve(value)) ? curve(value) : null));
}

function movingAverage(y: readonly (number | null)[], period: number): readonly (number | null)[] {
  return y.map((_value, at) => {
    const window = y.slice(at - period + 1, at + 1).filter((value): value is number => value !== null);
    return at < period - 1 || window.length === 0 ? null : window.reduce((sum, value) => sum + value, 0) / window.length;
  });
}

function fitted({ type, polynomialOrder, intercept }: Trend, points: readonly Point[]): ((x: number) => number) | undefined {
  // Power, exponential and logarithmic trends are straight lines through logarithms.
  const [byX, byY] = [type === "Logarithmic" || type === "Power", type === "Exponential" || type === "Power"];
  const usable = points.filter(([x, y]) => (!byX || x > 0) && (!byY || y > 0));
  if (usable.length !== points.length) return undefined;
  const bent = usable.map(([x, y]): Point => [byX ? Math.log(x) : x, byY ? Math.log(y) : y]);
  const constant = intercept === undefined || byX ? undefined : byY ? Math.log(intercept) : intercept;
  const terms = polynomial(bent, type === "Polynomial" ? polynomialOrder : 1, constant);
  if (!terms) return undefined;
  return (x) => {
    const at = byX ? Math.log(x) : x;
    const height = terms.reduce((sum, factor, power) => sum + factor * at ** power, 0);
    return byY ? Math.exp(height) : height;
  };
}

/** Factors of x⁰, x¹, … by the normal equations, with the first one given or found. */
function polynomial(points: readonly Point[], order: number, constant: number | undefined): readonly number[] | undefined {
  const from = constant === undefined ? 0 : 1;
  const count = order + 1 - from;
  if (points.length < count) return undefined;
  const sum = (of: (x: number, y: number) => number) => points.reduce((total, [x, y]) => total + of(x, y - (constant ?? 0)), 0);
  const rows = Array.from({ length: count }, (_row, i) => [...Array.from({ length: count }, (_column, j) => sum((x) => x ** (i + j + 2 * from))), sum((x, y) => y * x ** (i + from))]);
  const solution = solve(rows);
  return solution && (constant === undefined ? solution : [constant, ...solution]);
}

/** Gaussian elimination with the largest pivot; undefined for equations without one solution. */
function solve(rows: number[][]): number[] | undefined {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const best = rows.slice(column).reduce((found, row) => (Math.abs(row[column] as number) > Math.abs(found[column] as number) ? row : found));
    if (Math.abs(best[column] as number) < 1e-12) return undefined;
    rows.splice(rows.indexOf(best), 1);
    rows.splice(column, 0, best);
    for (const row of rows) {
      if (row === best) continue;
      const factor = (row[column] as number) / (best[column] as number);
      best.forEach((value, at) => (row[at] = (row[at] as number) - factor * value));
    }
  }
  return rows.map((row, at) => (row[size] as number) / (row[at] as number));
}
