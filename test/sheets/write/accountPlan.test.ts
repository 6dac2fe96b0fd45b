import { cellAddress } from "../../../src/sheets/a1";
import { SETTINGS } from "../../../src/sheets/formulas/settings";
import { accountPlanSheet, KEY_NAME } from "../../../src/sheets/write/accountPlan";
import { CELLS, ROWS } from "../../../src/sheets/write/accountPlanLayout";
import type { CellValue } from "../../../src/sheets/cellValue";
import type { SheetPlan } from "../../../src/sheets/sheetPlan";
import { HEADS, listOf } from "../read/sampleList";
import { contentAt, formulaAt, formulasOf, functionsOf } from "./readPlan";

const FULL = [...HEADS, "Category spend", "Days late", "Growth", "Tier", "Score", "Rank", "Industry", "Country", "Reviewer"];
const ROW: CellValue[] = ["A1", "Acme", "Eva", 1, 2, 0.1, 3, 9, 4, 0.1, "A", 70, 1, "Retail", "SE", "Ann"];

const plan = (key: string | number = "A1", heads: readonly string[] = FULL, table: string | undefined = "Accounts") =>
  accountPlanSheet({ sheetName: "Acme", list: listOf([[...heads], ROW.slice(0, heads.length)], table), marginUnit: "share", growthUnit: "share", key });
const highlightFormulas = (sheet: SheetPlan) => sheet.highlights.flatMap(({ when }) => (when.kind === "formula" ? [when.formula] : []));
const lean = () => plan("A1", ["Account ID", "Account"], undefined);

/** In Excel 2016 already, and in every other spreadsheet that opens its files. */
const OLD_FUNCTIONS = new Set(
  "ABS AND COUNT COUNTA COUNTIF EDATE FIXED IF IFERROR INDEX INT ISBLANK ISNUMBER ISTEXT LEFT MATCH MAX MID MIN N NOT OR ROUND SUBSTITUTE SUM SUMPRODUCT TODAY".split(" "),
);

test.each([
  ["a full list", plan()],
  ["a list of names only", lean()],
])("a plan over %s is made of functions every Excel since 2016 has, and of none of the add-in's", (_, sheet) => {
  const formulas = [...formulasOf(sheet), ...highlightFormulas(sheet)];
  expect(formulas.length).toBeGreaterThan(80);
  expect([...new Set(formulas.flatMap(functionsOf))].filter((name) => !OLD_FUNCTIONS.has(name))).toEqual([]);
});

test("formulas are balanced, below Excel's 8,192 characters, and never split a quotation", () => {
  for (const formula of [...formulasOf(plan()), ...formulasOf(lean())]) {
    expect(formula.length).toBeLessThan(8192);
    const withoutTexts = formula.replace(/"(?:[^"]|"")*"/g, "");
    expect(withoutTexts).not.toContain('"');
    expect(withoutTexts.split("(").length).toBe(withoutTexts.split(")").length);
    expect(withoutTexts).not.toMatch(/undefined|NaN|\[object/);
  }
});

