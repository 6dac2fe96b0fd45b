import type { FileColor } from "./library";

/** The colours of Office's own theme, for files that bring none, in the order of the file's palette. */
const OFFICE_THEME = ["000000", "FFFFFF", "44546A", "E7E6E6", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"];

/** The fixed palette of old files (ECMA-376 part 1, 18.8.27), from index 8; 0 to 7 repeat its first eight. */
const INDEXED = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 " +
  "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF " +
  "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 " +
  "003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** `#RRGGBB` of a colour in a file; undefined for none and for "automatic". */
export function colorOf(color: FileColor | undefined, theme: readonly string[] | undefined): string | undefined {
  if (!color) return undefined;
  const base = color.rgb?.slice(-6) ?? themeColor(color.theme, theme) ?? indexedColor(color.indexed);
  if (!base || !/^[\da-f]{6}$/i.test(base)) return undefined;
  return `#${tinted(base, color.tint ?? 0).toUpperCase()}`;
}

export function fileColor(color: string): FileColor {
  return { rgb: color.replace("#", "").toUpperCase() };
}

function themeColor(index: number | undefined, theme: readonly string[] | undefined): string | undefined {
  if (index === undefined) return undefined;
  // In cells the first two pairs are swapped against the theme's own order: 0 is the background (lt1), 1 the text (dk1).
  const place = [1, 0, 3, 2][index] ?? index;
  return theme?.[place] ?? OFFICE_THEME[place];
}

function indexedColor(index: number | undefined): string | undefined {
  if (index === undefined) return undefined;
  // 64 is the system's text colour, 65 its background: both mean automatic.
  return INDEXED[index < 8 ? index : index - 8];
}

/** Lightens (tint above 0) or darkens a colour in HSL, as Excel does with theme colours (ECMA-376 part 1, 18.8.19). */
function tinted(rgb: string, tint: number): string {
  if (tint === 0) return rgb;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255) as [number, number, number];
  const [max, min] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const lightness = (max + min) / 2;
  const spread = max - min;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const sector = spread === 0 ? 0 : max === red ? ((green - blue) / spread + 6) % 6 : max === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
  const moved = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * moved - 1)) * saturation;
  const second = chroma * (1 - Math.abs((sector % 2) - 1));
  const parts = [[chroma, second, 0], [second, chroma, 0], [0, chroma, second], [0, second, chroma], [second, 0, chroma], [chroma, 0, second]][Math.floor(sector) % 6] as number[];
  return parts.map((part) => Math.round((part + moved - chroma / 2) * 255).toString(16).padStart(2, "0")).join("");
}
