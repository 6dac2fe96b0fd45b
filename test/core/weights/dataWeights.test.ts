import fc from "fast-check";
import { criticWeights, deviationWeights, entropyWeights } from "../../../src/core/weights/dataWeights";
import { matrixOf } from "../matrixOf";
import { thrownBy } from "../thrownBy";

describe("entropy", () => {
  test("weighs what differs most, takes 0 · ln 0 as 0", () => {
    // Column 1: shares 0 and 1, entropy 0; column 2: equal, entropy 1. All weight goes to the first.
    expect([...entropyWeights(matrixOf([[0, 5], [8, 5]]))]).toEqual([1, 0]);
  });

  test("counts present values only", () => {
    const complete = entropyWeights(matrixOf([[1, 2], [4, 16]]));
    const gaps = entropyWeights(matrixOf([[1, 2], [null, null], [4, 16]]));
    expect([...gaps]).toEqual([...complete]);
  });

  test("refuses negative figures", () => {
    expect(thrownBy(() => entropyWeights(matrixOf([[1, 2], [3, -4]])))).toEqual(["outOfRange", "values, column 2 holds -4: entropy needs numbers of 0 or more"]);
  });
});

test("deviation weighs by the spread of the scaled figures", () => {
  // Scaled 0, 1, 0, 1 (deviation 0.5) and 0, 0.5, 0.5, 1 (deviation √0.125)
  const spread = [0.5, Math.sqrt(0.125)];
  const total = spread[0] + spread[1];
  const weights = deviationWeights(matrixOf([[10, 0], [20, 5], [10, 5], [20, 10]]), [1, 1]);
  expect([...weights]).toEqual([expect.closeTo(spread[0] / total, 14), expect.closeTo(spread[1] / total, 14)]);
});

describe("critic", () => {
  test("gives no weight to what another criterion says already", () => {
    // Columns 1 and 2 correlate perfectly, column 3 is independent: conflicts 1, 1 and 2 at equal deviation.
    const figures = matrixOf([[0, 0, 0], [1, 2, 0], [0, 0, 4], [1, 2, 4]]);
    expect([...criticWeights(figures, [1, 1, 1])]).toEqual([expect.closeTo(0.25, 14), expect.closeTo(0.25, 14), expect.closeTo(0.5, 14)]);
  });

  test("directions turn agreement into conflict", () => {
    const figures = matrixOf([[0, 0], [1, 2]]);
    expect(thrownBy(() => criticWeights(figures, [1, 1]))[0]).toBe("noAnswer");
    expect([...criticWeights(figures, [1, -1])]).toEqual([0.5, 0.5]);
  });

  test("a single criterion has all the weight", () => {
    expect([...criticWeights(matrixOf([[1], [2]]), [1])]).toEqual([1]);
  });
});

test.each([
  ["entropy", (rows: readonly (readonly number[])[]) => entropyWeights(matrixOf(rows))],
  ["critic", (rows: readonly (readonly number[])[]) => criticWeights(matrixOf(rows), [1, 1])],
  ["deviation", (rows: readonly (readonly number[])[]) => deviationWeights(matrixOf(rows), [1, 1])],
] as const)("%s needs accounts that differ", (method, weights) => {
  expect(thrownBy(() => weights([[1, 2]]))).toEqual(["shape", `${method} compares accounts and needs at least two rows, received 1`]);
  expect(thrownBy(() => weights([[1, 2], [1, 2]]))).toEqual(["noAnswer", `${method} finds nothing in the figures that tells the criteria apart`]);
});

test("weights are shares that do not depend on the unit of the figures", () => {
  const figure = fc.integer({ min: 0, max: 50 });
  fc.assert(
    fc.property(fc.array(fc.tuple(figure, figure, figure), { minLength: 3, maxLength: 12 }), fc.constantFrom("entropy", "critic", "deviation"), (rows, method) => {
      fc.pre(new Set(rows.map(String)).size > 2);
      const weigh = (factor: number) => {
        const figures = matrixOf(rows.map(([a, b, c]) => [a * factor, b, c]));
        return method === "entropy" ? entropyWeights(figures) : method === "critic" ? criticWeights(figures, [1, -1, 1]) : deviationWeights(figures, [1, -1, 1]);
      };
      const weights = weigh(1);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      weigh(1000).forEach((weight, c) => {
        expect(weight).toBeGreaterThanOrEqual(0);
        expect(weight).toBeCloseTo(weights[c], 9);
      });
    }),
  );
});
