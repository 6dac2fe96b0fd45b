import type { Column } from "../numbers/matrix";

/** Where a partition ends: places before `greaterEnd` hold more than the pivot, places before `equalEnd` the pivot. */
export interface Partition {
  readonly greaterEnd: number;
  readonly equalEnd: number;
}

/** The values that are there, in a block of their own that may be reordered. */
export function presentValues(column: Column): Float64Array {
  const present = new Float64Array(column.length);
  let count = 0;
  for (let row = 0; row < column.length; row++) {
    const value = column[row];
    present[count] = value;
    if (value === value) count++;
  }
  return present.subarray(0, count);
}

/** Reorders `values` between from and to: greater than the pivot first, then equal to it, then less. */
export function partitionDescending(values: Float64Array, from: number, to: number, pivot: number): Partition {
  let greaterEnd = from;
  let equalEnd = from;
  for (let place = from; place < to; place++) {
    const value = values[place];
    if (value < pivot) continue;
    values[place] = values[equalEnd];
    if (value > pivot) {
      values[equalEnd] = values[greaterEnd];
      values[greaterEnd++] = value;
    } else {
      values[equalEnd] = value;
    }
    equalEnd++;
  }
  return { greaterEnd, equalEnd };
}

/**
 * A pivot near the middle of a stretch: the median of three places picked by a fixed scramble of its ends, so that no
 * arrangement people meet (sorted, mirrored, saw-toothed) makes selection quadratic, and results repeat exactly.
 */
export function pivotBetween(values: Float64Array, from: number, to: number): number {
  const pick = (salt: number) => values[from + (Math.imul(from ^ (to + salt), 0x9e3779b1) >>> 0) % (to - from)];
  const a = pick(1);
  const b = pick(2);
  const c = pick(3);
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

/**
 * Brings the best values from a place on to the front, at most `limit` of them, and answers where they end. Equal
 * values are never split: a group that does not fit whole stays out. Values before `from` must be the larger ones.
 */
export function takeBest(values: Float64Array, from: number, limit: number): number {
  const wanted = from + limit;
  if (wanted >= values.length) return values.length;
  // Select the first value that does not fit; everything greater than it does.
  let low = from;
  let high = values.length;
  for (;;) {
    const { greaterEnd, equalEnd } = partitionDescending(values, low, high, pivotBetween(values, low, high));
    if (wanted < greaterEnd) high = greaterEnd;
    else if (wanted >= equalEnd) low = equalEnd;
    else return greaterEnd;
  }
}

/** The smallest of the values between from and to; `otherwise` when there are none. */
export function smallestBetween(values: Float64Array, from: number, to: number, otherwise: number): number {
  let smallest = otherwise;
  for (let place = from; place < to; place++) if (values[place] < smallest) smallest = values[place];
  return smallest;
}
