import fc from "fast-check";
import { errorOf } from "./customFunctionsStub";
import { publicFunctions } from "./publicFunctions";

/** Calls as Excel does: arguments fresh from JSON, null for what is left out. */
function call(id: string, ...args: unknown[]): unknown[][] {
  return publicFunctions.get(id)!(...(JSON.parse(JSON.stringify([...args, ...new Array<null>(7).fill(null)])) as unknown[])) as unknown[][];
}

const VALUE = "#VALUE!";
const FIGURES = [[100, 5], [300, 1], [200, ""]];

describe("SCORE", () => {
  test("scores by hand: revenue counts 3, distance 1 and lower is better", () => {
    // Revenue 0, 1, 0.5; distance 0, 1, missing. (3 × 0.5) / 3 = 0.5
    expect(call("SCORE", FIGURES, [[3, 1]], [["higher", "lower"]])).toEqual([[0], [100], [50]]);
    expect(call("SCORE", FIGURES, [[3], [1]], [[1], [-1]], "minmax", "worst")).toEqual([[0], [100], [37.5]]);
  });

  test("fixed floors and ceilings make an account's score independent of the others", () => {
    const anchored = (rows: unknown[][]) => call("SCORE", rows, [[3, 1]], null, null, null, [[0, 0]], [[400, 10]]);
    // (3 × 0.25 + 1 × 0.5) / 4 = 0.3125
    expect(anchored([[100, 5]])).toEqual([[31.25]]);
    expect(anchored([...FIGURES, [399, 9]])[0]).toEqual([31.25]);
  });

  test("a single direction, floor or ceiling stands for all criteria", () => {
    expect(call("SCORE", [[1, 2], [3, 4]], [[1, 1]], "lower", null, null, 0, 8)).toEqual(call("SCORE", [[1, 2], [3, 4]], [[1, 1]], [[-1, -1]], null, null, [[0, 0]], [[8, 8]]));
  });

  test("words count in any case, blanks as left out", () => {
    expect(call("SCORE", FIGURES, [[3, 1]], [["", " LOWER "]], "MinMax", "")).toEqual([[0], [100], [50]]);
  });

  test("one bad account keeps its own error and takes no part in the observed range", () => {
    expect(call("SCORE", [[0], ["n/a"], [10], [null], [5]], [[1]])).toMatchObject([
      [0],
      [{ code: VALUE, message: 'values, row 2, column 1: "n/a" is not a number' }],
      [100],
      [{ code: "#N/A", message: "this account has no value in any criterion" }],
      [50],
    ]);
    expect(call("SCORE", [[0, 1], ["#REF!", 1000], [10, 3]], [[0, 1]])[2]).toEqual([100]);
  });

  test.each([
    [[FIGURES, [[1]]], "weights has 1 value, values has 2 columns: one weight per column"],
    [[FIGURES, [[1, "a lot"]]], 'weights, row 1, column 2: "a lot" is not a number'],
    [[FIGURES, [[1, ""]]], "weight 2 is missing, enter 0 to leave it out"],
    [[FIGURES, [[1, 1]], [[1, 2]]], "direction 2 must be one of higher, lower, 1, -1; received 2"],
    [[FIGURES, [[1, 1]], [[1, 1, 1]]], "directions has 3 values, 2 are needed"],
    [[FIGURES, [[1, 1]], null, "max"], 'scale must be one of minmax, percentile, zscore; received "max"'],
    [[FIGURES, [[1, 1]], null, null, "zero"], 'missing must be one of skip, worst, average, error; received "zero"'],
    [[FIGURES, [[1, 1]], null, null, null, [[0, 9]], [[1, 9]]], "floor 2 is 9, it must be below ceiling 2, which is 9"],
    [[FIGURES, [[1, 1]], null, null, null, [[0, 9, 9]]], "floors has 3 values, 2 are needed"],
    [[[[1, 2], [3]], [[1, 1]]], "values, row 2 has 1 columns, row 1 has 2"],
    [[null, [[1]]], "values is missing"],
  ])("refuses %j", (args, message) => {
    expect(errorOf(() => call("SCORE", ...args))).toEqual({ code: VALUE, message });
  });

  test("raising a figure never lowers the score when floors and ceilings are fixed", () => {
    const figure = fc.double({ min: -20, max: 120, noNaN: true });
    fc.assert(
      fc.property(figure, figure, figure, fc.constantFrom(1, -1), (other, a, b, direction) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const [[lower], [higher]] = call("SCORE", [[low, other], [high, other]], [[2, 1]], [[direction, 1]], null, null, 0, 100) as number[][];
        expect(direction * (higher - lower)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test("CONTRIBUTIONS add up to SCORE and show a skipped criterion blank", () => {
  expect(call("CONTRIBUTIONS", FIGURES, [[3, 1]], [[1, -1]])).toEqual([[0, 0], [75, 25], [50, ""]]);
  expect(call("CONTRIBUTIONS", [["x", 1], [2, 2]], [[1, 1]])).toMatchObject([[{ code: VALUE }, { code: VALUE }], [50 / 2, 50 / 2]]);
});

describe("NORMALIZE", () => {
  test("scales each criterion by itself, blank stays blank", () => {
    expect(call("NORMALIZE", FIGURES, [[1, -1]])).toEqual([[0, 0], [1, 1], [0.5, ""]]);
    expect(call("NORMALIZE", [[2], [6]], null, "sum")).toEqual([[0.25], [0.75]]);
    expect(call("NORMALIZE", [[2], [6]], null, "minmax", [[0]], [[8]])).toEqual([[0.25], [0.75]]);
  });

  test("refuses an unknown scale", () => {
    expect(errorOf(() => call("NORMALIZE", FIGURES, null, "log"))).toEqual({
      code: VALUE,
      message: 'scale must be one of minmax, percentile, zscore, max, sum, vector; received "log"',
    });
  });
});

test("TOPSIS takes directions and normalization", () => {
  expect(call("TOPSIS", [[3, 0], [0, 4]], [[1, 1]], [[1, -1]], "none")).toEqual([[1], [0]]);
  expect(errorOf(() => call("TOPSIS", [[3, 0]], [[1, 1]], null, "sum"))).toEqual({
    code: VALUE,
    message: 'normalization must be one of vector, minmax, none; received "sum"',
  });
});

test("RATE keeps the shape of the values", () => {
  expect(call("RATE", [[5, ""], [15, "x"]], [[0, 10]], [[1, 3]], "linear")).toMatchObject([[2, ""], [{ code: VALUE }, { code: VALUE }]]);
});

test("RANK keeps blanks and errors in their rows", () => {
  expect(call("RANK", [[5], [""], [9], ["?"], [5]], "dense")).toMatchObject([[2], [""], [1], [{ code: VALUE, message: 'scores, row 4, column 1: "?" is not a number' }], [2]]);
  expect(errorOf(() => call("RANK", [[1, 2]]))).toEqual({ code: VALUE, message: "scores must be one column, received 1 rows × 2 columns" });
});
