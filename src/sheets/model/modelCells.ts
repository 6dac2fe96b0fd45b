import { cellAddress } from "../a1";
import { isBlank, type CellBlock, type CellValue } from "../cellValue";
import { MODEL_HEADERS, type ModelTable } from "./model";

/** A table of the model as it stands in the workbook, header row included. */
export interface ModelTableCells {
  readonly sheetName: string;
  readonly block: CellBlock;
}

/** The model's tables that the workbook has. */
export type ModelCells = Readonly<Partial<Record<ModelTable, ModelTableCells>>>;

/** Something in the model that cannot be calculated with: where, what was received, and what to do about it. */
export interface ModelComplaint {
  readonly table: ModelTable;
  readonly sheetName: string;
  readonly address: string;
  readonly message: string;
  readonly nextStep: string;
  /** The line and header of a complaint about one cell of a line. */
  readonly place?: number;
  readonly header?: string;
  /** A column of the list that has gone, and the one that may be meant now: a guess that somebody has to agree to. */
  readonly renamed?: { readonly from: string; readonly to: string };
}

/** Long texts are shown shortened; nothing in the workbook changes. */
const SHOWN_TEXT = 60;

/** A cell as messages cite it. */
export const cited = (value: CellValue): string => {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return String(value);
  return value.startsWith("#") ? value : `"${value.length > SHOWN_TEXT ? `${value.slice(0, SHOWN_TEXT)}…` : value}"`;
};

/** One line of a table, its cells by header; a column the table does not have reads as blank. */
export class ModelLine {
  constructor(
    private readonly cells: ModelTableCells,
    private readonly columns: ReadonlyMap<string, number>,
    readonly table: ModelTable,
    /** 0-based below the header. */
    readonly place: number,
  ) {}

  value(header: string): CellValue {
    const column = this.columns.get(header);
    return column === undefined ? "" : (this.cells.block.values[this.place + 1]?.[column] ?? "");
  }

  /** The cell's text without outer spaces; numbers as Excel would show them plainly. */
  text(header: string): string {
    return String(this.value(header)).trim();
  }

  address(header: string): string {
    const { row, column } = this.cells.block;
    return cellAddress(row + 1 + this.place, column + (this.columns.get(header) ?? 0));
  }

  complaint(header: string, message: string, nextStep: string): ModelComplaint {
    return { table: this.table, sheetName: this.cells.sheetName, address: this.address(header), message, nextStep, place: this.place, header };
  }
}

/** The lines of a table that hold anything, and complaints about headers it lacks. */
export interface ModelLines {
  readonly lines: readonly ModelLine[];
  readonly complaints: readonly ModelComplaint[];
}

/** Columns that may be deleted: their lines then read as if every cell of them were blank. */
const OPTIONAL_HEADERS: ReadonlySet<string> = new Set(["Scale", "Floor", "Ceiling", "Missing", "Direction", "Best tier", "Service promise", "Hours per account", "Unit", "Note"]);

/** Finds the columns by their headers, in any case and order; columns the user added are passed over. */
export function linesOf(table: ModelTable, cells: ModelTableCells): ModelLines {
  const [head = [], ...body] = cells.block.values;
  const columns = new Map<string, number>();
  const complaints: ModelComplaint[] = [];
  for (const header of MODEL_HEADERS[table]) {
    const at = head.findIndex((cell) => String(cell).trim().toLowerCase() === header.toLowerCase());
    if (at >= 0) columns.set(header, at);
    else if (!OPTIONAL_HEADERS.has(header)) {
      const known = head.map((cell) => String(cell).trim()).filter((cell) => cell !== "");
      complaints.push({
        table,
        sheetName: cells.sheetName,
        address: cellAddress(cells.block.row, cells.block.column),
        message: `The header row has no "${header}"; it has ${known.map(cited).join(", ")}.`,
        nextStep: `Type ${header} as the header of the column it belongs to.`,
      });
    }
  }
  const known = [...columns.values()];
  const lines = body.flatMap((row, place) => (known.some((column) => !isBlank(row[column])) ? [new ModelLine(cells, columns, table, place)] : []));
  return { lines, complaints };
}
