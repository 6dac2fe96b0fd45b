/**
 * What the office host needs of a spreadsheet: a grid that shows cells, computes formulas and lets a person edit. The
 * grid component implements it in `univer/`; tests implement it in memory. Rows and columns count from 0, sizes are in
 * points, colours `#RRGGBB`, formulas start with `=` and are in en-US form, error values are their texts (`#N/A`).
 */

/** "" is an empty cell, as in Excel's `values`. */
export type CellValue = string | number | boolean;

/** What to put in a cell; `text` forces text ("007"), `undefined` in a matrix leaves the cell as it is. */
export type CellInput = { readonly value: CellValue } | { readonly formula: string } | { readonly text: string };

export interface Area {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export interface SheetInfo {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  /** "" when none. */
  readonly tabColor: string;
  readonly showGridlines: boolean;
  /** Per cent. */
  readonly zoom: number;
  /** Rows and columns kept in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
}

/** What can be changed of a sheet as a whole. */
export type SheetLook = Partial<Pick<SheetInfo, "hidden" | "tabColor" | "showGridlines" | "frozen" | "zoom">>;

export type BorderSide = "top" | "bottom" | "left" | "right";
export type BorderStyle = "Continuous" | "Dash" | "DashDot" | "DashDotDot" | "Dot" | "Double" | "SlantDashDot" | "None";
export type BorderWeight = "Hairline" | "Thin" | "Medium" | "Thick";
export interface Border {
  readonly style: BorderStyle;
  readonly weight: BorderWeight;
  readonly color: string;
}

/** Looks of one cell. Absent means Excel's default. */
export interface CellStyle {
  readonly numberFormat?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: "None" | "Single" | "Double";
  readonly strikethrough?: boolean;
  readonly fontColor?: string;
  /** "" = no fill. */
  readonly fillColor?: string;
  readonly horizontalAlignment?: "General" | "Left" | "Center" | "Right" | "Fill" | "Justify" | "CenterAcrossSelection" | "Distributed";
  readonly verticalAlignment?: "Top" | "Center" | "Bottom" | "Justify" | "Distributed";
  readonly wrapText?: boolean;
  readonly indentLevel?: number;
  /** Degrees, counter-clockwise positive as in Excel. */
  readonly textOrientation?: number;
  readonly borders?: Readonly<Partial<Record<BorderSide, Border>>>;
}

/** A defined name; `sheetId` only for a name that belongs to one sheet. */
export interface DefinedName {
  readonly name: string;
  /** Formula text with `=`, also for constants (`=0.25`). */
  readonly formula: string;
  readonly sheetId?: string;
  readonly visible: boolean;
}

export interface TableInfo {
  readonly id: string;
  readonly name: string;
  /** Header row included, totals row excluded. */
  readonly area: Area;
  readonly columns: readonly string[];
}

/** Rules are handed over as whole lists per sheet: the host keeps them, the grid shows them. Highest priority first. */
export interface ConditionalRule {
  readonly areas: readonly Area[];
  readonly stopIfTrue: boolean;
  readonly rule:
    | { readonly kind: "formula"; readonly formula: string; readonly style: CellStyle }
    | { readonly kind: "cellValue"; readonly operator: string; readonly formula1: string; readonly formula2?: string; readonly style: CellStyle }
    | { readonly kind: "text"; readonly operator: string; readonly text: string; readonly style: CellStyle }
    | { readonly kind: "topBottom"; readonly type: string; readonly rank: number; readonly style: CellStyle }
    | { readonly kind: "preset"; readonly criterion: string; readonly style: CellStyle }
    | { readonly kind: "colorScale"; readonly points: readonly { readonly type: string; readonly formula?: string; readonly color: string }[] }
    | { readonly kind: "dataBar"; readonly color: string; readonly negativeColor: string; readonly gradient: boolean; readonly barsOnly: boolean; readonly low?: RuleBound; readonly high?: RuleBound }
    | { readonly kind: "iconSet"; readonly style: string; readonly bounds?: readonly (RuleBound & { readonly orEqual: boolean })[]; readonly reversed: boolean; readonly iconsOnly: boolean };
}

/** Where a bar ends, or an icon begins; without one the grid divides evenly. Of icons the lowest has none, the others follow upwards. */
export interface RuleBound {
  readonly type: string;
  readonly formula?: string;
}

export interface ValidationRule {
  readonly areas: readonly Area[];
  readonly rule:
    | { readonly kind: "list"; readonly source: string; readonly inCellDropDown: boolean }
    | { readonly kind: "wholeNumber" | "decimal" | "date" | "time" | "textLength"; readonly operator: string; readonly formula1: string; readonly formula2?: string }
    | { readonly kind: "custom"; readonly formula: string };
  readonly ignoreBlanks: boolean;
  readonly alertStyle: "Stop" | "Warning" | "Information";
  readonly errorTitle?: string;
  readonly errorMessage?: string;
  readonly promptTitle?: string;
  readonly promptMessage?: string;
}

export interface CellPosition {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/**
 * A custom function for the grid's engine; must never throw. Arguments: ranges as 2-D arrays, blanks as "". The caller
 * is the cell whose formula is computed. A call answered with `#BUSY!` is made again by the next `recalculate()`.
 */
export interface GridFunction {
  /** Upper case, with namespace: `KAM.SCORE`. */
  readonly name: string;
  readonly call: (args: readonly (CellValue | CellValue[][] | null)[], caller?: CellPosition) => CellValue | CellValue[][];
}

/** Cells a person put in or took out; what lay behind them has moved. */
export interface StructureChanged {
  readonly change: { readonly kind: "insert"; readonly area: Area; readonly shift: "Down" | "Right" } | { readonly kind: "delete"; readonly area: Area; readonly shift: "Up" | "Left" };
  /** Height of the rows or width of the columns, in points. */
  readonly points: number;
  /** As they were before. */
  readonly tables: readonly TableInfo[];
}

/** What a person did in the grid (never what the host itself wrote). */
export interface SpreadsheetEvents {
  cellsEdited(areas: readonly Area[]): void;
  selectionChanged(areas: readonly Area[]): void;
  sheetActivated(sheetId: string): void;
  /** A sheet was added, deleted, renamed, moved, hidden or shown by the person; the sheets as they were. */
  sheetsChanged(before: readonly SheetInfo[]): void;
  /** The person asks for a copy of a sheet: the host makes it, with all that it keeps of the sheet. */
  copyWanted(sheetId: string): void;
  /** Rows, columns or cells inserted or deleted by the person. */
  structureChanged(changed: StructureChanged): void;
  editStarted(): void;
  editEnded(): void;
  /** Formulas have been computed. */
  calculated(computed: Computed): void;
}

/** Which cells a calculation has given results. */
export interface Computed {
  readonly sheetIds: readonly string[];
  areas(sheetId: string): readonly Area[];
}

export interface Spreadsheet {
  sheets(): readonly SheetInfo[];
  /** Adds an empty sheet at the position (default: after the last) and returns its id; does not activate it. */
  addSheet(name: string, position?: number): string;
  /**
   * Copies cells, looks, sizes, tables (renamed) and names; what refers to the sheet in them refers to the copy. Rules are
   * the host's to hand over.
   */
  copySheet(sheetId: string, name: string, position: number): string;
  deleteSheet(sheetId: string): void;
  renameSheet(sheetId: string, name: string): void;
  moveSheet(sheetId: string, position: number): void;
  setSheetLook(sheetId: string, look: SheetLook): void;
  activeSheet(): string;
  activateSheet(sheetId: string): void;

