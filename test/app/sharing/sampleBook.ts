import type { Replace } from "../../../src/app/sharing/changes";
import { restoreFormulas } from "../../../src/app/sharing/restoreFormulas";
import { shareWorkbook, type SharingTools } from "../../../src/app/sharing/shareWorkbook";
import type { CellValue } from "../../../src/sheets/cellValue";
import { MemoryBook } from "./memoryBook";

/** Two rows for SCORE, else a number; TWIN is the native formula of the test and says the same. */
export const evaluate = (formula: string): CellValue | CellValue[][] => {
  if (/^=ROWS/.test(formula)) return 1;
  if (/^=Unknown/.test(formula)) return "#NAME?";
  if (/^=KAM\.SCORE/.test(formula)) return [[50], ["=hostile"]];
  if (/^=TWIN\(2/.test(formula)) return "=hostile";
  if (/^=(TWIN|KAM\.SCORE)/.test(formula)) return 50;
  if (/KAM\.GATE/.test(formula)) return "#N/A";
  if (/KAM\.TIER/.test(formula)) return "A";
  return 7;
};
export const values: Replace = () => ({ kind: "values", why: "There is no native formula" });
/** SCORE has a native formula for each cell, RATE one for its own, the others none. */
export const twins: Replace = ({ formula, spill }) => {
  if (/^=KAM\.SCORE/.test(formula)) return { kind: "formulas", formulas: Array.from({ length: spill?.rowCount ?? 1 }, (_, i) => [`=TWIN(${i + 1},${formula.slice(11, -1)})`]) };
  if (/^=KAM\.RATE/.test(formula)) return { kind: "formulas", formulas: [[formula.replace("KAM.RATE", "NATIVERATE")]] };
  return { kind: "values", why: "There is no native formula" };
};
export const tools = (book: MemoryBook, replace: Replace = twins): SharingTools => ({ book, workbook: book, replacements: () => replace, now: () => "2026-11-25 20:10", pause: async () => undefined });
export const quiet = () => undefined;
export const never = new AbortController().signal;
export const share = (book: MemoryBook, replace?: Replace, signal = never) => shareWorkbook(tools(book, replace), book.all.map(({ id }) => id), signal, quiet);
export const restore = (book: MemoryBook, signal = never) => restoreFormulas(tools(book), signal, quiet);

export function sampleBook(): MemoryBook {
  const book = new MemoryBook(evaluate);
  book.sheet("List", { A1: "Account", A2: "North", A3: "South", B2: 5, B3: 6 });
  book.sheet("O'Neill & <Co>", {
    B2: "=KAM.SCORE(List!B2:B3,$D$1)",
    C2: "=KAM.RATE(List!B2,$D$1)",
    C3: "=KAM.RATE(List!B3,$D$1)",
    D1: 2,
    E2: '=IF(B2>1,KAM.TIER(B2,60),"")',
    E4: "=KAM.GATE(B2)",
    F2: "=SUM(B2#)",
  });
  return book;
}
export const cellsOf = (book: MemoryBook, sheet: string) => book.contents()[sheet] ?? {};
