import fc from "fast-check";
import { shiftedFormula } from "../../../src/sheets/formulas/references";
import { blockPrint, blockShape, cellPrint, MAX_CELLS_PER_LINE, PRINT_LENGTH, printsOf } from "../../../src/sheets/sharing/fingerprint";

const value = fc.oneof(fc.double({ noNaN: true }), fc.string(), fc.boolean(), fc.constantFrom("=A1*2", "=$B$2+C3", "5", 5, "TRUE", true));

test("different contents have different prints, equal ones the same", () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(cellPrint(a, 3, 4) === cellPrint(b, 3, 4)).toBe(Object.is(a, b) || (typeof a === typeof b && String(a) === String(b)));
    }),
  );
});

test("a formula filled down keeps its print", () => {
  expect(cellPrint(shiftedFormula("=A1*$B$2", 5, 0), 5, 3)).toBe(cellPrint("=A1*$B$2", 0, 3));
  expect(cellPrint("=A1*$B$2", 5, 3)).not.toBe(cellPrint("=A1*$B$2", 0, 3));
});

test("the prints of a block are those of its cells", () => {
  const cells = [[1, "a"], ["=B2", true]];
  expect(printsOf(blockPrint(cells, 4, 2))).toEqual([cellPrint(1, 4, 2), cellPrint("a", 4, 3), cellPrint("=B2", 5, 2), cellPrint(true, 5, 3)]);
});

test("a shape looks away from references only", () => {
  expect(blockShape([["=A1*2", "x"]])).toBe(blockShape([["=Other!B7*2", "x"]]));
  expect(blockShape([["=A1*2", "x"]])).not.toBe(blockShape([["=A1*3", "x"]]));
  expect(blockShape([["a", "b"]])).not.toBe(blockShape([["a"], ["b"]]));
});

test("the prints of the largest line fit into a cell", () => {
  expect(MAX_CELLS_PER_LINE * PRINT_LENGTH).toBeLessThanOrEqual(32_767);
});
