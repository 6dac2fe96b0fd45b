import { errorOf } from "./customFunctionsStub";
import { publicFunctions } from "./publicFunctions";

const scorecard = (...args: unknown[]) => publicFunctions.get("SCORECARD")!(...args, ...new Array<null>(5 - args.length).fill(null)) as unknown[][];

const HEADER = ["Account ID", "Account", "Score", "Rank", "Tier", "Gate", "Strongest", "Weakest", "Missing"];

const accounts = [
  ["ID", "Customer", "Revenue", "Growth", "Margin"],
  [101, "Alfreds", 900, 0.1, 0.03],
  [102, "Berglunds", 100, 0.3, 0.12],
  [103, "Cactus", 500, "", 0.2],
  ["", "", "", "", ""],
  ["x-4", "Drachenblut", "n/a", 0.2, 0.1],
];
const criteria = [
  ["weight", "Criterion", "Column", "Floor", "Ceiling"],
  [3, "Size", "revenue", 0, 1000],
  [1, "Momentum", "Growth", 0, 0.4],
];
const tiers = [["Tier", "From"], ["A", 60], ["B", 40], ["C", ""]];
const gates = [["Column", "Test", "Limit", "Best tier"], ["Margin", ">=", 0.08, "b"]];

test("a portfolio in one formula", () => {
  const rows = scorecard(accounts, criteria, tiers, gates);
  expect(rows[0]).toEqual(HEADER);
  // (3 × 0.9 + 1 × 0.25) / 4 = 73.75, but the margin is too low for A.
  expect(rows[1]).toEqual([101, "Alfreds", 73.75, 1, "B", "Margin 0.03, needs >= 0.08", "Size", "Momentum", ""]);
  // (3 × 0.1 + 1 × 0.75) / 4 = 26.25
  expect(rows[2]).toEqual([102, "Berglunds", expect.closeTo(26.25, 10), 3, "C", "", "Momentum", "Size", ""]);
  // Only size: 50.
  expect(rows[3]).toEqual([103, "Cactus", 50, 2, "B", "", "Size", "Size", "Momentum"]);
  expect(rows[4]).toEqual(["", "", "", "", "", "", "", "", ""]);
  expect(rows[5]).toEqual([
    "x-4",
    "Drachenblut",
    expect.objectContaining({ code: "#VALUE!", message: 'accounts, row 6, Revenue: "n/a" is not a number' }),
    "",
    "",
    "",
    "",
    "",
    "Size, Momentum",
  ]);
});

test("without gates, or with a gate table that has no lines yet", () => {
  const open = scorecard(accounts, criteria, tiers);
  expect(open[1][4]).toBe("A");
  expect(scorecard(accounts, criteria, tiers, [gates[0]])).toEqual(open);
  expect(scorecard(accounts, criteria, tiers, "")).toEqual(open);
});

test("the other methods read From their way", () => {
  const by = (method: string, ...froms: unknown[]) =>
    scorecard(accounts, criteria, [["Tier", "From"], ...froms.map((from, i) => ["ABC"[i], from])], null, method)
      .slice(1)
      .map((row) => row[4]);
  expect(by("quota", 1, 1, "")).toEqual(["A", "C", "B", "", ""]);
  // Scores 73.75, 50, 26.25 of 150: before each 0, 49, 82.5 %.
  expect(by("Pareto", 0.8, 0.95, "")).toEqual(["A", "B", "A", "", ""]);
  expect(by("natural", "", "", "")).toEqual(["A", "C", "B", "", ""]);
});

test("scale, direction and rule for missing values per criterion; words in any case", () => {
  const own = [
    ["Criterion", "Weight", "Direction", "Scale", "Missing"],
    ["Revenue", 1, "Lower", "Percentile", ""],
    ["Growth", 1, "", "", "WORST"],
  ];
  const list = accounts.slice(0, 4);
  // Revenue ranks lower is better: 900 → 0, 100 → 1, 500 → 0.5. Growth 0.1 → 0, 0.3 → 1, missing → 0.
  expect(scorecard(list, own, tiers).map((row) => row[2])).toEqual(["Score", 0, 100, 25]);
});

test("the name comes from a column beside the key, else from the key", () => {
  const names = (...headers: string[]) => scorecard([headers, ["k", "n", 1], ["l", "m", 2]], [["Column", "Weight"], ["Size", 1]], tiers)[1].slice(0, 2);
  expect(names("Account", "Name", "Size")).toEqual(["k", "n"]);
  expect(names("Account ID", "COMPANY", "Size")).toEqual(["k", "n"]);
  expect(names("Account", "Region", "Size")).toEqual(["k", "k"]);
  expect(names("ID", "Region", "Size")).toEqual(["k", ""]);
});

