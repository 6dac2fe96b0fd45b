import { errorOf } from "./customFunctionsStub";
import { publicFunctions } from "./publicFunctions";

/** Calls a public function as Excel does: ranges as rows of cells, null for what is left out. */
function call(id: string, ...args: unknown[]): unknown[][] {
  const target = publicFunctions.get(id)!;
  return target(...args, ...new Array<null>(Math.max(0, target.length - args.length)).fill(null)) as unknown[][];
}

const column = (...cells: unknown[]) => cells.map((cell) => [cell]);
const labels = (result: unknown[][]) => result.map((row) => row[0]);

describe("KAM.TIER", () => {
  test("default labels, cut-offs as a row or a column, in any order", () => {
    expect(call("TIER", column(90, 80, 79, 10, ""), [[50, 80]])).toEqual(column("A", "A", "B", "C", ""));
    expect(call("TIER", column(90, 80, 79, 10, ""), column(80, 50))).toEqual(column("A", "A", "B", "C", ""));
  });

  test("own labels, previous tiers in any case, and a buffer", () => {
    const result = call("TIER", column(84, 85, 76, 74, 84), [[80]], [["Key", "Standard"]], column("standard", "Standard", " KEY ", "Key", "unknown"), 5);
    expect(labels(result)).toEqual(["Standard", "Key", "Key", "Standard", "Key"]);
  });

  test("a previous tier without a buffer changes at the cut-off", () => {
    expect(call("TIER", column(80), [[80]], null, column("B"))).toEqual(column("A"));
  });

  test("one cell, and a scalar for all previous tiers", () => {
    expect(call("TIER", 81, 80)).toEqual([["A"]]);
    expect(call("TIER", column(81, 86), [[80]], null, "B", 5)).toEqual(column("B", "A"));
  });

  test("text spoils its own row only", () => {
    const result = call("TIER", column(90, "n/a", 10), [[50]]);
    expect([result[0], result[2]]).toEqual([["A"], ["B"]]);
    expect(result[1]![0]).toMatchObject({ code: "#VALUE!", message: 'scores, row 2, column 1: "n/a" is not a number' });
  });

  test("accounts of the same tier share one row, so that a full sheet costs little", () => {
    const result = call("TIER", column(90, 91, 10), [[50]]);
    expect(result[0]).toBe(result[1]);
    expect(result[0]).not.toBe(result[2]);
  });

  test("more than 26 tiers are named as Excel names columns", () => {
    const cutoffs = Array.from({ length: 27 }, (_, i) => i + 1);
    expect(call("TIER", column(0, 1, 27), [cutoffs])).toEqual(column("AB", "AA", "A"));
  });

  test("arguments malformed as a whole", () => {
    expect(errorOf(() => call("TIER", column(1), [[50, 80]], [["A", "B"]]))).toEqual({ code: "#VALUE!", message: "labels has 2 values, 3 are needed" });
    expect(errorOf(() => call("TIER", column(1), [[50, "80 "]]))).toMatchObject({ code: "#VALUE!", message: expect.stringContaining("stored as text") as string });
    expect(errorOf(() => call("TIER", column(1), [[50, ""]]))).toEqual({ code: "#VALUE!", message: "cutoff 2 is blank; give the lowest score of the tier" });
    expect(errorOf(() => call("TIER", column(1, 2), [[50]], null, column("A", "B", "A")))).toEqual({
      code: "#VALUE!",
      message: "previous has 3 rows, 2 are needed: one per account",
    });
    expect(errorOf(() => call("TIER", column(1), [[50]], null, column("A"), -1))).toEqual({
      code: "#VALUE!",
      message: "buffer is -1; it must be zero or more score points",
    });
  });
});

describe("KAM.TIER.QUOTA", () => {
  test("numbers of accounts and shares; the group that does not fit goes down", () => {
    // 1 account; 50 % of 5 = 2.5, up to 3: but 70, 70 and 60, 60 would be four, so only the 70s.
    expect(labels(call("TIER.QUOTA", column(90, 70, 60, 70, 60), [[1, 0.5]]))).toEqual(["A", "B", "C", "B", "C"]);
  });

  test("refuses a quota that is neither", () => {
    expect(errorOf(() => call("TIER.QUOTA", column(1), [[2.5]]))).toEqual({
      code: "#VALUE!",
      message: "quota 1 is 2.5; it must be a whole number of accounts or a share below 1",
    });
  });
});

describe("KAM.TIER.PARETO", () => {
  test("80 and 95 % by default; zero, negative and blank", () => {
    expect(labels(call("TIER.PARETO", column(50, 30, 10, 5, 3, 2, 0, -1, "")))).toEqual(["A", "A", "B", "B", "C", "C", "C", "C", ""]);
  });

  test("the boundary word in any case; an unknown one is refused with the list", () => {
    expect(labels(call("TIER.PARETO", column(70, 20, 10), null, null, "AFTER"))).toEqual(["A", "B", "C"]);
    expect(errorOf(() => call("TIER.PARETO", column(1), null, null, "within"))).toEqual({
      code: "#VALUE!",
      message: 'boundary must be one of before, after; received "within"',
    });
  });
});

describe("KAM.TIER.NATURAL", () => {
  test("three groups one sees", () => {
    expect(labels(call("TIER.NATURAL", column(11, 90, 10, 50, 52, "", 12), 3))).toEqual(["C", "A", "C", "B", "B", "", "C"]);
  });

  test("more tiers than different scores are refused", () => {
    expect(errorOf(() => call("TIER.NATURAL", column(1, 1), 2))).toEqual({
      code: "#VALUE!",
      message: "tiers is 2, but all scores are equal; ask for fewer tiers",
    });
  });
});

describe("KAM.TIER.CAPACITY", () => {
  test("hours from the best score down, with eligibility", () => {
    // 5 × 10 = 50 for all, 150 left: one A (90 more), then two B (30 more each).
    expect(labels(call("TIER.CAPACITY", column(50, 40, 30, 20, 10), [[100, 40, 10]], 200))).toEqual(["A", "B", "B", "C", "C"]);
    // Nobody reaches 60, so no A; 150 / 30 = 5 B, but only three reach 30.
    expect(labels(call("TIER.CAPACITY", column(50, 40, 30, 20, 10), [[100, 40, 10]], 200, null, [[60, 30]]))).toEqual(["B", "B", "B", "C", "C"]);
  });

  test("too few hours for the last tier: #N/A that says how many are missing", () => {
    const error = errorOf(() => call("TIER.CAPACITY", column(50, 40), [[100, 10]], 15));
    expect(error.code).toBe("#N/A");
    expect(error.message).toMatch(/^short by 5 hours/);
  });

  test("a missing capacity is refused", () => {
    expect(errorOf(() => call("TIER.CAPACITY", column(50), [[10]], ""))).toMatchObject({ code: "#VALUE!" });
  });
});

test("every tier function refuses an empty argument by name", () => {
  for (const [id, name] of [["TIER", "scores"], ["TIER.PARETO", "values"], ["TIER.QUOTA", "scores"], ["TIER.NATURAL", "scores"], ["TIER.CAPACITY", "scores"]] as const) {
    expect(errorOf(() => call(id, [], [[1]]))).toEqual({ code: "#VALUE!", message: `${name} is empty` });
  }
});