test("nothing in a conditional format uses what Excel refuses there", () => {
  // Array constants, unions and references to tables are refused in conditional formats.
  for (const formula of highlightFormulas(plan())) expect(formula).not.toMatch(/[{}]|\w\[/);
});

test("the first of several highlighted areas is the top left one", () => {
  for (const { areas, when } of plan().highlights) {
    if (when.kind !== "formula" || !/(?<![$A-Z])[A-Z]+\d/.test(when.formula)) continue;
    for (const { row, column } of areas) {
      expect(row).toBeGreaterThanOrEqual(areas[0]!.row);
      expect(column).toBeGreaterThanOrEqual(areas[0]!.column);
    }
  }
});

test("every cell holds one thing, inside the print area, and no cells are merged", () => {
  for (const sheet of [plan(), lean()]) {
    const addresses = sheet.cells.map((cell) => cellAddress(cell.row, cell.column));
    expect(new Set(addresses).size).toBe(addresses.length);
    const { row, column, rowCount, columnCount } = sheet.page.printArea;
    for (const cell of sheet.cells) {
      expect(cell.row).toBeGreaterThanOrEqual(row);
      expect(cell.row).toBeLessThan(row + rowCount);
      expect(cell.column).toBeGreaterThanOrEqual(column);
      expect(cell.column).toBeLessThan(column + columnCount);
    }
  }
});

test("the key is written as what it is: a text is no formula and no number", () => {
  expect(contentAt(plan("=1+1"), CELLS.key)).toEqual({ kind: "text", text: "=1+1" });
  expect(contentAt(plan("007"), CELLS.key)).toEqual({ kind: "text", text: "007" });
  expect(contentAt(plan(1001), CELLS.key)).toEqual({ kind: "number", number: 1001 });
});

test("the account's name and figures are looked up, never copied", () => {
  const hostile = accountPlanSheet({
    sheetName: "x",
    list: listOf([["Account ID", "Account", "Owner"], ["A1", '=HYPERLINK("http://x")', "<b>Eva</b>"]], "Accounts"),
    marginUnit: "share",
    growthUnit: "share",
    key: "A1",
  });
  expect(JSON.stringify(hostile)).not.toContain("http://x");
  expect(JSON.stringify(hostile)).not.toContain("<b>");
  expect(formulaAt(hostile, "B1")).toContain("Accounts[Account]");
});

test("the key cell carries the name by which plans are found", () => {
  const { names } = plan();
  expect(names.map(({ name, area }) => [name, cellAddress(area.row, area.column, true)])).toEqual([[KEY_NAME, CELLS.key]]);
});

test("cells that other blocks refer to stand beside the words that name them", () => {
  const sheet = plan();
  const labelBeside = (address: string, columns: number) => {
    const row = Number(address.split("$")[2]) - 1;
    const column = (address.split("$")[1] as string).charCodeAt(0) - 65;
    const content = contentAt(sheet, cellAddress(row, column - columns));
    return content?.kind === "label" ? content.label : content?.kind === "formula" ? content.formula : undefined;
  };
  expect(labelBeside(CELLS.accountCost, 2)).toBe("Cost of this account");
  expect(labelBeside(CELLS.growthToExceed, 2)).toBe("Growth to exceed");
  expect(labelBeside(CELLS.plannedGrowth, 2)).toBe("Planned growth");
  expect(labelBeside(CELLS.payback, 2)).toBe("Payback, years");
  expect(labelBeside(CELLS.costToServe, 2)).toBe("Cost to serve");
  expect(labelBeside(CELLS.headroom, 2)).toBe("Headroom");
  expect(labelBeside(CELLS.revenue, 7)).toBe("Revenue");
  expect(labelBeside(CELLS.place, 1)).toBe("Row in list");
});

test("the worked example can be followed: cost / accounts, / margin, / revenue", () => {
  const sheet = plan();
  expect(formulaAt(sheet, CELLS.programCost)).toBe(`=INDEX(KAM_Settings[Value],MATCH("${SETTINGS.programCost.name}",KAM_Settings[Setting],0))`);
  expect(formulaAt(sheet, CELLS.accountCost)).toContain(`${CELLS.programCost}/${CELLS.accountsPerManager}`);
  expect(formulaAt(sheet, CELLS.extraSales)).toContain(`${CELLS.accountCost}/${CELLS.extraMargin}`);
  expect(formulaAt(sheet, CELLS.growthToExceed)).toContain(`${CELLS.extraSales}/${CELLS.revenue}`);
});

test("figures the list has not are cells to type in", () => {
  const sheet = lean();
  const isInput = (address: string) =>
    sheet.styles.some(({ area, style }) => style === "input" && cellAddress(area.row, area.column, true) === address);
  for (const address of [CELLS.revenue, CELLS.costToServe, CELLS.spend, CELLS.owner, CELLS.reviewer]) {
    expect(contentAt(sheet, address)).toBeUndefined();
    expect(isInput(address)).toBe(true);
  }
  expect(formulaAt(plan(), CELLS.costToServe)).toContain("Accounts[Cost to serve]");
  expect(formulaAt(sheet, CELLS.marginShare)).toContain(SETTINGS.netMargin.name);
});

test("percents and amounts are turned into shares", () => {
  const list = listOf([[...HEADS], ROW.slice(0, 7)], "T");
  const of = (marginUnit: "percent" | "amount") => formulaAt(accountPlanSheet({ sheetName: "x", list, marginUnit, growthUnit: "share", key: 1 }), CELLS.marginShare);
  expect(of("percent")).toMatch(/T\[Net margin\],\$M\$3\)\)\)\/100/);
  expect(of("amount")).toContain(`/${CELLS.revenue}`);
});

test("choices are offered where words are counted", () => {
  const words = plan().validations.flatMap(({ rule }) => (rule.kind === "list" ? [rule.words.join(",")] : []));
  expect(words).toEqual(expect.arrayContaining(["Decision maker,Influencer,Champion,User,Gatekeeper", "Short,Long", "Grow,Defend,Harvest", "On track,At risk,Done,Dropped"]));
  // Excel takes at most 255 characters of a typed list.
  for (const list of words) expect(list.length).toBeLessThanOrEqual(255);
});

test("the first page ends above the objectives; the account's name is on every page", () => {
  const { page, frozenRows } = plan();
  expect(page.breaksAbove).toEqual([ROWS.objectives]);
  expect(page.titleRows).toEqual({ row: 0, rowCount: 1 });
  expect(page.footer.left).toBe("&A");
  expect(frozenRows).toBe(2);
});
