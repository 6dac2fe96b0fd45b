import { BooleanNumber, BorderStyleTypes, HorizontalAlign, TextDecoration, VerticalAlign, WrapStrategy, type IBorderData, type IBorderStyleData, type IStyleData, type Nullable } from "@univerjs/core";
import type { Border, BorderSide, CellStyle } from "../spreadsheet";

/** Pixels of one indent step: three spaces of Excel's standard font. */
const INDENT_PIXELS = 9;

/** The component has no such alignments; it shows unknown numbers as general, and the number comes back unchanged. */
const FILL_ALIGNMENT = 107 as HorizontalAlign;
const ACROSS_ALIGNMENT = 108 as HorizontalAlign;
const JUSTIFY_VERTICAL = 107 as VerticalAlign;
const DISTRIBUTED_VERTICAL = 108 as VerticalAlign;

const HORIZONTAL: readonly (readonly [NonNullable<CellStyle["horizontalAlignment"]>, HorizontalAlign])[] = [
  ["General", HorizontalAlign.UNSPECIFIED],
  ["Left", HorizontalAlign.LEFT],
  ["Center", HorizontalAlign.CENTER],
  ["Right", HorizontalAlign.RIGHT],
  ["Justify", HorizontalAlign.JUSTIFIED],
  ["Distributed", HorizontalAlign.DISTRIBUTED],
  ["Fill", FILL_ALIGNMENT],
  ["CenterAcrossSelection", ACROSS_ALIGNMENT],
];

const VERTICAL: readonly (readonly [NonNullable<CellStyle["verticalAlignment"]>, VerticalAlign])[] = [
  ["Bottom", VerticalAlign.BOTTOM],
  ["Top", VerticalAlign.TOP],
  ["Center", VerticalAlign.MIDDLE],
  ["Justify", JUSTIFY_VERTICAL],
  ["Distributed", DISTRIBUTED_VERTICAL],
];

const BORDERS: readonly (readonly [Border["style"], Border["weight"], BorderStyleTypes])[] = [
  ["Continuous", "Thin", BorderStyleTypes.THIN],
  ["Continuous", "Medium", BorderStyleTypes.MEDIUM],
  ["Continuous", "Thick", BorderStyleTypes.THICK],
  ["Continuous", "Hairline", BorderStyleTypes.HAIR],
  ["Dash", "Thin", BorderStyleTypes.DASHED],
  ["Dash", "Medium", BorderStyleTypes.MEDIUM_DASHED],
  ["DashDot", "Thin", BorderStyleTypes.DASH_DOT],
  ["DashDot", "Medium", BorderStyleTypes.MEDIUM_DASH_DOT],
  ["DashDotDot", "Thin", BorderStyleTypes.DASH_DOT_DOT],
  ["DashDotDot", "Medium", BorderStyleTypes.MEDIUM_DASH_DOT_DOT],
  ["Dot", "Thin", BorderStyleTypes.DOTTED],
  ["Double", "Thick", BorderStyleTypes.DOUBLE],
  ["SlantDashDot", "Medium", BorderStyleTypes.SLANT_DASH_DOT],
];

const SIDES: readonly (readonly [BorderSide, keyof IBorderData])[] = [
  ["top", "t"],
  ["bottom", "b"],
  ["left", "l"],
  ["right", "r"],
];

/** The component's style after a change is laid over it. */
export function restyle(before: Nullable<IStyleData>, change: CellStyle): IStyleData {
  const style: IStyleData = { ...before };
  const set = <K extends keyof IStyleData>(key: K, value: IStyleData[K] | undefined) => {
    if (value === undefined || value === null) delete style[key];
    else style[key] = value;
  };
  if (change.numberFormat !== undefined) set("n", change.numberFormat === "General" ? undefined : { pattern: change.numberFormat });
  if (change.fontName !== undefined) set("ff", change.fontName);
  if (change.fontSize !== undefined) set("fs", change.fontSize);
  if (change.bold !== undefined) set("bl", flag(change.bold));
  if (change.italic !== undefined) set("it", flag(change.italic));
  if (change.underline !== undefined) {
    set("ul", change.underline === "None" ? undefined : { s: BooleanNumber.TRUE, t: change.underline === "Double" ? TextDecoration.DOUBLE : TextDecoration.SINGLE });
  }
  if (change.strikethrough !== undefined) set("st", change.strikethrough ? { s: BooleanNumber.TRUE } : undefined);
  if (change.fontColor !== undefined) set("cl", change.fontColor === "" ? undefined : { rgb: change.fontColor });
  if (change.fillColor !== undefined) set("bg", change.fillColor === "" ? undefined : { rgb: change.fillColor });
  if (change.horizontalAlignment !== undefined) set("ht", HORIZONTAL.find(([name]) => name === change.horizontalAlignment)?.[1] || undefined);
  if (change.verticalAlignment !== undefined) set("vt", VERTICAL.find(([name]) => name === change.verticalAlignment)?.[1]);
  if (change.wrapText !== undefined) set("tb", change.wrapText ? WrapStrategy.WRAP : undefined);
  // Excel turns counter-clockwise, the component clockwise.
  if (change.textOrientation !== undefined) set("tr", change.textOrientation === 0 ? undefined : { a: -change.textOrientation });
  const indent = change.indentLevel ?? indentOf(before);
  if (change.indentLevel !== undefined || (change.horizontalAlignment !== undefined && indent > 0)) {
    const side = style.ht === HorizontalAlign.RIGHT ? "r" : "l";
    set("pd", indent === 0 ? undefined : { [side]: indent * INDENT_PIXELS });
  }
  if (change.borders) set("bd", withBorders(before?.bd, change.borders));
  return style;
}

