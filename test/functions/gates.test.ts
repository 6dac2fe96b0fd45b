import { errorOf } from "./customFunctionsStub";
import { gateAccounts } from "../../src/functions/gates";

const TESTS = [[">=", "filled", "="]];
const LIMITS = [[0.08, "", "DE"]];
const NAMES = [["Margin", "Owner", "Country"]];

test("says which tests an account breaks", () => {
  const accounts = [[0.1, "Anna", "de"], [0.03, "", "DE"], [null, "Ben", "FR"]];
  expect(gateAccounts(accounts, TESTS, LIMITS, NAMES)).toEqual([
    [""],
    ["Margin 0.03, needs >= 0.08; Owner missing"],
    ["Margin missing; Country FR, needs = DE"],
  ]);
});

test("names default to the columns' places", () => {
  expect(gateAccounts([[1, ""]], [[">"], ["filled"]], [[1], [""]])).toEqual([["column 1 1, needs > 1; column 2 missing"]]);
  expect(gateAccounts([[1, ""]], [[">", "filled"]], [[1, ""]], [["", "Owner"]])).toEqual([["column 1 1, needs > 1; Owner missing"]]);
});

test("text where a number is tested, and errors anywhere, belong to their row", () => {
  expect(gateAccounts([["much", "x", "DE"], [1, "#N/A", "DE"], [1, "x", "DE"]], TESTS, LIMITS)).toMatchObject([
    [{ code: "#VALUE!", message: 'values, row 1, column 1: "much" is not a number' }],
    [{ code: "#VALUE!", message: "values, row 2, column 2: #N/A is not a number" }],
    [""],
  ]);
});

test.each([
  [[["=>"]], [[1]], undefined, 'test 1 must be one of >=, >, <=, <, =, <>, filled; received "=>"'],
  [[[">=", ">="]], [[1]], undefined, "tests has 2 values, 1 is needed"],
  [[[">="]], [[1, 2]], undefined, "limits has 2 values, 1 is needed"],
  [[[">="]], [[""]], undefined, "the limit of column 1 is missing, >= needs one"],
  [[[">="]], [["much"]], [["Margin"]], 'the limit of Margin is "much", >= needs a number'],
  [[[">="]], [[1]], [["a", "b"]], "names has 2 values, 1 is needed"],
])("refuses %j %j %j", (tests, limits, names, message) => {
  expect(errorOf(() => gateAccounts([[1]], tests, limits, names))).toEqual({ code: "#VALUE!", message });
});
