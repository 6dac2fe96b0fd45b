import { CalculationError } from "../errors";
import type { Column } from "../numbers/matrix";
import { presentValues } from "./bestFirst";
import type { TierBounds } from "./tierBounds";

/** Time and memory grow with accounts × tiers; nobody steers more tiers than this. */
const MOST_TIERS = 100;

export function checkTierCount(tiers: number): number {
  if (!Number.isInteger(tiers) || tiers < 1 || tiers > MOST_TIERS) {
    throw new CalculationError("outOfRange", `tiers is ${tiers}; it must be a whole number from 1 to ${MOST_TIERS}`);
  }
  return tiers;
}

/**
 * The bounds of the tiers that lie closest together: the split of the scores into `tiers` classes with the smallest
 * sum of squared distances from the class means (Fisher 1958, "On grouping for maximum homogeneity"; the optimum that
 * Jenks' natural breaks look for), found exactly.
 *
 * The columns of the dynamic programme are filled by divide and conquer on the monotone split points (Wang and Song
 * 2011, Ckmeans.1d.dp). Written here because the packaged versions copy the scores into nested arrays and cost two to
 * three times reading them; typed blocks and merging equal scores first take a fraction of that.
 */
export function naturalBounds(scores: Column, tiers: number): TierBounds {
  checkTierCount(tiers);
  const sorted = presentValues(scores).sort();
  if (sorted.length === 0) return new Float64Array(tiers - 1).fill(Infinity);
  const { values, sums } = mergeEqual(sorted);
  if (tiers > values.length) {
    const found = values.length === 1 ? "all scores are equal" : `there are only ${values.length} different scores`;
    throw new CalculationError("outOfRange", `tiers is ${tiers}, but ${found}; ask for fewer tiers`);
  }
  const starts = new Split(sums, values.length).classStarts(tiers);
  return Float64Array.from(starts, (start) => values[start]).reverse();
}

/** Running sums up to each distinct value: how many scores, their sum and their sum of squares. */
interface RunningSums {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

/**
 * The distinct values in ascending order with running sums over all scores. The sums are counted from the median
 * outwards (0 there, negative below), so that an outlier at either end costs the classes in the middle no digits.
 */
function mergeEqual(sorted: Float64Array): { readonly values: Float64Array; readonly sums: RunningSums } {
  const values = new Float64Array(sorted.length);
  const counts = new Float64Array(sorted.length + 1);
  let distinct = 0;
  for (let place = 0; place < sorted.length; place++) {
    if (place === 0 || sorted[place] !== sorted[place - 1]) values[distinct++] = sorted[place];
    counts[distinct] = place + 1;
  }
  const middle = distinct >> 1;
  const origin = values[middle];
  const sums = new Float64Array(distinct + 1);
  const squares = new Float64Array(distinct + 1);
  for (let place = middle; place < distinct; place++) {
    const offset = values[place] - origin;
    const count = counts[place + 1] - counts[place];
    sums[place + 1] = sums[place] + count * offset;
    squares[place + 1] = squares[place] + count * offset * offset;
  }
  for (let place = middle - 1; place >= 0; place--) {
    const offset = values[place] - origin;
    const count = counts[place + 1] - counts[place];
    sums[place] = sums[place + 1] - count * offset;
    squares[place] = squares[place + 1] - count * offset * offset;
  }
  return { values: values.subarray(0, distinct), sums: { counts, sums, squares } };
}

/** The dynamic programme: the best cost of the first values in q classes, built up class by class. */
class Split {
  private best: Float64Array;
  private next: Float64Array;

  constructor(
    private readonly running: RunningSums,
    private readonly size: number,
  ) {
    this.best = new Float64Array(size);
    this.next = new Float64Array(size);
    for (let last = 0; last < size; last++) this.best[last] = this.cost(0, last);
  }

  /** Where the second and all later classes start, ascending. */
  classStarts(classes: number): number[] {
    const layers: Int32Array[] = [];
    for (let layer = 1; layer < classes; layer++) {
      const starts = new Int32Array(this.size);
      // The last layer is only asked about all values together.
      const from = layer === classes - 1 ? this.size - 1 : layer;
      this.fill(starts, from, this.size - 1, layer, this.size - 1);
      layers.push(starts);
      [this.best, this.next] = [this.next, this.best];
    }
    const starts: number[] = [];
    let last = this.size - 1;
    for (const layer of layers.reverse()) {
      const start = layer[last];
      starts.unshift(start);
      last = start - 1;
    }
    return starts;
  }

  /** Sum of squared distances from their mean of the values from first to last. */
  private cost(first: number, last: number): number {
    const { counts, sums, squares } = this.running;
    const sum = sums[last + 1] - sums[first];
    return Math.max(0, squares[last + 1] - squares[first] - (sum * sum) / (counts[last + 1] - counts[first]));
  }

  /** Best start of the newest class for every last value in from..to, knowing that it lies in lowest..highest. */
  private fill(starts: Int32Array, from: number, to: number, lowest: number, highest: number): void {
    if (from > to) return;
    const { counts, sums, squares } = this.running;
    const best = this.best;
    const last = (from + to) >> 1;
    const count = counts[last + 1];
    const sum = sums[last + 1];
    const square = squares[last + 1];
    let least = Infinity;
    let start = last;
    for (let first = Math.min(last, highest); first >= lowest; first--) {
      const inside = sum - sums[first];
      const own = square - squares[first] - (inside * inside) / (count - counts[first]);
      // Going left the newest class only grows: once it alone costs more than the best, no start further left can win.
      if (own > least) break;
      const total = own + best[first - 1];
      if (total < least) {
        least = total;
        start = first;
      }
    }
    this.next[last] = least;
    starts[last] = start;
    this.fill(starts, from, last - 1, lowest, start);
    this.fill(starts, last + 1, to, start, highest);
  }
}