describe("what is refused, with the place", () => {
  const message = (...args: unknown[]) => {
    const error = errorOf(() => scorecard(...args));
    expect(error.code).toBe("#VALUE!");
    return error.message;
  };
  const withCriterion = (...line: unknown[]) => [["Criterion", "Column", "Weight", "Scale", "Floor", "Ceiling", "Direction", "Missing"], Object.assign(new Array<unknown>(8).fill(""), line)];

  test("a criterion whose column is not in the list, by name", () => {
    expect(message(accounts, withCriterion("Profit", "Net profit", 1), tiers)).toBe(
      'criterion "Profit": accounts has no column named "Net profit"; it has: ID, Customer, Revenue, Growth, Margin',
    );
  });

  test("criteria lines that cannot be", () => {
    expect(message(accounts, withCriterion("Size", "Revenue", "heavy"), tiers)).toBe('criteria, row 2, Weight: "heavy" is not a number');
    expect(message(accounts, withCriterion("Size", "Revenue", ""), tiers)).toBe("criteria, row 2, Weight is missing, enter 0 to leave it out");
    expect(message(accounts, withCriterion("Size", "Revenue", -1), tiers)).toBe("criteria, row 2, Weight is -1, it cannot be negative");
    expect(message(accounts, withCriterion("Size", "Revenue", 1, "log"), tiers)).toBe(
      'criteria, row 2, Scale must be one of minmax, percentile, zscore; received "log"',
    );
    expect(message(accounts, withCriterion("Size", "Revenue", 1, "", 5, 5), tiers)).toBe(
      "criteria, row 2, Floor is 5, it must be below the ceiling, which is 5",
    );
    expect(message(accounts, withCriterion("Size", "Revenue", 1, "", "", "", "up"), tiers)).toMatch(/^criteria, row 2, Direction must be one of/);
    expect(message(accounts, withCriterion("Size", "Revenue", 1, "", "", "", "", "zero"), tiers)).toMatch(/^criteria, row 2, Missing must be one of skip/);
    expect(message(accounts, withCriterion("", "", 1), tiers)).toBe("criteria, row 2, Column is blank; name a column of the account list");
    expect(message(accounts, [["Criterion", "Weight"], ["", ""]], tiers)).toBe("criteria: at least one criterion is needed, but the table is empty");
    expect(message(accounts, [["Criterion"], ["Size"]], tiers)).toMatch(/^criteria has no column named "Weight"/);
    expect(message(accounts, [["Weight"], [1]], tiers)).toMatch(/^criteria has no column named "Criterion"/);
  });

  test("tier and gate lines that cannot be", () => {
    expect(message(accounts, criteria, [["Name"], ["A"]])).toMatch(/^tiers has no column named "Tier"/);
    expect(message(accounts, criteria, [["Tier", "From"], ["A", "high"]])).toBe('tiers, row 2, From: "high" is not a number');
    expect(message(accounts, criteria, tiers, null, "alphabet")).toBe('method must be one of cutoff, quota, pareto, natural; received "alphabet"');
    expect(message(accounts, criteria, tiers, [gates[0], ["Debt", ">=", 1, "B"]])).toMatch(/^accounts has no column named "Debt"/);
    expect(message(accounts, criteria, tiers, [gates[0], ["Margin", "about", 1, "B"]])).toMatch(/^gates, row 2, Test must be one of >=/);
    expect(message(accounts, criteria, tiers, [gates[0], ["Margin", ">=", "", "B"]])).toBe("the limit of Margin is missing, >= needs one");
    expect(message(accounts, criteria, tiers, [gates[0], ["Margin", ">=", 1, "Gold"]])).toBe(
      'gates, row 2, Best tier must be one of A, B, C; received "Gold"',
    );
  });

  test("an account list without accounts", () => {
    expect(message([["ID", "Revenue"]], criteria, tiers)).toBe("accounts needs a header row and at least one row below it");
  });
});

test("a text where a gate needs a number is the error of that account", () => {
  const list = [...accounts.slice(0, 2), [104, "Ernst", 200, 0.1, "high"]];
  const rows = scorecard(list, criteria, tiers, gates);
  expect(rows[2][2]).toMatchObject({ code: "#VALUE!", message: 'accounts, row 3, Margin: "high" is not a number' });
  expect(rows[1][2]).toBe(73.75);
});
