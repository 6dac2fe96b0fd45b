import type { CellInput, CellStyle, Spreadsheet } from "../spreadsheet/spreadsheet";
import { sampleAccounts, SAMPLE_COLUMNS, SAMPLE_SIZE, type SampleColumn } from "./sampleAccounts";

const INK = "#1B2A41";
const ACCENT = "#0F6CBD";
const title: CellStyle = { fontSize: 16, bold: true, fontColor: INK };
const heading: CellStyle = { bold: true, fontColor: "#FFFFFF", fillColor: INK };
const note: CellStyle = { fontColor: "#5B6B7F", italic: true };
const typedIn: CellStyle = { fillColor: "#FFF8E1", fontColor: INK };

const MONEY = "#,##0";
const FORMATS: Readonly<Partial<Record<SampleColumn, string>>> = {
  "Revenue 2023": MONEY,
  "Revenue 2024": MONEY,
  "Revenue 2025": MONEY,
  "Cost to serve": MONEY,
  "Category spend": MONEY,
  "Net margin": "0.0%",
};

interface Criterion {
  readonly column: SampleColumn;
  readonly weight: number;
  readonly direction: "higher" | "lower";
}

const CRITERIA: readonly Criterion[] = [
  { column: "Revenue 2025", weight: 25, direction: "higher" },
  { column: "Net margin", weight: 25, direction: "higher" },
  { column: "Days late", weight: 15, direction: "lower" },
  { column: "Access 0-5", weight: 15, direction: "higher" },
  { column: "Openness 0-5", weight: 10, direction: "higher" },
  { column: "Relationship 0-5", weight: 10, direction: "higher" },
];

const value = (cell: string | number): CellInput => (typeof cell === "string" && cell !== "" ? { text: cell } : { value: cell });
const formula = (text: string): CellInput => ({ formula: text });

function write(grid: Spreadsheet, sheetId: string, row: number, column: number, cells: readonly (readonly (CellInput | undefined)[])[]) {
  grid.write({ sheetId, row, column, rowCount: cells.length, columnCount: cells[0]?.length ?? 0 }, cells);
}

function style(grid: Spreadsheet, sheetId: string, [row, column, rowCount, columnCount]: readonly [number, number, number, number], look: CellStyle) {
  grid.applyStyle({ sheetId, row, column, rowCount, columnCount }, look);
}

function accountsSheet(grid: Spreadsheet, sheetId: string) {
  write(grid, sheetId, 0, 0, [SAMPLE_COLUMNS.map(value), ...sampleAccounts().map((row) => row.map(value))]);
  style(grid, sheetId, [0, 0, 1, SAMPLE_COLUMNS.length], heading);
  SAMPLE_COLUMNS.forEach((column, index) => {
    const format = FORMATS[column];
    if (format) style(grid, sheetId, [1, index, SAMPLE_SIZE, 1], { numberFormat: format });
    grid.setColumnWidth(sheetId, index, 1, column === "Account" ? 190 : 76);
  });
  grid.addTable("Accounts", { sheetId, row: 0, column: 0, rowCount: SAMPLE_SIZE + 1, columnCount: SAMPLE_COLUMNS.length });
  grid.setSheetLook(sheetId, { frozen: { rows: 1, columns: 2 }, tabColor: ACCENT });
}

