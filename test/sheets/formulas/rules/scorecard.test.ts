import fc from "fast-check";
import { RowErrors } from "../../../../src/core/rowErrors";
import { scorecard, type Criterion } from "../../../../src/core/portfolio/scorecard";
import { cellAddress } from "../../../../src/sheets/a1";
import { rankOfRounded } from "../../../../src/sheets/formulas/rules/rank";
import { countedWeight, missingNames, points, score, scoreOfPoints, type ScoredCriterion } from "../../../../src/sheets/formulas/rules/score";
import { averageShare, yardsticksOf } from "../../../../src/sheets/formulas/rules/share";
import { shareOfPoints, strongest, weakest } from "../../../../src/sheets/formulas/rules/standing";
import { recalculate, type Cell, type Sheet } from "../engine/recalculate";

const BLANKS: readonly Cell[] = [null, "", "  "];
const figure = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -5, max: 20 }) },
  { weight: 3, arbitrary: fc.integer({ min: -9000, max: 9000 }).map((number) => number / 7) },
  { weight: 2, arbitrary: fc.constantFrom(...BLANKS) },
);

interface Case {
  readonly figures: readonly (readonly Cell[])[];
  readonly criteria: readonly Omit<Criterion, "name">[];
  /** Written into the formulas, not read from cells. */
  readonly fixed: boolean;
}

const criterion = fc.record({
  weight: fc.constantFrom(0, 1, 2, 30, 0.5),
  direction: fc.constantFrom(1 as const, -1 as const),
  scale: fc.constantFrom("minmax" as const, "minmax" as const, "percentile" as const, "zscore" as const),
  floor: fc.constantFrom(NaN, NaN, -5, 0, 2.5),
  ceiling: fc.constantFrom(NaN, NaN, 3, 10, 20),
  missing: fc.constantFrom("skip" as const, "worst" as const, "average" as const, "error" as const),
});

const cases: fc.Arbitrary<Case> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 9 }), fc.boolean())
  .chain(([m, n, fixed]) =>
    fc.record({
      figures: fc.array(fc.array(figure, { minLength: m, maxLength: m }), { minLength: n, maxLength: n }),
      criteria: fc.array(criterion, { minLength: m, maxLength: m }).filter((list) => list.some(({ weight }) => weight > 0)),
      fixed: fc.constant(fixed),
    }),
  );

const FIRST = 6;
const at = (row: number, column: number) => cellAddress(row, column, true);
const words = { 1: "higher", [-1]: "lower" } as const;

