import { commonApi } from "../../../src/workbench/office-host/commonApi";
import { DocumentSettings } from "../../../src/workbench/office-host/documentSettings";
import type { Area, CellInput } from "../../../src/workbench/spreadsheet/spreadsheet";

const area = (rowCount: number, columnCount: number): Area => ({ sheetId: "s", row: 2, column: 1, rowCount, columnCount });

function setUp(selected: readonly Area[], more: { readonly readOnly?: boolean; readonly locked?: boolean } = {}) {
  const written: { area: Area; cells: readonly (readonly (CellInput | undefined)[])[] }[] = [];
  const shown: unknown[] = [];
  const settings = new DocumentSettings([["a", "1"]]);
  const calls = commonApi({
    spreadsheet: {
      selection: () => selected,
      values: () => [[1]],
      texts: () => [["1.00 kr"]],
      write: (to, cells) => written.push({ area: to, cells }),
      mayEdit: () => !more.locked,
      select: (areas) => shown.push(areas),
      activateSheet: (id) => shown.push(id),
    },
    settings,
    documentUrl: "book.xlsx",
    isReadOnly: () => more.readOnly ?? false,
    resolve: (reference) => (reference === "Sheet1!B3" ? area(1, 1) : undefined),
  });
  const call = (id: number, data: Readonly<Record<string, unknown>> = {}) => calls[id]?.(data).data;
  return { call, written, shown, settings };
}

test("reads the selection, raw or as shown", () => {
  const { call } = setUp([area(1, 1)]);
  expect(call(64, { DdaGetBindingData: { ValueFormat: "unformatted" } })).toEqual({ Error: 0, Data: [[1]] });
  expect(call(64, { DdaGetBindingData: { ValueFormat: "formatted" } })).toEqual({ Error: 0, Data: [["1.00 kr"]] });
  expect(setUp([]).call(64)).toEqual({ Error: 5000 });
});

test("writes a block from one cell, leaves null alone and takes formulas", () => {
  const { call, written } = setUp([area(1, 1)]);
  expect(call(65, { DdaSetBindingData: { Data: [[1, null], ["=A1", "x"]] } })).toEqual({ Error: 0 });
  expect(written).toEqual([{ area: area(2, 2), cells: [[{ value: 1 }, undefined], [{ formula: "=A1" }, { value: "x" }]] }]);
});

test("writes a table with its header on top", () => {
  const { call, written } = setUp([area(1, 1)]);
  call(65, { DdaSetBindingData: { Data: { Headers: [["h"]], Rows: [[1]] } } });
  expect(written[0]?.cells).toEqual([[{ value: "h" }], [{ value: 1 }]]);
});

test.each([
  ["a block of another shape than the selection", [area(2, 2)], {}, [[1]], 2002],
  ["something that is no block", [area(1, 1)], {}, "text", 2001],
  ["locked cells", [area(1, 1)], { locked: true }, [[1]], 7000],
  ["a read-only document", [area(1, 1)], { readOnly: true }, [[1]], 5002],
])("refuses %s", (_, selected, more, data, error) => {
  const { call, written } = setUp(selected, more);
  expect(call(65, { DdaSetBindingData: { Data: data } })).toEqual({ Error: error });
  expect(written).toEqual([]);
});

test("goes to a place that exists", () => {
  const { call, shown } = setUp([]);
  expect(call(82, { DdaGoToByIdMethod: { Id: "Sheet1!B3" } })).toEqual({ Error: 0 });
  expect(shown).toEqual(["s", [area(1, 1)]]);
  expect(call(82, { DdaGoToByIdMethod: { Id: "Nowhere" } })).toEqual({ Error: 7001 });
});

test("settings are saved as a whole and read again; the file is named; nobody can sign in", () => {
  const { call, settings } = setUp([]);
  expect(call(75)).toEqual({ Error: 0, Properties: { Settings: [{ Name: "a", Value: "1" }] } });
  expect(call(76, { DdaSettingsMethod: { Properties: [["b", "2"]] } })).toEqual({ Error: 0 });
  expect(settings.entries()).toEqual([["b", "2"]]);
  expect(call(86)).toEqual({ Error: 0, "0": { "1": "book.xlsx" } });
  expect(call(98)).toEqual({ Error: 13012 });
});
