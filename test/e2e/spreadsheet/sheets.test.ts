import { setUpGrid } from "./setUpGrid";

const { inPage } = setUpGrid();

describe("sheets", () => {
  test("a new sheet is not shown; renaming rewrites formulas, deleting leaves #REF!", async () => {
    const seen = await inPage(async ({ grid, put, sheet, values, formulas }) => {
      const other = grid.addSheet("Other sheet");
      const active = grid.activeSheet() === sheet();
      put("A1", [[5]], other);
      put("A1", [["='Other sheet'!A1*2"]]);
      await grid.recalculate();
      const before = values("A1");
      grid.renameSheet(other, "Plan A");
      await grid.recalculate();
      const renamed = [values("A1"), formulas("A1")];
      grid.addTable("T", { sheetId: other, row: 3, column: 0, rowCount: 2, columnCount: 1 });
      grid.deleteSheet(other);
      await grid.recalculate();
      return { active, before, renamed, deleted: values("A1"), tables: grid.tables() };
    });
    expect(seen).toEqual({ active: true, before: [[10]], renamed: [[[10]], [["='Plan A'!A1*2"]]], deleted: [["#REF!"]], tables: [] });
  });

  test("a sheet that takes a deleted one's name at once is the one that formulas read", async () => {
    const seen = await inPage(async ({ grid, put, values, formulas }) => {
      const [plan, former] = [grid.addSheet("Plan"), grid.addSheet("Plan (former)")];
      put("A1", [[7]], plan);
      put("A1", [[5]], former);
      put("A1:A2", [["=Plan!A1"], ["='Plan (former)'!A1"]]);
      await grid.recalculate();
      grid.deleteSheet(plan);
      grid.renameSheet(former, "Plan");
      await grid.recalculate();
      const taken = [values("A1:A2"), formulas("A2")];
      put("A1", [[6]], former);
      await grid.recalculate();
      return [...taken, values("A1:A2")];
    });
    expect(seen).toEqual([[["#REF!"], [5]], [["=Plan!A1"]], [["#REF!"], [6]]]);
  });

  test("a copy has values, looks, merges, sizes and tables of its own with new names", async () => {
    const seen = await inPage(async ({ grid, put, at, sheet, values, formulas }) => {
      put("A1", [["N", "R"], [1, "=[@N]*2"], [2, "=SUM(T[N])"]]);
      grid.addTable("T", at("A1:B3"));
      put("B2", [["=[@N]*2"]]);
      grid.applyStyle(at("A5"), { bold: true, fillColor: "#FF0000" });
      grid.merge(at("A6:C6"), false);
      grid.setColumnWidth(sheet(), 0, 1, 100);
      const copy = grid.copySheet(sheet(), "Copy", 1);
      await grid.recalculate();
      put("A3", [[40]], copy);
      await grid.recalculate();
      return {
        names: grid.sheets().map(({ name }) => name),
        active: grid.activeSheet() === sheet(),
        tables: grid.tables().map(({ name }) => name),
        values: [values("B2:B3"), values("B2:B3", copy)],
        formulas: formulas("B2:B3", copy),
        style: grid.styles(at("A5", copy))[0]?.[0],
        merges: grid.merges(copy).map(({ row, columnCount }) => [row, columnCount]),
        widths: grid.columnWidths(copy, 0, 2),
      };
    });
    expect(seen).toMatchObject({ names: ["Sheet1", "Copy"], active: true, tables: ["T", "T2"], values: [[[2], [3]], [[2], [41]]], formulas: [["=[@N]*2"], ["=SUM(T2[N])"]] });
    expect(seen).toMatchObject({ style: { bold: true, fillColor: "#FF0000" }, merges: [[5, 3]], widths: [100, 48] });
  });

  test("order, visibility, tab colour, gridlines, frozen panes and zoom are kept", async () => {
    const seen = await inPage(({ grid, sheet }) => {
      const first = sheet();
      const second = grid.addSheet("Second");
      grid.moveSheet(second, 0);
      grid.setSheetLook(second, { hidden: true, tabColor: "#123456", showGridlines: false, frozen: { rows: 2, columns: 1 }, zoom: 85 });
      return { order: grid.sheets().map(({ name }) => name), look: { ...grid.sheets()[0], id: "" }, active: grid.activeSheet() === first };
    });
    expect(seen).toEqual({ order: ["Second", "Sheet1"], look: { id: "", name: "Second", hidden: true, tabColor: "#123456", showGridlines: false, frozen: { rows: 2, columns: 1 }, zoom: 85 }, active: true });
  });
});