  /** Raw results, spilled cells included; numbers are never formatted text. Areas beyond the grid read as empty. */
  values(area: Area): CellValue[][];
  /** Formula text where there is one, else the value. A spilled cell gives its value. */
  formulas(area: Area): CellValue[][];
  /** What a person sees. */
  texts(area: Area): string[][];
  write(area: Area, cells: readonly (readonly (CellInput | undefined)[])[]): void;
  clear(area: Area, what: "Contents" | "Formats" | "All"): void;
  /** Smallest area with content (or content and formats), undefined on an empty sheet. */
  usedArea(sheetId: string, valuesOnly: boolean): Area | undefined;
  styles(area: Area): CellStyle[][];
  /** Lays the given properties over what is there; `borders` sides likewise. */
  applyStyle(area: Area, style: CellStyle): void;
  insertCells(area: Area, shift: "Down" | "Right"): void;
  deleteCells(area: Area, shift: "Up" | "Left"): void;
  merge(area: Area, across: boolean): void;
  unmerge(area: Area): void;
  merges(sheetId: string): readonly Area[];
  /** The block a formula in this cell fills, undefined when it fills only itself. */
  spillArea(sheetId: string, row: number, column: number): Area | undefined;

  columnWidths(sheetId: string, from: number, count: number): number[];
  setColumnWidth(sheetId: string, from: number, count: number, points: number): void;
  rowHeights(sheetId: string, from: number, count: number): number[];
  setRowHeight(sheetId: string, from: number, count: number, points: number): void;
  setColumnsHidden(sheetId: string, from: number, count: number, hidden: boolean): void;
  setRowsHidden(sheetId: string, from: number, count: number, hidden: boolean): void;
  /** Hidden by hand or by a filter. */
  rowsHidden(sheetId: string, from: number, count: number): boolean[];
  columnsHidden(sheetId: string, from: number, count: number): boolean[];
  autofitColumns(sheetId: string, from: number, count: number): void;
  autofitRows(sheetId: string, from: number, count: number): void;

