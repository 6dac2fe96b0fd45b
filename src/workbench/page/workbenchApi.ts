import type { Fault, Faults } from "../office-host/faults";
import { columnName, parseRegion } from "../office-host/objects/address";
import type { Traffic } from "../office-host/traffic";
import type { Area, CellInput, CellPosition, CellValue, Spreadsheet } from "../spreadsheet/spreadsheet";

/** A block of cells, row by row. */
export type Block = CellValue[][];

/**
 * `window.workbench`: how a test or a curious person drives the workbench from outside. `sheet` is a sheet's name,
 * `address` one cell (`B2`), a rectangle (`B2:D9`) or, for writing, the first cell of the block. Errors in cells come
 * back as their texts (`#N/A`), empty cells as "".
 */
export interface WorkbenchApi {
  /** Resolves when the workbook is open, the add-in has started and its functions can be called. */
  readonly ready: Promise<void>;
  /** Replaces the open workbook; resolves with what could not be carried over. A bad file rejects and changes nothing. */
  openWorkbook(bytes: ArrayLike<number>): Promise<readonly string[]>;
  /** The open workbook as an .xlsx file. */
  saveWorkbook(): Promise<Uint8Array>;
  /** Puts values in as if a person had typed them, but text stays text ("007", "=1+1"). */
  setValues(sheet: string, address: string, values: CellValue | Block): Promise<void>;
  /** Puts formulas in as if a person had typed them; texts without a leading = are values. */
  setFormulas(sheet: string, address: string, formulas: CellValue | Block): Promise<void>;
  values(sheet: string, address: string): Block;
  formulas(sheet: string, address: string): Block;
  /** What a person sees in the cells: values in their number format. */
  texts(sheet: string, address: string): string[][];
  /** Names in the order of the tabs, hidden ones included. */
  sheets(): string[];
  /** Selects as a person would; several areas are separated by commas. */
  select(sheet: string, address: string): Promise<void>;
  /** Resolves when no formula and no custom function is pending. */
  calculated(): Promise<void>;
  /** Presses a button of the add-in by its id in manifest.xml; resolves when the command has completed. */
  pressRibbon(controlId: string): Promise<void>;
  /** Requests, actions and bytes between add-in and host since the last reset. */
  traffic(options?: { readonly reset?: boolean }): Traffic & { readonly bytes: number };
  /** Message of the error in a cell that a custom function answered with, "" when there is none. */
  errorMessage(sheet: string, address: string): string;
  readonly faults: WorkbenchFaults;
}

/** Failures to play to the add-in. */
export interface WorkbenchFaults {
  /** Fails the k-th request from now (`request`) or each use of a member (`member`: "Range.values"), once or always. */
  fail(fault: Fault): void;
  /** Delays every answer by so many milliseconds; 0 ends it. */
  delay(milliseconds: number): void;
  /** Takes the add-in's page away, as when a person closes it in mid-run. */
  dropFrame(): void;
  /** Loads the add-in's page again. */
  reloadFrame(): Promise<void>;
  clear(): void;
}

declare global {
  interface Window {
    workbench: WorkbenchApi;
  }
}

/** What the page lends to the API. */
export interface WorkbenchParts {
  readonly ready: Promise<void>;
  readonly grid: Spreadsheet;
  readonly faults: Faults;
  readonly openWorkbook: (bytes: Uint8Array) => Promise<readonly string[]>;
  readonly saveWorkbook: () => Promise<Uint8Array>;
  readonly calculated: () => Promise<void>;
  readonly press: (controlId: string) => Promise<void>;
  readonly readTraffic: () => Traffic;
  readonly resetTraffic: () => void;
  readonly errorMessage: (cell: CellPosition) => string;
  readonly dropFrame: () => void;
  readonly reloadFrame: () => Promise<void>;
}

export function createWorkbenchApi(parts: WorkbenchParts): WorkbenchApi {
  const { grid, faults } = parts;

  function sheetId(name: string): string {
    const found = grid.sheets().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (!found) throw new RangeError(`there is no sheet "${name}"; the sheets are ${grid.sheets().map((s) => s.name).join(", ")}`);
    return found.id;
  }

  function area(sheet: string, address: string): Area {
    const region = parseRegion(address);
    if (!region) throw new RangeError(`"${address}" is not an address such as B2 or B2:D9`);
    return { sheetId: sheetId(sheet), ...region };
  }

  /** One value fills the area, a block starts at its first cell and has to fit a rectangle of more than one cell. */
  function target(sheet: string, address: string, cells: CellValue | Block): { area: Area; block: Block } {
    const place = area(sheet, address);
    if (!Array.isArray(cells)) {
      const block = Array.from({ length: place.rowCount }, () => Array.from({ length: place.columnCount }, () => cells));
      return { area: place, block };
    }
    const size = { rowCount: cells.length, columnCount: cells[0]?.length ?? 0 };
    const ragged = cells.findIndex((row) => row.length !== size.columnCount);
    if (ragged !== -1) throw new RangeError(`row ${ragged + 1} of the block has ${cells[ragged]?.length} cells, the first row ${size.columnCount}: all rows need the same`);
    const oneCell = place.rowCount === 1 && place.columnCount === 1;
    if (!oneCell && (size.rowCount !== place.rowCount || size.columnCount !== place.columnCount)) {
      throw new RangeError(`${address} has ${place.rowCount} × ${place.columnCount} cells, received ${size.rowCount} × ${size.columnCount}`);
    }
    return { area: { ...place, ...size }, block: cells };
  }

  async function put(sheet: string, address: string, cells: CellValue | Block, input: (cell: CellValue) => CellInput): Promise<void> {
    const { area: place, block } = target(sheet, address, cells);
    grid.write(place, block.map((row) => row.map(input)));
    grid.events.cellsEdited([place]);
    await grid.recalculate();
  }

  return {
    ready: parts.ready,
    openWorkbook: (bytes) => parts.openWorkbook(Uint8Array.from(bytes)),
    saveWorkbook: parts.saveWorkbook,
    setValues: (sheet, address, values) => put(sheet, address, values, (cell) => (typeof cell === "string" && cell !== "" ? { text: cell } : { value: cell })),
    setFormulas: (sheet, address, formulas) =>
      put(sheet, address, formulas, (cell) => (typeof cell === "string" && cell.startsWith("=") ? { formula: cell } : { value: cell })),
    values: (sheet, address) => grid.values(area(sheet, address)),
    formulas: (sheet, address) => grid.formulas(area(sheet, address)),
    texts: (sheet, address) => grid.texts(area(sheet, address)),
    sheets: () => grid.sheets().map((sheet) => sheet.name),
    async select(sheet, address) {
      const areas = address.split(",").map((part) => area(sheet, part.trim()));
      grid.activateSheet(sheetId(sheet));
      grid.select(areas);
      grid.events.selectionChanged(areas);
    },
    calculated: parts.calculated,
    pressRibbon: parts.press,
    traffic(options) {
      const now = parts.readTraffic();
      if (options?.reset) parts.resetTraffic();
      return { ...now, bytes: now.requestBytes + now.responseBytes };
    },
    errorMessage(sheet, address) {
      const place = area(sheet, address);
      if (place.rowCount * place.columnCount !== 1) throw new RangeError(`errorMessage needs one cell such as ${columnName(place.column)}${place.row + 1}, received ${address}`);
      return parts.errorMessage(place);
    },
    faults: {
      fail: (fault) => faults.fail(fault),
      delay: (milliseconds) => faults.delay(milliseconds),
      dropFrame: parts.dropFrame,
      reloadFrame: parts.reloadFrame,
      clear: () => faults.clear(),
    },
  };
}
