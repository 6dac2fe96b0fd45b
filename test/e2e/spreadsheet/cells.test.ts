import { setUpGrid } from "./setUpGrid";

const { inPage } = setUpGrid();

describe("values, formulas and texts", () => {
  test("values are raw whatever the number format, booleans are booleans, errors are texts, texts stay texts", async () => {
    const seen = await inPage(async ({ grid, put, at, values, formulas }) => {
      put("A1", [[41, "abc", true, "", "=1/0", "=A1*2"]]);
      grid.write(at("A2"), [[{ text: "007" }]]);
      grid.applyStyle(at("A1"), { numberFormat: '0.00 "kr"' });
      await grid.recalculate();
      return { values: values("A1:F2"), formulas: formulas("A1:F1"), texts: grid.texts(at("A1:E1")) };
    });
    expect(seen.values).toEqual([
      [41, "abc", true, "", "#DIV/0!", 82],
      ["007", "", "", "", "", ""],
    ]);
    expect(seen.formulas).toEqual([[41, "abc", true, "", "=1/0", "=A1*2"]]);
    expect(seen.texts).toEqual([["41.00 kr", "abc", "TRUE", "", "#DIV/0!"]]);
  });

  test("undefined in a written matrix leaves the cell, an empty text clears it and its look stays", async () => {
    const seen = await inPage(async ({ grid, put, at, values }) => {
      put("A1", [[1, 2, 3]]);
      grid.applyStyle(at("C1"), { bold: true });
      put("A1", [[undefined, 20, ""]]);
      return { values: values("A1:C1"), bold: grid.styles(at("C1"))[0]?.[0]?.bold };
    });
    expect(seen).toEqual({ values: [[1, 20, ""]], bold: true });
  });

  test("the grid grows to Excel's size: writing, reading, references and spills reach beyond what it shows", async () => {
    const seen = await inPage(async ({ grid, put, values, computed }) => {
      put("GS5000", [[5]]);
      const sums = await computed("A1", [["=SUM(GS4999:GS6000)"], ["=ZZ9000+1"], ["=SEQUENCE(7000)"]], "A1:A3");
      return { sums, last: values("A7002"), cell: values("GS5000"), corner: values("XFD1048576"), area: grid.spillArea(grid.activeSheet(), 2, 0)?.rowCount };
    });
    expect(seen).toEqual({ sums: [[5], [1], [1]], last: [[7000]], cell: [[5]], corner: [[""]], area: 7000 });
  });

  test("the used area knows contents from looks and counts spilled cells", async () => {
    const seen = await inPage(async ({ grid, put, at, sheet }) => {
      const blank = grid.usedArea(sheet(), false) === undefined;
      put("B2", [["=SEQUENCE(3)"]]);
      grid.applyStyle(at("D8"), { fillColor: "#FF0000" });
      await grid.recalculate();
      return { blank, contents: grid.usedArea(sheet(), true), all: grid.usedArea(sheet(), false) };
    });
    expect(seen.blank).toBe(true);
    expect(seen.contents).toMatchObject({ row: 1, column: 1, rowCount: 3, columnCount: 1 });
    expect(seen.all).toMatchObject({ row: 1, column: 1, rowCount: 7, columnCount: 3 });
  });

  test("clearing contents keeps looks, clearing formats keeps contents", async () => {
    const seen = await inPage(({ grid, put, at, values }) => {
      put("A1", [[1, 2]]);
      grid.applyStyle(at("A1:B1"), { bold: true });
      grid.clear(at("A1"), "Contents");
      grid.clear(at("B1"), "Formats");
      return { values: values("A1:B1"), bold: grid.styles(at("A1:B1"))[0]?.map((style) => style.bold ?? false) };
    });
    expect(seen).toEqual({ values: [["", 2]], bold: [true, false] });
  });
});

