import type { Field } from "../read/headers";
import type { CriterionLine, GateLine } from "./model";

/** Where the figures of a preset criterion come from. */
export type PresetSource =
  /** A column whose meaning the user confirmed. */
  | { readonly kind: "field"; readonly field: Field }
  /** A judgement on a scale from 0 to 5; the list gets an empty column for it on wish. */
  | { readonly kind: "rating"; readonly field: Field; readonly header: string; readonly anchors: Anchors }
  /** Computed from other columns of the list, as a formula in a column of its own. */
  | { readonly kind: "computed"; readonly field?: Field; readonly header: string; readonly figure: "growth" | "headroom" };

/** What each level from 0 to 5 means, so that two people give the same account the same level. */
export type Anchors = readonly [string, string, string, string, string, string];

export interface PresetCriterion extends Pick<CriterionLine, "criterion" | "weight" | "direction" | "scale" | "floor" | "ceiling" | "missing"> {
  readonly source: PresetSource;
}

export interface PresetGate extends Pick<GateLine, "test" | "limit"> {
  readonly field: Field;
}

/** A set of criteria with weights and gates, as the field of key account management puts them together. */
export interface Preset {
  readonly name: string;
  readonly description: string;
  readonly criteria: readonly PresetCriterion[];
  /** Accounts that break one get at most the last tier. */
  readonly gates: readonly PresetGate[];
}

/** The lowest and highest level of a rating. */
export const RATING = { least: 0, most: 5 } as const;

const rating = (criterion: string, weight: number, field: Field, header: string, anchors: Anchors): PresetCriterion => ({
  criterion,
  weight,
  direction: "higher",
  scale: "minmax",
  floor: RATING.least,
  ceiling: RATING.most,
  missing: "skip",
  source: { kind: "rating", field, header, anchors },
});

/** Places in the list: one giant then does not squeeze all others together. */
const figure = (criterion: string, weight: number, source: PresetSource, direction: "higher" | "lower" = "higher"): PresetCriterion => ({ criterion, weight, direction, scale: "percentile", missing: "skip", source });

const sales = (weight: number) => figure("Sales", weight, { kind: "field", field: "revenue" });
const margin = (weight: number) => figure("Margin", weight, { kind: "field", field: "margin" });
const growth = (weight: number) => figure("Consistent growth", weight, { kind: "computed", field: "growth", header: "Growth a year", figure: "growth" });
const headroom = (weight: number) => figure("Headroom", weight, { kind: "computed", header: "Headroom", figure: "headroom" });
const payment = (weight: number) => figure("Prompt payment", weight, { kind: "field", field: "daysLate" }, "lower");
const access = (weight: number) =>
  rating("Access to objectives", weight, "access", "Access 0-5", ["we know nobody who decides", "only purchasing talks to us", "users tell us their needs", "managers share their plans", "top managers share objectives", "we plan objectives together"]);
const openness = (weight: number) =>
  rating("Openness", weight, "openness", "Openness 0-5", ["refuses any change", "listens, never tries", "tries when others did", "tries with our help", "asks for our ideas", "develops new things with us"]);
const relationship = (weight: number) =>
  rating("Relationship", weight, "relationship", "Relationship 0-5", ["no contact", "one contact, orders only", "two contacts, polite", "several contacts in two areas", "trusted at several levels", "partners, also at the top"]);
const interest = (weight: number) =>
  rating("Mutual interest", weight, "interest", "Interest 0-5", ["does not want us closer", "indifferent", "sees some use", "wants more contact", "asks to be a key account", "has named a partner for us"]);
const values = (weight: number) =>
  rating("Values our offer", weight, "fit", "Fit 0-5", ["buys on price alone", "sees little difference", "likes some of it", "prefers us at equal price", "pays more for it", "depends on it"]);

/** The big buyer below cost who pays late must not qualify, whatever the score. */
const NO_LOSS_NO_DELAY: readonly PresetGate[] = [
  { field: "margin", test: ">", limit: 0 },
  { field: "daysLate", test: "<=", limit: 30 },
];

export const PRESETS: readonly Preset[] = [
  {
    name: "Key account selection",
    description: "What the field asks of a key account: sales, margin, steady growth, room to grow, prompt payment, access and openness. Turnover is one of eight.",
    criteria: [sales(15), margin(20), growth(15), headroom(15), payment(10), access(10), openness(5), relationship(10)],
    gates: NO_LOSS_NO_DELAY,
  },
  {
    name: "Figures only",
    description: "For a list without judgements: everything comes from the export.",
    criteria: [sales(20), margin(30), growth(20), headroom(15), payment(15)],
    gates: NO_LOSS_NO_DELAY,
  },
  {
    name: "Potential and shared interests",
    description: "Few accounts to invest in: what could be earned there, and whether they want it too.",
    criteria: [margin(25), headroom(25), growth(15), access(15), openness(10), interest(10)],
    gates: NO_LOSS_NO_DELAY,
  },
  {
    name: "Attractiveness and strength",
    description: "How attractive the account is (size, growth, payment) and how strong we are there (relationship, fit).",
    criteria: [sales(20), growth(20), payment(15), relationship(25), values(20)],
    gates: [{ field: "margin", test: ">", limit: 0 }],
  },
];

/** Sets of tier names, best first; as many as there are tiers are taken, and one that is too short is not offered. */
export const TIER_NAMES: readonly { readonly name: string; readonly tiers: readonly string[] }[] = [
  { name: "A B C", tiers: ["A", "B", "C", "D", "E"] },
  { name: "Gold Silver Bronze", tiers: ["Gold", "Silver", "Bronze"] },
  { name: "First class, Club, Economy", tiers: ["First class", "Club", "Economy", "Standby"] },
  { name: "Premier League and divisions", tiers: ["Premier League", "Championship", "League One", "League Two"] },
];

/** The levels of a rating in one text, short enough for the note Excel shows beside a cell. */
export const anchorText = (anchors: Anchors): string => anchors.map((words, level) => `${level} ${words}`).join("; ");
