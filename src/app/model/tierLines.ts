import type { ModelMethod } from "../../sheets/model/model";
import type { ModelLine } from "../../sheets/model/modelCells";
import { cellChanges, lineRef } from "./lineChanges";
import type { ModelChange } from "./modelStore";

/** A further tier at the bottom; the one that was last so far gets a From, because only the last takes the rest. */
export function addTier(tiers: readonly ModelLine[], method: ModelMethod): ModelChange[] {
  const taken = new Set(tiers.map((line) => line.text("Tier").toLowerCase()));
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const name = letters.find((letter) => !taken.has(letter.toLowerCase())) ?? `Tier ${tiers.length + 1}`;
  const last = tiers.at(-1);
  const changes: ModelChange[] = [{ kind: "add", table: "tiers", values: { Tier: name } }];
  const from = last && typeof last.value("From") !== "number" ? nextFrom(tiers, method) : undefined;
  return last && from !== undefined ? [{ kind: "set", line: lineRef(last), header: "From", value: from }, ...changes] : changes;
}

/** A value that fits below the others, so that the table stays sound. */
function nextFrom(tiers: readonly ModelLine[], method: ModelMethod): number | undefined {
  const above = tiers.at(-2)?.value("From");
  const before = typeof above === "number" ? above : undefined;
  switch (method) {
    case "cutoff":
      return Math.floor((before ?? 100) / 2);
    case "quota":
      return before ?? 10;
    case "pareto":
      return before === undefined ? 0.8 : (1 + before) / 2;
    default:
      return undefined;
  }
}

/** Gives the tiers other names, best first; the gates that name one of them name it by its new name. */
export function renameTiers(tiers: readonly ModelLine[], gates: readonly ModelLine[], names: readonly string[]): ModelChange[] {
  const renamed = new Map(tiers.flatMap((line, i) => (names[i] === undefined ? [] : [[line.text("Tier").toLowerCase(), names[i]] as const])));
  return [
    ...tiers.flatMap((line, i) => (names[i] === undefined ? [] : cellChanges(line, { Tier: names[i] }))),
    ...gates.flatMap((line) => {
      const name = renamed.get(line.text("Best tier").toLowerCase());
      return name === undefined ? [] : cellChanges(line, { "Best tier": name });
    }),
  ];
}
