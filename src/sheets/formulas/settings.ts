/** The visible table every plan reads its assumptions from. */
export const SETTINGS_TABLE = "KAM_Settings";

export interface Setting {
  readonly name: string;
  readonly value: number | string;
  readonly unit: string;
  readonly note: string;
  readonly style: "money" | "percent" | "whole" | "score" | "text";
  /** What may be typed, where a mistake is easily made. */
  readonly bounds?: { readonly least: number; readonly most: number };
}

/** Years a plan's table has room for. */
export const LONGEST_HORIZON = 10;

/**
 * Written on first use with the worked example of the field: a manager costs 200,000 and looks after 10 accounts, so an
 * account costs 20,000; at 10 % net margin it needs 200,000 extra sales, which is 10 % of a 2 million account.
 */
export const SETTINGS = {
  programCost: { name: "Programme cost", value: 200_000, unit: "a year", note: "One key account manager with everything he or she needs", style: "money" },
  accountsPerManager: { name: "Accounts per manager", value: 10, unit: "accounts", note: "The cost above is shared by this many accounts", style: "whole", bounds: { least: 1, most: 1000 } },
  setupCost: { name: "Set-up cost", value: 0, unit: "once per account", note: "Spent before the first year: analysis, training, systems", style: "money" },
  netMargin: { name: "Net margin", value: 0.1, unit: "of sales", note: "Used for accounts whose margin the list does not tell", style: "percent", bounds: { least: -1, most: 1 } },
  plannedGrowth: { name: "Planned growth", value: 0.12, unit: "a year", note: "Used for accounts whose growth the list does not tell; can be changed in each plan", style: "percent", bounds: { least: -1, most: 10 } },
  discountRate: { name: "Discount rate", value: 0, unit: "a year", note: "0 counts a euro in five years like a euro today", style: "percent", bounds: { least: -0.5, most: 1 } },
  horizon: { name: "Horizon", value: 5, unit: "years", note: "By when an account has to pay its programme back (1 to 10)", style: "whole", bounds: { least: 1, most: LONGEST_HORIZON } },
  reviewMonths: { name: "Review every", value: 3, unit: "months", note: "Sets the next review of a plan from the last one", style: "whole", bounds: { least: 1, most: 24 } },
  currency: { name: "Currency", value: "EUR", unit: "", note: "Shown beside amounts; nothing is converted", style: "text" },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;

/** The setting's value, found by its name, so that the table may be sorted and extended. */
export const setting = (name: SettingName): string => `INDEX(${SETTINGS_TABLE}[Value],MATCH("${SETTINGS[name].name}",${SETTINGS_TABLE}[Setting],0))`;
