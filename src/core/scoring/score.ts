import { columnMeans } from "../numbers/columnMeans";
import type { Column, Matrix } from "../numbers/matrix";
import type { RowErrors } from "../rowErrors";
import { checkWeights, type MissingRule, type Weighting } from "./weighting";

/**
 * The score of each account, 0 to 100: the weighted mean of its shares (0..1, see `toShares`) times 100.
 *
 * A missing share is skipped and the account's other weights are rescaled (`skip`), counts 0 (`worst`), counts the mean
 * of the criterion's present shares (`average`) or is the row's error (`error`). An account without any share, or with
 * none in a criterion that has weight, has no score: its row gets a `noAnswer` error and NaN.
 */
export function score(shares: Matrix, weighting: Weighting, errors: RowErrors): Column {
  checkWeights(weighting.weights, shares.columnCount);
  const { rowCount, columnCount, values } = shares;
  const { weights, missing } = weighting;
  const standIns = standInsFor(shares, missing);
  const scores = new Float64Array(rowCount);
  for (let r = 0, start = 0; r < rowCount; r++, start += columnCount) {
    let points = 0;
    let weight = 0;
    let present = 0;
    for (let c = 0; c < columnCount; c++) {
      let share = values[start + c];
      if (Number.isNaN(share)) share = standIns[c];
      else present++;
      if (Number.isNaN(share)) continue;
      points += weights[c] * share;
      weight += weights[c];
    }
    const counted = checkRow(shares, r, present, weight, missing, errors);
    scores[r] = counted ? 100 * (points / weight) : NaN;
  }
  return scores;
}

/** Points each criterion adds to the account's score; a row sums to `score`. A skipped criterion is missing (NaN). */
export function contributions(shares: Matrix, weighting: Weighting, errors: RowErrors): Matrix {
  checkWeights(weighting.weights, shares.columnCount);
  const { rowCount, columnCount, values } = shares;
  const { weights, missing } = weighting;
  const standIns = standInsFor(shares, missing);
  const points = new Float64Array(values.length);
  for (let r = 0, start = 0; r < rowCount; r++, start += columnCount) {
    let weight = 0;
    let present = 0;
    for (let c = 0; c < columnCount; c++) {
      const share = values[start + c];
      if (!Number.isNaN(share)) present++;
      const counted = Number.isNaN(share) ? standIns[c] : share;
      points[start + c] = weights[c] * counted;
      if (!Number.isNaN(counted)) weight += weights[c];
    }
    const total = checkRow(shares, r, present, weight, missing, errors) ? weight : NaN;
    for (let c = 0; c < columnCount; c++) points[start + c] = 100 * (points[start + c] / total);
  }
  return { rowCount, columnCount, values: points };
}

/** What counts in place of a missing share of each criterion; NaN = nothing, the criterion is skipped. */
export function standInsFor(shares: Matrix, missing: MissingRule): Float64Array {
  switch (missing) {
    case "worst":
      return new Float64Array(shares.columnCount);
    case "average":
      return columnMeans(shares);
    case "skip":
    case "error":
      return new Float64Array(shares.columnCount).fill(NaN);
  }
}

/** Whether the row can be scored; records why when it cannot. */
function checkRow(shares: Matrix, row: number, present: number, weight: number, missing: MissingRule, errors: RowErrors): boolean {
  if (present === shares.columnCount && weight > 0) return true;
  if (present === 0) {
    errors.add(row, "noAnswer", "this account has no value in any criterion");
    return false;
  }
  if (missing === "error" && present < shares.columnCount) {
    const start = row * shares.columnCount;
    const column = shares.values.subarray(start, start + shares.columnCount).findIndex(Number.isNaN);
    errors.add(row, "notANumber", `values, row ${row + 1}, column ${column + 1} is missing`);
    return false;
  }
  if (weight > 0) return true;
  errors.add(row, "noAnswer", "this account has no value in a criterion that has weight");
  return false;
}
