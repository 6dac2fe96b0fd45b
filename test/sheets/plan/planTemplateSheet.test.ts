import { cellAddress, intersect, type Area } from "../../../src/sheets/a1";
import { AGREED_NAME, blockName, figureName, inputName, KEY_NAME, PLAN_FIGURES, PLAN_INPUTS, type PlanFigure, type PlanInput } from "../../../src/sheets/plan/planNames";
import { planTemplateSheet } from "../../../src/sheets/plan/planTemplateSheet";
import { PLAN_VARIANTS } from "../../../src/sheets/plan/planSources";
import { blocksOf, VARIANTS } from "../../../src/sheets/plan/planVariants";
import { STYLES } from "../../../src/sheets/styles";
import type { SheetPlan } from "../../../src/sheets/sheetPlan";
import { listOf } from "../read/sampleList";
import { contentAt, formulaAt, formulasOf, functionsOf } from "../write/readPlan";
import { bareSources, fullList, fullSources, leanList, template } from "./templates";

const CASES = PLAN_VARIANTS.flatMap((variant) => [
  [`${variant} over a full list with model and scorecard`, template(variant, fullSources(fullList()))] as const,
  [`${variant} over a range of names only`, template(variant, bareSources(leanList()))] as const,
]);
const full = () => template("full", fullSources(fullList()));
const highlightFormulas = (sheet: SheetPlan) => sheet.highlights.flatMap(({ when }) => (when.kind === "formula" ? [when.formula] : []));
const areaNamed = (sheet: SheetPlan, name: string): Area => {
  const found = sheet.names.find((named) => named.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found.area;
};
const first = ({ row, column }: Area) => cellAddress(row, column);

/** In Excel 2016 already, and in every other spreadsheet that opens its files; TODAY is the only one that changes by itself. */
const OLD_FUNCTIONS = new Set(
  "ABS AGGREGATE AND AVERAGEIF COUNT COUNTA COUNTBLANK COUNTIF EDATE FIXED HYPERLINK IF IFERROR INDEX INT ISBLANK ISNUMBER ISTEXT LEFT MATCH MAX MID MIN N NOT OR REPT RIGHT ROUND ROWS SEARCH SUBSTITUTE SUM SUMIF SUMPRODUCT TODAY".split(" "),
);

test.each(CASES)("%s is made of functions every Excel since 2016 has", (_, sheet) => {
  const formulas = [...formulasOf(sheet), ...highlightFormulas(sheet)];
  expect(formulas.length).toBeGreaterThan(120);
  expect([...new Set(formulas.flatMap(functionsOf))].filter((name) => !OLD_FUNCTIONS.has(name))).toEqual([]);
});

test.each(CASES)("%s has balanced formulas below Excel's 8,192 characters, with every mark replaced by cells", (_, sheet) => {
  for (const formula of [...formulasOf(sheet), ...highlightFormulas(sheet)]) {
    expect(formula.length).toBeLessThan(8192);
    const withoutTexts = formula.replace(/"(?:[^"]|"")*"/g, "");
    expect(withoutTexts).not.toContain('"');
    expect(withoutTexts.split("(").length).toBe(withoutTexts.split(")").length);
    expect(formula).not.toMatch(/undefined|NaN|\[object|[⟦⟧]/);
  }
});

test.each(CASES)("%s: nothing in a conditional format uses what Excel refuses there", (_, sheet) => {
  for (const formula of highlightFormulas(sheet)) expect(formula).not.toMatch(/[{}]|\w\[/);
});

test.each(CASES)("%s: the first of several highlighted areas is the top left one", (_, sheet) => {
  for (const { areas, when } of sheet.highlights) {
    if (when.kind !== "formula" || !/(?<![$A-Z])[A-Z]+\d/.test(when.formula)) continue;
    for (const { row, column } of areas) {
      expect(row).toBeGreaterThanOrEqual(areas[0]!.row);
      expect(column).toBeGreaterThanOrEqual(areas[0]!.column);
    }
  }
});

test.each(CASES)("%s: every cell holds one thing, and names are unique and lie on the sheet", (_, sheet) => {
  const addresses = sheet.cells.map((cell) => cellAddress(cell.row, cell.column));
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(new Set(sheet.names.map(({ name }) => name)).size).toBe(sheet.names.length);
  for (const { area } of sheet.names) {
    expect(area.rowCount).toBeGreaterThan(0);
    expect(area.row + area.rowCount).toBeLessThanOrEqual(sheet.rowHeights.length);
  }
});

test.each(CASES)("%s: blocks do not overlap and hold all inputs and figures", (_, sheet) => {
  const blocks = sheet.names.filter(({ name }) => name.startsWith("KAM_Block_")).map(({ area }) => area);
  for (const block of blocks) expect(blocks.filter((other) => intersect(block, other))).toEqual([block]);
  for (const { name, area } of sheet.names) {
    if (!name.startsWith("KAM_Block_")) expect([name, blocks.filter((block) => intersect(block, area)).length]).toEqual([name, 1]);
  }
});

test.each(CASES)("%s: inputs are cells to type in, free on a protected sheet, and figures are formulas", (_, sheet) => {
  const styleAt = (row: number, column: number) => sheet.styles.filter(({ area }) => intersect(area, { row, column, rowCount: 1, columnCount: 1 })).map(({ style }) => STYLES[style]);
  for (const input of Object.keys(PLAN_INPUTS) as PlanInput[]) {
    const named = sheet.names.find(({ name }) => name === inputName(input));
    if (!named) continue;
    const { row, column, rowCount, columnCount } = named.area;
    for (const [r, c] of [[row, column], [row + rowCount - 1, column + columnCount - 1]] as const) {
      expect([input, styleAt(r, c).some((look) => "locked" in look && look.locked === false)]).toEqual([input, true]);
    }
  }
  const typed = sheet.names.filter(({ name }) => name.startsWith("KAM_In_")).map(({ area }) => area);
  for (const figure of Object.keys(PLAN_FIGURES) as PlanFigure[]) {
    const named = sheet.names.find(({ name }) => name === figureName(figure));
    if (!named) continue;
    const isTyped = typed.some((area) => intersect(area, named.area));
    expect([figure, isTyped || formulaAt(sheet, first(named.area)) !== ""]).toEqual([figure, true]);
  }
});

test("a full plan has every block, input and figure its list and model allow", () => {
  const sheet = full();
  const names = new Set(sheet.names.map(({ name }) => name));
  expect(blocksOf(VARIANTS.full.pages.flat()).filter((block) => !names.has(blockName(block)))).toEqual([]);
  expect((Object.keys(PLAN_FIGURES) as PlanFigure[]).filter((figure) => !names.has(figureName(figure)))).toEqual([]);
  // What the list tells is not typed.
  const listed = ["Owner", "Reviewer", "Revenue", "CostToServe", "Spend", "DaysLate"];
  expect((Object.keys(PLAN_INPUTS) as PlanInput[]).filter((input) => !names.has(inputName(input)))).toEqual(listed);
  expect(names).toContain(AGREED_NAME);
});

test("figures the list has not are cells to type in", () => {
  const sheet = template("full", bareSources(leanList()));
  const names = new Set(sheet.names.map(({ name }) => name));
  for (const input of ["Owner", "Reviewer", "Revenue", "CostToServe", "Spend", "DaysLate"] as const) expect(names).toContain(inputName(input));
  expect(contentAt(sheet, first(areaNamed(sheet, figureName("Revenue"))))).toBeUndefined();
});

test("the key is written as what it is: a text is no formula and no number", () => {
  const keyOf = (key: string | number) => {
    const sheet = template("full", fullSources(fullList()), key);
    return contentAt(sheet, first(areaNamed(sheet, KEY_NAME)));
  };
  expect(keyOf("=1+1")).toEqual({ kind: "text", text: "=1+1" });
  expect(keyOf("007")).toEqual({ kind: "text", text: "007" });
  expect(keyOf(1001)).toEqual({ kind: "number", number: 1001 });
});

test("the account's name and figures are looked up, never copied", () => {
  const list = listOf([["Account ID", "Account", "Owner"], ["A1", '=HYPERLINK("http://x")', "<b>Eva</b>"]], "Accounts");
  const sheet = JSON.stringify(template("full", fullSources(list)));
  expect(sheet).not.toContain("http://x");
  expect(sheet).not.toContain("<b>");
});

test("headers with the characters structured references use are written so that Excel reads them as text", () => {
  const list = listOf([["Account ID", "Account", "Revenue [2025]", "Owner's #1 @ HQ"], ["A1", "Acme", 1, "x"]], "Accounts");
  const formulas = formulasOf(template("full", fullSources(list))).join("\n");
  expect(formulas).toContain("Accounts[[Account ID]:[Owner''s '#1 '@ HQ]]");
  expect(formulas).toContain("Accounts[Revenue '[2025']]");
});

test("choices fit into the 255 characters Excel keeps for a list", () => {
  const lists = full().validations.flatMap(({ rule }) => (rule.kind === "list" ? [rule.words.join(",")] : []));
  expect(lists).toEqual(expect.arrayContaining(["Short,Long", "Grow,Defend,Harvest", "Yes,No,Unknown", "Sold,Offered,Open,No need"]));
  for (const list of lists) expect(list.length).toBeLessThanOrEqual(255);
});

test("pages break between blocks, carry the name, and fit the width of both papers", () => {
  const sheet = full();
  const blocks = sheet.names.filter(({ name }) => name.startsWith("KAM_Block_")).map(({ area }) => area);
  // Two pages.
  expect(sheet.page.breaksAbove).toHaveLength(1);
  for (const row of sheet.page.breaksAbove) {
    expect(blocks.map((block) => block.row)).toContain(row);
    expect(blocks.filter((block) => block.row < row && block.row + block.rowCount > row)).toEqual([]);
  }
  expect(sheet.page.titleRows).toEqual({ row: 0, rowCount: 1 });
  expect(sheet.page.footer.left).toContain("&A");
  const width = sheet.columnWidths.slice(1).reduce((sum, points) => sum + points, 0);
  // Landscape, between margins of a quarter of an inch, with room for another font.
  const printed = ({ page }: SheetPlan) => (1.05 * width * (page.percent ?? 100)) / 100;
  expect(printed(sheet)).toBeLessThan(842 - 36);
  const letter = planTemplateSheet({ sheetName: "x", variant: "full", sources: fullSources(fullList()), key: 1, paper: "Letter", locked: false });
  expect(printed(letter)).toBeLessThan(792 - 36);
  expect(planTemplateSheet({ sheetName: "x", variant: "compact", sources: fullSources(fullList()), key: 1, paper: "Letter", locked: true })).toMatchObject({ lockFigures: true, page: { paper: "Letter", onePage: true } });
});

test("the workings of a compact plan stand below what is printed", () => {
  const { names, page } = template("compact", fullSources(fullList()));
  const printed = page.printArea.row + page.printArea.rowCount;
  for (const block of blocksOf(VARIANTS.compact.unprinted)) expect(names.find(({ name }) => name === blockName(block))!.area.row).toBeGreaterThanOrEqual(printed);
  for (const block of blocksOf(VARIANTS.compact.pages.flat())) expect(names.find(({ name }) => name === blockName(block))!.area.row).toBeLessThan(printed);
});

test("a full plan shows as many criteria as the model has, up to ten", () => {
  const shown = (criteriaCount: number) => formulasOf(template("full", { ...fullSources(fullList()), criteriaCount })).filter((formula) => formula.includes("KAM_Criteria[Criterion],") && formula.endsWith('&"")')).length;
  expect([shown(3), shown(10), shown(14)]).toEqual([3, 10, 10]);
});
