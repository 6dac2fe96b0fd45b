/** The add-in's functions without their namespace: only the list tells which underscores of a stored name were dots. */
export const KAM_FUNCTIONS = [
  "ALLOCATE", "BANT", "BREAKEVEN.GROWTH", "BREAKEVEN.SALES", "CONSISTENCY", "CONTRIBUTIONS", "COSTTOSERVE", "COVERAGE", "GATE", "LIFETIME",
  "NORMALIZE", "PAYBACK", "PAYBACK.PROGRAM", "PAYBACK.SCHEDULE", "RANK", "RATE", "ROLES", "ROTI", "SCORE", "SCORECARD", "TIER", "TIER.CAPACITY",
  "TIER.NATURAL", "TIER.NEXT", "TIER.PARETO", "TIER.QUOTA", "TIER.STABILITY", "TOPSIS", "TREND", "WALLET", "WEIGHTS", "WHALE",
] as const;

export type KamFunction = (typeof KAM_FUNCTIONS)[number];

export const isKamFunction = (name: string): name is KamFunction => (KAM_FUNCTIONS as readonly string[]).includes(name);

/** The namespace of the functions in formulas. */
export const NAMESPACE = "KAM";