describe("rows, columns and cells", () => {
  test("inserting and deleting moves cells and references, also on a sheet that is not shown", async () => {
    const seen = await inPage(async ({ grid, put, at, values, formulas }) => {
      const other = grid.addSheet("B");
      put("A1", [[1], [2], ["=A1+A2"]], other);
      put("A1", [["=B!A3"]]);
      const rows = (row: number, rowCount: number) => ({ sheetId: other, row, column: 0, rowCount, columnCount: 16_384 });
      const step = async (change: () => void, read: string) => {
        change();
        await grid.recalculate();
        return [formulas(read, other), formulas("A1"), values("A1")];
      };
      return [
        await step(() => grid.insertCells(rows(1, 2), "Down"), "A1:A5"),
        await step(() => grid.deleteCells(rows(1, 2), "Up"), "A1:A3"),
        await step(() => grid.insertCells(at("A1", other), "Down"), "A1:A4"),
        await step(() => grid.deleteCells(at("A1", other), "Up"), "A1:A3"),
        await step(() => grid.insertCells({ sheetId: other, row: 0, column: 0, rowCount: 1_048_576, columnCount: 1 }, "Right"), "A1:B3"),
        await step(() => grid.deleteCells(at("A1:A3", other), "Left"), "A1:A3"),
      ];
    });
    expect(seen).toEqual([
      [[[1], [""], [""], [2], ["=A1+A4"]], [["=B!A5"]], [[3]]],
      [[[1], [2], ["=A1+A2"]], [["=B!A3"]], [[3]]],
      [[[""], [1], [2], ["=A2+A3"]], [["=B!A4"]], [[3]]],
      [[[1], [2], ["=A1+A2"]], [["=B!A3"]], [[3]]],
      [[["", 1], ["", 2], ["", "=B1+B2"]], [["=B!B3"]], [[3]]],
      [[[1], [2], ["=A1+A2"]], [["=B!A3"]], [[3]]],
    ]);
  });

  test("a spilled block moves with its formula", async () => {
    const seen = await inPage(async ({ grid, put, sheet, values, computed }) => {
      put("A3", [["=SEQUENCE(3)"]]);
      await computed("C1", [["=SUM(A3:A5)"]], "C1");
      grid.insertCells({ sheetId: sheet(), row: 1, column: 0, rowCount: 2, columnCount: 16_384 }, "Down");
      await grid.recalculate();
      return [values("A3:A8"), values("C1")];
    });
    expect(seen).toEqual([[[""], [""], [1], [2], [3], [""]], [[6]]]);
  });

  test("sizes are in points, autofit follows the text, hidden lines are known", async () => {
    const seen = await inPage(({ grid, put, at, sheet }) => {
      put("A1", [["a text of some length", "x"], ["one two three four five six", ""]]);
      grid.applyStyle(at("A2"), { wrapText: true });
      const widths = grid.columnWidths(sheet(), 0, 1);
      grid.autofitColumns(sheet(), 0, 2);
      const fitted = grid.columnWidths(sheet(), 0, 2);
      grid.setColumnWidth(sheet(), 0, 1, 50);
      grid.autofitRows(sheet(), 0, 2);
      grid.setRowsHidden(sheet(), 3, 2, true);
      grid.setColumnsHidden(sheet(), 5, 1, true);
      return { widths, fitted, heights: grid.rowHeights(sheet(), 0, 2), rows: grid.rowsHidden(sheet(), 2, 4), columns: grid.columnsHidden(sheet(), 4, 3), set: grid.columnWidths(sheet(), 0, 1) };
    });
    expect(seen.widths).toEqual([48]);
    expect(seen.fitted[0]).toBeGreaterThan(90);
    expect(seen.fitted[1]).toBeLessThan(20);
    expect(seen.heights[0]).toBe(15);
    expect(seen.heights[1]).toBeGreaterThan(40);
    expect(seen).toMatchObject({ set: [50], rows: [false, true, true, false], columns: [false, true, false] });
  });
});

