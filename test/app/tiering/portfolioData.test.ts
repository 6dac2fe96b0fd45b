import { readPortfolio } from "../../../src/app/tiering/portfolioData";
import type { Model } from "../../../src/sheets/model/model";

const model: Model = {
  version: 2,
  columns: [],
  criteria: [{ criterion: "Size", column: "sales ", weight: 1, direction: "higher", scale: "minmax", missing: "skip" }],
  gates: [{ column: "Industry", test: "=", limit: "Foods" }],
  tiers: [],
  settings: {},
};
const block = {
  row: 4,
  column: 1,
  values: [
    ["Account ID", "Account", "Sales", "Industry", "Tier", "Revenue"],
    ["A1", "Alpha", 10, "Foods", "A", 100],
    ["", "Total", 99, "", "", 400],
    [7, " ", "1,200", true, "#N/A", "x"],
    ["", "", "", "", "", ""],
    ["A3", "=1+1", "", "#REF!", "", ""],
  ],
};
const portfolio = readPortfolio({ block, key: "Account ID", name: "Account", tier: "Tier", revenue: "Revenue" }, model);

test("accounts are the rows with a key; keys stay numbers or texts, an account without a name is called by its key", () => {
  expect(portfolio.accounts.keys).toEqual(["A1", 7, "A3"]);
  expect(portfolio.accounts.names).toEqual(["Alpha", "7", "=1+1"]);
  expect([...portfolio.accounts.rows]).toEqual([5, 7, 9]);
});

test("a row without a key is left out and named, an empty one is not worth a word", () => {
  expect(portfolio.leftOut).toEqual([{ address: "B7", reason: 'has no "Account ID"', kind: "no Account ID" }]);
});

test("figures, texts, tiers and revenue are those of the accounts; headers are found in any case", () => {
  const [sales, industry] = portfolio.data.columns;
  expect([...(sales?.numbers ?? [])]).toEqual([10, NaN, NaN]);
  expect(industry?.texts).toEqual(["Foods", "TRUE", "#REF!"]);
  expect(portfolio.tiersInList).toEqual(["A", "", ""]);
  expect([...(portfolio.revenue ?? [])]).toEqual([100, NaN, NaN]);
});

test("cells that are not the number they should be are named with their address", () => {
  expect(portfolio.refusals).toEqual([
    { address: "D8", reason: 'sales  is "1,200", which is not a number', kind: "sales  is not a number" },
    { address: "E10", reason: "Industry is #REF!, which is not a number", kind: "Industry is not a number" },
  ]);
});
