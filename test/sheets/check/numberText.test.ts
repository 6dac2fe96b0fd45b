import fc from "fast-check";
import { looksLikeNumber, marksDiffer, parseNumberText, possibleMarks } from "../../../src/sheets/check/numberText";

test.each([
  ["1,234", 1234, 1.234],
  ["1.234", 1.234, 1234],
  ["1,23", undefined, 1.23],
  ["1.234,50", undefined, 1234.5],
  ["1,234.50", 1234.5, undefined],
  ["12 345,6", undefined, 12345.6],
  ["12\u00a0345.6", 12345.6, undefined],
  ["1'234'567", 1234567, 1234567],
  ["1'234.5", 1234.5, undefined],
  ["(1,000)", -1000, -1],
  ["500-", -500, -500],
  ["−7.5", -7.5, undefined],
  ["€ 99.90", 99.9, undefined],
  ["12,5 %", undefined, 0.125],
  ["1,2345", undefined, 1.2345],
  ["1,234,56", undefined, undefined],
  ["1 23", undefined, undefined],
  ["12 apples", undefined, undefined],
  ["", undefined, undefined],
  ["-", undefined, undefined],
  ["2025-01-31", undefined, undefined],
])("%p is %p with a decimal point and %p with a decimal comma", (text, point, comma) => {
  expect([parseNumberText(text, "."), parseNumberText(text, ",")]).toEqual([point, comma]);
});

test("a number written either way is read back by its own mark", () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (hundredths) => {
      const value = hundredths / 100;
      const english = value.toLocaleString("en-GB", { minimumFractionDigits: 2 });
      const german = value.toLocaleString("de-DE", { minimumFractionDigits: 2 });
      expect(parseNumberText(english, ".")).toBeCloseTo(value, 9);
      expect(parseNumberText(german, ",")).toBeCloseTo(value, 9);
    }),
  );
});

test("no text makes it hang or give something else than a finite number", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => [".", ","].every((mark) => Number.isFinite(parseNumberText(text, mark as ".") ?? 0))));
  expect(looksLikeNumber("1,".repeat(20_000) + "x")).toBe(false);
});

test("a column that can be read in two ways is left to the user, one telling cell decides", () => {
  expect(possibleMarks(["1,234", "2,500"])).toEqual([".", ","]);
  expect(marksDiffer(["1,234"])).toBe(true);
  expect(marksDiffer(["12", "7"])).toBe(false);
  expect(possibleMarks(["1,234", "2,5"])).toEqual([","]);
  expect(possibleMarks(["1,234.5", "2,5"])).toEqual([]);
});
