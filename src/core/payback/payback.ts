/**
 * What becomes of an outlay. Never paying back is an outcome like any other, not a failure of the calculation:
 * commercial finance must be able to read it from the result, with the shortfall.
 */
export type Payback =
  /** The cumulative result reaches zero after `periods` and stays there. */
  | { readonly kind: "paid"; readonly periods: number }
  /** After the last period there is still `shortfall` to be earned. */
  | { readonly kind: "never"; readonly shortfall: number; readonly afterPeriods: number }
  /** Zero was reached after `firstPaidAfter` periods, but later losses leave `shortfall` at the end. */
  | { readonly kind: "lostAgain"; readonly firstPaidAfter: number; readonly shortfall: number; readonly afterPeriods: number }
  /** All benefits to infinity stay `shortfall` below the outlay: 0 when they come ever closer but never reach it. */
  | { readonly kind: "neverWithoutEnd"; readonly shortfall: number }
  /** The same loss in every period: the shortfall has no bound. */
  | { readonly kind: "losesWithoutEnd"; readonly lossPerPeriod: number }
  /** A period inside the row is blank, so nothing after it can be known. */
  | { readonly kind: "unknownBenefit"; readonly period: number }
  /** No period has a figure. */
  | { readonly kind: "noBenefits" }
  /** The sums outgrew double precision. */
  | { readonly kind: "tooLarge" };

/**
 * A shortfall of at most this share of the money put in (the outlay and every loss so far) counts as zero. Cents have
 * no exact binary form: seven times 0.10 against 0.70 leaves 1e-16, and "exactly zero counts as paid" must hold there
 * too. The share is about a thousand times the rounding error of a long sum and 0.001 on an outlay of one billion.
 */
export const ZERO_SHARE = 1e-12;

/** Whether a cumulative result is still below zero, given the money put in so far. */
export function isShort(cumulative: number, putIn: number): boolean {
  return cumulative < -putIn * ZERO_SHARE;
}
