import { checkNumber, checkOneOf } from "./arguments";
import { servicesOf, type PictureSize } from "./bookServices";
import type { ChartHandle } from "./chartHandle";
import { PIXELS_PER_POINT } from "../../pixels";

/** The sizes keep the chart's proportions but for `Fill`, which takes those asked for. */
export function pictureSizes(chart: PictureSize, width: number | undefined, height: number | undefined, mode: string): { readonly drawn: PictureSize; readonly frame: PictureSize } {
  const natural = { width: chart.width * PIXELS_PER_POINT, height: chart.height * PIXELS_PER_POINT };
  const both = width !== undefined && height !== undefined;
  const asked = { width: width ?? natural.width, height: height ?? natural.height };
  if (both && mode === "Fill") return { drawn: asked, frame: asked };
  const factor = Math.min(width === undefined ? Infinity : width / natural.width, height === undefined ? Infinity : height / natural.height);
  const scale = Number.isFinite(factor) ? factor : 1;
  const drawn = { width: Math.max(1, Math.round(natural.width * scale)), height: Math.max(1, Math.round(natural.height * scale)) };
  return { drawn, frame: both && mode === "FitAndCenter" ? asked : drawn };
}

export function chartPicture(handle: ChartHandle, width: unknown, height: unknown, fittingMode: unknown): string {
  const [wide, high] = [width, height].map((side, index) => (side === undefined || side === null ? undefined : checkNumber(index === 0 ? "width" : "height", side, 1, 10_000)));
  const mode = fittingMode === undefined || fittingMode === null ? "Fit" : checkOneOf("fittingMode", fittingMode, ["Fit", "FitAndCenter", "Fill"]);
  const state = handle.state();
  const { drawn, frame } = pictureSizes(state, wide, high, mode);
  return servicesOf(handle.book, "Chart.getImage").chartPicture(state, drawn, frame);
}
