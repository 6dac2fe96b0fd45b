import type { Spreadsheet } from "../spreadsheet/spreadsheet";
import { child, number, type XmlElement, xml } from "./package/xml";
import { EMU_PER_POINT } from "./sizes";

/** A place on a sheet in points from its top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Drawings lie on cells; further out than this nobody places one. */
const MOST_COLUMNS = 1_000;
const MOST_ROWS = 10_000;

/** Turns points into cells and back, by the sizes of a sheet's rows and columns. */
export class SheetScale {
  readonly #columns: readonly number[];
  readonly #rows: readonly number[];

  constructor(grid: Spreadsheet, sheetId: string) {
    const shown = (sizes: readonly number[], hidden: readonly boolean[]) => sizes.map((size, index) => (hidden[index] ? 0 : size));
    this.#columns = shown(grid.columnWidths(sheetId, 0, MOST_COLUMNS), grid.columnsHidden(sheetId, 0, MOST_COLUMNS));
    this.#rows = shown(grid.rowHeights(sheetId, 0, MOST_ROWS), grid.rowsHidden(sheetId, 0, MOST_ROWS));
  }

  /** Box of `twoCellAnchor`, `oneCellAnchor` or `absoluteAnchor`. */
  box(anchor: XmlElement): Box {
    const [from, to, extent, position] = ["from", "to", "ext", "pos"].map((name) => child(anchor, name));
    const emu = (element: XmlElement | undefined, name: string) => (number(element, name) ?? 0) / EMU_PER_POINT;
    const corner = from ? this.#corner(from) : { left: emu(position, "x"), top: emu(position, "y") };
    if (!to) return { ...corner, width: emu(extent, "cx"), height: emu(extent, "cy") };
    const end = this.#corner(to);
    return { ...corner, width: end.left - corner.left, height: end.top - corner.top };
  }

  /** `from` and `to` of an anchor. */
  anchorXml({ left, top, width, height }: Box): string {
    return this.#cornerXml("xdr:from", left, top) + this.#cornerXml("xdr:to", left + width, top + height);
  }

  #corner(element: XmlElement): { readonly left: number; readonly top: number } {
    const value = (name: string) => Number(child(element, name)?.text ?? 0) || 0;
    return { left: sum(this.#columns, value("col")) + value("colOff") / EMU_PER_POINT, top: sum(this.#rows, value("row")) + value("rowOff") / EMU_PER_POINT };
  }

  #cornerXml(name: string, left: number, top: number): string {
    const [column, columnOffset] = cellAt(this.#columns, left);
    const [row, rowOffset] = cellAt(this.#rows, top);
    const part = (tag: string, value: number) => xml(`xdr:${tag}`, {}, String(value));
    return xml(name, {}, [part("col", column), part("colOff", columnOffset), part("row", row), part("rowOff", rowOffset)]);
  }
}

function sum(sizes: readonly number[], count: number): number {
  let total = 0;
  for (let index = 0; index < Math.min(count, sizes.length); index++) total += sizes[index] as number;
  return total;
}

function cellAt(sizes: readonly number[], points: number): readonly [index: number, offset: number] {
  let rest = Math.max(0, points);
  let index = 0;
  while (index < sizes.length - 1 && rest >= (sizes[index] as number)) rest -= sizes[index++] as number;
  return [index, Math.round(Math.min(rest, sizes[index] as number) * EMU_PER_POINT)];
}
