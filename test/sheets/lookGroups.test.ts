import fc from "fast-check";
import { areaAddress, type Area } from "../../src/sheets/a1";
import { MAX_ADDRESS_TEXT } from "../../src/sheets/limits";
import { addressTexts, lookGroups } from "../../src/sheets/lookGroups";
import type { StyledArea } from "../../src/sheets/sheetPlan";
import { STYLES, type Look, type StyleName } from "../../src/sheets/styles";

const at = (row: number, column: number, columnCount = 1, rowCount = 1): Area => ({ row, column, rowCount, columnCount });

test("cells with the same value become one address, whatever style gave it to them", () => {
  const groups = lookGroups([
    { area: at(0, 0, 3, 2), style: "figure" },
    { area: at(2, 0, 3), style: "money" },
  ]);
  expect(groups).toEqual([
    { look: { align: "Right" }, addresses: ["A1:C3"] },
    { look: { format: STYLES.money.format }, addresses: ["A3:C3"] },
  ]);
});

test("properties of the same cells are set together", () => {
  expect(lookGroups([{ area: at(0, 0), style: "title" }])).toEqual([{ look: { size: 20, bold: true }, addresses: ["A1"] }]);
});

test("a later style wins on the cells it covers", () => {
  const groups = lookGroups([
    { area: at(0, 0, 3), style: "left" },
    { area: at(0, 1), style: "figure" },
  ]);
  expect(groups).toEqual([
    { look: { align: "Left" }, addresses: ["A1,C1"] },
    { look: { align: "Right" }, addresses: ["B1"] },
  ]);
});

test("a line below is drawn under every row, a line at the left beside every cell", () => {
  expect(lookGroups([{ area: at(0, 0, 2, 2), style: "row" }])[0]?.addresses).toEqual(["A1:B1,A2:B2"]);
  expect(lookGroups([{ area: at(0, 0, 2, 2), style: "stepEdge" }])[0]?.addresses).toEqual(["A1:A2,B1:B2"]);
});

test("long addresses are split below Excel's limit, and none is lost", () => {
  const areas = Array.from({ length: 3000 }, (_, i) => at(2 * i, 3));
  const texts = addressTexts(areas);
  expect(texts.length).toBeGreaterThan(1);
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(MAX_ADDRESS_TEXT);
  expect(texts.join(",").split(",")).toEqual(areas.map((area) => areaAddress(area)));
});

test("the groups give each cell exactly the look its styles add up to", () => {
  const names = Object.keys(STYLES) as StyleName[];
  const styled = fc.record<StyledArea>({
    style: fc.constantFrom(...names),
    area: fc.record<Area>({ row: fc.nat(6), column: fc.nat(4), rowCount: fc.integer({ min: 1, max: 4 }), columnCount: fc.integer({ min: 1, max: 3 }) }),
  });
  const cellsOf = (address: string) =>
    address.split(",").flatMap((part) => {
      const [first, last = first] = part.split(":").map((cell) => [cell.charCodeAt(0) - 65, Number(cell.slice(1)) - 1] as const) as [readonly [number, number], (readonly [number, number])?];
      const cells: string[] = [];
      for (let c = first[0]; c <= last[0]; c++) for (let r = first[1]; r <= last[1]; r++) cells.push(`${r},${c}`);
      return cells;
    });
  fc.assert(
    fc.property(fc.array(styled, { maxLength: 8 }), (styles) => {
      const expected = new Map<string, Look>();
      for (const { area, style } of styles) {
        for (let r = area.row; r < area.row + area.rowCount; r++) {
          for (let c = area.column; c < area.column + area.columnCount; c++) expected.set(`${r},${c}`, { ...expected.get(`${r},${c}`), ...STYLES[style] });
        }
      }
      const got = new Map<string, Record<string, unknown>>();
      for (const { look, addresses } of lookGroups(styles)) {
        for (const cell of addresses.flatMap(cellsOf)) {
          for (const property of Object.keys(look)) expect(got.get(cell)?.[property]).toBeUndefined();
          got.set(cell, { ...got.get(cell), ...look });
        }
      }
      expect(Object.fromEntries(got)).toEqual(Object.fromEntries([...expected].filter(([, look]) => Object.keys(look).length > 0)));
    }),
  );
});
