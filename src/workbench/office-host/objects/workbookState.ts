import type { ChartState, PivotState, ShapeState, SlicerState } from "./drawnState";
import type { Region } from "./region";

/**
 * What Excel keeps in a workbook and the grid does not: plain data, so that it can be saved, copied with a sheet and
 * moved along when rows, columns or cells are inserted or deleted. Ids of sheets and tables are those of the grid.
 */
export interface WorkbookState {
  name: string;
  readonly properties: Record<string, string | number>;
  readonly customProperties: { key: string; value: string | number | boolean; type: string }[];
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual";
  readonly iterativeCalculation: { enabled: boolean; maxChange: number; maxIteration: number };
  structureProtection: { password: string } | undefined;
  usePrecisionAsDisplayed: boolean;
  readonly sheets: Record<string, SheetState>;
  readonly tables: Record<string, TableState>;
  /** Comments of names, by `nameKey`. */
  readonly nameComments: Record<string, string>;
  /** Named cell styles somebody added or changed. */
  readonly styles: Record<string, Record<string, unknown>>;
  nextId: number;
}

export interface SheetState {
  veryHidden: boolean;
  showHeadings: boolean;
  enableCalculation: boolean;
  /** Characters of the standard font, as Excel counts column widths. */
  standardWidth: number;
  protection: ProtectionState | undefined;
  pageLayout: PageLayoutState;
  /** First row below, first column right of each manual page break. */
  rowBreaks: number[];
  columnBreaks: number[];
  customProperties: { key: string; value: string }[];
  /** Later layers lie over earlier ones. */
  formats: FormatLayer[];
  conditionalFormats: ConditionalFormatState[];
  validations: ValidationState[];
  hyperlinks: HyperlinkState[];
  notes: NoteState[];
  comments: CommentState[];
  charts: ChartState[];
  shapes: ShapeState[];
  pivots: PivotState[];
  slicers: SlicerState[];
  autoFilter: { region: Region; criteria: Record<number, FilterState> } | undefined;
  rowGroups: OutlineGroup[];
  columnGroups: OutlineGroup[];
}

/** Looks of cells beyond what the grid draws. */
export interface CellFormat {
  readonly locked?: boolean;
  readonly formulaHidden?: boolean;
  readonly shrinkToFit?: boolean;
  readonly readingOrder?: string;
  readonly autoIndent?: boolean;
  readonly superscript?: boolean;
  readonly subscript?: boolean;
  readonly fillPattern?: string;
  readonly patternColor?: string;
  readonly style?: string;
  readonly fontTint?: number;
  readonly fillTint?: number;
  readonly patternTint?: number;
  readonly verticalAlignment?: string;
}
export interface FormatLayer {
  readonly region: Region;
  readonly format: CellFormat;
}

export interface ProtectionState {
  password: string;
  options: Record<string, boolean | string>;
  paused: boolean;
}

export interface PageLayoutState {
  readonly settings: Record<string, unknown>;
  readonly headersFooters: {
    state: string;
    useSheetMargins: boolean;
    useSheetScale: boolean;
    readonly pages: Record<"defaultForAllPages" | "evenPages" | "firstPage" | "oddPages", Record<string, string>>;
  };
  printArea: Region[];
  printTitleRows: Region | undefined;
  printTitleColumns: Region | undefined;
}

export interface ConditionalFormatState {
  readonly id: string;
  regions: Region[];
  type: string;
  stopIfTrue: boolean;
  /** The rule and its looks as the members of the typings name them. */
  rule: Record<string, unknown>;
  format: Record<string, unknown>;
}

export interface ValidationState {
  regions: Region[];
  /** One of the members of DataValidationRule with formulas as text; empty when only alert or prompt are set. */
  rule: Record<string, Record<string, unknown>>;
  errorAlert: { message: string; showAlert: boolean; style: string; title: string };
  prompt: { message: string; showPrompt: boolean; title: string };
  ignoreBlanks: boolean;
}

export interface HyperlinkState {
  region: Region;
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
}

export interface NoteState {
  region: Region;
  content: string;
  authorName: string;
  height: number;
  width: number;
  visible: boolean;
}

export interface CommentState {
  readonly id: string;
  region: Region;
  content: string;
  contentType: string;
  mentions: { email: string; id: number; name: string }[];
  resolved: boolean;
  readonly authorName: string;
  readonly authorEmail: string;
  readonly creationDate: string;
  readonly replies: Omit<CommentState, "region" | "replies">[];
}

export interface FilterState {
  readonly filterOn: string;
  readonly [detail: string]: unknown;
}
export interface OutlineGroup {
  start: number;
  count: number;
  hidden: boolean;
}

export interface TableState {
  style: string;
  showHeaders: boolean;
  showTotals: boolean;
  showFilterButton: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  /** By index of the column. */
  filters: Record<number, FilterState>;
  sort: { readonly fields: readonly Record<string, unknown>[]; readonly matchCase: boolean; readonly method: string } | undefined;
  /** Ids of the columns in order: they stay with a column when others are added or deleted. */
  columnIds: number[];
}

export function emptyWorkbook(name: string): WorkbookState {
  return {
    name,
    properties: {},
    customProperties: [],
    calculationMode: "Automatic",
    iterativeCalculation: { enabled: false, maxChange: 0.001, maxIteration: 100 },
    structureProtection: undefined,
    usePrecisionAsDisplayed: false,
    sheets: {},
    tables: {},
    nameComments: {},
    styles: {},
    nextId: 1,
  };
}

export function emptySheet(): SheetState {
  return {
    veryHidden: false,
    showHeadings: true,
    enableCalculation: true,
    standardWidth: 8.43,
    protection: undefined,
    pageLayout: {
      settings: {},
      headersFooters: {
        state: "Default",
        useSheetMargins: true,
        useSheetScale: true,
        pages: { defaultForAllPages: {}, evenPages: {}, firstPage: {}, oddPages: {} },
      },
      printArea: [],
      printTitleRows: undefined,
      printTitleColumns: undefined,
    },
    rowBreaks: [],
    columnBreaks: [],
    customProperties: [],
    formats: [],
    conditionalFormats: [],
    validations: [],
    hyperlinks: [],
    notes: [],
    comments: [],
    charts: [],
    shapes: [],
    pivots: [],
    slicers: [],
    autoFilter: undefined,
    rowGroups: [],
    columnGroups: [],
  };
}

export function emptyTable(columnCount: number): TableState {
  return {
    style: "TableStyleMedium2",
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    filters: {},
    sort: undefined,
    columnIds: Array.from({ length: columnCount }, (_, index) => index + 1),
  };
}
