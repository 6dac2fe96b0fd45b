import type { Field } from "./headers";

/** What a column of the list means, as the model's table of columns names it. */
export const FIELD_LABELS: Readonly<Record<Field, string>> = {
  key: "Account key",
  name: "Account name",
  revenue: "Revenue",
  margin: "Margin",
  costToServe: "Cost to serve",
  growth: "Growth",
  wallet: "Customer's spend",
  daysLate: "Days late",
  access: "Access",
  openness: "Openness",
  relationship: "Relationship",
  interest: "Interest",
  fit: "Fit",
  owner: "Owner",
  reviewer: "Reviewer",
  place: "Country or region",
  industry: "Industry",
  tier: "Tier today",
  score: "Score today",
  rank: "Rank today",
};

const FIELD_OF_LABEL = new Map(Object.entries(FIELD_LABELS).flatMap(([field, label]) => [[label.toLowerCase(), field as Field] as const, [field.toLowerCase(), field as Field] as const]));

/** The meaning a label stands for, in any case; undefined for other words. */
export const fieldOfLabel = (label: string): Field | undefined => FIELD_OF_LABEL.get(label.trim().toLowerCase());
