import fc from "fast-check";
import type { Cell } from "../engine/recalculate";
import { cells, constants, number, vector, word, type Argument, type TwinCase } from "./twinCases";

const blank = fc.constantFrom<Cell>(null, "", "  ");
const whole = fc.integer({ min: -5, max: 20 });
const fine = fc.integer({ min: -9000, max: 9000 }).map((n) => n / 7);
const figure = fc.oneof({ weight: 5, arbitrary: whole }, { weight: 3, arbitrary: fine }, { weight: 2, arbitrary: blank }) as fc.Arbitrary<Cell>;
const positive = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 30 }) }, { weight: 3, arbitrary: fc.integer({ min: 1, max: 900 }).map((n) => n / 7) }) as fc.Arbitrary<Cell>;
const positiveOrBlank = fc.oneof({ weight: 5, arbitrary: positive }, { weight: 1, arbitrary: blank });
/** A cell that is no number now and then: the row's error. */
const orText = (arbitrary: fc.Arbitrary<Cell>) => fc.oneof({ weight: 20, arbitrary }, { weight: 1, arbitrary: fc.constantFrom<Cell>("n/a", "12") });

const block = (cell: fc.Arbitrary<Cell>, rowCount: number, columnCount: number): fc.Arbitrary<readonly (readonly Cell[])[]> =>
  fc.array(fc.array(cell, { minLength: columnCount, maxLength: columnCount }), { minLength: rowCount, maxLength: rowCount });
const column = (cell: fc.Arbitrary<Cell>, rowCount: number) => block(cell, rowCount, 1).map(cells);
const omitted = fc.constant<Argument>(undefined);
const maybe = (arbitrary: fc.Arbitrary<Argument>) => fc.oneof({ weight: 1, arbitrary: omitted }, { weight: 2, arbitrary });
const words = (...list: string[]) => maybe(fc.constantFrom(...list).map(word));
/** One value for all accounts, written into the call or in a cell. */
const single = (...values: number[]) => fc.constantFrom(...values).chain((value) => fc.constantFrom(number(value), cells([[value]])));
const each = (cell: fc.Arbitrary<Cell>, n: number, ...values: number[]) => fc.oneof(column(cell, n), single(...values));

const rows = fc.integer({ min: 1, max: 8 });
const shape = fc.tuple(rows, fc.integer({ min: 1, max: 4 }));

const weights = (m: number) => fc.array(fc.constantFrom(0, 1, 2, 30, 0.5), { minLength: m, maxLength: m }).filter((list) => list.some((w) => w > 0)).chain(vector);
const directions = (m: number) => maybe(fc.array(fc.constantFrom<number | string>("higher", "lower", 1, -1, ""), { minLength: m, maxLength: m }).chain(vector));
const fixedDirections = (m: number) => maybe(fc.array(fc.constantFrom<number | string>("higher", "lower", 1, -1), { minLength: m, maxLength: m }).map(constants));
const floors = (m: number) => maybe(fc.array(fc.constantFrom<number | string>("", -5, 0, 2.5), { minLength: m, maxLength: m }).chain(vector));
const ceilings = (m: number) => maybe(fc.array(fc.constantFrom<number | string>("", 3, 10, 20), { minLength: m, maxLength: m }).chain(vector));

const scored = (n: number, m: number) =>
  fc.tuple(
    block(figure, n, m).map(cells),
    weights(m),
    directions(m),
    fc.oneof(words("minmax", "percentile", "ZSCORE"), fc.constantFrom<Argument>(cells([["percentile"]]), cells([[""]]))),
    fc.oneof(words("skip", "worst", "average", "error"), fc.constantFrom<Argument>(cells([["average"]]), cells([[null]]))),
    floors(m),
    ceilings(m),
  );

