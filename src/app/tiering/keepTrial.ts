import type { LineRef, ModelChange, ModelStore } from "../model/modelStore";
import type { Model } from "../../sheets/model/model";

/** Writes the weights and cut-offs that were tried out into the model's cells, those that differ. */
export async function keepTrial(store: ModelStore, model: Model, tried: Model): Promise<void> {
  const changes: ModelChange[] = [];
  const set = (line: LineRef, header: string, value: number) => changes.push({ kind: "set", line, header, value });
  tried.criteria.forEach(({ criterion, weight }, place) => {
    if (weight !== model.criteria[place]?.weight) set({ table: "criteria", place, name: criterion }, "Weight", weight);
  });
  tried.tiers.forEach(({ tier, from }, place) => {
    if (from !== undefined && from !== model.tiers[place]?.from) set({ table: "tiers", place, name: tier }, "From", from);
  });
  if (changes.length > 0) await store.save(changes);
}
