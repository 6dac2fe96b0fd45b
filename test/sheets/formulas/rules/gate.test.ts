import fc from "fast-check";
import { brokenGates, GATE_TESTS, type Gate } from "../../../../src/core/scoring/gate";
import { cellAddress } from "../../../../src/sheets/a1";
import { textConstant } from "../../../../src/sheets/formulas/rules/figure";
import { gateIsBroken, gateText, type GateCells } from "../../../../src/sheets/formulas/rules/gate";
import { cappedPlace } from "../../../../src/sheets/formulas/rules/tier";
import { recalculate, type Cell } from "../engine/recalculate";

const number = fc.constantFrom<Cell>(0, 0.03, 0.08, -1.5, 1e6, 12345.678, 0.3, true, false);
const blank = fc.constantFrom<Cell>(null, "", "  ");
const gates = fc.oneof(
  fc.record({ test: fc.constantFrom(">=", ">", "<=", "<", "=", "<>"), limit: fc.constantFrom(0, 0.08, 0.3, -1.5, 1e6, 60), value: fc.oneof(number, blank) }),
  fc.record({ test: fc.constantFrom("=", "<>"), limit: fc.constantFrom("Yes", "No \"really\""), value: fc.oneof(fc.constantFrom<Cell>("yes", " YES ", "no \"really\"", 5, "*"), blank) }),
  fc.record({ test: fc.constant("filled"), limit: fc.constant(""), value: fc.oneof(number, blank, fc.constantFrom<Cell>("yes", "=1")) }),
) as fc.Arbitrary<{ readonly test: (typeof GATE_TESTS)[number]; readonly limit: number | string; readonly value: Cell }>;

const NAMES = ["Margin", 'Say "so"', "Days late"];
const trimmed = (value: Cell) => (value === null ? "" : typeof value === "boolean" ? Number(value) : typeof value === "string" ? value.trim() : value);

/** Gates on top (name, test, limit), the account's values below them, then the results. */
test("broken gates read as those of KAM.GATE, with words and limits from cells or written into the formula", () => {
  const sample = fc.sample(fc.tuple(fc.array(gates, { minLength: 1, maxLength: 3 }), fc.boolean()), { numRuns: 80, seed: 3 });
  const at = (row: number, column: number) => cellAddress(row, column, true);
  const results = recalculate(
    sample.map(([list, fixed], index) => {
      const cells = list.map(
        ({ test, limit }, g): GateCells =>
          fixed
            ? {
                value: at(3, g),
                name: textConstant(NAMES[g]!),
                test: { word: test },
                limit: typeof limit === "number" ? String(limit) : textConstant(limit),
                limitKind: typeof limit === "number" ? "number" : "text",
              }
            : { value: at(3, g), name: at(0, g), test: { cell: at(1, g) }, limit: at(2, g) },
      );
      const values = list.map(({ value }) => (value === "=1" ? "text" : value));
      return {
        name: `Case ${index}`,
        rows: [
          list.map((_, g) => NAMES[g]!),
          list.map(({ test }) => `${test}`).map((test): Cell => ({ "=": '="="' })[test] ?? test),
          list.map(({ limit }): Cell => limit),
          [...values],
          [`=${gateText(cells)}`, ...cells.map((gate) => `=${gateIsBroken(gate)}`)],
          [`=${cappedPlace("1", '{"A","B","C"}', cells.map((gate) => ({ broken: gateIsBroken(gate), best: '"b"' })))}`],
        ],
      };
    }),
  );
  sample.forEach(([list], index) => {
    const typed = list.map(({ test, limit }, g): Gate => ({ name: NAMES[g]!, test, limit }));
    const values = list.map(({ value, limit, test }) => {
      const plain = value === "=1" ? "text" : trimmed(value);
      if (plain === "") return NaN;
      return typeof limit === "string" && test !== "filled" ? String(plain) : plain;
    });
    const note = JSON.stringify(sample[index]);
    const broken = list.map((_, g) => brokenGates([values[g]!], [typed[g]!]) !== "");
    expect([note, results[index]![4]![0] ?? ""]).toEqual([note, brokenGates(values, typed)]);
    expect([note, results[index]![4]!.slice(1)]).toEqual([note, broken]);
    expect([note, results[index]![5]![0]]).toEqual([note, broken.includes(true) ? 2 : 1]);
  });
});

test("a text where a gate needs a number is #VALUE!, as for KAM.GATE", () => {
  const gate: GateCells = { value: "A1", name: '"Margin"', test: { word: ">=" }, limit: "0.08", limitKind: "number" };
  expect(recalculate([{ name: "S", rows: [["n/a"], [`=${gateText([gate])}`], [`=${gateIsBroken(gate)}`]] }])[0]!.slice(1)).toEqual([["#VALUE!"], ["#VALUE!"]]);
});
