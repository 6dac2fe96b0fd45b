import type { CellFormat } from "../office-host/objects/workbookState";
import type { Border, BorderSide, CellStyle } from "../spreadsheet/spreadsheet";
import { colorOf, fileColor } from "./colors";
import type { FileStyle, FillPattern } from "./library";

type FileBorder = NonNullable<NonNullable<FileStyle["border"]>["top"]>;
type FileAlignment = NonNullable<FileStyle["alignment"]>;

/** The font of a new workbook; cells that say nothing have it. */
export const DEFAULT_FONT = { name: "Calibri", size: 11 } as const;

const SIDES: readonly BorderSide[] = ["top", "bottom", "left", "right"];

/** Line styles of files against style and weight of the API. The first match is taken in both directions. */
const LINES: readonly (readonly [FileBorder["style"], Border["style"], Border["weight"]])[] = [
  ["thin", "Continuous", "Thin"],
  ["medium", "Continuous", "Medium"],
  ["thick", "Continuous", "Thick"],
  ["hair", "Continuous", "Hairline"],
  ["dotted", "Dot", "Thin"],
  ["dashed", "Dash", "Thin"],
  ["mediumDashed", "Dash", "Medium"],
  ["dashDot", "DashDot", "Thin"],
  ["mediumDashDot", "DashDot", "Medium"],
  ["dashDotDot", "DashDotDot", "Thin"],
  ["mediumDashDotDot", "DashDotDot", "Medium"],
  ["slantDashDot", "SlantDashDot", "Medium"],
  ["double", "Double", "Thick"],
];

const HORIZONTAL: readonly (readonly [NonNullable<FileAlignment["horizontal"]>, NonNullable<CellStyle["horizontalAlignment"]>])[] = [
  ["general", "General"],
  ["left", "Left"],
  ["center", "Center"],
  ["right", "Right"],
  ["fill", "Fill"],
  ["justify", "Justify"],
  ["centerContinuous", "CenterAcrossSelection"],
  ["distributed", "Distributed"],
];

const VERTICAL: readonly (readonly [NonNullable<FileAlignment["vertical"]>, NonNullable<CellStyle["verticalAlignment"]>])[] = [
  ["top", "Top"],
  ["center", "Center"],
  ["bottom", "Bottom"],
  ["justify", "Justify"],
  ["distributed", "Distributed"],
];

/** Patterns of files against `Excel.FillPattern`. */
const PATTERNS: readonly (readonly [FillPattern, string])[] = [
  ["mediumGray", "Gray50"],
  ["darkGray", "Gray75"],
  ["lightGray", "Gray25"],
  ["gray125", "Gray16"],
  ["gray0625", "Gray8"],
  ["darkHorizontal", "Horizontal"],
  ["darkVertical", "Vertical"],
  ["darkDown", "Down"],
  ["darkUp", "Up"],
  ["darkGrid", "Checker"],
  ["darkTrellis", "SemiGray75"],
  ["lightHorizontal", "LightHorizontal"],
  ["lightVertical", "LightVertical"],
  ["lightDown", "LightDown"],
  ["lightUp", "LightUp"],
  ["lightGrid", "Grid"],
  ["lightTrellis", "CrissCross"],
];

const READING_ORDER = [["ltr", "LeftToRight"], ["rtl", "RightToLeft"], ["context", "Context"]] as const;

function second<A, B>(pairs: readonly (readonly [A, B])[], first: A | undefined): B | undefined {
  return pairs.find((pair) => pair[0] === first)?.[1];
}

function first<A, B>(pairs: readonly (readonly [A, B])[], wanted: B | undefined): A | undefined {
  return pairs.find((pair) => pair[1] === wanted)?.[0];
}

