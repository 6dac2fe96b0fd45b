import type { Area } from "./a1";
import type { Paper } from "./paper";
import type { StyleName } from "./styles";

/**
 * What a cell holds. A `label` is our own wording and safe to write as it is; a `text` comes from the user's data and is
 * written so that Excel can never take it for a formula, a number or a date.
 */
export type CellContent =
  | { readonly kind: "label"; readonly label: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "formula"; readonly formula: string };

export interface PlannedCell {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
}

/** Styles in order of application: a later one overrides the properties it sets. */
export interface StyledArea {
  readonly area: Area;
  readonly style: StyleName;
}

export interface PlannedValidation {
  readonly areas: readonly Area[];
  readonly rule:
    | { readonly kind: "list"; readonly words: readonly string[] }
    /** The choices stand in cells (`=$B$4:$B$9`); other entries are asked about but allowed. */
    | { readonly kind: "listFrom"; readonly reference: string }
    | { readonly kind: "wholeNumber" | "decimal"; readonly least: number; readonly most: number }
    | { readonly kind: "date" };
  readonly prompt: string;
}

/**
 * Shown while the test holds; rules listed first win. A formula is written for the first cell of the first area, which
 * must be the top left one of all areas, because spreadsheets disagree on what else it could be relative to.
 */
export interface PlannedHighlight {
  readonly areas: readonly Area[];
  readonly when:
    | { readonly kind: "formula"; readonly formula: string }
    | { readonly kind: "below"; readonly bound: number }
    | { readonly kind: "equals"; readonly word: string };
  readonly style: StyleName;
}

/** Unless it says otherwise, a line with markers over a row or a column of cells. */
export interface PlannedChart {
  readonly name: string;
  readonly title: string;
  /** For `scatter`, the places of the dots upwards and, as categories, across. */
  readonly kind?: "line" | "columns" | "scatter";
  readonly values: Area;
  readonly categories: Area;
  /** Several series over the same categories, with a legend; absent: `values` alone. */
  readonly series?: readonly { readonly name: string; readonly values: Area; readonly color: ChartColor }[];
  readonly place: Area;
}

export type ChartColor = "accent" | "gold" | "muted";

export interface PageLayout {
  /** Absent: A4. */
  readonly paper?: Paper;
  /** Shrinks the whole print area to one page; otherwise it is one page wide. */
  readonly onePage?: boolean;
  /** Percent of the full size, for sheets with page breaks of their own; the print area must then fit the paper's width. */
  readonly percent?: number;
  readonly printArea: Area;
  /** Rows repeated at the top of every page. */
  readonly titleRows: { readonly row: number; readonly rowCount: number };
  readonly footer: { readonly left: string; readonly center: string; readonly right: string };
  /** A page starts above each of these rows. */
  readonly breaksAbove: readonly number[];
}

/** Cells and what belongs to them, for a new sheet or for empty rows of one that is there. */
export interface SheetPart {
  readonly cells: readonly PlannedCell[];
  readonly styles: readonly StyledArea[];
  readonly validations: readonly PlannedValidation[];
  readonly highlights: readonly PlannedHighlight[];
  readonly charts: readonly PlannedChart[];
  readonly tables: readonly { readonly name: string; readonly area: Area }[];
  /** Names that belong to this sheet. */
  readonly names: readonly { readonly name: string; readonly area: Area }[];
}

/** Everything Excel needs to make one sheet, as plain data: can be read in a test without Excel. */
export interface SheetPlan extends SheetPart {
  readonly name: string;
  readonly tabColor: string;
  /** In points, from column A. */
  readonly columnWidths: readonly number[];
  /** In points, from row 1; `auto` leaves a row to Excel, which makes it as high as what is typed in it. */
  readonly rowHeights: readonly (number | "auto")[];
  /** Cells that are one. */
  readonly merged?: readonly Area[];
  readonly frozenRows: number;
  /** Protects the sheet without a password, so that only cells styled as inputs can be changed. */
  readonly lockFigures?: boolean;
  readonly page: PageLayout;
}
