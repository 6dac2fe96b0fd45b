import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emptyTable } from "../../../src/workbench/office-host/objects/workbookState";
import type { CellInput, CellValue } from "../../../src/workbench/spreadsheet/spreadsheet";
import { pack, unpack } from "../../../src/workbench/xlsx/package/zip";
import { area, newBook, reopened, savedParts } from "./savedParts";

function officeProgram(): string | undefined {
  try {
    return execFileSync("sh", ["-c", "command -v soffice"], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

const program = officeProgram();
// Skipped where LibreOffice is not installed: it is the second program that has to understand the files.
const withOffice = program === undefined ? test.skip : test;

/** What LibreOffice makes of a file: opened, computed anew and saved by it in another format. */
function converted(bytes: Uint8Array, format: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "workbook-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), bytes);
    execFileSync(program as string, [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", format, "--outdir", folder, join(folder, "book.xlsx")], { stdio: "ignore" });
    return readFileSync(join(folder, `book.${format.split(":")[0] as string}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const LIST: readonly (readonly CellValue[])[] = [
  ["Account", "Revenue", "Margin", "Tier"],
  ["North", 100, 0.1, "A"],
  ["South", 250, 0.2, "B"],
  ["East", 50, 0.4, "A"],
];

/** Native formulas of the kinds the add-in writes, with results worked out by hand. */
const FORMULAS: readonly (readonly [string, CellValue])[] = [
  ["=SUM(B2:B4)", 400],
  ["=SUMPRODUCT(B2:B4,C2:C4)", 80],
  ["=SUM(B2:B4*C2:C4)", 80],
  ['=SUMIFS(B2:B4,D2:D4,"A")', 150],
  ['=INDEX(A2:A4,MATCH(1,(B2:B4>60)*(D2:D4="B"),0))', "South"],
  ["=IF(B3>200,\"large\",\"small\")", "large"],
  ["=ROUND(B4/3,2)", 16.67],
  ["=SUM(Sales[Revenue])*Rate", 100],
  ["=COUNTIF(Sales[Tier],\"A\")=2", true],
  ["=1/0", "#DIV/0!"],
  ["=IFNA(MATCH(\"West\",A2:A4,0),-1)", -1],
];

async function savedBook(): Promise<Uint8Array> {
  const { grid, book, first, sheet } = newBook("Plan & Co");
  grid.write(area(first, 0, 0, 4, 4), LIST.map((row) => row.map((value): CellInput => (typeof value === "string" ? { text: value } : { value }))));
  FORMULAS.forEach(([formula, result], index) => {
    grid.results.set(formula, result);
    grid.write(area(first, index, 6), [[{ formula }]]);
  });
  grid.setName({ name: "Rate", formula: "=0.25", visible: true });
  const table = grid.addTable("Sales", area(first, 0, 0, 4, 4));
  book.state.tables[table] = emptyTable(4);
  grid.applyStyle(area(first, 0, 0, 1, 4), { bold: true, fillColor: "#1B2A41", fontColor: "#FFFFFF" });
  const cells = (row: number, column: number, rowCount: number) => ({ sheetId: first, region: { row, column, rowCount, columnCount: 1 } });
  sheet.charts = [
    {
      id: "c",
      name: "Revenue",
      type: "ColumnClustered",
      plotBy: "Columns",
      left: 10,
      top: 200,
      width: 360,
      height: 220,
      settings: { title: { text: "Revenue by account" } },
      series: [{ name: undefined, nameSource: cells(0, 1, 1), values: cells(1, 1, 3), categories: cells(1, 0, 3), bubbleSizes: undefined, settings: {} }],
    },
  ];
  sheet.pageLayout.settings["orientation"] = "Landscape";
  return (await savedParts(book)).bytes;
}

withOffice(
  "LibreOffice opens a saved workbook and computes the results that are in it",
  async () => {
    // Without any results in the file it has to compute every formula itself.
    const csv = converted(withoutResults(await savedBook()), "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false").toString("utf8").split("\n");
    expect(csv.slice(0, FORMULAS.length).map((line) => line.split(";")[6]?.replace(/"/g, ""))).toEqual(FORMULAS.map(([, result]) => shown(result)));
  },
  120_000,
);

withOffice(
  "a workbook LibreOffice saved opens with its values, formulas, table and chart",
  async () => {
    const again = await reopened(converted(await savedBook(), "xlsx"));
    expect(again.grid.sheets().map(({ name }) => name)).toEqual(["Plan & Co"]);
    expect(again.grid.values(area(again.first, 0, 0, 4, 4))).toEqual(LIST);
    expect(again.grid.styles(area(again.first, 0, 0))).toMatchObject([[{ bold: true, fillColor: "#1B2A41", fontColor: "#FFFFFF" }]]);
    expect(again.grid.formulas(area(again.first, 0, 6, 3, 1))).toEqual([["=SUM(B2:B4)"], ["=SUMPRODUCT(B2:B4,C2:C4)"], ["=SUM(B2:B4*C2:C4)"]]);
    expect(again.grid.tables()).toMatchObject([{ name: "Sales", columns: ["Account", "Revenue", "Margin", "Tier"] }]);
    expect(again.sheet.charts).toMatchObject([{ type: "ColumnClustered", settings: { title: { text: "Revenue by account" } } }]);
    expect(again.sheet.charts[0]?.width).toBeCloseTo(360, -1);
    expect(again.sheet.pageLayout.settings).toMatchObject({ orientation: "Landscape" });
  },
  120_000,
);

/** As LibreOffice writes raw values to a text file. */
function shown(value: CellValue): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}

function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = unpack(bytes);
  const path = "xl/worksheets/sheet1.xml";
  const sheet = new TextDecoder().decode(parts.get(path)).replace(/<\/f><v>[^<]*<\/v>/g, "</f>");
  parts.set(path, new TextEncoder().encode(sheet.replace(/ t="(?:str|e|b)"(?=[^>]*><f)/g, "")));
  return pack(parts);
}

withOffice(
  "LibreOffice prints a saved workbook on one landscape page with its chart",
  async () => {
    const pdf = converted(await savedBook(), "pdf").toString("latin1");
    expect(pdf.startsWith("%PDF")).toBe(true);
    const [width = 0, height = 0] = (/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf)?.slice(1) ?? []).map(Number);
    expect(width).toBeGreaterThan(height);
  },
  120_000,
);