/** Drops what is undefined, so that absent stays absent. */
function set<T extends object>(values: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

/** What the grid shows of a style in a file. `theme` are the file's theme colours. */
export function lookOf(style: FileStyle, numberFormat: string | undefined, theme: readonly string[] | undefined): CellStyle {
  const { font, alignment = {} } = style;
  const underline = font?.underline === undefined || font.underline === false ? undefined : String(font.underline).startsWith("double") ? "Double" : "Single";
  const sides = SIDES.flatMap((side) => {
    const border = borderOf(style.border?.[side], theme);
    return border ? [[side, border] as const] : [];
  });
  return set<CellStyle>({
    numberFormat: numberFormat === "General" ? undefined : numberFormat,
    fontName: font?.name === DEFAULT_FONT.name ? undefined : font?.name,
    fontSize: font?.size === DEFAULT_FONT.size ? undefined : font?.size,
    bold: font?.bold || undefined,
    italic: font?.italic || undefined,
    underline,
    strikethrough: font?.strikethrough || undefined,
    fontColor: blackAsAbsent(colorOf(font?.color, theme)),
    fillColor: fillOf(style, theme),
    horizontalAlignment: alignment.horizontal === "general" ? undefined : second(HORIZONTAL, alignment.horizontal),
    verticalAlignment: alignment.vertical === "bottom" ? undefined : second(VERTICAL, alignment.vertical),
    wrapText: alignment.wrapText || undefined,
    indentLevel: alignment.indent || undefined,
    textOrientation: alignment.textRotation ? degreesOf(alignment.textRotation) : undefined,
    borders: sides.length > 0 ? Object.fromEntries(sides) : undefined,
  });
}

function blackAsAbsent(color: string | undefined): string | undefined {
  return color === "#000000" ? undefined : color;
}

function fillOf({ fill }: FileStyle, theme: readonly string[] | undefined): string | undefined {
  if (!fill) return undefined;
  if (fill.type === "gradient") return colorOf(fill.stops[0]?.color, theme);
  if (fill.pattern === "none") return undefined;
  return fill.pattern === "solid" ? colorOf(fill.fgColor, theme) : colorOf(fill.bgColor, theme);
}

function borderOf(border: FileBorder | undefined, theme: readonly string[] | undefined): Border | undefined {
  const line = LINES.find(([name]) => name === border?.style);
  return line && { style: line[1], weight: line[2], color: colorOf(border?.color, theme) ?? "#000000" };
}

/** Files count 0 to 90 upwards, 91 to 180 downwards, 255 stands for letters below each other (180 in the API). */
function degreesOf(rotation: number): number {
  if (rotation === 255) return 180;
  return rotation > 90 ? 90 - rotation : rotation;
}

/** What the host keeps of a style because the grid cannot show it. */
export function formatOf(style: FileStyle, theme: readonly string[] | undefined): CellFormat {
  const { fill, font, alignment, protection } = style;
  const pattern = fill?.type === "pattern" ? second(PATTERNS, fill.pattern) : undefined;
  return set<CellFormat>({
    locked: protection?.locked === false ? false : undefined,
    formulaHidden: protection?.hidden || undefined,
    shrinkToFit: alignment?.shrinkToFit || undefined,
    readingOrder: second(READING_ORDER, alignment?.readingOrder),
    superscript: font?.vertAlign === "superscript" || undefined,
    subscript: font?.vertAlign === "subscript" || undefined,
    fillPattern: pattern,
    patternColor: pattern && fill?.type === "pattern" ? colorOf(fill.fgColor, theme) : undefined,
  } as { [K in keyof CellFormat]: CellFormat[K] | undefined });
}

/** The style of a file for a cell; undefined for a cell without any format. */
export function fileStyle(look: CellStyle, format: CellFormat = {}): FileStyle | undefined {
  const style = set<FileStyle>({
    numFmt: look.numberFormat === "General" ? undefined : look.numberFormat,
    font: fileFont(look, format),
    fill: fileFill(look, format),
    border: fileBorder(look),
    alignment: fileAlignment(look, format),
    protection: format.locked === false || format.formulaHidden ? { locked: format.locked ?? true, hidden: format.formulaHidden ?? false } : undefined,
  });
  return Object.keys(style).length > 0 ? style : undefined;
}

function fileFont(look: CellStyle, format: CellFormat): FileStyle["font"] {
  const font = set<NonNullable<FileStyle["font"]>>({
    bold: look.bold || undefined,
    italic: look.italic || undefined,
    underline: look.underline === "Single" ? "single" : look.underline === "Double" ? "double" : undefined,
    strikethrough: look.strikethrough || undefined,
    color: look.fontColor ? fileColor(look.fontColor) : undefined,
    vertAlign: format.superscript ? "superscript" : format.subscript ? "subscript" : undefined,
  } as { [K in keyof NonNullable<FileStyle["font"]>]: NonNullable<FileStyle["font"]>[K] | undefined });
  const own = look.fontName !== undefined || look.fontSize !== undefined;
  return own || Object.keys(font).length > 0 ? { ...font, name: look.fontName ?? DEFAULT_FONT.name, size: look.fontSize ?? DEFAULT_FONT.size } : undefined;
}

function fileFill(look: CellStyle, format: CellFormat): FileStyle["fill"] {
  const pattern = first(PATTERNS, format.fillPattern);
  if (pattern) {
    return {
      type: "pattern",
      pattern,
      fgColor: fileColor(format.patternColor ?? "#000000"),
      ...(look.fillColor ? { bgColor: fileColor(look.fillColor) } : {}),
    };
  }
  return look.fillColor ? { type: "pattern", pattern: "solid", fgColor: fileColor(look.fillColor) } : undefined;
}

function fileBorder({ borders }: CellStyle): FileStyle["border"] {
  const sides = SIDES.flatMap((side) => {
    const border = borders?.[side];
    if (!border || border.style === "None") return [];
    const line = LINES.find(([, style, weight]) => style === border.style && weight === border.weight) ?? LINES.find(([, style]) => style === border.style);
    return line ? [[side, { style: line[0], color: fileColor(border.color) }] as const] : [];
  });
  return sides.length > 0 ? Object.fromEntries(sides) : undefined;
}

function fileAlignment(look: CellStyle, format: CellFormat): FileStyle["alignment"] {
  const indented = (look.indentLevel ?? 0) > 0;
  const horizontal = first(HORIZONTAL, look.horizontalAlignment);
  const alignment = set<FileAlignment>({
    // Files know an indent only on an aligned side; Excel itself sets "left" when it indents.
    horizontal: indented && (!horizontal || horizontal === "general") ? "left" : horizontal === "general" ? undefined : horizontal,
    vertical: look.verticalAlignment === "Bottom" ? undefined : first(VERTICAL, look.verticalAlignment),
    wrapText: look.wrapText || undefined,
    shrinkToFit: format.shrinkToFit || undefined,
    textRotation: look.textOrientation ? fileRotation(look.textOrientation) : undefined,
    indent: indented ? look.indentLevel : undefined,
    readingOrder: first(READING_ORDER, format.readingOrder as (typeof READING_ORDER)[number][1] | undefined),
  });
  return Object.keys(alignment).length > 0 ? alignment : undefined;
}

function fileRotation(degrees: number): number {
  if (degrees === 180) return 255;
  return degrees < 0 ? 90 - degrees : degrees;
}
