import { CalculationError } from "../errors";
import { figureText } from "../numbers/answerColumn";
import type { Column } from "../numbers/matrix";

/**
 * How well the people who matter at one account are covered, 0 to 1: Σ influence × strength / (Σ influence × maximum).
 * Influence 3 at strength 5 and influence 1 at strength 1 of 5 is (15 + 1) / 20 = 0.8.
 *
 * A negative strength is an opponent and takes from the sum; where opponents outweigh supporters the coverage is 0.
 * A contact whose influence or strength is unknown (NaN) is left out.
 *
 * @param influence of each contact on the decision, any scale, 0 or more
 * @param strength of our relationship with each contact, -maximum to maximum
 * @throws CalculationError `outOfRange` for figures outside these bounds, `noAnswer` when no contact has both figures or
 *   none has any influence
 */
export function coverage(influence: Column, strength: Column, maximum: number): number {
  if (!(maximum > 0)) throw new CalculationError("outOfRange", `maximum is ${figureText(maximum)}, it must be above zero`);
  let covered = 0;
  let possible = 0;
  for (let contact = 0; contact < influence.length; contact++) {
    const weight = influence[contact] as number;
    const bond = strength[contact] as number;
    if (weight < 0) throw outOfRange("influence", contact, weight, "it cannot be negative; an opponent has a negative strength");
    if (Math.abs(bond) > maximum) throw outOfRange("strength", contact, bond, `it must be from ${figureText(-maximum)} to ${figureText(maximum)}`);
    if (Number.isNaN(weight) || Number.isNaN(bond)) continue;
    covered += weight * bond;
    possible += weight * maximum;
  }
  if (possible === 0) throw new CalculationError("noAnswer", "no contact has both an influence above zero and a strength");
  return Math.min(1, Math.max(0, covered / possible));
}

function outOfRange(name: string, contact: number, received: number, rule: string): CalculationError {
  return new CalculationError("outOfRange", `${name}, contact ${contact + 1} is ${figureText(received)}; ${rule}`);
}
