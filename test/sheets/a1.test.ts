import fc from "fast-check";
import { areaAddress, cellAddress, columnLetters, intersect, readArea, sheetReference, type Area } from "../../src/sheets/a1";

test("columns get the letters Excel gives them", () => {
  expect([0, 25, 26, 51, 701, 702, 16383].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]);
});

test("addresses count rows from 1 and name a single cell once", () => {
  expect(cellAddress(0, 0)).toBe("A1");
  expect(cellAddress(4, 1, true)).toBe("$B$5");
  expect(areaAddress({ row: 1, column: 2, rowCount: 3, columnCount: 2 })).toBe("C2:D4");
  expect(areaAddress({ row: 1, column: 2, rowCount: 1, columnCount: 1 }, true)).toBe("$C$2");
});

test("sheet names are quoted and their apostrophes doubled", () => {
  expect(sheetReference("Bob's list")).toBe("'Bob''s list'!");
});

test("an intersection holds exactly the common cells", () => {
  const area = fc.record<Area>({
    row: fc.integer({ min: 0, max: 8 }),
    column: fc.integer({ min: 0, max: 8 }),
    rowCount: fc.integer({ min: 1, max: 6 }),
    columnCount: fc.integer({ min: 1, max: 6 }),
  });
  const holds = (a: Area | undefined, row: number, column: number) =>
    a !== undefined && row >= a.row && row < a.row + a.rowCount && column >= a.column && column < a.column + a.columnCount;
  fc.assert(
    fc.property(area, area, (a, b) => {
      const common = intersect(a, b);
      for (let row = 0; row < 15; row++) {
        for (let column = 0; column < 15; column++) {
          expect(holds(common, row, column)).toBe(holds(a, row, column) && holds(b, row, column));
        }
      }
    }),
    { numRuns: 50 },
  );
});

test("an address is read back as the area it was written from, and anything else is refused", () => {
  const area = fc.record<Area>({ row: fc.nat(1_000_000), column: fc.nat(16_000), rowCount: fc.integer({ min: 1, max: 500 }), columnCount: fc.integer({ min: 1, max: 300 }) });
  fc.assert(fc.property(area, fc.boolean(), (a, fixed) => expect(readArea(areaAddress(a, fixed))).toEqual(a)));
  expect(() => readArea("A:A")).toThrow('"A:A" is no address of cells');
});
