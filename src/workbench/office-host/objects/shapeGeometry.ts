import type { ShapeState } from "./drawnState";

/**
 * Places on the outline of a shape where lines can be connected, counter-clockwise from the top, as parts of width and
 * height (the preset geometries of ECMA-376, 20.1.9). Shapes without an entry have those of a rectangle.
 */
const SITES: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  Triangle: [[0.5, 0], [0.25, 0.5], [0, 1], [0.5, 1], [1, 1], [0.75, 0.5]],
  Ellipse: [[0.5, 0], [0.146, 0.146], [0, 0.5], [0.146, 0.854], [0.5, 1], [0.854, 0.854], [1, 0.5], [0.854, 0.146]],
  Octagon: [[0.707, 0], [0.293, 0], [0, 0.293], [0, 0.707], [0.293, 1], [0.707, 1], [1, 0.707], [1, 0.293]],
  Hexagon: [[0.75, 0], [0.25, 0], [0, 0.5], [0.25, 1], [0.75, 1], [1, 0.5]],
  Pentagon: [[0.5, 0], [0, 0.382], [0.191, 1], [0.5, 1], [0.809, 1], [1, 0.382]],
};
const RECTANGLE = [[0.5, 0], [0, 0.5], [0.5, 1], [1, 0.5]] as const;

function sitesOf({ type, settings }: ShapeState) {
  return type === "Line" ? [] : (SITES[String(settings.geometricShapeType)] ?? RECTANGLE);
}

export function siteCount(shape: ShapeState): number {
  return sitesOf(shape).length;
}

export function connectionSite(shape: ShapeState, site: number): { readonly left: number; readonly top: number } {
  const { left, top, width, height } = shape.settings as Record<string, number>;
  const [x, y] = sitesOf(shape)[site] ?? [0.5, 0];
  return { left: (left ?? 0) + x * (width ?? 0), top: (top ?? 0) + y * (height ?? 0) };
}

/** Format and size in points of a picture, by its first bytes; undefined when it is none that Excel takes. */
export function pictureInfo(base64: string): { readonly format: "PNG" | "JPEG" | "GIF" | "BMP" | "SVG"; readonly width: number; readonly height: number } | undefined {
  let bytes: Uint8Array;
  try {
    bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
  const view = new DataView(bytes.buffer);
  const points = (pixels: number) => pixels * 0.75;
  const text = String.fromCharCode(...bytes.subarray(0, 300));
  if (text.startsWith("\x89PNG") && bytes.length >= 24) return { format: "PNG", width: points(view.getUint32(16)), height: points(view.getUint32(20)) };
  if (text.startsWith("GIF8") && bytes.length >= 10) return { format: "GIF", width: points(view.getUint16(6, true)), height: points(view.getUint16(8, true)) };
  if (text.startsWith("BM") && bytes.length >= 26) return { format: "BMP", width: points(view.getInt32(18, true)), height: points(Math.abs(view.getInt32(22, true))) };
  if (/<svg\b/.test(text)) {
    const side = (name: string) => Number(new RegExp(`<svg[^>]*\\b${name}="([\\d.]+)`).exec(text)?.[1] ?? 96);
    return { format: "SVG", width: points(side("width")), height: points(side("height")) };
  }
  return text.startsWith("\xff\xd8") ? jpegInfo(view, points) : undefined;
}

function jpegInfo(view: DataView, points: (pixels: number) => number) {
  for (let at = 2; at + 9 <= view.byteLength; ) {
    const marker = view.getUint16(at);
    // Start of frame: height and width follow the precision.
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) {
      return { format: "JPEG" as const, width: points(view.getUint16(at + 7)), height: points(view.getUint16(at + 5)) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