export function cellStyle(style: Nullable<IStyleData>): CellStyle {
  if (!style) return {};
  const result: { -readonly [K in keyof CellStyle]: CellStyle[K] } = {};
  if (style.n?.pattern) result.numberFormat = style.n.pattern;
  if (style.ff) result.fontName = style.ff;
  if (style.fs !== undefined) result.fontSize = style.fs;
  if (style.bl !== undefined) result.bold = style.bl === BooleanNumber.TRUE;
  if (style.it !== undefined) result.italic = style.it === BooleanNumber.TRUE;
  if (style.ul?.s) result.underline = style.ul.t === TextDecoration.DOUBLE ? "Double" : "Single";
  if (style.st?.s) result.strikethrough = true;
  if (style.cl?.rgb) result.fontColor = hex(style.cl.rgb);
  if (style.bg?.rgb) result.fillColor = hex(style.bg.rgb);
  const horizontal = style.ht ? HORIZONTAL.find(([, code]) => code === style.ht)?.[0] : undefined;
  if (horizontal) result.horizontalAlignment = horizontal;
  const vertical = style.vt ? VERTICAL.find(([, code]) => code === style.vt)?.[0] : undefined;
  if (vertical) result.verticalAlignment = vertical;
  if (style.tb === WrapStrategy.WRAP) result.wrapText = true;
  const indent = indentOf(style);
  if (indent > 0) result.indentLevel = indent;
  if (style.tr?.a) result.textOrientation = -style.tr.a;
  const borders = bordersOf(style.bd);
  if (borders) result.borders = borders;
  return result;
}

function indentOf(style: Nullable<IStyleData>): number {
  return Math.round((style?.pd?.l ?? style?.pd?.r ?? 0) / INDENT_PIXELS);
}

function withBorders(before: Nullable<IBorderData>, change: NonNullable<CellStyle["borders"]>): IBorderData | undefined {
  const borders: IBorderData = { ...before };
  for (const [side, key] of SIDES) {
    const border = change[side];
    if (!border) continue;
    if (border.style === "None") delete borders[key];
    else borders[key] = { s: borderType(border), cl: { rgb: border.color || "#000000" } };
  }
  return Object.keys(borders).length === 0 ? undefined : borders;
}

function borderType(border: Border): BorderStyleTypes {
  const sameStyle = BORDERS.filter(([style]) => style === border.style);
  return (sameStyle.find(([, weight]) => weight === border.weight) ?? sameStyle[0])?.[2] ?? BorderStyleTypes.THIN;
}

function bordersOf(borders: Nullable<IBorderData>): CellStyle["borders"] {
  if (!borders) return undefined;
  const result: Partial<Record<BorderSide, Border>> = {};
  for (const [side, key] of SIDES) {
    const border = borders[key] as Nullable<IBorderStyleData>;
    if (!border || border.s === BorderStyleTypes.NONE) continue;
    const [style, weight] = BORDERS.find(([, , type]) => type === border.s) ?? (["Continuous", "Thin"] as const);
    result[side] = { style, weight, color: hex(border.cl?.rgb ?? "#000000") };
  }
  return Object.keys(result).length === 0 ? undefined : result;
}

/** Colours a person picks in the grid may come as `rgb(1,2,3)`. */
export function hex(color: string): string {
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/i.exec(color);
  if (parts) return `#${parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
  return color.length === 4 ? `#${[...color.slice(1)].map((c) => c + c).join("")}`.toUpperCase() : color.toUpperCase();
}

function flag(on: boolean): BooleanNumber | undefined {
  return on ? BooleanNumber.TRUE : undefined;
}
