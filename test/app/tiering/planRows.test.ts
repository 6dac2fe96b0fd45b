import fc from "fast-check";
import { bestFirst, GONE, planRows, repeats } from "../../../src/app/tiering/planRows";

test("accounts keep their rows, new ones fill rows that have become free, then follow", () => {
  const plan = planRows(["a", "gone", "B", "mine"], [false, false, false, true], ["b", "x", "A", "y"], [3, 1, 0, 2]);
  expect(plan).toEqual({ accounts: [2, 3, 0, GONE, 1], emptied: [] });
});

test("rows nobody needs are to be taken out, unless something of the user's stands in them", () => {
  expect(planRows(["a", "b", "c"], [true, false, false], ["c"], [0])).toEqual({ accounts: [GONE, GONE, 0], emptied: [1] });
  expect(planRows(["a", "b", "c"], undefined, ["c"], [0])).toEqual({ accounts: [0], emptied: [] });
});

test("every account stands in exactly one row, whatever was there before", () => {
  const keys = fc.array(fc.oneof(fc.constantFrom("a", "A", "b", "1"), fc.integer({ min: 1, max: 3 })), { maxLength: 8 });
  fc.assert(
    fc.property(keys, keys, fc.option(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), { nil: undefined }), (existing, now, kept) => {
      const { accounts, emptied } = planRows(existing, kept, now, now.map((_, i) => i));
      expect(accounts.filter((account) => account !== GONE).sort((a, b) => a - b)).toEqual(now.map((_, i) => i));
      for (const row of emptied) expect([accounts[row], kept?.[row]]).toEqual([GONE, false]);
      // What the user wrote beside an account that is still there stays beside it.
      existing.forEach((key, row) => {
        if (kept?.[row] && accounts[row] !== GONE) expect(String(now[accounts[row] as number]).toLowerCase()).toBe(String(key).toLowerCase());
      });
    }),
  );
});

test("best first, without a rank last; repeated keys are counted", () => {
  expect(bestFirst(Float64Array.of(2, NaN, 1, 2))).toEqual([2, 0, 3, 1]);
  expect([...repeats(["a", "b", "A", 1, "1", "a"])]).toEqual([0, 0, 1, 0, 0, 2]);
});
