import { aimedFigure, type AccountAnswer } from "../../../src/app/tiering/accountAnswer";
import { readPortfolio } from "../../../src/app/tiering/portfolioData";
import { inOneGo } from "../../../src/app/tiering/steps";
import { TieringSession } from "../../../src/app/tiering/tieringSession";
import type { Model } from "../../../src/sheets/model/model";

const size = { criterion: "Size", column: "Sales", weight: 3, direction: "higher", scale: "minmax", floor: 0, ceiling: 100, missing: "skip" } as const;
const MODEL: Model = {
  version: 2,
  columns: [],
  criteria: [size, { ...size, criterion: "Days late", column: "Late", weight: 1, direction: "lower" }],
  gates: [{ column: "Late", test: "<=", limit: 90, bestTier: "C" }],
  tiers: [{ tier: "A", from: 70, servicePromise: "" }, { tier: "B", from: 40, servicePromise: "" }, { tier: "C", servicePromise: "" }],
  settings: { Method: "cutoff" },
};
const CELLS = [["ID", "Sales", "Late"], ["x", 60, 40], ["y", 100, 0], ["z", 100, 95], ["u", 10, ""], ["w", "n/a", 3]];

function answers(model = MODEL): AccountAnswer[] {
  const { data } = readPortfolio({ block: { row: 0, column: 0, values: CELLS }, key: "ID" }, model);
  const session = new TieringSession({ data });
  return CELLS.slice(1).map((_, account) => inOneGo(session.explain(model, account)));
}

test("says what each criterion gives, what would lift the account, and how far it is from falling", () => {
  // (3 × 60 + 60) / 4 = 60: 10 points below A and 20 above B. Ten points are 40 of a weight of 4: 13.3 of size or 40 of lateness.
  expect(answers()[0]).toEqual({
    account: 0,
    tier: "B",
    score: 60,
    rank: 3,
    reason: expect.stringMatching(/^60\.0 points\./),
    criteria: [
      { criterion: "Size", column: "Sales", figure: 60, got: expect.closeTo(45, 9), most: 75 },
      { criterion: "Days late", column: "Late", figure: 40, got: expect.closeTo(15, 9), most: 25 },
    ],
    up: "A begins at 70.0 points: 10.0 more.",
    ways: ["Size 73.3334 instead of 60", "Days late 0 instead of 40"],
    down: "Stays above C as long as it keeps 40.0 points (20.0 to spare).",
  });
});

test("the best tier has nothing above it, the last nothing below, a gate comes before everything, and a text has no score", () => {
  const [, best, gated, last, unscored] = answers();
  expect(best).toMatchObject({ tier: "A", rank: 1, up: "", ways: [], down: "Stays above B as long as it keeps 70.0 points (30.0 to spare)." });
  expect(gated).toMatchObject({ tier: "C", up: "Is A once the gate is met: Late 95, needs <= 90.", ways: [], down: "" });
  // Without the days late only size counts; it is not filled in, so size alone can lift it.
  expect(last).toMatchObject({ tier: "C", up: "B begins at 40.0 points: 30.0 more.", ways: ["Size 40 instead of 10"], down: "", criteria: [{ got: 10, most: 100 }, { figure: undefined, got: undefined }] });
  expect(unscored).toMatchObject({ tier: "", score: NaN, reason: "No score: Sales is not a number.", up: "", ways: [], down: "" });
});

test("on other scales there are points to gain but no figure to aim at", () => {
  const ranked = answers({ ...MODEL, criteria: MODEL.criteria.map((line) => ({ ...line, scale: "percentile" as const })) });
  const below = ranked.find(({ up }) => up !== "" && !up.startsWith("Is "));
  expect(below?.up).toMatch(/^[AB] begins at \d+\.\d points: \d+\.\d more\.$/);
  expect(below?.ways).toEqual([]);
});

test("figures to aim at are short and rounded to the side that still suffices", () => {
  expect(aimedFigure(73.33333333, 60, 1)).toBe("73.3334");
  expect(aimedFigure(73.33333333, 80, -1)).toBe("73.3333");
  expect(aimedFigure(2.76e-12, 40, -1)).toBe("0");
  expect(aimedFigure(0.07, 0.05, 1)).toBe("0.07");
  expect(aimedFigure(1234567.2, 900000, 1)).toBe("1234570");
  expect(aimedFigure(-3, -5, 1)).toBe("-3");
});
