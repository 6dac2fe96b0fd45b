import { areaAddress } from "../../src/sheets/a1";
import { applySheetPlan } from "../../src/excel/applySheetPlan";
import { planTemplateSheet } from "../../src/sheets/plan/planTemplateSheet";
import type { CellContent, SheetPlan } from "../../src/sheets/sheetPlan";
import { HEADS, listOf } from "../sheets/read/sampleList";
import { fullList, fullSources, template } from "../sheets/plan/templates";
import { recordedContext } from "./recordedExcel";

const list = listOf([[...HEADS], ["A1", "Acme", "Eva", 1, 2, 0.1, 3]], "Accounts");
const sources = { list, marginUnit: "share", growthUnit: "share", modelTables: new Set(["settings"] as const) } as const;
const acme = planTemplateSheet({ sheetName: "Acme", variant: "full", sources, key: "A1", paper: "A4", locked: false });

function applied(plan: SheetPlan) {
  const { context, recorded, syncs } = recordedContext();
  applySheetPlan(context.workbook.worksheets.getItem("id"), plan);
  const prefix = "workbook.worksheets.getItem(id).";
  const sets = recorded.filter((r) => "value" in r).map((r) => ({ path: r.path.replace(prefix, ""), value: r.value }));
  const calls = recorded.filter((r) => !("value" in r)).map((r) => r.path.replace(prefix, ""));
  return { sets, calls, syncs: syncs(), count: recorded.length };
}

const small = (contents: readonly CellContent[]): SheetPlan => ({
  ...acme,
  cells: contents.map((content, row) => ({ row, column: 0, content })),
  styles: [],
  validations: [],
  highlights: [],
  charts: [],
  names: [],
});

test("all cells go to Excel in one block, empty ones as empty texts, and nothing is synced", () => {
  const { sets, syncs } = applied(acme);
  const blocks = sets.filter(({ path }) => path.endsWith(".formulas"));
  expect(blocks).toHaveLength(1);
  const block = blocks[0]?.value as unknown[][];
  expect(new Set(block.map((row) => row.length)).size).toBe(1);
  expect(block[4]?.[1]).toBe("'A1");
  expect(syncs).toBe(0);
});

test("texts of the user's data cannot become formulas, numbers or dates; our own words and formulas stay", () => {
  const { sets } = applied(
    small([
      { kind: "text", text: "=1+1" },
      { kind: "text", text: "'quoted" },
      { kind: "text", text: "007" },
      { kind: "label", label: "Owner" },
      { kind: "number", number: 7 },
      { kind: "formula", formula: "=1+1" },
    ]),
  );
  expect(sets.find(({ path }) => path.endsWith(".formulas"))).toEqual({ path: "getRange(A1:A6).formulas", value: [["'=1+1"], ["''quoted"], ["'007"], ["Owner"], [7], ["=1+1"]] });
});

test("the number of calls depends on the looks, not on the cells", () => {
  const area = (rowCount: number) => ({ row: 0, column: 0, rowCount, columnCount: 5 });
  const styled = (rowCount: number): SheetPlan => ({
    ...small([]),
    cells: Array.from({ length: rowCount }, (_, row) => ({ row, column: 0, content: { kind: "number", number: row } })),
    styles: [{ area: area(rowCount), style: "sheet" }, { area: { ...area(rowCount), columnCount: 1 }, style: "money" }],
    rowHeights: Array<number>(rowCount).fill(15),
  });
  expect(applied(styled(5000)).count).toBe(applied(styled(5)).count);
});

test("a whole account plan stays a small request", () => {
  const { sets, calls } = applied(acme);
  expect(sets.length).toBeLessThan(400);
  expect(calls.length).toBeLessThan(450);
  // It is sent once: every plan is a copy of it.
  expect(JSON.stringify(sets).length).toBeLessThan(150_000);
});

test("the rule that wins is added last, because Excel puts the newest first", () => {
  const rule = (formula: string) => ({ areas: [{ row: 0, column: 0, rowCount: 1, columnCount: 1 }], when: { kind: "formula", formula }, style: "good" }) as const;
  const { sets } = applied({ ...acme, highlights: [rule("=A1=1"), rule("=A1=2")] });
  expect(sets.filter(({ path }) => path.endsWith(".rule.formula")).map(({ value }) => value)).toEqual(["=A1=2", "=A1=1"]);
});

test("words and amounts below zero are highlighted by rules that hold wherever they stand", () => {
  const areas = [{ row: 0, column: 0, rowCount: 1, columnCount: 1 }];
  const { sets } = applied({ ...acme, highlights: [{ areas, when: { kind: "equals", word: "Overdue" }, style: "attention" }, { areas, when: { kind: "below", bound: 0 }, style: "attention" }] });
  const rules = sets.filter(({ path }) => path.endsWith("cellValue.rule")).map(({ value }) => value);
  expect(rules).toContainEqual({ formula1: '="Overdue"', operator: "EqualTo" });
  expect(rules).toContainEqual({ formula1: "0", operator: "LessThan" });
});

