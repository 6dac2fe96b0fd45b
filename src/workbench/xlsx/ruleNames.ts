/** Words of files (ECMA-376 part 1, 18.18) against those of the API, for conditional formats and validation. */
export type Pairs = readonly (readonly [file: string, api: string])[];

export const CONDITION_OPERATORS: Pairs = [
  ["between", "Between"],
  ["notBetween", "NotBetween"],
  ["equal", "EqualTo"],
  ["notEqual", "NotEqualTo"],
  ["greaterThan", "GreaterThan"],
  ["lessThan", "LessThan"],
  ["greaterThanOrEqual", "GreaterThanOrEqual"],
  ["lessThanOrEqual", "LessThanOrEqual"],
];

/** The API says it longer for validation than for conditions. */
export const VALIDATION_OPERATORS: Pairs = CONDITION_OPERATORS.map(([file, api]) => [file, api.endsWith("OrEqual") ? `${api}To` : api]);

export const VALIDATION_TYPES: Pairs = [
  ["list", "list"],
  ["whole", "wholeNumber"],
  ["decimal", "decimal"],
  ["date", "date"],
  ["time", "time"],
  ["textLength", "textLength"],
  ["custom", "custom"],
];

export const TEXT_OPERATORS: Pairs = [
  ["containsText", "Contains"],
  ["notContainsText", "NotContains"],
  ["beginsWith", "BeginsWith"],
  ["endsWith", "EndsWith"],
];

/** Kinds of bounds in colour scales, data bars and icon sets. */
export const BOUNDS: Pairs = [
  ["min", "LowestValue"],
  ["max", "HighestValue"],
  ["num", "Number"],
  ["percent", "Percent"],
  ["percentile", "Percentile"],
  ["formula", "Formula"],
  ["autoMin", "Automatic"],
  ["autoMax", "Automatic"],
];

export const ICON_SETS: Pairs = [
  ["3Arrows", "ThreeArrows"],
  ["3ArrowsGray", "ThreeArrowsGray"],
  ["3Flags", "ThreeFlags"],
  ["3TrafficLights1", "ThreeTrafficLights1"],
  ["3TrafficLights2", "ThreeTrafficLights2"],
  ["3Signs", "ThreeSigns"],
  ["3Symbols", "ThreeSymbols"],
  ["3Symbols2", "ThreeSymbols2"],
  ["4Arrows", "FourArrows"],
  ["4ArrowsGray", "FourArrowsGray"],
  ["4RedToBlack", "FourRedToBlack"],
  ["4Rating", "FourRating"],
  ["4TrafficLights", "FourTrafficLights"],
  ["5Arrows", "FiveArrows"],
  ["5ArrowsGray", "FiveArrowsGray"],
  ["5Rating", "FiveRating"],
  ["5Quarters", "FiveQuarters"],
];

/** Preset criteria that are a rule type of their own; the others compare with the average or with a date. */
export const PRESET_TYPES: Pairs = [
  ["containsBlanks", "Blanks"],
  ["notContainsBlanks", "NonBlanks"],
  ["containsErrors", "Errors"],
  ["notContainsErrors", "NonErrors"],
  ["uniqueValues", "UniqueValues"],
  ["duplicateValues", "DuplicateValues"],
];

export const TIME_PERIODS: Pairs = [
  ["yesterday", "Yesterday"],
  ["today", "Today"],
  ["tomorrow", "Tomorrow"],
  ["last7Days", "LastSevenDays"],
  ["lastWeek", "LastWeek"],
  ["thisWeek", "ThisWeek"],
  ["nextWeek", "NextWeek"],
  ["lastMonth", "LastMonth"],
  ["thisMonth", "ThisMonth"],
  ["nextMonth", "NextMonth"],
];

export const DEVIATIONS = ["", "One", "Two", "Three"] as const;

export function apiWord(pairs: Pairs, file: string | undefined): string | undefined {
  return pairs.find((pair) => pair[0] === file)?.[1];
}

export function fileWord(pairs: Pairs, api: unknown): string | undefined {
  return pairs.find((pair) => pair[1] === api)?.[0];
}
