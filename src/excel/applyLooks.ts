import type { LookGroup } from "../sheets/lookGroups";
import type { Look } from "../sheets/styles";

type Setter<Property extends keyof Look> = (format: Excel.RangeFormat, value: NonNullable<Look[Property]>) => void;

const SETTERS: { readonly [Property in Exclude<keyof Look, "format">]-?: Setter<Property> } = {
  fill: (format, value) => (format.fill.color = value),
  color: (format, value) => (format.font.color = value),
  size: (format, value) => (format.font.size = value),
  bold: (format, value) => (format.font.bold = value),
  italic: (format, value) => (format.font.italic = value),
  align: (format, value) => (format.horizontalAlignment = value),
  valign: (format, value) => (format.verticalAlignment = value),
  indent: (format, value) => (format.indentLevel = value),
  wrap: (format, value) => (format.wrapText = value),
  bottom: (format, value) => setBorder(format.borders.getItem("EdgeBottom"), value),
  left: (format, value) => setBorder(format.borders.getItem("EdgeLeft"), value),
};

function setBorder(border: Excel.RangeBorder, line: { readonly color: string; readonly weight: "Hairline" | "Thin" | "Medium" | "Thick" }): void {
  border.style = "Continuous";
  border.weight = line.weight;
  border.color = line.color;
}

/** Queues one group: a call per value of a property, however many cells have it. */
export function applyLook(sheet: Excel.Worksheet, group: LookGroup): void {
  for (const address of group.addresses) {
    if (group.property === "format") {
      for (const one of address.split(",")) sheet.getRange(one).numberFormat = [[group.value as string]];
      continue;
    }
    // getRanges also takes a single area, but a plain range costs the host less.
    const cells = address.includes(",") ? sheet.getRanges(address) : sheet.getRange(address);
    (SETTERS[group.property] as Setter<typeof group.property>)(cells.format, group.value);
  }
}
