import { useState } from "react";
import type { Model } from "../../../sheets/model/model";

/** Weights and cut-offs as they are tried out; nothing of it is in the workbook. */
export interface Trial {
  readonly weights: Readonly<Record<number, number>>;
  readonly froms: Readonly<Record<number, number>>;
}

const NOTHING: Trial = { weights: {}, froms: {} };

/** The model with what is being tried; the very model as long as nothing is. */
export function useTriedModel(model: Model) {
  const [trial, setTrial] = useState<Trial>(NOTHING);
  const [base, setBase] = useState(model);
  const [tried, setTried] = useState(model);
  // Another model came from the workbook: what was tried belonged to the old one.
  if (base !== model) {
    setBase(model);
    setTrial(NOTHING);
    setTried(model);
  }
  const change = (next: Trial) => {
    setTrial(next);
    setTried({
      ...model,
      criteria: model.criteria.map((line, i) => ({ ...line, weight: next.weights[i] ?? line.weight })),
      tiers: model.tiers.map((line, i) => (next.froms[i] === undefined ? line : { ...line, from: next.froms[i] })),
    });
  };
  return {
    tried,
    trial,
    isTrying: trial !== NOTHING,
    setWeight: (criterion: number, weight: number) => change({ ...trial, weights: { ...trial.weights, [criterion]: weight } }),
    /** Cut-offs stay in order: one that is moved past another takes it along. */
    setFrom: (tier: number, from: number) => {
      const froms = model.tiers.map((line, i) => trial.froms[i] ?? line.from);
      const moved = froms.map((own, i) => (own === undefined ? undefined : i === tier ? from : i < tier ? Math.max(own, from + tier - i) : Math.min(own, from + tier - i)));
      change({ ...trial, froms: Object.fromEntries(moved.flatMap((own, i) => (own === undefined ? [] : [[i, Math.min(100, Math.max(0, own))]]))) });
    },
    reset: () => {
      setTrial(NOTHING);
      setTried(model);
    },
  };
}
