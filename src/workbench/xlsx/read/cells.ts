import { formatRegion, parseRegion } from "../../office-host/objects/address";
import { shiftFormula } from "../../office-host/objects/formulaText";
import { contains, type Region } from "../../office-host/objects/region";
import type { CellFormat } from "../../office-host/objects/workbookState";
import type { Area, CellInput, CellStyle, Spreadsheet } from "../../spreadsheet/spreadsheet";
import { shownFormula } from "../formulas/storedFormula";
import type { FileCell, FileStyle, FileValue } from "../library";
import type { Losses } from "../losses";
import { DEFAULT_FONT, formatOf, lookOf } from "../styles";
import { formatIndex } from "./numberFormats";
import { Rectangles } from "./rectangles";
import type { SheetSource, WorkbookFile } from "./workbookFile";

/** Looks of one kind of cell, and where they are. */
export interface FormattedArea {
  readonly region: Region;
  readonly look: CellStyle;
  readonly format: CellFormat;
}

/** What a sheet's cells hold, ready to be written into the grid. */
export interface SheetCells {
  readonly inputs: (CellInput | undefined)[][];
  readonly formats: readonly FormattedArea[];
}

/** `customFunctions`: names the add-in registers, to read stored custom functions (see `shownFormula`). */
export function readCells(file: WorkbookFile, sheet: SheetSource, customFunctions: readonly string[]): SheetCells {
  const { rows, cells } = sheet.library;
  const formulas = new SheetFormulas(sheet, customFunctions, file.losses);
  const kinds = new Rectangles();
  const styles = new Map<number, FileStyle>();
  let richTexts = 0;
  const inputs = rows.map((values, row) =>
    values.map((value, column) => {
      const cell = cells?.get(`${row},${column}`);
      const kind = formatIndex(cell?.style?.numFmt);
      if (kind !== undefined && cell?.style) {
        kinds.add(row, column, kind);
        if (!styles.has(kind)) styles.set(kind, cell.style);
      }
      if (cell?.richText) richTexts++;
      return formulas.input(cell, value, row, column);
    }),
  );
  file.losses.add("Formats of single letters in # cell are left out, the text is kept", "Formats of single letters in # cells are left out, the texts are kept", richTexts);
  return { inputs, formats: formattedAreas(file, kinds, styles) };
}

function formattedAreas({ library, formats, losses }: WorkbookFile, kinds: Rectangles, styles: ReadonlyMap<number, FileStyle>): FormattedArea[] {
  const theme = library.themeColors;
  const base = library.defaultFont;
  // A default font other than Excel's own is the font of every cell that names none.
  const font = base && (base.name !== DEFAULT_FONT.name || base.size !== DEFAULT_FONT.size) ? base : undefined;
  const kindsOfLook = new Map(
    [...styles].map(([kind, style]) => {
      const whole = style.font || !font ? style : { ...style, font };
      losses.add("# format has a colour gradient, its first colour is kept", "# formats have a colour gradient, the first colour is kept", whole.fill?.type === "gradient" ? 1 : 0);
      losses.add("# format has diagonal lines, they are left out", "# formats have diagonal lines, they are left out", whole.border?.diagonal ? 1 : 0);
      return [kind, { look: lookOf(whole, formats[kind], theme), format: formatOf(whole, theme) }];
    }),
  );
  return kinds.list().flatMap(({ kind, row, column, rowCount, columnCount }) => {
    const looks = kindsOfLook.get(kind);
    return looks ? [{ region: { row, column, rowCount, columnCount }, ...looks }] : [];
  });
}

/** Formulas of one sheet: shared ones are written out, blocks of arrays are told from typed values. */
class SheetFormulas {
  readonly #shared = new Map<number, { readonly formula: string; readonly row: number; readonly column: number }>();
  readonly #arrays: Region[] = [];

  constructor(
    readonly sheet: SheetSource,
    readonly customFunctions: readonly string[],
    readonly losses: Losses,
  ) {
    for (const [key, cell] of sheet.library.cells ?? []) {
      if (cell.formulaType !== "array") continue;
      const region = cell.formulaRef === undefined ? undefined : parseRegion(cell.formulaRef);
      if (region && region.rowCount * region.columnCount > 1) this.#arrays.push(region);
      if (!cell.formulaDynamic && region && key) this.#noteOldArray(region);
    }
  }

  #noteOldArray(region: Region): void {
    if (formatRegion(region).includes(":")) this.losses.add("# array formula of the old kind (Ctrl+Shift+Enter) opens as a dynamic array", "# array formulas of the old kind (Ctrl+Shift+Enter) open as dynamic arrays");
  }

  input(cell: FileCell | undefined, value: FileValue, row: number, column: number): CellInput | undefined {
    const formula = cell?.formula === undefined ? undefined : this.#formula(cell, row, column);
    if (formula !== undefined) return { formula };
    if (this.#arrays.length > 0 && this.#arrays.some((region) => contains(region, { row, column, rowCount: 1, columnCount: 1 }))) return undefined;
    if (value === null || value === "") return undefined;
    if (cell?.type === "error") return { value: String(value) };
    return typeof value === "string" ? { text: value } : { value: value instanceof Date ? value.toISOString() : value };
  }

  #formula(cell: FileCell, row: number, column: number): string | undefined {
    const { formula = "", formulaSharedIndex: index } = cell;
    if (cell.formulaType !== "shared" || index === undefined) return shownFormula(formula, this.customFunctions);
    if (formula !== "") {
      this.#shared.set(index, { formula, row, column });
      return shownFormula(formula, this.customFunctions);
    }
    const master = this.#shared.get(index);
    return master && shownFormula(shiftFormula(master.formula, row - master.row, column - master.column), this.customFunctions);
  }
}

const isFormula = (input: CellInput | undefined): boolean => input !== undefined && "formula" in input;

/** Writes what is no formula, and all looks; returns the layers the host keeps. */
export function fillCells(grid: Spreadsheet, sheetId: string, { inputs, formats }: SheetCells): { readonly region: Region; readonly format: CellFormat }[] {
  fill(grid, sheetId, inputs, (input) => !isFormula(input));
  for (const { region, look } of formats) {
    if (Object.keys(look).length > 0) grid.applyStyle({ sheetId, ...region }, look);
  }
  return formats.filter(({ format }) => Object.keys(format).length > 0).map(({ region, format }) => ({ region, format }));
}

/** Writes the formulas; the tables and names they use must be there. */
export function fillFormulas(grid: Spreadsheet, sheetId: string, { inputs }: SheetCells): void {
  if (inputs.some((row) => row.some(isFormula))) fill(grid, sheetId, inputs, isFormula);
}

function fill(grid: Spreadsheet, sheetId: string, inputs: SheetCells["inputs"], isMeant: (input: CellInput | undefined) => boolean): void {
  const columnCount = inputs.reduce((most, row) => Math.max(most, row.length), 0);
  if (columnCount === 0) return;
  const area: Area = { sheetId, row: 0, column: 0, rowCount: inputs.length, columnCount };
  grid.write(area, inputs.map((row) => Array.from({ length: columnCount }, (_, column) => (isMeant(row[column]) ? row[column] : undefined))));
}
