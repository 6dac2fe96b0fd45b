import type { Area } from "../../sheets/a1";
import type { CellValue } from "../../sheets/cellValue";

export interface BookSheet {
  readonly id: string;
  readonly name: string;
  /** Very hidden sheets are not in Excel's own list of hidden sheets: only programs can show them. */
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly isProtected: boolean;
  /** Cells that hold something; undefined on an empty sheet. */
  readonly used: Area | undefined;
}

/** A rectangle on one sheet. */
export interface SheetArea extends Area {
  readonly sheetId: string;
}

export interface SheetCell {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** What is to be entered into cells, as a person would: `=…` is a formula, `'…` a text whatever it reads like; null leaves a cell as it is. */
export interface CellWriting extends SheetArea {
  readonly contents: readonly (readonly (CellValue | null)[])[];
}

export interface BookName {
  readonly name: string;
  /** Set when the name belongs to one sheet. */
  readonly sheetId?: string;
  readonly formula: string;
}

export interface BookTable {
  readonly name: string;
  readonly sheetId: string;
  /** With its header and totals. */
  readonly area: Area;
  /** Its lines alone. */
  readonly body: Area;
  readonly headers: readonly string[];
}

/** A formula in a rule of a sheet: entry checks and formats that depend on cells. */
export interface BookRule {
  readonly sheetId: string;
  readonly kind: "validation" | "conditionalFormat";
  /** Where the rule applies, without its sheet. */
  readonly address: string;
  readonly formula: string;
}

/** Places where people's names and remarks travel with a workbook. */
export interface PersonalData {
  readonly comments: readonly { readonly sheetId: string; readonly count: number; readonly authors: readonly string[] }[];
  /** Author, company and the like in the file's properties. */
  readonly properties: readonly { readonly caption: string; readonly value: string }[];
}

/** What sharing needs of a workbook. Every method may throw a Problem. */
export interface SharingBook {
  /** In the order of their tabs, hidden ones among them. */
  sheets(): Promise<readonly BookSheet[]>;
  /**
   * Hands over the cells of the areas in their order: formulas where there are some, else values. Several areas go into one
   * request and large ones into several; the signal ends it between two requests.
   */
  readFormulas(areas: readonly SheetArea[], signal: AbortSignal, onRead: (area: SheetArea, cells: readonly (readonly CellValue[])[]) => void): Promise<void>;
  /** As `readFormulas`, with results in place of formulas. */
  readValues(areas: readonly SheetArea[], signal: AbortSignal, onRead: (area: SheetArea, cells: readonly (readonly CellValue[])[]) => void): Promise<void>;
  /** For each cell the rectangle its formula fills, undefined when that is only itself. */
  spills(cells: readonly SheetCell[]): Promise<readonly (Area | undefined)[]>;
  names(): Promise<readonly BookName[]>;
  /** Rules with formulas; those of protected sheets as well. */
  rules(sheetIds: readonly string[]): Promise<readonly BookRule[]>;
  personalData(): Promise<PersonalData>;
  tables(): Promise<readonly BookTable[]>;
  /** Results of names, block by block; undefined where Excel has none. */
  nameResults(names: readonly { readonly name: string; readonly sheetId: string | undefined }[]): Promise<readonly (readonly (readonly CellValue[])[] | undefined)[]>;
  /** Enters contents; when it fails, some of them may have been entered. */
  write(writings: readonly CellWriting[]): Promise<void>;
  /** Adds a copy of a sheet at the end, under a name that is free. */
  copySheet(id: string, name: string): Promise<{ readonly id: string; readonly name: string }>;
  setName(name: string, sheetId: string | undefined, formula: string): Promise<void>;
  /** Shows a cell; the sheet must be visible. */
  goTo(cell: SheetCell): Promise<void>;
}
