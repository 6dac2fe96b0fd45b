import { readNumber, readWord } from "../../../src/functions/arguments/readOption";
import { readVector } from "../../../src/functions/arguments/readVector";
import { thrownBy } from "../../core/thrownBy";

const WORDS = ["minmax", "zscore"] as const;

test("what is omitted or blank falls back", () => {
  for (const blank of [null, undefined, "", "  ", [[""]], [[null]]]) {
    expect(readNumber(blank, "rate", 0.5)).toBe(0.5);
    expect(readWord(blank, "scale", WORDS, "minmax")).toBe("minmax");
  }
});

test("takes a single cell, and words in any case", () => {
  expect(readNumber([[0.1]], "rate", 0)).toBe(0.1);
  expect(readWord([[" ZScore "]], "scale", WORDS)).toBe("zscore");
});

test("refuses what is wrong, naming it", () => {
  expect(thrownBy(() => readNumber(null, "rate"))).toEqual(["notANumber", "rate is missing, a number is needed"]);
  expect(thrownBy(() => readNumber("high", "rate", 0))).toEqual(["notANumber", 'rate: "high" is not a number']);
  expect(thrownBy(() => readNumber([[1, 2]], "rate", 0))).toEqual(["shape", "rate must be a single value, received 1 rows × 2 columns"]);
  expect(thrownBy(() => readWord("max", "scale", WORDS, "minmax"))).toEqual(["unknownWord", 'scale must be one of minmax, zscore; received "max"']);
  expect(thrownBy(() => readWord(null, "scale", WORDS))).toEqual(["unknownWord", "scale must be one of minmax, zscore; it is blank"]);
});

test("a vector is a row or a column", () => {
  expect([...readVector([[1, "", 3]], "weights")]).toEqual([1, NaN, 3]);
  expect([...readVector([[1], [2]], "weights")]).toEqual([1, 2]);
  expect(thrownBy(() => readVector([[1, 2], [3, 4]], "weights"))).toEqual(["shape", "weights must be one row or one column, received 2 rows × 2 columns"]);
  expect(thrownBy(() => readVector([[1], ["x"]], "weights"))).toEqual(["notANumber", 'weights, row 2, column 1: "x" is not a number']);
  expect(thrownBy(() => readVector([[1]], "weights", 2))).toEqual(["shape", "weights has 1 value, 2 are needed"]);
});
