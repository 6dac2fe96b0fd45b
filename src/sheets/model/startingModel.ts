import { ALL_SETTINGS } from "./modelSettings";
import { MODEL_VERSION, type Model, type TierLine } from "./model";

/** Three tiers with what each promises: a service level means nothing without the hours it takes. */
const TIERS: readonly TierLine[] = [
  { tier: "A", from: 65, servicePromise: "Visit every month, answer within a working day, board sponsor", hoursPerAccount: 160 },
  { tier: "B", from: 45, servicePromise: "Visit every quarter, answer within two working days", hoursPerAccount: 40 },
  { tier: "C", servicePromise: "Inside sales and web shop, yearly call", hoursPerAccount: 6 },
];

/** What a new workbook begins with: sound costs and tiers, and no criterion before the list is known. */
export const STARTING_MODEL: Model = {
  version: MODEL_VERSION,
  columns: [],
  criteria: [],
  gates: [],
  tiers: TIERS,
  settings: Object.fromEntries(ALL_SETTINGS.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]))),
};
