import { contains, intersection, type Region, regionOf, subtract } from "./region";
import type { CellFormat, FormatLayer, SheetState } from "./workbookState";

/** Lays a format over a region of a sheet; layers it hides completely are dropped. */
export function layFormat(sheet: SheetState, region: Region, format: CellFormat): void {
  const keys = Object.keys(format);
  const covered = (layer: FormatLayer) => contains(region, layer.region) && Object.keys(layer.format).every((key) => keys.includes(key));
  sheet.formats = [...sheet.formats.filter((layer) => !covered(layer)), { region: regionOf(region), format }];
}

/** Takes every layer off a region. */
export function removeFormats(sheet: SheetState, region: Region): void {
  sheet.formats = sheet.formats.flatMap((layer) => subtract(layer.region, region).map((part) => ({ ...layer, region: part })));
}

/** Copies the layers of a region so that its top left corner comes to lie at the given cell. */
export function copyFormats(from: SheetState, region: Region, to: SheetState, row: number, column: number): void {
  const layers = from.formats.flatMap((layer) => {
    const part = intersection(layer.region, region);
    return part ? [{ region: { ...part, row: part.row - region.row + row, column: part.column - region.column + column }, format: layer.format }] : [];
  });
  removeFormats(to, { ...region, row, column });
  to.formats = [...to.formats, ...layers];
}

/** The distinct values a property has in the region, at most two of them. */
export function formatValues<K extends keyof CellFormat>(
  sheet: SheetState,
  region: Region,
  key: K,
  otherwise: NonNullable<CellFormat[K]>,
): NonNullable<CellFormat[K]>[] {
  const found = new Set<NonNullable<CellFormat[K]>>();
  let open: Region[] = [region];
  for (let index = sheet.formats.length - 1; index >= 0 && open.length > 0 && found.size < 2; index--) {
    const layer = sheet.formats[index] as FormatLayer;
    const value = layer.format[key];
    if (value === undefined) continue;
    const left = open.flatMap((part) => subtract(part, layer.region));
    if (left.length !== open.length || left.some((part, at) => part !== open[at])) found.add(value);
    open = left;
  }
  if (open.length > 0) found.add(otherwise);
  return [...found];
}
