import { areaAddress, type Area } from "../../sheets/a1";
import type { CellValue } from "../../sheets/cellValue";
import { relativeForm } from "../../sheets/formulas/references";
import type { BookSheet, PersonalData } from "./sharingBook";

/** A cell whose formula calls KAM functions. */
export interface KamCell {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** Names of the functions it calls, each once. */
  readonly functions: readonly string[];
  /** The cells it fills, when they are more than its own. */
  readonly spill: Area | undefined;
  /** What it shows now. */
  readonly value: CellValue;
  /** Shows #NAME? here as well: Excel read the formula while the add-in was not there. */
  readonly isStuck: boolean;
}

/** A formula that calls KAM functions and is not in a cell. */
export interface KamElsewhere {
  readonly kind: "name" | "validation" | "conditionalFormat";
  readonly sheetId: string | undefined;
  /** The name, or the address a rule applies to. */
  readonly place: string;
  readonly formula: string;
  readonly functions: readonly string[];
}

export interface ExternalLink {
  readonly file: string;
  readonly count: number;
  /** Where it occurs first. */
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** Everything a person should know before the workbook leaves the house. */
export interface Findings {
  readonly sheets: readonly BookSheet[];
  readonly cells: readonly KamCell[];
  readonly elsewhere: readonly KamElsewhere[];
  /** Formulas that ask for all cells another formula fills (`K11#`). */
  readonly spillReaders: readonly { readonly sheetId: string; readonly row: number; readonly column: number; readonly formula: string }[];
  readonly externalLinks: readonly ExternalLink[];
  readonly personal: PersonalData;
  readonly cellCount: number;
}

/** Neighbouring cells with the same formula, as a person would name them: one line instead of hundreds. */
export interface KamBlock {
  readonly sheetId: string;
  readonly area: Area;
  readonly address: string;
  /** One for a formula that fills the area, else one per cell from left to right and top to bottom. */
  readonly cells: readonly KamCell[];
}

/** The area a formula answers for. */
export const areaOf = ({ row, column, spill }: KamCell): Area => spill ?? { row, column, rowCount: 1, columnCount: 1 };

/** Runs down a column of cells that were filled from one another; every spill is a block of its own. */
export const blocksOf = (cells: readonly KamCell[], longest = Infinity): KamBlock[] => runsOf(cells, ({ formula, row, column }) => relativeForm(formula, row, column), longest);

/** Runs down a column of cells that call the same functions, as few lines as a person needs to find them. */
export const placesOf = (cells: readonly KamCell[]): KamBlock[] => runsOf(cells, ({ functions, isStuck }) => `${functions.join(" ")} ${isStuck}`, Infinity);

function runsOf(cells: readonly KamCell[], formOf: (cell: KamCell) => string, longest: number): KamBlock[] {
  const byColumn = [...cells].sort((a, b) => (a.sheetId === b.sheetId ? a.column - b.column || a.row - b.row : 0));
  const runs: { form: string; cells: KamCell[] }[] = [];
  for (const cell of byColumn) {
    const form = cell.spill ? "" : formOf(cell);
    const run = runs.at(-1);
    const last = run?.cells.at(-1);
    const continues = run && last && form !== "" && form === run.form && last.sheetId === cell.sheetId && last.column === cell.column && last.row + 1 === cell.row && run.cells.length < longest;
    if (continues) run.cells.push(cell);
    else runs.push({ form, cells: [cell] });
  }
  return runs.map(({ cells: run }) => {
    const first = run[0] as KamCell;
    const area = run.length === 1 ? areaOf(first) : { row: first.row, column: first.column, rowCount: run.length, columnCount: 1 };
    return { sheetId: first.sheetId, area, address: areaAddress(area), cells: run };
  });
}
