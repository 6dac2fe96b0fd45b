import { EVENT } from "../../../src/workbench/office-host/objects/changeEvents";
import { COLUMNS } from "../../../src/workbench/office-host/objects/region";
import { connectPerson } from "../../../src/workbench/page/personEvents";
import type { StructureChanged } from "../../../src/workbench/spreadsheet/spreadsheet";
import { openModel } from "../office-host/model";

function open() {
  const model = openModel("List", "Other");
  const [list, other] = model.grid.sheets().map(({ id }) => id);
  connectPerson(model.book, { editEnded: () => undefined, calculated: () => undefined, refused: () => undefined, redraw: () => undefined });
  return { ...model, list: list ?? "", other: other ?? "" };
}

function rows(sheetId: string, kind: "insert" | "delete", row: number, rowCount: number, points: number): StructureChanged {
  const area = { sheetId, row, rowCount, column: 0, columnCount: COLUMNS };
  return { change: kind === "insert" ? { kind, area, shift: "Down" } : { kind, area, shift: "Up" }, points, tables: [] };
}

describe("rows a person inserts or deletes", () => {
  test("move what the host keeps beside the cells, and the add-in is told", () => {
    const { grid, book, sheet, list, raised } = open();
    grid.write({ sheetId: list, row: 0, column: 0, rowCount: 3, columnCount: 2 }, [[{ value: "a" }, { value: 1 }], [{ value: "b" }, { value: 2 }], [{ value: "c" }, { value: 3 }]]);
    sheet.charts.add("ColumnClustered", sheet.getRange("A1:B3"), "Auto");
    const chart = book.sheetState(list).charts[0];
    if (!chart) throw new Error("no chart");
    Object.assign(chart, { top: 60, height: 100 });
    sheet.horizontalPageBreaks.add("A5");
    sheet.pageLayout.setPrintArea("A1:B3");
    sheet.notes.add("B3", "note");
    sheet.getRange("B3").format.protection.locked = false;

    grid.events.structureChanged(rows(list, "insert", 1, 2, 30));
    const state = book.sheetState(list);
    expect(chart).toMatchObject({ top: 90, height: 100 });
    expect(state.rowBreaks).toEqual([6]);
    expect(state.pageLayout.printArea).toEqual([{ row: 0, column: 0, rowCount: 5, columnCount: 2 }]);
    expect(state.notes.map(({ region }) => region.row)).toEqual([4]);
    expect(sheet.getRange("B5").format.protection.locked).toBe(false);
    expect(raised.filter(({ type }) => type === EVENT.changed).at(-1)?.args).toMatchObject({ changeType: "RowInserted", address: "2:3" });
    expect(book.dirty).toBe(true);

    grid.events.structureChanged(rows(list, "delete", 1, 4, 60));
    expect(chart).toMatchObject({ top: 30, height: 100 });
    expect(state.rowBreaks).toEqual([2]);
    expect(book.sheetState(list).notes).toEqual([]);
    expect(raised.filter(({ type }) => type === EVENT.changed).at(-1)?.args).toMatchObject({ changeType: "RowDeleted", address: "2:5" });
  });

  test("a chart across the rows grows and shrinks with them", () => {
    const { grid, book, sheet, list } = open();
    sheet.charts.add("Line", sheet.getRange("A1:B3"), "Auto");
    const chart = book.sheetState(list).charts[0];
    if (!chart) throw new Error("no chart");
    Object.assign(chart, { top: 0, height: 100 });
    grid.events.structureChanged(rows(list, "insert", 2, 1, 15));
    expect(chart).toMatchObject({ top: 0, height: 115 });
    grid.events.structureChanged(rows(list, "delete", 2, 1, 15));
    expect(chart).toMatchObject({ top: 0, height: 100 });
  });
});

describe("sheets a person changes", () => {
  test("what is kept of a deleted sheet goes with it, and each change is told", () => {
    const { grid, book, other, raised } = open();
    book.sheetState(other).rowBreaks = [3];
    grid.setName({ name: "Local", formula: "=Other!$A$1", sheetId: other, visible: true });
    const told = () => raised.splice(0).map(({ type, args }) => [type, args]);

    let before = grid.sheets();
    grid.renameSheet(other, "Plan");
    grid.events.sheetsChanged(before);
    expect(told()).toEqual([[EVENT.renamed, expect.objectContaining({ worksheetId: other, nameBefore: "Other", nameAfter: "Plan" })]]);

    before = grid.sheets();
    const added = grid.addSheet("New");
    grid.events.sheetsChanged(before);
    expect(told()).toEqual([[EVENT.added, expect.objectContaining({ worksheetId: added })]]);

    before = grid.sheets();
    grid.deleteSheet(other);
    grid.events.sheetsChanged(before);
    expect(told()).toEqual([[EVENT.deleted, expect.objectContaining({ worksheetId: other })]]);
    expect(book.state.sheets[other]).toBeUndefined();
    expect(grid.names().filter(({ sheetId }) => sheetId === other)).toEqual([]);
  });

  test("a copy by hand takes page breaks, charts and validation along, beside the sheet it is made of", () => {
    const { grid, book, list } = open();
    book.sheetState(list).rowBreaks = [3];
    grid.events.copyWanted(list);
    const [, copy] = grid.sheets();
    expect(copy).toMatchObject({ name: "List (2)" });
    expect(book.sheetState(copy?.id ?? "").rowBreaks).toEqual([3]);
    expect(grid.activeSheet()).toBe(copy?.id);
  });
});
