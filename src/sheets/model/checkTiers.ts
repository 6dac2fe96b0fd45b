import { cited, type ModelLine } from "./modelCells";
import type { ModelMethod, TierLine } from "./model";
import type { ModelReader } from "./readCell";

/** More tiers than this are a ranking, not a promise anybody can keep. */
export const MOST_TIERS = 20;

/** Names once each, and in From what the method asks for; each complaint stands at the cell that breaks the rule. */
export function checkTiers(lines: readonly ModelLine[], tiers: readonly TierLine[], method: ModelMethod, reader: ModelReader): void {
  const first = lines[0] as ModelLine;
  if (lines.length === 1) {
    reader.complain(first, "Tier", `There is only one tier, ${cited(first.text("Tier"))}.`, "Add a line: with one tier every account would be in it.");
    return;
  }
  if (lines.length > MOST_TIERS) reader.complain(lines[MOST_TIERS] as ModelLine, "Tier", `There are ${lines.length} tiers.`, `Keep at most ${MOST_TIERS}.`);
  checkNames(lines, tiers, reader);
  if (method === "natural" || method === "capacity") return;
  // The last tier takes the rest, so its From does not count; only a cut-off that breaks the order is a slip of the hand.
  const counted = method === "cutoff" ? lines : lines.slice(0, -1);
  counted.forEach((line, i) => checkFrom(line, i, lines, tiers, method, reader));
}

function checkNames(lines: readonly ModelLine[], tiers: readonly TierLine[], reader: ModelReader): void {
  tiers.forEach(({ tier }, i) => {
    const twin = tiers.findIndex((other) => other.tier.toLowerCase() === tier.toLowerCase());
    if (tier === "" || twin === i) return;
    reader.complain(lines[i] as ModelLine, "Tier", `The tier ${cited(tier)} stands in ${(lines[twin] as ModelLine).address("Tier")} as well.`, "Give one of the two another name, or remove it.");
  });
}

function checkFrom(line: ModelLine, i: number, lines: readonly ModelLine[], tiers: readonly TierLine[], method: "cutoff" | "quota" | "pareto", reader: ModelReader): void {
  const from = tiers[i]?.from;
  const isLast = i === lines.length - 1;
  const complain = (message: string, nextStep: string) => reader.complain(line, "From", message, nextStep);
  if (from === undefined) {
    const blank = String(line.value("From")).trim() === "";
    if (!isLast && blank) complain(`From of ${cited(line.text("Tier"))} is blank.`, NEEDS[method]);
    return;
  }
  const above = tiers[i - 1]?.from;
  const aboveCell = i > 0 ? (lines[i - 1] as ModelLine).address("From") : "";
  switch (method) {
    case "cutoff":
      if (from < 0 || from > 100) complain(`From is ${from}, but scores run from 0 to 100.`, NEEDS.cutoff);
      else if (above !== undefined && from >= above) complain(`From is ${from}, not below ${above} in ${aboveCell} above it.`, "List the tiers best first, each cut-off below the one above.");
      return;
    case "quota":
      if (from < 0 || (from > 1 && !Number.isInteger(from))) complain(`From is ${from}, which is no number of accounts.`, NEEDS.quota);
      return;
    case "pareto":
      if (from <= 0 || from > 1) complain(`From is ${from}, which is no share.`, NEEDS.pareto);
      else if (above !== undefined && from < above) complain(`From is ${from}, below ${above} in ${aboveCell} above it.`, "Shares are cumulative: each is at least the one before, such as 80 % and 95 %.");
      return;
  }
}

const NEEDS = {
  cutoff: "Type the lowest score of the tier, from 0 to 100.",
  quota: "Type how many accounts the tier takes, or below 1 which share of them.",
  pareto: "Type the cumulative share of the points up to this tier, such as 80 %.",
} as const;
