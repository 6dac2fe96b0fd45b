import type { ModelLine } from "../../sheets/model/modelCells";
import { recogniseHeader, type Field } from "../../sheets/read/headers";
import type { ModelChange } from "./modelStore";

/** Figures of these kinds are better when lower. */
const LOWER_IS_BETTER: ReadonlySet<Field> = new Set(["costToServe", "daysLate"]);

/** A further criterion with the mean weight of those there are, so that it neither rules nor vanishes. */
export function newCriterion(column: string, present: readonly ModelLine[]): ModelChange {
  const taken = new Set(present.map((line) => line.text("Criterion").toLowerCase()));
  const name = uniqueName(column, taken);
  const field = recogniseHeader(column)?.field;
  return {
    kind: "add",
    table: "criteria",
    values: {
      Criterion: name,
      Column: column,
      Weight: meanWeight(present),
      Direction: field && LOWER_IS_BETTER.has(field) ? "lower" : "higher",
      // One giant squeezes all others together between smallest and largest; places in the list stay spread.
      Scale: "percentile",
      Missing: "skip",
    },
  };
}

function uniqueName(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 2, name = wanted.trim(); ; number++) {
    if (!taken.has(name.toLowerCase())) return name;
    name = `${wanted.trim()} (${number})`;
  }
}

function meanWeight(present: readonly ModelLine[]): number {
  const weights = present.map((line) => line.value("Weight")).filter((value) => typeof value === "number");
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.length === 0 || sum <= 0 ? 20 : Number((sum / weights.length).toPrecision(2));
}
