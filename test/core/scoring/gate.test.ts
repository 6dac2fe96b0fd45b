import { brokenGate, brokenGates, checkGate, type Gate, type GateTest, type GateValue } from "../../../src/core/scoring/gate";
import { thrownBy } from "../thrownBy";

const gate = (test: GateTest, limit: number | string): Gate => ({ name: "Margin", test, limit });

test.each<[GateValue, GateTest, number | string, string]>([
  [0.08, ">=", 0.08, ""],
  [0.03, ">=", 0.08, "Margin 0.03, needs >= 0.08"],
  [0.08, ">", 0.08, "Margin 0.08, needs > 0.08"],
  [0.09, ">", 0.08, ""],
  [5, "<=", 5, ""],
  [6, "<=", 5, "Margin 6, needs <= 5"],
  [5, "<", 5, "Margin 5, needs < 5"],
  [4, "<", 5, ""],
  [5, "=", 5, ""],
  [4, "=", 5, "Margin 4, needs = 5"],
  [4, "<>", 5, ""],
  [5, "<>", 5, "Margin 5, needs <> 5"],
  ["Anna", "filled", NaN, ""],
  [0, "filled", NaN, ""],
  ["de", "=", "DE", ""],
  ["FR", "=", "DE", "Margin FR, needs = DE"],
  ["DE", "<>", "de", "Margin DE, needs <> de"],
])("%p %s %p: %p", (value, test, limit, expected) => {
  expect(brokenGate(value, gate(test, limit))).toBe(expected);
});

test("compares and shows 15 digits, as Excel does", () => {
  expect(brokenGate(0.1 + 0.2, gate("=", 0.3))).toBe("");
  expect(brokenGate(0.1 + 0.2, gate(">", 0.3))).toBe("Margin 0.3, needs > 0.3");
});

test("a missing value breaks every test", () => {
  for (const test of [">=", ">", "<=", "<", "=", "<>", "filled"] as const) {
    expect(brokenGate(NaN, gate(test, 1))).toBe("Margin missing");
    expect(brokenGate("", gate(test, 1))).toBe("Margin missing");
  }
});

test("joins what is broken, and is empty when nothing is", () => {
  const gates = [gate(">=", 0.08), { name: "Owner", test: "filled", limit: NaN } as const];
  expect(brokenGates([0.03, ""], gates)).toBe("Margin 0.03, needs >= 0.08; Owner missing");
  expect(brokenGates([0.03, "Anna"], gates)).toBe("Margin 0.03, needs >= 0.08");
  expect(brokenGates([0.1, "Anna"], gates)).toBe("");
});

test("refuses a gate that cannot be tested", () => {
  expect(thrownBy(() => checkGate(gate(">=", NaN)))).toEqual(["notANumber", "the limit of Margin is missing, >= needs one"]);
  expect(thrownBy(() => checkGate(gate("<", "much")))).toEqual(["notANumber", 'the limit of Margin is "much", < needs a number']);
  expect(() => checkGate(gate("filled", NaN))).not.toThrow();
});
