import { isUnbounded, lastColumn, lastRow, type Region } from "../../office-host/objects/region";
import type { CellFormat, FormatLayer } from "../../office-host/objects/workbookState";

/** Finds the format of each cell under layers of formats; later layers lie over earlier ones. */
export class FormatMap {
  readonly #merged = new Map<string, CellFormat>();
  #row = -1;
  #inRow: readonly (readonly [index: number, layer: FormatLayer])[] = [];

  constructor(readonly layers: readonly FormatLayer[]) {}

  /** Same object for cells with the same layers; undefined without any. Fastest when asked row by row. */
  at(row: number, column: number): CellFormat | undefined {
    if (this.layers.length === 0) return undefined;
    if (row !== this.#row) {
      this.#row = row;
      this.#inRow = this.layers.flatMap((layer, index) => (row >= layer.region.row && row <= lastRow(layer.region) ? [[index, layer] as const] : []));
    }
    const here = this.#inRow.filter(([, { region }]) => column >= region.column && column <= lastColumn(region));
    if (here.length === 0) return undefined;
    const key = here.map(([index]) => index).join();
    let format = this.#merged.get(key);
    if (!format) this.#merged.set(key, (format = Object.assign({}, ...here.map(([, layer]) => layer.format)) as CellFormat));
    return format;
  }

  /** Blocks that must be written though their cells may be empty. */
  bounded(): readonly Region[] {
    return this.layers.map(({ region }) => region).filter((region) => !isUnbounded(region));
  }

  hasUnbounded(): boolean {
    return this.layers.some(({ region, format }) => isUnbounded(region) && Object.keys(format).length > 0);
  }
}
