import type { Model } from "../../../src/sheets/model/model";
import { STARTING_MODEL } from "../../../src/sheets/model/startingModel";

/** A model with everything in it; the texts are hostile where the user types them. */
export const SAMPLE_MODEL: Model = {
  ...STARTING_MODEL,
  columns: [
    { meaning: "key", column: "Account ID" },
    { meaning: "name", column: "Account" },
    { meaning: "margin", column: "Net margin", unit: "share" },
  ],
  criteria: [
    { criterion: "Size", column: "Revenue 2025", weight: 30, direction: "higher", scale: "minmax", floor: 0, ceiling: 2_000_000, missing: "worst" },
    { criterion: "=Profit", column: "Net margin", weight: 40, direction: "higher", scale: "percentile", missing: "average" },
    { criterion: "Payment", column: "Days late", weight: 30, direction: "lower", scale: "zscore", ceiling: 60, missing: "error" },
  ],
  gates: [
    { column: "Net margin", test: ">", limit: 0, bestTier: "C" },
    { column: "Owner", test: "filled" },
    { column: "Region", test: "<>", limit: "Export", bestTier: "B" },
  ],
  tiers: [
    { tier: "A", from: 65, servicePromise: "+Visits", hoursPerAccount: 160 },
    { tier: "B", from: 45, servicePromise: "", hoursPerAccount: 40 },
    { tier: "C", servicePromise: "Web shop" },
  ],
  settings: { ...STARTING_MODEL.settings, "Account list": "Accounts", "Hours available": 12_000, "Bonus pool": 5 },
};
