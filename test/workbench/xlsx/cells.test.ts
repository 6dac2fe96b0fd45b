import type { CellStyle } from "../../../src/workbench/spreadsheet/spreadsheet";
import { area, newBook, reopened, savedParts } from "./savedParts";

describe("values and formulas", () => {
  test("come back as they were, texts that look like numbers or formulas included", async () => {
    const { grid, book, first } = newBook();
    grid.write(area(first, 0, 0, 2, 4), [
      [{ value: 0.1 + 0.2 }, { text: "007" }, { value: true }, { value: "#N/A" }],
      [{ value: -1e-300 }, { text: " two  spaces " }, { text: "a < b & \"c\"\nd" }, { text: "=1+1" }],
    ]);
    const { bytes, losses } = await savedParts(book);
    const again = await reopened(bytes);
    expect(again.grid.values(area(again.first, 0, 0, 2, 4))).toEqual([
      [0.1 + 0.2, "007", true, "#N/A"],
      [-1e-300, " two  spaces ", "a < b & \"c\"\nd", "=1+1"],
    ]);
    expect([...losses, ...again.losses]).toEqual([]);
  });

  test("a date keeps all digits of its serial number and its format", async () => {
    const { grid, book, first } = newBook();
    grid.write(area(first, 0, 0, 1, 3), [[{ value: 45292.123456789 }, { value: 59.5 }, { value: 1e9 }]]);
    grid.applyStyle(area(first, 0, 0, 1, 3), { numberFormat: "yyyy-mm-dd hh:mm:ss" });
    const again = await reopened((await savedParts(book)).bytes);
    expect(again.grid.values(area(again.first, 0, 0, 1, 3))).toEqual([[45292.123456789, 59.5, 1e9]]);
    expect(again.grid.styles(area(again.first, 0, 2))[0]).toEqual([{ numberFormat: "yyyy-mm-dd hh:mm:ss" }]);
  });

  test("results of formulas are cached by type; an error is an error, not a text", async () => {
    const { grid, book, first } = newBook();
    const formulas = ["=1/0", "=A1>1", '="x"&"y"', "=2*3", "=NEW()"];
    ["#DIV/0!", false, "xy", 6, "#SPILL!"].forEach((result, index) => grid.results.set(formulas[index] as string, result));
    grid.write(area(first, 0, 0, 1, 5), [formulas.map((formula) => ({ formula }))]);
    const sheet = (await savedParts(book)).part("xl/worksheets/sheet1.xml");
    expect(sheet).toContain('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>');
    expect(sheet).toContain('<c r="B1" t="b"><f>A1&gt;1</f><v>0</v></c>');
    expect(sheet).toMatch(/<c r="C1" t="str"><f>[^<]*<\/f><v>xy<\/v><\/c>/);
    expect(sheet).toContain('<c r="D1"><f>2*3</f><v>6</v></c>');
    // Excel before dynamic arrays does not know #SPILL!.
    expect(sheet).toContain('<c r="E1" t="e"><f>NEW()</f><v>#VALUE!</v></c>');
  });

  test("add-in functions are stored under Excel's names with their last values, and Excel is not told to recalculate", async () => {
    const { grid, book, first } = newBook();
    grid.results.set("=KAM.TIER.QUOTA(B1:B3,0.2)", [["A"], ["B"], ["B"]]);
    grid.write(area(first, 0, 0), [[{ formula: "=KAM.TIER.QUOTA(B1:B3,0.2)" }]]);
    const { part, bytes } = await savedParts(book);
    const sheet = part("xl/worksheets/sheet1.xml");
    expect(sheet).toContain('<f t="array" ref="A1:A3">_xldudf_KAM_TIER_QUOTA(B1:B3,0.2)</f><v>A</v>');
    expect(sheet).toMatch(/<c r="A3" t="s">/);
    expect(part("xl/workbook.xml")).not.toContain("fullCalcOnLoad");
    const again = await reopened(bytes, ["KAM.TIER.QUOTA"]);
    expect(again.grid.formulas(area(again.first, 0, 0))).toEqual([["=KAM.TIER.QUOTA(B1:B3,0.2)"]]);
  });

  test("a spilling formula is a dynamic array; its block is no typed values when opened again", async () => {
    const { grid, book, first } = newBook();
    grid.results.set("=SEQUENCE(2,2)", [[1, 2], [3, 4]]);
    grid.write(area(first, 1, 1), [[{ formula: "=SEQUENCE(2,2)" }]]);
    const { part, bytes } = await savedParts(book);
    expect(part("xl/worksheets/sheet1.xml")).toContain('<c r="B2" cm="1"><f t="array" ref="B2:C3">_xlfn.SEQUENCE(2,2)</f><v>1</v></c>');
    expect(part("xl/metadata.xml")).toContain('fDynamic="1"');
    const again = await reopened(bytes);
    expect(again.grid.formulas(area(again.first, 1, 1, 2, 2))).toEqual([["=SEQUENCE(2,2)", ""], ["", ""]]);
    expect(again.losses).toEqual([]);
  });

  test("a formula that computes with whole ranges is marked, so that Excel does not cut them to one cell", async () => {
    const { grid, book, first } = newBook();
    grid.results.set("=SUM(A1:A3*B1:B3)", 14);
    grid.results.set("=SUM(A1:A3)", 6);
    grid.write(area(first, 4, 0, 1, 2), [[{ formula: "=SUM(A1:A3*B1:B3)" }, { formula: "=SUM(A1:A3)" }]]);
    const sheet = (await savedParts(book)).part("xl/worksheets/sheet1.xml");
    expect(sheet).toContain('<c r="A5" cm="1"><f t="array" ref="A5">SUM(A1:A3*B1:B3)</f><v>14</v></c>');
    expect(sheet).toContain('<c r="B5"><f>SUM(A1:A3)</f><v>6</v></c>');
  });
});

