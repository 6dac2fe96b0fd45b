import { chosen } from "../../../../src/sheets/formulas/rules/choice";
import { recalculate } from "../engine/recalculate";

test("a choice from a cell takes the default for a blank one and refuses unknown words", () => {
  const formula = (row: number) => `=${chosen<"skip" | "worst" | "error">({ cell: `A${row}` }, "skip", { skip: '"left out"', worst: '"zero"', error: "NA()" })}`;
  const words = ["skip", null, "WORST", "error", "other"];
  const [results] = recalculate([{ name: "S", rows: words.map((word, row) => [word, formula(row + 1)]) }]);
  expect(results!.map(([, result]) => result)).toEqual(["left out", "left out", "zero", "#N/A", "#VALUE!"]);
});

test("a fixed choice leaves only its own formula", () => {
  expect(chosen<"skip" | "worst">({ word: "worst" }, "skip", { skip: "1", worst: "2" })).toBe("2");
});
