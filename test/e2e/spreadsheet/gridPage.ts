import type { Area, CellInput, CellValue } from "../../../src/workbench/spreadsheet/spreadsheet";
import { createUniverSpreadsheet, type UniverSpreadsheet } from "../../../src/workbench/spreadsheet/univer/univerSpreadsheet";

/** What the tests of the grid write with: addresses as in Excel, on the first sheet unless a sheet's id is given. */
export interface Bench {
  readonly grid: UniverSpreadsheet;
  sheet(): string;
  at(address: string, sheetId?: string): Area;
  /** Texts that begin with `=` are formulas, undefined leaves a cell alone. */
  put(address: string, cells: readonly (readonly (CellValue | undefined)[])[], sheetId?: string): void;
  values(address: string, sheetId?: string): CellValue[][];
  formulas(address: string, sheetId?: string): CellValue[][];
  /** Writes, computes, reads. */
  computed(put: string, cells: readonly (readonly (CellValue | undefined)[])[], read: string): Promise<CellValue[][]>;
}

declare global {
  interface Window {
    bench: Promise<Bench>;
  }
}

function column(letters: string): number {
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

async function start(): Promise<Bench> {
  const grid = await createUniverSpreadsheet(document.getElementById("grid") as HTMLElement);
  const bench: Bench = {
    grid,
    sheet: () => grid.sheets()[0]?.id ?? "",
    at(address, sheetId = bench.sheet()) {
      const [, left = "A", top = "1", right = left, bottom = top] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(address) ?? [];
      return { sheetId, row: Number(top) - 1, column: column(left), rowCount: Number(bottom) - Number(top) + 1, columnCount: column(right) - column(left) + 1 };
    },
    put(address, cells, sheetId) {
      const input = (value: CellValue | undefined): CellInput | undefined =>
        value === undefined ? undefined : typeof value === "string" && value.startsWith("=") ? { formula: value } : { value };
      const area = bench.at(address, sheetId);
      grid.write({ ...area, rowCount: cells.length, columnCount: Math.max(...cells.map((row) => row.length)) }, cells.map((row) => row.map(input)));
    },
    values: (address, sheetId) => grid.values(bench.at(address, sheetId)),
    formulas: (address, sheetId) => grid.formulas(bench.at(address, sheetId)),
    async computed(put, cells, read) {
      bench.put(put, cells);
      await grid.recalculate();
      return bench.values(read);
    },
  };
  return bench;
}

window.bench = start();