describe("calculation", () => {
  test("spilled cells are read, blocked by contents, freed, shrunk and gone with their formula", async () => {
    const seen = await inPage(async ({ grid, put, sheet, values, computed }) => {
      const whole = await computed("A1", [["=SEQUENCE(3,2)"]], "A1:B3");
      const sum = await computed("D1", [["=SUM(A1:B3)"]], "D1");
      const blocked = await computed("B3", [[9]], "A1:B3");
      const area = grid.spillArea(sheet(), 0, 0) ?? "none";
      const freed = await computed("B3", [[""]], "A1:B3");
      const shrunk = await computed("A1", [["=SEQUENCE(2)"]], "A1:B3");
      put("A1", [[""]]);
      await grid.recalculate();
      return { whole, sum, blocked, area, freed, shrunk, gone: values("A1:D3") };
    });
    expect(seen.whole).toEqual([[1, 2], [3, 4], [5, 6]]);
    expect(seen.sum).toEqual([[21]]);
    expect(seen.blocked).toEqual([["#SPILL!", ""], ["", ""], ["", 9]]);
    expect(seen.area).toBe("none");
    expect(seen.freed).toEqual(seen.whole);
    expect(seen.shrunk).toEqual([[1, ""], [2, ""], ["", ""]]);
    expect(seen.gone).toEqual([["", "", "", 0], ["", "", "", ""], ["", "", "", ""]]);
  });

  test("G1# is the block that the formula in G1 fills, shown and returned as typed", async () => {
    const seen = await inPage(async ({ grid, put, formulas, values, computed }) => {
      put("A1", [["=SEQUENCE(3)"]]);
      const sums = await computed("C1", [["=SUM(A1#)"], ["=SUM(_xlfn.ANCHORARRAY(A1))"], ["=ROWS(Sheet1!$A$1#)"]], "C1:C3");
      const grown = await computed("A1", [["=SEQUENCE(4)"]], "C1:C3");
      put("A1", [[1]]);
      await grid.recalculate();
      return { sums, grown, formulas: formulas("C1:C3"), none: values("C1") };
    });
    expect(seen.sums).toEqual([[6], [6], [3]]);
    expect(seen.grown).toEqual([[10], [10], [4]]);
    expect(seen.formulas).toEqual([["=SUM(A1#)"], ["=SUM(A1#)"], ["=ROWS(Sheet1!$A$1#)"]]);
    expect(seen.none).toEqual([["#REF!"]]);
  });

  test("a formula with an unmatched bracket or quote spoils no other formula", async () => {
    const seen = await inPage(async ({ computed }) => {
      await computed("A1", [["=SUM([Rev 'x]"]], "A1");
      return computed("B1", [[2], ["=B1&\"!\""]], "B2");
    });
    expect(seen).toEqual([["2!"]]);
  });

  test("what is written while formulas are computed is not overwritten by their results", async () => {
    const seen = await inPage(async ({ grid, put, at, values }) => {
      grid.write(at("B1:B3000"), Array.from({ length: 3000 }, (_, i) => [{ formula: `=A1+${i}` }]));
      put("D1", [["=SEQUENCE(3)"]]);
      const running = grid.recalculate();
      // The engine lets the page go on between formulas; the second frame is in the middle of the run.
      await new Promise((resolve) => setTimeout(resolve, 0));
      put("A1", [[1000]]);
      put("B3000", [["mine"]]);
      put("D1", [["text"]]);
      await running;
      await grid.recalculate();
      return [values("B1:B2"), values("B2999:B3000"), values("D1:D3")];
    });
    expect(seen).toEqual([[[1000], [1001]], [[3998], ["mine"]], [["text"], [""], [""]]]);
  });

  test("manual calculation waits until it is asked, automatic calculation does not", async () => {
    const seen = await inPage(async ({ grid, put, values }) => {
      grid.setAutomaticCalculation(false);
      put("A1", [[1, "=A1+1"]]);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const waiting = values("B1");
      await grid.recalculate();
      const asked = values("B1");
      grid.setAutomaticCalculation(true);
      const calculated = new Promise<void>((resolve) => (grid.events = { ...grid.events, calculated: () => resolve() }));
      put("A1", [[5]]);
      await calculated;
      return { waiting, asked, automatic: values("B1") };
    });
    expect(seen).toEqual({ waiting: [[""]], asked: [[2]], automatic: [[6]] });
  });

  test("another workbook after reset computes LET and LAMBDA rightly", async () => {
    const seen = await inPage(async ({ grid, computed }) => {
      const cells = [[1, "=LET(a,A1,a+5)", "=LAMBDA(x,x+4)(A1)"]];
      const first = await computed("A1", cells, "B1:C1");
      grid.reset("Other");
      return { first, second: await computed("A1", cells, "B1:C1"), names: grid.sheets().map((sheet) => sheet.name) };
    });
    expect(seen).toEqual({ first: [[6, 5]], second: [[6, 5]], names: ["Other"] });
  });
});

test("a blank is told from zero, however often they are compared", async () => {
  const seen = await inPage(({ computed }) => computed("A1", [[0, '=A1=""', '=A1=""', '=IF(A1="",1,2)'], ["", '=A2=""', '=A2=""', '=IF(A2="",1,2)']], "B1:D2"));
  expect(seen).toEqual([
    [false, false, 2],
    [true, true, 1],
  ]);
});