  names(): readonly DefinedName[];
  /** The names of one sheet, or (undefined) those of the workbook. */
  namesOf(sheetId: string | undefined): readonly DefinedName[];
  /** The name of a sheet or of the workbook, whatever its case. */
  findName(name: string, sheetId: string | undefined): DefinedName | undefined;
  /** Adds or replaces; formulas that use the name are recalculated with its new meaning. */
  setName(name: DefinedName): void;
  deleteName(name: string, sheetId?: string): void;

  tables(): readonly TableInfo[];
  addTable(name: string, area: Area): string;
  /** `totals`: the row right below the area is the totals row, which formulas can name; it is not part of the area. */
  setTable(id: string, change: { readonly name?: string; readonly area?: Area; readonly totals?: boolean }): void;
  /** Removes the table, not its cells. */
  deleteTable(id: string): void;
  /** Rows of the table's body that stay visible, or undefined to show all. */
  setTableFilter(id: string, visibleRows: readonly boolean[] | undefined): void;

  setConditionalRules(sheetId: string, rules: readonly ConditionalRule[]): void;
  setValidationRules(sheetId: string, rules: readonly ValidationRule[]): void;
  setHyperlink(sheetId: string, row: number, column: number, link: { readonly address: string; readonly text: string } | undefined): void;
  setNote(sheetId: string, row: number, column: number, text: string | undefined): void;

  selection(): readonly Area[];
  select(areas: readonly Area[]): void;
  isEditing(): boolean;

  registerFunctions(functions: readonly GridFunction[]): void;
  /** Recalculates what changed (or everything); resolves when no formula is pending. */
  recalculate(all?: boolean): Promise<void>;
  /** What a formula would give in a cell of the sheet, without one. */
  evaluate(formula: string, sheetId: string): Promise<CellValue | CellValue[][]>;
  /** Formulas are being computed or wait for it; in manual calculation nothing waits. */
  isPending(): boolean;
  setAutomaticCalculation(on: boolean): void;

  /** Asked before a person's edit; false refuses it (locked cell). The host's own writes are not asked. */
  mayEdit: (area: Area) => boolean;
  events: SpreadsheetEvents;
  undo(): void;
  redo(): void;
  /** Suppresses redraw and recalculation while many writes are made. */
  batch<T>(work: () => T): T;
  /** Empties the workbook to one blank sheet. */
  reset(sheetName: string): void;
}