const score = fc.oneof({ weight: 4, arbitrary: fc.constantFrom<Cell>(0, 25, 50, 49.99999999999999, 75, 80, 78, 82, 100, -3) }, { weight: 3, arbitrary: fc.integer({ min: 0, max: 700 }).map((n): Cell => n / 7) }, { weight: 1, arbitrary: blank });
const labels = (count: number) => maybe(fc.constantFrom(["Gold", "Silver", "Bronze", "Basic", "Rest"], ["1st \"A\"", "b*", "C?", "~d", "E"]).chain((list) => vector(list.slice(0, count).map((label) => label.replace(/"/g, "")))));

const periods = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -30, max: 60 }) }, { weight: 2, arbitrary: fc.constantFrom(0.1, 0.3, 10) }, { weight: 1, arbitrary: blank }) as fc.Arbitrary<Cell>;
const rate = fc.constantFrom<Cell>(0, 0.1, 0.05, -0.02, null, "");
const timing = words("end", "mid", "start");
const outlay = orText(fc.constantFrom<Cell>(0, 50, 100, 0.7, 20, 10, null));

const comparison = fc.constantFrom(1, 2, 3, 5, 1 / 2, 1 / 3, 4);
const pairwise = fc.integer({ min: 1, max: 4 }).chain((size) =>
  fc.array(comparison, { minLength: size * size, maxLength: size * size }).map((list) =>
    Array.from({ length: size }, (_, r) => Array.from({ length: size }, (_, c) => (r === c ? 1 : r < c ? list[r * size + c]! : 1 / list[c * size + r]!))),
  ),
);

const reply = fc.constantFrom<Cell>("yes", "Yes ", "y", true, 1, "no", "N", false, 0, "?", "", null, "maybe");
/** Without spaces inside: this engine's SUBSTITUTE takes every space for a line break. LibreOffice gets the others as well. */
const role = fc.constantFrom<Cell>("User", " user ", "Champion;User", "Influencer/User", "Coach,Payer", "Gatekeeper", null, "SuperUser");
const spacedRole = fc.oneof(role, fc.constantFrom<Cell>("Decision maker; Champion", "decision  maker", "Super user", "User\nPayer"));

const roles = (held: fc.Arbitrary<Cell>) => fc.tuple(fc.oneof(rows.chain((n) => block(held, n, 1)), block(held, 2, 3)).map(cells), maybe(vector(["Payer", "user", "What? *"])));

/** Random calls of every function that has a twin: blanks, ties, figures on the bounds, lower is better, rules for missing figures. */
export const ARBITRARY_CALLS: Readonly<Record<string, fc.Arbitrary<readonly Argument[]>>> = {
  SCORE: shape.chain(([n, m]) => scored(n, m)),
  CONTRIBUTIONS: shape.chain(([n, m]) => scored(n, m)),
  NORMALIZE: fc.oneof(
    shape.chain(([n, m]) => fc.tuple(block(figure, n, m).map(cells), directions(m), words("minmax", "percentile"), floors(m), ceilings(m))),
    shape.chain(([n, m]) => fc.tuple(block(figure, n, m).map(cells), fixedDirections(m), words("zscore", "vector"))),
    shape.chain(([n, m]) => fc.tuple(block(positiveOrBlank, n, m).map(cells), fixedDirections(m), words("max", "sum"))),
  ),
  TOPSIS: shape.chain(([n, m]) => fc.tuple(block(figure, n, m).map(cells), weights(m), fixedDirections(m), words("vector", "minmax", "none"))),
  RATE: shape.chain(([n, m]) => fc.tuple(block(orText(figure), n, m).map(cells), vector([0, 5, 10, 20]), vector([1, 2, 4, 3]), words("step", "linear"))),
  RANK: rows.chain((n) => fc.tuple(column(orText(figure), n), words("competition", "dense", "average"))),
  GATE: rows.chain((n) =>
    fc.tuple(
      block(orText(fc.constantFrom<Cell>(0.03, 0.08, 20, 60, 61, -1, true, null, "")), n, 2).map(cells),
      fc.constantFrom([">=", "<="], ["<", ">"], ["<>", "filled"]).chain((tests) => fc.constantFrom(cells([tests]), constants(tests))),
      vector([0.08, 60]),
      maybe(vector(["Margin", "Days late"])),
    ),
  ),
  TIER: rows.chain((n) =>
    fc.tuple(column(orText(score), n), vector([50, 80, 25]), labels(4), maybe(column(fc.constantFrom<Cell>(null, "a", "B", "gold", "Silver", "D", "odd", " "), n)), maybe(single(0, 2, 5))),
  ),
  // 49.99999999999999 and 50 are two scores to the function and one to spreadsheets, which compare 15 digits.
  "TIER.QUOTA": rows.chain((n) => fc.tuple(column(orText(score.map((cell) => (cell === 49.99999999999999 ? 50 : cell))), n), fc.constantFrom([1, 2, 3], [0.25, 0.145, 2], [0, 3, 0.5], [20, 1, 1], [0.5, 0.5, 0.5], [1, 1, 1]).chain(vector), labels(4))),
  "TIER.PARETO": rows.chain((n) => fc.tuple(column(orText(figure), n), fc.constantFrom<Argument>(undefined, undefined, constants([0.5, 0.8]), cells([[0.3, 0.9]])), labels(3), words("before", "after"))),
  PAYBACK: fc.oneof(
    fc.tuple(rows, fc.integer({ min: 2, max: 8 })).chain(([n, periodCount]) => fc.tuple(column(outlay, n), block(orText(periods), n, periodCount).map(cells), maybe(each(rate, n, 0, 0.1)), timing)),
    fc.integer({ min: 2, max: 8 }).chain((periodCount) => fc.tuple(single(50, 0), column(periods, periodCount), maybe(single(0, 0.1)), timing)),
    rows.chain((n) => fc.tuple(column(outlay, n), each(orText(fc.constantFrom<Cell>(20, 0, -5, 7.5, 10, null)), n, 20, 5), maybe(each(rate, n, 0, 0.1)), timing)),
  ),
  "PAYBACK.SCHEDULE": fc.oneof(
    fc.integer({ min: 2, max: 8 }).chain((periodCount) => fc.tuple(single(50, 0, 100, 0.7), fc.oneof(column(periods, periodCount), block(periods, 1, periodCount).map(cells)), maybe(single(0, 0.1)), timing)),
    fc.tuple(single(50, 0, 100), single(20, 7.5), maybe(single(0, 0.1)), timing),
  ),
  "PAYBACK.PROGRAM": rows.chain((n) =>
    fc.tuple(
      each(orText(fc.constantFrom<Cell>(1_000_000, 200_000, 0, null)), n, 500_000),
      each(fc.constantFrom<Cell>(0.1, 0.3, -0.1), n, 0.2),
      each(fc.constantFrom<Cell>(0.2, 0.02, 0, -0.05, 1), n, 0.1),
      each(fc.constantFrom<Cell>(30_000, 1000, 0), n, 20_000),
      maybe(each(fc.constantFrom<Cell>(0, 50_000, null), n, 10_000)),
      maybe(each(rate, n, 0.08)),
      maybe(fc.constantFrom(number(1), number(5), number(20))),
      words("compound", "simple"),
    ),
  ),
  "BREAKEVEN.SALES": rows.chain((n) => fc.tuple(each(orText(figure), n, 100), each(orText(figure), n, 0.1))),
  "BREAKEVEN.GROWTH": rows.chain((n) => fc.tuple(each(orText(figure), n, 100), each(orText(figure), n, 0.1), each(figure, n, 2000))),
  ALLOCATE: rows.chain((n) => fc.tuple(single(900, -50.5, 0), column(positiveOrBlank, n))),
  COSTTOSERVE: shape.chain(([n, m]) => fc.tuple(column(orText(figure), n), column(figure, n), block(orText(figure), n, m).map(cells), vector([50, 5, 0.25, 12].slice(0, m)))),
  WHALE: fc.integer({ min: 1, max: 10 }).chain((n) => fc.tuple(column(figure, n))),
  WALLET: rows.chain((n) => fc.tuple(each(orText(figure), n, 5), each(orText(figure), n, 100))),
  LIFETIME: rows.chain((n) =>
    fc.tuple(each(orText(figure), n, 1000), each(orText(fc.constantFrom<Cell>(0, 0.8, 1, 1.2, -0.1, null)), n, 0.8), maybe(each(fc.constantFrom<Cell>(0, 0.1, -1, null, ""), n, 0.1)), words("end", "start")),
  ),
  ROTI: rows.chain((n) => fc.tuple(each(orText(figure), n, 100), each(figure, n, 10), each(orText(figure), n, 8))),
  TREND: fc.tuple(rows, fc.integer({ min: 2, max: 6 })).chain(([n, periodCount]) => fc.tuple(block(orText(fc.oneof({ weight: 3, arbitrary: positiveOrBlank }, { weight: 1, arbitrary: figure })), n, periodCount).map(cells), words("cagr", "rising", "slope"))),
  COVERAGE: rows.chain((n) => fc.tuple(column(fc.constantFrom<Cell>(0, 1, 2.5, 3, null, ""), n), column(fc.constantFrom<Cell>(-5, -1, 0, 2, 5, 3.5, null, "  "), n), maybe(single(5, 10)))),
  ROLES: roles(role),
  BANT: rows.chain((n) => fc.tuple(column(reply, n), column(reply, n), column(fc.constantFrom<Cell>("yes", "?", true), n), fc.oneof(column(reply, n), fc.constant(cells([["yes"]]))))),
  WEIGHTS: fc.oneof(
    fc.integer({ min: 1, max: 5 }).chain((m) => fc.tuple(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: m, maxLength: m }).chain(vector), fc.constant(word("points")))),
    fc.integer({ min: 1, max: 6 }).chain((m) => fc.tuple(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: m, maxLength: m }).chain(vector), fc.constantFrom("centroid", "ranksum", "reciprocal").map(word))),
    pairwise.chain((table) => fc.tuple(fc.constant(cells(table)), fc.constant(word("ahp")))),
    fc.tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 4 })).chain(([n, m]) => fc.tuple(block(positive, n, m).map(cells), fc.constantFrom("entropy", "deviation", "critic").map(word), fixedDirections(m))),
  ),
  CONSISTENCY: pairwise.chain((table) => fc.tuple(fc.constant(cells(table)))),
};

/** The same calls in each run. */
export const sampleOf = (name: string, count: number, calls = ARBITRARY_CALLS[name]!): TwinCase[] => fc.sample(calls, { numRuns: count, seed: 42 }).map((args) => ({ name, args }));

export const SPACED_ROLES: fc.Arbitrary<readonly Argument[]> = roles(spacedRole);
