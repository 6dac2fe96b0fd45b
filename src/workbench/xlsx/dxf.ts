import type { Border, BorderSide, CellStyle } from "../spreadsheet/spreadsheet";
import { colorOf } from "./colors";
import type { FileColor } from "./library";
import { child, children, escapeXml, flag, number, type XmlElement, xml } from "./package/xml";

/** Looks a rule lays over cells, as the host keeps them: the members of `ConditionalRangeFormat`. */
export type RuleLooks = Pick<CellStyle, "numberFormat" | "bold" | "italic" | "strikethrough" | "underline" | "fontColor" | "fillColor" | "borders">;

const SIDES: readonly BorderSide[] = ["left", "right", "top", "bottom"];
/** Rules may only draw thin lines. */
const LINES: readonly (readonly [string, Border["style"]])[] = [["thin", "Continuous"], ["dotted", "Dot"], ["dashed", "Dash"], ["dashDot", "DashDot"], ["dashDotDot", "DashDotDot"], ["hair", "Continuous"]];

export function colorElement(element: XmlElement | undefined): FileColor | undefined {
  if (!element) return undefined;
  const { rgb } = element.attributes;
  const [theme, tint, indexed] = [number(element, "theme"), number(element, "tint"), number(element, "indexed")];
  return { ...(rgb === undefined ? {} : { rgb }), ...(theme === undefined ? {} : { theme }), ...(tint === undefined ? {} : { tint }), ...(indexed === undefined ? {} : { indexed }) };
}

/** Reads the differential formats of a file's styles, by their number. */
export function readDxfs(styles: XmlElement | undefined, theme: readonly string[] | undefined): RuleLooks[] {
  return children(child(styles, "dxfs"), "dxf").map((dxf) => {
    const [font, fill, border] = [child(dxf, "font"), child(dxf, "fill"), child(dxf, "border")];
    const pattern = child(fill, "patternFill");
    const on = (name: string) => (child(font, name) ? flag(child(font, name), "val", true) : undefined);
    const underline = child(font, "u");
    const sides = SIDES.flatMap((side) => {
      const element = child(border, side);
      const line = LINES.find(([name]) => name === element?.attributes["style"]);
      return line ? [[side, { style: line[1], weight: "Thin", color: colorOf(colorElement(child(element, "color")), theme) ?? "#000000" }] as const] : [];
    });
    const looks: { [K in keyof RuleLooks]: RuleLooks[K] | undefined } = {
      numberFormat: child(dxf, "numFmt")?.attributes["formatCode"],
      bold: on("b"),
      italic: on("i"),
      strikethrough: on("strike"),
      underline: underline && (underline.attributes["val"]?.startsWith("double") ? "Double" : underline.attributes["val"] === "none" ? "None" : "Single"),
      fontColor: colorOf(colorElement(child(font, "color")), theme),
      // A rule's solid fill has its colour in the background, against cells.
      fillColor: colorOf(colorElement(child(pattern, "bgColor")), theme) ?? (pattern?.attributes["patternType"] === "solid" ? colorOf(colorElement(child(pattern, "fgColor")), theme) : undefined),
      borders: sides.length > 0 ? Object.fromEntries(sides) : undefined,
    };
    return Object.fromEntries(Object.entries(looks).filter(([, value]) => value !== undefined));
  });
}

/** Collects the differential formats of the file that is written. */
export class Dxfs {
  readonly #written: string[] = [];

  /** Number of the format; undefined for looks that change nothing. */
  add(looks: RuleLooks): number | undefined {
    const content = [fontXml(looks), numberFormatXml(looks, this.#written.length), fillXml(looks), borderXml(looks)].join("");
    if (content === "") return undefined;
    const dxf = `<dxf>${content}</dxf>`;
    const known = this.#written.indexOf(dxf);
    return known >= 0 ? known : this.#written.push(dxf) - 1;
  }

  toXml(): string {
    return xml("dxfs", { count: this.#written.length }, this.#written);
  }
}

function rgb(color: string): { readonly rgb: string } {
  return { rgb: `FF${color.replace("#", "").toUpperCase()}` };
}

function fontXml({ bold, italic, strikethrough, underline, fontColor }: RuleLooks): string {
  const toggle = (name: string, on: boolean | undefined) => (on === undefined ? "" : xml(name, on ? {} : { val: 0 }));
  const parts = [
    toggle("b", bold),
    toggle("i", italic),
    toggle("strike", strikethrough),
    underline === undefined ? "" : xml("u", underline === "Single" ? {} : { val: underline.toLowerCase() }),
    fontColor ? xml("color", rgb(fontColor)) : "",
  ].join("");
  return parts === "" ? "" : xml("font", {}, parts);
}

function numberFormatXml({ numberFormat }: RuleLooks, index: number): string {
  // Numbers from 164 are free; those of cell formats start there too, so rules take a range of their own.
  return numberFormat === undefined ? "" : `<numFmt numFmtId="${5000 + index}" formatCode="${escapeXml(numberFormat)}"/>`;
}

function fillXml({ fillColor }: RuleLooks): string {
  return fillColor ? xml("fill", {}, xml("patternFill", { patternType: "solid" }, xml("fgColor", rgb(fillColor)) + xml("bgColor", rgb(fillColor)))) : "";
}

function borderXml({ borders }: RuleLooks): string {
  const sides = SIDES.map((side) => {
    const border = borders?.[side];
    const line = LINES.find(([, style]) => style === border?.style);
    return border && line ? xml(side, { style: line[0] }, xml("color", rgb(border.color))) : "";
  }).join("");
  return sides === "" ? "" : xml("border", {}, sides);
}
