import { areaAddress, readArea, type Area } from "../sheets/a1";
import { addressTexts, type LookGroup } from "../sheets/lookGroups";
import type { Look } from "../sheets/styles";

type Setter<Property extends keyof Look> = (format: Excel.RangeFormat, value: NonNullable<Look[Property]>) => void;

/** Number formats belong to ranges, not to their looks, and are written with the cells. */
type LookProperty = Exclude<keyof Look, "format">;

const SETTERS: { readonly [Property in LookProperty]-?: Setter<Property> } = {
  fill: (format, value) => (format.fill.color = value),
  color: (format, value) => (format.font.color = value),
  size: (format, value) => (format.font.size = value),
  bold: (format, value) => (format.font.bold = value),
  italic: (format, value) => (format.font.italic = value),
  align: (format, value) => (format.horizontalAlignment = value),
  valign: (format, value) => (format.verticalAlignment = value),
  indent: (format, value) => (format.indentLevel = value),
  wrap: (format, value) => (format.wrapText = value),
  shrink: (format, value) => (format.shrinkToFit = value),
  locked: (format, value) => (format.protection.locked = value),
  bottom: (format, value) => setBorder(format.borders.getItem("EdgeBottom"), value),
  left: (format, value) => setBorder(format.borders.getItem("EdgeLeft"), value),
};

function setBorder(border: Excel.RangeBorder, line: { readonly color: string; readonly weight: "Hairline" | "Thin" | "Medium" | "Thick" }): void {
  border.style = "Continuous";
  border.weight = line.weight;
  border.color = line.color;
}

/** One area or many; a plain range costs the host less than a list of areas. */
export function cellsAt(sheet: Excel.Worksheet, address: string): Excel.Range | Excel.RangeAreas {
  return address.includes(",") ? sheet.getRanges(address) : sheet.getRange(address);
}

/** As `cellsAt`, for areas that are known to fit in one address. */
export const cellsOf = (sheet: Excel.Worksheet, areas: readonly Area[]) => cellsAt(sheet, addressTexts(areas)[0] as string);

/** Queues one group: a call per property, however many cells have it. */
export function applyLook(sheet: Excel.Worksheet, { look, addresses }: LookGroup): void {
  const properties = (Object.keys(look) as (keyof Look)[]).filter((property): property is LookProperty => property !== "format");
  if (properties.length === 0) return;
  for (const address of addresses) {
    const { format } = cellsAt(sheet, address);
    for (const property of properties) (SETTERS[property] as Setter<LookProperty>)(format, look[property] as never);
  }
}

/** Up to this many cells one block of formats costs less than a call per area; Excel is slow with large blocks of them. */
const LARGEST_FORMAT_BLOCK = 2000;

/** Queues the number formats: as one block on a small sheet, where most cells differ, else area by area. */
export function applyNumberFormats(sheet: Excel.Worksheet, groups: readonly LookGroup[]): void {
  const areas = groups.flatMap(({ look, addresses }) => (look.format === undefined ? [] : addresses.flatMap((text) => text.split(",").map((address) => ({ address, area: readArea(address), format: look.format as string })))));
  const rowCount = Math.max(0, ...areas.map(({ area }) => area.row + area.rowCount));
  const columnCount = Math.max(0, ...areas.map(({ area }) => area.column + area.columnCount));
  if (rowCount * columnCount > LARGEST_FORMAT_BLOCK) {
    for (const { address, format } of areas) sheet.getRange(address).numberFormat = [[format]];
    return;
  }
  if (areas.length === 0) return;
  // null leaves a cell's format as it is.
  const formats = Array.from({ length: rowCount }, () => Array<string | null>(columnCount).fill(null));
  for (const { area, format } of areas) {
    for (const row of formats.slice(area.row, area.row + area.rowCount)) row.fill(format, area.column, area.column + area.columnCount);
  }
  sheet.getRange(areaAddress({ row: 0, column: 0, rowCount, columnCount })).numberFormat = formats;
}
