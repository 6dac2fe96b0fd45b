import fc from "fast-check";
import { compareVersions, type Version } from "../../../src/app/sharing/compareVersions";
import type { Model } from "../../../src/sheets/model/model";

const MODEL: Model = {
  version: 2,
  columns: [{ meaning: "margin", column: "Net margin", unit: "percent" }],
  criteria: [
    { criterion: "Sales", column: "Revenue", weight: 1, direction: "higher", scale: "percentile", missing: "skip" },
    { criterion: "Margin", column: "Net margin", weight: 1, direction: "higher", scale: "minmax", floor: 0, ceiling: 0.2, missing: "worst" },
  ],
  gates: [{ column: "Net margin", test: ">", limit: 0, bestTier: "C" }],
  tiers: [
    { tier: "A", from: 75, servicePromise: "Monthly", hoursPerAccount: 120 },
    { tier: "B", from: 50, servicePromise: "Quarterly" },
    { tier: "C", servicePromise: "" },
  ],
  settings: { Method: "cutoff", Buffer: 2 },
};
const version = (title: string, parts: Partial<Version> = {}): Version => ({ title, model: MODEL, accounts: [], plans: [], ...parts });
const compare = (before: Partial<Version>, after: Partial<Version>) => compareVersions(version("old", before), version("new", after)).changes;
const lines = (before: Partial<Version>, after: Partial<Version>) => compare(before, after).map(({ kind, item, what, before: was, after: is }) => [kind, item, what, was, is].join("|"));

test("a version does not differ from itself", () => {
  expect(compareVersions(version("a"), version("b"))).toEqual({ changes: [], notes: [] });
});

test("accounts that moved come first, the furthest ahead, found by keys as Excel finds them", () => {
  const account = (key: string | number, tier: string, score?: number, name?: string) => ({ key, tier, ...(score === undefined ? {} : { score }), ...(name ? { name } : {}) });
  const before = [account("a1", "B", 60), account("A2", "C"), account("X", "A"), account(7, "A"), account("7", "C")];
  const after = [account("A1", "A", 80.04, "North"), account("a2", "A", undefined, "South"), account("new", "B"), account(7, "A"), account("7", "")];
  expect(lines({ accounts: before }, { accounts: after })).toEqual([
    "Tier|South (a2)||C|A",
    "Tier|North (A1)|score 60 → 80|B|A",
    "Tier|7||C|no tier",
    "Account|X||A|",
    "Account|new|||B",
  ]);
});

test("accounts that share a key are told apart by their tiers, whatever order they stand in", () => {
  const shared = (...tiers: string[]) => tiers.map((tier) => ({ key: "A1", tier }));
  expect(lines({ accounts: shared("B", "C") }, { accounts: shared("c", "B") })).toEqual([]);
  expect(lines({ accounts: shared("B", "C", "A") }, { accounts: shared("A", "A", "B") })).toEqual(["Tier|A1||C|A"]);
});

test("weights are compared by their share, because only their ratio counts", () => {
  const doubled: Model = { ...MODEL, criteria: MODEL.criteria.map((line) => ({ ...line, weight: line.weight * 2 })) };
  expect(lines({}, { model: doubled })).toEqual([]);
  const heavier: Model = { ...MODEL, criteria: [{ ...MODEL.criteria[0]!, weight: 3, direction: "lower" }, MODEL.criteria[1]!] };
  expect(lines({}, { model: heavier })).toEqual(["Criterion|Sales|Weight|50 %|75 %", "Criterion|Sales|Direction|higher|lower", "Criterion|Margin|Weight|50 %|25 %"]);
});

test("criteria, gates, cut-offs, settings and columns that changed, came or went", () => {
  const model: Model = {
    ...MODEL,
    columns: [{ meaning: "margin", column: "Margin", unit: "percent" }],
    criteria: [MODEL.criteria[0]!, { ...MODEL.criteria[0]!, criterion: "Growth", column: "Growth" }],
    gates: [{ column: "Net margin", test: ">", limit: 0.02, bestTier: "C" }, { column: "Days late", test: "<=", limit: 30 }],
    tiers: [{ ...MODEL.tiers[0]!, from: 80 }, MODEL.tiers[2]!],
    settings: { Method: "quota", Extra: 1 },
  };
  expect(lines({}, { model })).toEqual([
    "Criterion|Margin||weight 50 %|",
    "Criterion|Growth|||weight 50 %",
    "Gate|Net margin >|Limit|0|0.02",
    "Gate|Days late <=|||limit 30",
    "Tier rule|A|From|75|80",
    "Tier rule|B||from 50|",
    "Setting|Method||cutoff|quota",
    "Setting|Buffer||2|",
    "Setting|Extra|||1",
    "Column|margin|Column|Net margin|Margin",
  ]);
});

test("plans that were added or removed", () => {
  expect(lines({ plans: [{ key: "A1", name: "North" }, { key: 2, name: "Two" }] }, { plans: [{ key: "a1", name: "North AG" }, { key: "B", name: "New" }] })).toEqual(["Plan|Two||plan|", "Plan|New|||plan"]);
});

test("a part that one version lacks is not compared, and it is said", () => {
  const { changes, notes } = compareVersions({ title: "Sheet copy", model: MODEL }, { title: "Now", plans: [] });
  expect(changes).toEqual([]);
  expect(notes).toEqual(["Tiers could not be compared: “Sheet copy” and “Now” hold none.", "Models could not be compared: “Now” holds none.", "Plans could not be compared: “Sheet copy” holds none."]);
});

test("comparing the other way round finds the same lines with before and after exchanged", () => {
  const accounts = fc.array(fc.record({ key: fc.constantFrom("a", "b", "c", 1, 2), tier: fc.constantFrom("A", "B", "C", "") }), { maxLength: 5 }).map((all) => [...new Map(all.map((one) => [one.key, one])).values()]);
  fc.assert(
    fc.property(accounts, accounts, (before, after) => {
      const there = lines({ accounts: before }, { accounts: after });
      const back = compare({ accounts: after }, { accounts: before }).map(({ kind, item, what, before: was, after: is }) => [kind, item, what, is, was].join("|"));
      expect([...there].sort()).toEqual(back.sort());
    }),
  );
});