describe("looks", () => {
  const looks: readonly (readonly [string, CellStyle])[] = [
    ["number format", { numberFormat: '#,##0.00 "kr";[Red]-#,##0.00' }],
    ["font", { fontName: "Georgia", fontSize: 14, bold: true, italic: true, underline: "Double", strikethrough: true, fontColor: "#C00000" }],
    ["fill", { fillColor: "#FFF2CC" }],
    ["alignment", { horizontalAlignment: "CenterAcrossSelection", verticalAlignment: "Top", wrapText: true }],
    ["indent", { horizontalAlignment: "Right", indentLevel: 3 }],
    ["text upwards", { textOrientation: 45 }],
    ["text downwards", { textOrientation: -30 }],
    ["letters below each other", { textOrientation: 180 }],
    [
      "borders",
      {
        borders: {
          top: { style: "Double", weight: "Thick", color: "#000000" },
          bottom: { style: "Continuous", weight: "Medium", color: "#0070C0" },
          left: { style: "DashDotDot", weight: "Thin", color: "#FF0000" },
          right: { style: "Continuous", weight: "Hairline", color: "#000000" },
        },
      },
    ],
  ];
  test.each(looks)("%s", async (_name, look) => {
    const { grid, book, first } = newBook();
    grid.applyStyle(area(first, 1, 1), look);
    const again = await reopened((await savedParts(book)).bytes);
    expect(again.grid.styles(area(again.first, 1, 1))).toEqual([[look]]);
    expect(again.grid.styles(area(again.first, 0, 0))).toEqual([[{}]]);
  });

  test("rotation has Excel's sign in the file: 45 up, 120 for 30 down", async () => {
    const { grid, book, first } = newBook();
    grid.applyStyle(area(first, 0, 0), { textOrientation: 45 });
    grid.applyStyle(area(first, 0, 1), { textOrientation: -30 });
    const styles = (await savedParts(book)).part("xl/styles.xml");
    expect(styles).toContain('textRotation="45"');
    expect(styles).toContain('textRotation="120"');
  });

  test("unlocked cells, also empty ones, and hidden formulas", async () => {
    const { book, sheet } = newBook();
    sheet.formats = [
      { region: { row: 0, column: 0, rowCount: 3, columnCount: 2 }, format: { locked: false } },
      { region: { row: 1, column: 0, rowCount: 1, columnCount: 2 }, format: { locked: true, formulaHidden: true } },
      { region: { row: 2, column: 0, rowCount: 1, columnCount: 1 }, format: { shrinkToFit: true } },
    ];
    const { part, bytes } = await savedParts(book);
    expect(part("xl/styles.xml")).toContain('<protection locked="0" hidden="0"/>');
    const again = await reopened(bytes);
    expect(again.sheet.formats).toEqual([
      { region: { row: 0, column: 0, rowCount: 1, columnCount: 2 }, format: { locked: false } },
      { region: { row: 1, column: 0, rowCount: 1, columnCount: 2 }, format: { formulaHidden: true } },
      { region: { row: 2, column: 0, rowCount: 1, columnCount: 1 }, format: { locked: false, shrinkToFit: true } },
      { region: { row: 2, column: 1, rowCount: 1, columnCount: 1 }, format: { locked: false } },
    ]);
  });
});
