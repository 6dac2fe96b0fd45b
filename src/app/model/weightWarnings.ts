import type { ModelLine } from "../../sheets/model/modelCells";
import type { ModelReading } from "../../sheets/model/readModel";
import { recogniseHeader } from "../../sheets/read/headers";

/** Fewer criteria than this are one opinion, not a combination. */
const FEWEST_CRITERIA = 3;

/** Each criterion's share of all weights, in the order of the lines; undefined while a weight is no number. */
export function weightShares(criteria: readonly ModelLine[]): readonly number[] | undefined {
  const weights = criteria.map((line) => line.value("Weight"));
  if (!weights.every((weight): weight is number => typeof weight === "number" && weight >= 0)) return undefined;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? weights.map((weight) => weight / total) : undefined;
}

/** What the field warns of: one criterion that rules, too few of them, size alone. */
export function weightWarnings({ criteria, columns }: Pick<ModelReading["lines"], "criteria" | "columns">): readonly string[] {
  const shares = weightShares(criteria);
  if (!shares) return [];
  const active = criteria.map((line, i) => ({ line, share: shares[i] as number })).filter(({ share }) => share > 0);
  const revenues = new Set(columns.filter((line) => line.text("Meaning").toLowerCase() === "revenue").map((line) => line.text("Column").toLowerCase()));
  const isTurnover = ({ line }: { readonly line: ModelLine }) => {
    const column = line.text("Column") || line.text("Criterion");
    return revenues.has(column.toLowerCase()) || recogniseHeader(column)?.field === "revenue";
  };
  const warnings: string[] = [];
  if (active.every(isTurnover)) warnings.push("Turnover alone decides. Size is not importance: add margin, payment, potential or the relationship.");
  const ruler = active.find(({ share }) => share > 0.5);
  if (ruler && active.length > 1) warnings.push(`“${ruler.line.text("Criterion")}” decides ${Math.round(100 * ruler.share)} % of the score, more than all others together.`);
  if (active.length < FEWEST_CRITERIA) warnings.push(`Only ${active.length === 1 ? "one criterion counts" : `${active.length} criteria count`}. Use at least ${FEWEST_CRITERIA}, so that no single figure makes an account key.`);
  return warnings;
}
