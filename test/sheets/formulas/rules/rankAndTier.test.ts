import fc from "fast-check";
import { rank as coreRank, TIE_RULES } from "../../../../src/core/scoring/rank";
import { boundsFromCutoffs, cutoffTiers } from "../../../../src/core/tiering/cutoffTiers";
import { paretoTiers } from "../../../../src/core/tiering/paretoTiers";
import { quotaBounds } from "../../../../src/core/tiering/quotaTiers";
import { tiersByBounds } from "../../../../src/core/tiering/tierBounds";
import { areaAddress, cellAddress } from "../../../../src/sheets/a1";
import { rank } from "../../../../src/sheets/formulas/rules/rank";
import {
  allButLast,
  countFrom,
  placeByCutoffs,
  placeByPareto,
  placeByQuotas,
  placeWithBuffer,
  positiveTotal,
  quotaEnd,
  sumOfLarger,
  tierOf,
} from "../../../../src/sheets/formulas/rules/tier";
import { recalculate, type Cell } from "../engine/recalculate";

const LABELS = ["Gold", "Silver", "Bronze", "Basic"];
const score = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 25, 50, 49.99999999999999, 75, 80, 78, 82, 100, -3) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 700 }).map((number) => number / 7) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>(null, "", "  ") },
);
const previous = fc.constantFrom<Cell>(null, "gold", "Silver", "Bronze", "Basic", "unknown", " ");
const cases = fc.record({
  accounts: fc.array(fc.tuple(score, previous), { minLength: 1, maxLength: 14 }),
  buffer: fc.constantFrom(0, 2, 5),
  cutoffs: fc.constantFrom([80, 50, 25], [75, 50, 49]),
  quotas: fc.constantFrom([1, 2, 3], [0.25, 0.145, 2], [0, 3, 0.5], [20, 1, 1], [0.5, 0.5, 0.5]),
  shares: fc.constantFrom([0.5, 0.8, 0.95], [0.8, 0.8, 1], [0.25, 0.5, 0.75]),
});

const at = (row: number, column: number) => cellAddress(row, column, true);
const FIRST = 5;
const numbers = (cells: readonly Cell[]) => Float64Array.from(cells, (cell) => (typeof cell === "number" ? cell : NaN));

test("ranks and tiers by cut-offs, buffer, quota and Pareto are those of the functions, by another engine", () => {
  const sample = fc.sample(cases, { numRuns: 60, seed: 11 });
  const results = recalculate(
    sample.map(({ accounts, buffer, cutoffs, quotas, shares }, index) => {
      const scores = areaAddress({ row: FIRST, column: 0, rowCount: accounts.length, columnCount: 1 }, true);
      // A tier table: label, cut-off, quota, share, end of the quota; the last line has no limits, as in the model.
      const table = LABELS.map((label, t): Cell[] => [
        label,
        ...(t < 3 ? [cutoffs[t]!, quotas[t]!, shares[t]!, `=${quotaEnd(t === 0 ? "0" : at(t - 1, 4), at(t, 2), scores)}`] : [null, null, null, null]),
      ]);
      const column = (c: number) => `${at(0, c)}:${at(3, c)}`;
      const limits = (c: number) => allButLast(column(c));
      const labels = column(0);
      const lines = accounts.map(([value, before], r): Cell[] => {
        const own = at(FIRST + r, 0);
        const places = [
          placeByCutoffs(own, limits(1)),
          placeWithBuffer(own, { labels, limits: limits(1) }, at(FIRST + r, 1), String(buffer)),
          placeByQuotas(limits(4), countFrom(own, scores)),
          placeByPareto(own, limits(3), sumOfLarger(own, scores), positiveTotal(scores)),
        ];
        return [value, before, ...TIE_RULES.map((ties) => `=${rank(own, scores, ties)}`), ...places.map((place) => `=${tierOf(own, place, labels)}`)];
      });
      return { name: `Case ${index}`, rows: [...table, [], ...lines] };
    }),
  );
  sample.forEach(({ accounts, buffer, cutoffs, quotas, shares }, index) => {
    const scores = numbers(accounts.map(([value]) => value));
    const bounds = boundsFromCutoffs(Float64Array.from(cutoffs));
    const before = Int32Array.from(accounts, ([, tier]) => LABELS.findIndex((label) => label.toLowerCase() === String(tier).toLowerCase()));
    const expected = [
      ...TIE_RULES.map((ties) => [...coreRank(scores, ties)].map((place) => (Number.isNaN(place) ? "" : place))),
      ...[
        tiersByBounds(scores, bounds),
        cutoffTiers(scores, bounds, { previous: before, buffer }),
        tiersByBounds(scores, quotaBounds(scores, Float64Array.from(quotas))),
        paretoTiers(scores, Float64Array.from(shares), "before"),
      ].map((places) => [...places].map((place) => LABELS[place] ?? "")),
    ];
    accounts.forEach((_, r) => {
      const note = `case ${index}, row ${r + 1} of ${JSON.stringify(sample[index])}`;
      const row = results[index]![FIRST + r]!.slice(2).map((cell) => (typeof cell === "number" ? Math.round(cell * 1e9) / 1e9 : (cell ?? "")));
      expect([note, row]).toEqual([note, expected.map((column) => column[r])]);
    });
  });
});
