import fc from "fast-check";
import type { CellValue } from "../../../src/sheets/cellValue";
import { MODEL_SETTINGS, type CriterionLine, type GateLine, type Model, type TierLine } from "../../../src/sheets/model/model";

export interface RandomPortfolio {
  readonly cells: readonly (readonly CellValue[])[];
  readonly model: Model;
}

const COLUMNS = ["Sales", "Margin", "Days late"] as const;

/** Few different figures, so that ties, bounds and blanks are frequent. */
const figure: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -5, max: 5 }) },
  { weight: 3, arbitrary: fc.double({ min: -1000, max: 1000, noNaN: true }).map((x) => Math.round(x * 100) / 100) },
  { weight: 2, arbitrary: fc.constant("") },
);

const criterion = (column: string): fc.Arbitrary<CriterionLine> =>
  fc
    .record({
      weight: fc.constantFrom(0.5, 1, 2, 3),
      direction: fc.constantFrom("higher" as const, "lower" as const),
      scale: fc.constantFrom("minmax" as const, "percentile" as const, "zscore" as const),
      floor: fc.option(fc.integer({ min: -4, max: 0 }), { nil: undefined }),
      ceiling: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
      missing: fc.constantFrom("skip" as const, "worst" as const, "average" as const),
    })
    .map(({ floor, ceiling, ...rest }) => ({ criterion: `${column} score`, column, ...rest, ...(floor === undefined ? {} : { floor }), ...(ceiling === undefined ? {} : { ceiling }) }));

const gate: fc.Arbitrary<GateLine> = fc.record({
  column: fc.constantFrom(...COLUMNS),
  test: fc.constantFrom(">=" as const, ">" as const, "<=" as const, "<" as const, "=" as const, "<>" as const),
  limit: fc.integer({ min: -3, max: 3 }),
  bestTier: fc.constantFrom("B", "C"),
});

const TIERS: Readonly<Record<"cutoff" | "quota" | "pareto" | "natural", readonly (number | undefined)[]>> = {
  cutoff: [60, 40, undefined],
  quota: [0.2, 3, undefined],
  pareto: [0.5, 0.8, undefined],
  natural: [undefined, undefined, undefined],
};

/** Small lists with every rule of scales, anchors, missing figures, gates and methods that KAM.SCORECARD knows. */
export const randomPortfolio = (methods: readonly (keyof typeof TIERS)[] = ["cutoff", "quota", "pareto"]): fc.Arbitrary<RandomPortfolio> =>
  fc
    .record({
      rows: fc.array(fc.tuple(figure, figure, figure), { minLength: 1, maxLength: 25 }),
      criteria: fc.tuple(...COLUMNS.map(criterion)),
      gates: fc.array(gate, { maxLength: 2 }),
      method: fc.constantFrom(...methods),
    })
    .map(({ rows, criteria, gates, method }) => ({
      cells: [["Account ID", "Account", ...COLUMNS], ...rows.map((row, i) => [`A${i + 1}`, `Account ${i + 1}`, ...row])],
      model: {
        version: 2,
        columns: [],
        criteria,
        gates,
        tiers: TIERS[method].map((from, i): TierLine => ({ tier: "ABC".charAt(i), servicePromise: "", ...(from === undefined ? {} : { from }) })),
        settings: { [MODEL_SETTINGS.method]: method },
      },
    }));

/** The model's tables as KAM.SCORECARD takes them. */
export function scorecardTables({ criteria, gates, tiers }: Model) {
  return {
    criteria: [["Criterion", "Column", "Weight", "Direction", "Scale", "Floor", "Ceiling", "Missing"], ...criteria.map((c) => [c.criterion, c.column, c.weight, c.direction, c.scale, c.floor ?? "", c.ceiling ?? "", c.missing])],
    gates: [["Column", "Test", "Limit", "Best tier"], ...gates.map((g) => [g.column, g.test, g.limit ?? "", g.bestTier ?? ""])],
    tiers: [["Tier", "From"], ...tiers.map((t) => [t.tier, t.from ?? ""])],
  };
}