/** Criteria with weights, and one formula each for score, tier and rank of all accounts. */
function scoringSheet(grid: Spreadsheet, sheetId: string) {
  write(grid, sheetId, 0, 0, [[value("Score and tier")]]);
  write(grid, sheetId, 1, 0, [[value("Change a weight or a cut-off: every row follows. One formula answers all 240 accounts.")]]);
  write(grid, sheetId, 3, 0, [
    [value("Criterion"), ...CRITERIA.map((c) => value(c.column))],
    [value("Weight"), ...CRITERIA.map((c) => value(c.weight))],
    [value("Direction"), ...CRITERIA.map((c) => value(c.direction))],
  ]);
  write(grid, sheetId, 3, CRITERIA.length + 2, [[value("Cut-offs"), value("A from"), value("B from")], [undefined, value(62), value(48)]]);
  write(grid, sheetId, 7, 0, [["Account ID", "Account", "Score", "Tier", "Rank", ...CRITERIA.map((c) => c.column)].map(value)]);
  const last = 8 + SAMPLE_SIZE;
  write(
    grid,
    sheetId,
    8,
    0,
    Array.from({ length: SAMPLE_SIZE }, (_, index) => [
      formula(`=INDEX(Accounts[Account ID],${index + 1})`),
      formula(`=INDEX(Accounts[Account],${index + 1})`),
    ]),
  );
  write(grid, sheetId, 8, 2, [
    [
      formula(`=KAM.SCORE(F9:K${last},$B$5:$G$5,$B$6:$G$6)`),
      formula(`=KAM.TIER(C9:C${last},$J$5:$K$5)`),
      formula(`=KAM.RANK(C9:C${last})`),
    ],
  ]);
  write(
    grid,
    sheetId,
    8,
    5,
    Array.from({ length: SAMPLE_SIZE }, (_, index) =>
      // IF keeps a blank blank: INDEX alone would turn it into a zero.
      CRITERIA.map((c) => formula(`=IF(INDEX(Accounts[${c.column}],${index + 1})="","",INDEX(Accounts[${c.column}],${index + 1}))`)),
    ),
  );
  style(grid, sheetId, [0, 0, 1, 1], title);
  style(grid, sheetId, [1, 0, 1, 1], note);
  style(grid, sheetId, [3, 0, 1, CRITERIA.length + 1], heading);
  style(grid, sheetId, [3, CRITERIA.length + 2, 1, 3], heading);
  style(grid, sheetId, [4, 1, 2, CRITERIA.length], typedIn);
  style(grid, sheetId, [4, CRITERIA.length + 3, 1, 2], typedIn);
  style(grid, sheetId, [7, 0, 1, 5 + CRITERIA.length], heading);
  style(grid, sheetId, [8, 2, SAMPLE_SIZE, 1], { numberFormat: "0.0" });
  style(grid, sheetId, [8, 5, SAMPLE_SIZE, 1], { numberFormat: MONEY });
  style(grid, sheetId, [8, 6, SAMPLE_SIZE, 1], { numberFormat: "0.0%" });
  grid.setColumnWidth(sheetId, 0, 1, 76);
  grid.setColumnWidth(sheetId, 1, 1, 190);
  grid.setColumnWidth(sheetId, 2, 9, 82);
  grid.setSheetLook(sheetId, { frozen: { rows: 8, columns: 2 } });
}

/** The field's own worked example: what one managed account has to earn before it pays. */
function paybackSheet(grid: Spreadsheet, sheetId: string) {
  write(grid, sheetId, 0, 0, [
    [value("Does a key account manager pay?"), undefined, undefined],
    [undefined, undefined, undefined],
    [value("Manager, a year"), value(200000), value("typed in")],
    [value("Accounts looked after"), value(10), value("typed in")],
    [value("Net margin"), value(0.1), value("typed in")],
    [value("Sales of the account"), value(2000000), value("typed in")],
    [value("Planned growth, a year"), value(0.14), value("typed in")],
    [value("Cost per account"), formula("=B3/B4"), value("manager / accounts")],
    [value("Extra sales needed"), formula("=KAM.BREAKEVEN.SALES(B8,B5)"), value("cost / margin")],
    [value("Growth to exceed"), formula("=KAM.BREAKEVEN.GROWTH(B8,B5,B6)"), value("cost / margin / sales")],
    [value("Payback, years"), formula("=KAM.PAYBACK.PROGRAM(B6,B5,B7,B8,B8)"), value("with one more year's cost to set it up")],
    [value("Payback of 40,000 from 15,000 a year"), formula("=KAM.PAYBACK(40000,15000)"), value("periods")],
  ]);
  style(grid, sheetId, [0, 0, 1, 1], title);
  style(grid, sheetId, [2, 1, 5, 1], typedIn);
  style(grid, sheetId, [2, 1, 10, 1], { numberFormat: MONEY });
  style(grid, sheetId, [4, 1, 1, 1], { numberFormat: "0.0%" });
  style(grid, sheetId, [6, 1, 1, 1], { numberFormat: "0.0%" });
  style(grid, sheetId, [9, 1, 1, 1], { numberFormat: "0.0%" });
  style(grid, sheetId, [10, 1, 2, 1], { numberFormat: "0.00" });
  style(grid, sheetId, [2, 2, 10, 1], note);
  grid.setColumnWidth(sheetId, 0, 1, 220);
  grid.setColumnWidth(sheetId, 1, 1, 90);
  grid.setColumnWidth(sheetId, 2, 1, 220);
}

/** Fills an empty spreadsheet with the sample: the list, its scores and the payback example. */
export function openSampleWorkbook(grid: Spreadsheet): void {
  grid.batch(() => {
    grid.reset("Accounts");
    const accounts = grid.activeSheet();
    accountsSheet(grid, accounts);
    scoringSheet(grid, grid.addSheet("Scores"));
    paybackSheet(grid, grid.addSheet("Payback"));
    grid.activateSheet(accounts);
    grid.select([{ sheetId: accounts, row: 1, column: 0, rowCount: 1, columnCount: 1 }]);
  });
}
