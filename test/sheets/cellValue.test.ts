import { enteredText } from "../../src/sheets/cellValue";

test("a text is entered behind an apostrophe, so that it stays one", () => {
  expect(["=1+1", "007", "'quoted", "plain"].map(enteredText)).toEqual(["'=1+1", "'007", "''quoted", "'plain"]);
  expect(enteredText("")).toBe("");
});

test("a text that fills a cell has no room for an apostrophe", () => {
  expect(enteredText("x".repeat(32_766))).toHaveLength(32_767);
  expect(enteredText("x".repeat(32_767))).toBe("x".repeat(32_767));
  // Cut or taken for a formula: Excel has to refuse it.
  expect(enteredText(`=${"x".repeat(32_766)}`)).toBe(`'=${"x".repeat(32_766)}`);
});
