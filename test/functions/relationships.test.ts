import "./customFunctionsStub";
import { bant, contactCoverage, openRoles } from "../../src/functions/relationships";
import { errorOf } from "./customFunctionsStub";

const VALUE = "#VALUE!";

describe("COVERAGE", () => {
  test("one number for the account's contacts", () => {
    expect(contactCoverage([[3], [1], [""]], [[5], [1], [4]])).toBe(0.8);
    expect(contactCoverage([[1]], [[5]], 10)).toBe(0.5);
  });

  test.each([
    [[[[1]], [[6]]], VALUE, "strength, contact 1 is 6; it must be from -5 to 5"],
    [[[[1], [1]], [[1], [2], [3]]], VALUE, "influence has 2 rows, 3 are needed: one per account"],
    [[[["high"]], [[1]]], VALUE, 'influence, row 1, column 1: "high" is not a number'],
    [[[[""]], [[1]]], "#N/A", "no contact has both an influence above zero and a strength"],
  ])("refuses %j", (args, code, message) => {
    const call = () => (contactCoverage as (...given: unknown[]) => unknown)(...args);
    expect(errorOf(call)).toEqual({ code, message });
  });
});

describe("ROLES", () => {
  test("names what is missing, empty when nothing is", () => {
    expect(openRoles([["User", "champion"], ["", null]])).toBe("Decision maker, Influencer, Gatekeeper");
    expect(openRoles([["Decision maker, Influencer"], ["Champion"], ["User"], ["gatekeeper"]])).toBe("");
  });

  test("other roles may be required; a blank list means the default", () => {
    expect(openRoles([["User"]], [["User"], ["Payer"]])).toBe("Payer");
    expect(openRoles([["User"]], [[""]])).toBe("Decision maker, Influencer, Champion, Gatekeeper");
  });

  test("no contacts at all", () => {
    expect(openRoles([[""]])).toBe("Decision maker, Influencer, Champion, User, Gatekeeper");
    expect(errorOf(() => openRoles(null as never))).toEqual({ code: VALUE, message: "roles is missing" });
  });
});

describe("BANT", () => {
  test("every way to say yes, no and unknown", () => {
    expect(bant([[true], [1], ["Y"], ["yes"], ["1"]], [["YES"]], [["y"]], [[true]])).toEqual(new Array(5).fill(["Qualified"]));
    expect(bant([[false], [0], ["n"], ["No"]], [["?"]], [[""]], [[true]])).toEqual(new Array(4).fill(["Not qualified"]));
    expect(bant([["?"], [""], [null], [" "]], [["yes"]], [["yes"]], [["?"]])).toEqual(new Array(4).fill(["Unknown: Budget, Timing"]));
  });

  test("another word is its row's error, a wrong length the whole call's", () => {
    expect(bant([["maybe"], ["yes"], [2]], [["yes"]], [["yes"]], [["yes"]])).toEqual([
      [expect.objectContaining({ code: VALUE, message: 'budget, row 1, column 1: "maybe" is not yes, no or ? (unknown)' })],
      ["Qualified"],
      [expect.objectContaining({ code: VALUE, message: "budget, row 3, column 1: 2 is not yes, no or ? (unknown)" })],
    ]);
    expect(errorOf(() => bant([["yes"], ["no"]], [["yes"]], [["yes"], ["no"], ["no"]], [["yes"]]))).toEqual({
      code: VALUE,
      message: "budget has 2 rows, 3 are needed: one per account",
    });
    expect(errorOf(() => bant([["yes", "no"]], [["yes"]], [["yes"]], [["yes"]]))).toEqual({
      code: VALUE,
      message: "budget must be one column, received 1 rows × 2 columns",
    });
  });
});