describe("looks", () => {
  test("every property of a look comes back as it was given; Excel's sign of rotation holds", async () => {
    const look = {
      numberFormat: "#,##0.0",
      fontName: "Arial",
      fontSize: 14,
      bold: true,
      italic: true,
      underline: "Double",
      strikethrough: true,
      fontColor: "#112233",
      fillColor: "#AABBCC",
      horizontalAlignment: "Right",
      verticalAlignment: "Top",
      wrapText: true,
      indentLevel: 2,
      textOrientation: 30,
      borders: { top: { style: "Dash", weight: "Medium", color: "#00FF00" }, left: { style: "Double", weight: "Thick", color: "#000000" } },
    };
    const seen = await inPage(({ grid, at }) => {
      const given = {
        numberFormat: "#,##0.0", fontName: "Arial", fontSize: 14, bold: true, italic: true, underline: "Double", strikethrough: true, fontColor: "#112233", fillColor: "#AABBCC",
        horizontalAlignment: "Right", verticalAlignment: "Top", wrapText: true, indentLevel: 2, textOrientation: 30,
        borders: { top: { style: "Dash", weight: "Medium", color: "#00FF00" }, left: { style: "Double", weight: "Thick", color: "#000000" } },
      } as const;
      grid.applyStyle(at("B2"), given);
      const whole = grid.styles(at("B2"))[0]?.[0];
      grid.applyStyle(at("B2"), { bold: false, fillColor: "", borders: { top: { style: "None", weight: "Thin", color: "" } } });
      return { whole, part: grid.styles(at("B2"))[0]?.[0] };
    });
    expect(seen.whole).toEqual(look);
    expect(seen.part).toMatchObject({ italic: true, borders: { left: look.borders.left } });
    expect(seen.part).not.toHaveProperty("fillColor");
    expect(seen.part?.borders).not.toHaveProperty("top");
  });

  test("alignments the grid does not know are kept; a whole column takes a look without filling its cells", async () => {
    const seen = await inPage(({ grid, at, sheet }) => {
      grid.applyStyle(at("A1"), { horizontalAlignment: "CenterAcrossSelection", verticalAlignment: "Justify" });
      grid.applyStyle({ sheetId: sheet(), row: 0, column: 2, rowCount: 1_048_576, columnCount: 1 }, { numberFormat: "0.0%" });
      return { cell: grid.styles(at("A1"))[0]?.[0], column: grid.styles(at("C900"))[0]?.[0]?.numberFormat, used: grid.usedArea(sheet(), false) };
    });
    expect(seen.cell).toMatchObject({ horizontalAlignment: "CenterAcrossSelection", verticalAlignment: "Justify" });
    expect(seen.column).toBe("0.0%");
    expect(seen.used).toMatchObject({ row: 0, column: 0, rowCount: 1, columnCount: 1 });
  });

  test("a formula of a conditional format is computed and shown", async () => {
    const seen = await inPage(async ({ grid, put, at, sheet }) => {
      put("A1", [[1], [5], [9]]);
      grid.setConditionalRules(sheet(), [{ areas: [at("A1:A3")], stopIfTrue: false, rule: { kind: "formula", formula: "=A1>4", style: { fillColor: "#FF0000" } } }]);
      await grid.recalculate();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      await grid.recalculate();
      return grid.shownStyles(at("A1:A3")).map((row) => row.map((style) => style.fillColor ?? ""));
    });
    expect(seen).toEqual([[""], ["#FF0000"], ["#FF0000"]]);
  });
});