test("number formats of a small sheet are one block, of a long one a call per area", () => {
  const blocks = applied(acme).sets.filter(({ path }) => path.endsWith(".numberFormat"));
  expect(blocks).toHaveLength(1);
  expect((blocks[0]?.value as unknown[][]).flat()).toContain("0.0 %;-0.0 %;0.0 %");
  expect((blocks[0]?.value as unknown[][])[0]?.[1]).toBeNull();
  const long = { ...small([]), styles: [{ area: { row: 0, column: 2, rowCount: 5000, columnCount: 1 }, style: "score" }] } as const;
  expect(applied(long).sets.filter(({ path }) => path.endsWith(".numberFormat"))).toEqual([{ path: "getRange(C1:C5000).numberFormat", value: [["0.0"]] }]);
});

test("choices, dates and bounds become validation rules with a message", () => {
  const { sets } = applied(acme);
  const rules = sets.filter(({ path }) => path.endsWith("dataValidation.rule")).map(({ value }) => value);
  expect(rules).toContainEqual({ list: { inCellDropDown: true, source: "Short,Long" } });
  expect(rules).toContainEqual({ date: { formula1: "1990-01-01", operator: "GreaterThan" } });
  expect(rules).toContainEqual({ decimal: { formula1: -5, formula2: 5, operator: "Between" } });
  expect(sets.filter(({ path }) => path.endsWith("errorAlert"))).toHaveLength(rules.length);
});

test("the page is A4 landscape, with the account on every page and its breaks", () => {
  const { sets, calls } = applied(acme);
  const set = (path: string) => sets.find((s) => s.path === path)?.value;
  expect(set("pageLayout.orientation")).toBe("Landscape");
  expect(set("pageLayout.paperSize")).toBe("A4");
  expect(set("pageLayout.headersFooters.defaultForAllPages.leftFooter")).toBe(acme.page.footer.left);
  expect(calls).toContain("pageLayout.setPrintTitleRows($1:$1)");
  expect(calls.filter((call) => call.startsWith("horizontalPageBreaks.add(A"))).toHaveLength(acme.page.breaksAbove.length);
  expect(calls).toContain("freezePanes.freezeRows(2)");
});

test("the chart shows the cumulative results over the years and has a title", () => {
  const { sets, calls } = applied(acme);
  expect(calls).toContain(`getRange(${areaAddress(acme.charts[0]!.values)})`);
  expect(sets.find(({ path }) => path.endsWith(".title.text"))?.value).toBe("Cumulative result by year");
});

const full = template("full", fullSources(fullList()));

test("the template with all its blocks is one request well below Excel's 5 MB", () => {
  const { sets, calls, syncs } = applied(full);
  expect(sets.length + calls.length).toBeLessThan(1000);
  expect(JSON.stringify(sets).length).toBeLessThan(250_000);
  expect(syncs).toBe(0);
});

test("rows that grow with their text get no height, so that Excel may choose it", () => {
  const grows = full.rowHeights.flatMap((height, row) => (height === "auto" ? [row + 1] : []));
  expect(grows.length).toBeGreaterThan(30);
  const addresses = applied(full).sets.filter(({ path }) => path.endsWith(".rowHeight")).flatMap(({ path }) => /\((.*)\)/.exec(path)?.[1]?.split(",") ?? []);
  const sized = addresses.flatMap((address) => {
    const [from = 0, to = from] = [...address.matchAll(/\d+/g)].map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
  expect(sized.filter((row) => grows.includes(row))).toEqual([]);
});

test("cells that are one are merged before anything is written into them", () => {
  const { calls } = applied(full);
  const merges = calls.flatMap((call, i) => (call.endsWith(".merge()") ? [i] : []));
  expect(merges).toHaveLength((full.merged ?? []).length);
  expect(Math.max(...merges)).toBeLessThan(calls.findIndex((call) => call.includes("names.add")));
});

test("inputs are unlocked always, the sheet is protected on wish only, last and without a password", () => {
  const unlocked = applied(full).sets.filter(({ path }) => path.endsWith("protection.locked"));
  expect(unlocked.length).toBeGreaterThan(0);
  expect(unlocked.every(({ value }) => value === false)).toBe(true);
  expect(applied(full).calls.filter((call) => call.includes("protect("))).toEqual([]);
  const { calls } = applied({ ...full, lockFigures: true });
  expect(calls.at(-1)).toMatch(/^protection\.protect\(\{[^,]*"allowFormatCells":true[^)]*\}\)$/);
});

test("a sheet with page breaks says its scale, because Excel drops breaks when it fits a sheet to pages", () => {
  const zoomOf = (plan: SheetPlan) => applied(plan).sets.find(({ path }) => path === "pageLayout.zoom")?.value;
  expect(zoomOf(full)).toEqual({ scale: full.page.percent });
  expect(zoomOf(template("compact", fullSources(fullList())))).toEqual({ horizontalFitToPages: 1, verticalFitToPages: 1 });
  const letter = { ...full, page: { ...full.page, paper: "Letter" as const } };
  expect(applied(letter).sets.find(({ path }) => path === "pageLayout.paperSize")?.value).toBe("Letter");
});
