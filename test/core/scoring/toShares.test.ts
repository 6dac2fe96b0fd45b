import fc from "fast-check";
import { SCALES, type Direction, type Scaling } from "../../../src/core/scoring/scaling";
import { toShares } from "../../../src/core/scoring/toShares";
import { matrixOf, rowsIn } from "../matrixOf";
import { thrownBy } from "../thrownBy";

function shares(rows: readonly (readonly (number | null)[])[], scaling: Partial<Scaling> = {}): (number | null)[][] {
  const none = new Float64Array(rows[0].length).fill(NaN);
  const directions = rows[0].map((): Direction => 1);
  return rowsIn(toShares(matrixOf(rows), { scale: "minmax", directions, floors: none, ceilings: none, ...scaling }));
}

const column = (...values: (number | null)[]) => values.map((value) => [value]);

describe("minmax", () => {
  test("runs from the smallest to the largest present value", () => {
    expect(shares(column(10, null, 30, 15))).toEqual(column(0, null, 1, 0.25));
    expect(shares(column(10, null, 30, 15), { directions: [-1] })).toEqual(column(1, null, 0, 0.75));
  });

  test("takes fixed floors and ceilings and stays between 0 and 1", () => {
    const anchors = { floors: Float64Array.of(0), ceilings: Float64Array.of(20) };
    expect(shares(column(-5, 0, 5, 20, 99), anchors)).toEqual(column(0, 0, 0.25, 1, 1));
    expect(shares(column(-5, 0, 5, 20, 99), { ...anchors, directions: [-1] })).toEqual(column(1, 1, 0.75, 0, 0));
  });

  test("takes one fixed end and observes the other", () => {
    expect(shares(column(5, 10), { floors: Float64Array.of(0) })).toEqual(column(0.5, 1));
    expect(shares(column(5, 10), { ceilings: Float64Array.of(15) })).toEqual(column(0, 0.5));
  });

  test("gives 0.5 where nothing differs, but keeps to a fixed end", () => {
    expect(shares(column(7, 7))).toEqual(column(0.5, 0.5));
    expect(shares(column(7, 7), { directions: [-1] })).toEqual(column(0.5, 0.5));
    expect(shares(column(7, 6), { floors: Float64Array.of(7) })).toEqual(column(0, 0));
    expect(shares(column(7, 8), { ceilings: Float64Array.of(7) })).toEqual(column(1, 1));
    expect(shares(column(7, 8), { ceilings: Float64Array.of(7), directions: [-1] })).toEqual(column(0, 0));
  });

  test("refuses a floor that is not below its ceiling", () => {
    const anchors = { floors: Float64Array.of(0, 5), ceilings: Float64Array.of(1, 5) };
    expect(thrownBy(() => shares([[1, 2]], anchors))).toEqual(["outOfRange", "floor 2 is 5, it must be below ceiling 2, which is 5"]);
  });
});

describe("percentile", () => {
  test("is the average rank among the present values", () => {
    // Ranks 1, 2.5, 2.5, 4 of four: 0/3, 1.5/3, 1.5/3, 3/3.
    expect(shares(column(10, 20, null, 20, 40), { scale: "percentile" })).toEqual(column(0, 0.5, null, 0.5, 1));
    expect(shares(column(10, 20, 40), { scale: "percentile", directions: [-1] })).toEqual(column(1, 0.5, 0));
  });

  test("is 0.5 for a single value and for equal values", () => {
    expect(shares(column(3, null), { scale: "percentile" })).toEqual(column(0.5, null));
    expect(shares(column(3, 3, 3), { scale: "percentile" })).toEqual(column(0.5, 0.5, 0.5));
  });
});

describe("zscore", () => {
  test("is the normal probability of the distance from the mean", () => {
    // Mean 2, population deviation √(2/3): z = ∓1.2247; Φ(1.2247) = 0.8896643190400766
    const [[low], [middle], [high]] = shares(column(1, 2, 3), { scale: "zscore" });
    expect(low).toBeCloseTo(1 - 0.8896643190400766, 14);
    expect(middle).toBe(0.5);
    expect(high).toBeCloseTo(0.8896643190400766, 14);
    expect(shares(column(1, 2, 3), { scale: "zscore", directions: [-1] })[0][0]).toBeCloseTo(0.8896643190400766, 14);
  });

  test("is 0.5 where all values are equal, even when their mean is not exact", () => {
    expect(shares(column(0.1, 0.1, 0.1, null), { scale: "zscore" })).toEqual(column(0.5, 0.5, 0.5, null));
  });
});

test("every share lies in 0..1, missing stays missing, and raising a figure never lowers its own share", () => {
  const figure = fc.oneof(fc.double({ min: -1e100, max: 1e100, noNaN: true }), fc.integer({ min: -9, max: 9 }), fc.constantFrom(1e-300, 0, -0));
  fc.assert(
    fc.property(fc.array(fc.option(figure, { freq: 6 }), { minLength: 1, maxLength: 20 }), fc.constantFrom(...SCALES), fc.constantFrom<Direction>(1, -1), (figures, scale, direction) => {
      const result = shares(column(...figures), { scale, directions: [direction] });
      figures.forEach((value, i) => {
        const share = result[i][0];
        if (value === null) return expect(share).toBeNull();
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        figures.forEach((other, j) => {
          if (other !== null && other > value) expect(direction * (result[j][0]! - share!)).toBeGreaterThanOrEqual(-1e-15);
        });
      });
    }),
  );
});