/** A sheet with the criteria on top, their yardsticks beside them, and a row per account with its results. */
function sheetOf({ figures, criteria, fixed }: Case, index: number): Sheet {
  const m = criteria.length;
  const last = FIRST + figures.length - 1;
  const range = (column: number) => `${at(FIRST, column)}:${at(last, column)}`;
  const described = criteria.map(({ weight, direction, scale, floor, ceiling, missing }, c) => ({
    figures: range(c),
    name: at(c, 0),
    weight: fixed ? String(weight) : at(c, 1),
    direction: fixed ? { word: words[direction] } : { cell: at(c, 2) },
    scale: fixed ? { word: scale } : { cell: at(c, 3) },
    missing: fixed ? { word: missing } : { cell: at(c, 6) },
    averageShare: at(c, 13),
    ...(fixed && Number.isNaN(floor) ? {} : { floor: fixed ? String(floor) : at(c, 4) }),
    ...(fixed && Number.isNaN(ceiling) ? {} : { ceiling: fixed ? String(ceiling) : at(c, 5) }),
  }));
  const [floor, ceiling, flat, mean, deviation, count] = [7, 8, 9, 10, 11, 12];
  const held = described.map((one, c) => ({
    ...one,
    yardsticks: { floor: at(c, floor), ceiling: at(c, ceiling), flat: at(c, flat), mean: at(c, mean), deviation: at(c, deviation), count: at(c, count) },
  }));
  const top: Cell[][] = criteria.map(({ weight, direction, scale, floor: low, ceiling: high, missing }, c) => {
    const sticks = yardsticksOf(described[c]!);
    const blankOr = (number: number) => (Number.isNaN(number) ? null : number);
    const formulas = [sticks.floor, sticks.ceiling, sticks.flat, sticks.mean, sticks.deviation, sticks.count, averageShare(held[c]!)];
    return [`Criterion ${c + 1}`, weight, words[direction], scale === "minmax" ? "" : scale, blankOr(low), blankOr(high), missing, ...formulas.map((f) => `=${f}`)];
  });
  while (top.length < FIRST) top.push([]);
  const POINTS = m + 1;
  const SCORE = POINTS + m;
  const accounts = figures.map((cells, r): Cell[] => {
    const row = FIRST + r;
    const scored = held.map((one, c): ScoredCriterion & { name: string } => ({ ...one, figure: at(row, c) }));
    const inPlace = described.map((one, c): ScoredCriterion => ({ ...one, figure: at(row, c) }));
    const own = scored.map(({ figure: cell }) => cell);
    const counted = at(row, m);
    const standing = scored.map((one, c) => ({ ...one, share: shareOfPoints(at(row, POINTS + c), counted, one.weight) }));
    const weights = `${at(0, 1)}:${at(m - 1, 1)}`;
    const results = [
      countedWeight(scored),
      ...scored.map((one) => points(one, counted)),
      scoreOfPoints(scored.map((_, c) => at(row, POINTS + c)), own, '""'),
      score(inPlace),
      rankOfRounded(at(row, SCORE), range(SCORE)),
      strongest(standing, weights),
      weakest(standing, weights),
      missingNames(scored),
    ];
    return [...cells, ...results.map((formula) => `=${formula}`)];
  });
  return { name: `Case ${index}`, rows: [...top, ...accounts] };
}

const isBlank = (cell: Cell) => cell === null || (typeof cell === "string" && cell.trim() === "");

test("score, points, rank, strongest, weakest and missing are those of KAM.SCORECARD, for any criteria, by another engine", () => {
  const sample = fc.sample(cases, { numRuns: 50, seed: 5 });
  const results = recalculate(sample.map(sheetOf));
  sample.forEach(({ figures, criteria }, index) => {
    const m = criteria.length;
    const values = Float64Array.from(figures.flat(), (cell) => (isBlank(cell) ? NaN : Number(cell)));
    const errors = new RowErrors();
    const named = criteria.map((one, c) => ({ ...one, name: `Criterion ${c + 1}` }));
    const tiers = { method: "cutoff" as const, labels: ["A", "B"], limits: Float64Array.of(50) };
    const gateValues = figures.map(() => []);
    const expected = () => scorecard({ figures: { rowCount: figures.length, columnCount: m, values }, criteria: named, tiers, gates: [], gateValues }, errors);
    if (criteria.some(({ scale, floor, ceiling }) => scale === "minmax" && floor >= ceiling)) return;
    const card = expected();
    figures.forEach((_, r) => {
      const place = `case ${index}, row ${r + 1}: ${JSON.stringify({ criteria, figures })}`;
      const row = results[index]![FIRST + r]!;
      const own = row.slice(m + 1, 2 * m + 1);
      const [rounded, direct, place1, best, worst, missing] = row.slice(2 * m + 1);
      expect([place, missing ?? ""]).toEqual([place, card.missing[r]!.join(", ")]);
      if (errors.has(r)) {
        expect([place, String(direct)]).toEqual([place, expect.stringMatching(/^#/)]);
        return;
      }
      expect([place, direct]).toEqual([place, expect.closeTo(card.scores[r]!, 9)]);
      expect([place, rounded]).toEqual([place, expect.closeTo(card.scores[r]!, 9)]);
      expect([place, own.reduce<number>((sum, cell) => sum + (typeof cell === "number" ? cell : 0), 0)]).toEqual([place, expect.closeTo(card.scores[r]!, 9)]);
      expect([place, place1]).toEqual([place, 1 + card.scores.filter((other) => other > card.scores[r]! + 1e-9).length]);
      expect([place, best ?? "", worst ?? ""]).toEqual([place, card.strongest[r], card.weakest[r]]);
    });
  });
});
