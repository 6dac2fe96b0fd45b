/** Beyond this many deviations the tail is smaller than a double can add to 1. */
const LAST_DEVIATION = 8.3;

/**
 * Standard normal distribution function, the probability of a value up to z, as Excel's NORM.S.DIST(z, TRUE); absolute
 * error below 1e-14. Example: 0 → 0.5, 1.96 → 0.9750021…
 *
 * Written here because the libraries at hand do not fit: simple-statistics looks it up in a table with four digits, and
 * @stdlib's erfc brings 141 packages for one function. The series Φ(z) = 1/2 + φ(z)(z + z³/3 + z⁵/15 + …) converges for
 * every z; see G. Marsaglia, "Evaluating the normal distribution", Journal of Statistical Software 11(4), 2004.
 */
export function normalDistribution(z: number): number {
  if (z > LAST_DEVIATION) return 1;
  if (z < -LAST_DEVIATION) return 0;
  let term = z;
  let sum = z;
  for (let odd = 3; ; odd += 2) {
    term *= (z * z) / odd;
    const next = sum + term;
    if (next === sum) break;
    sum = next;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}
