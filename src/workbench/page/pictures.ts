import type { ChartConfiguration } from "chart.js";
import { HostError } from "../office-host/hostObject";
import type { PictureSize } from "../office-host/objects/bookServices";
import type { Area, Border, BorderSide, CellStyle } from "../spreadsheet/spreadsheet";
import type { UniverSpreadsheet } from "../spreadsheet/univer/univerSpreadsheet";
import { drawChart } from "./chartCanvas";
import { PIXELS_PER_POINT } from "../pixels";

/** Browsers draw nothing on a larger canvas. */
const MAX_SIDE = 16_384;
const LINE_WIDTH = { Hairline: 1, Thin: 1, Medium: 2, Thick: 3 } as const;
const PADDING = 3;

/** A white canvas. */
function paper({ width, height }: PictureSize): { readonly canvas: HTMLCanvasElement; readonly pen: CanvasRenderingContext2D } {
  if (width > MAX_SIDE || height > MAX_SIDE) {
    throw new HostError("InvalidArgument", `The picture would have ${width} × ${height} pixels, the workbench draws up to ${MAX_SIDE} each way. Ask for a smaller one.`);
  }
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) });
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  pen.fillStyle = "#FFFFFF";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  return { canvas, pen };
}

function base64Of(canvas: HTMLCanvasElement): string {
  return canvas.toDataURL("image/png").split(",")[1] ?? "";
}

/** A chart in the middle of a frame, as base64 of a PNG. */
export function chartPicture(configuration: ChartConfiguration, drawn: PictureSize, frame: PictureSize): string {
  const { canvas } = paper(drawn);
  const options = { ...configuration.options, responsive: false, animation: false, devicePixelRatio: 1 } as NonNullable<ChartConfiguration["options"]>;
  const chart = drawChart(canvas, { ...configuration, options });
  const { canvas: whole, pen } = paper(frame);
  pen.drawImage(canvas, Math.round((frame.width - drawn.width) / 2), Math.round((frame.height - drawn.height) / 2));
  chart.remove();
  return base64Of(whole);
}

/** Cells with fills, texts and borders, as base64 of a PNG. */
export function rangePicture(grid: UniverSpreadsheet, area: Area): string {
  const { sheetId, row, column, rowCount, columnCount } = area;
  const lefts = edges(grid.columnWidths(sheetId, column, columnCount), grid.columnsHidden(sheetId, column, columnCount));
  const tops = edges(grid.rowHeights(sheetId, row, rowCount), grid.rowsHidden(sheetId, row, rowCount));
  const { canvas, pen } = paper({ width: lefts.at(-1) ?? 0, height: tops.at(-1) ?? 0 });
  const [texts, values, styles] = [grid.texts(area), grid.values(area), grid.shownStyles(area)];
  const merges = grid.merges(sheetId);
  for (let r = 0; r < rowCount; r++) {
    for (let c = 0; c < columnCount; c++) {
      const merge = merges.find((one) => row + r >= one.row && row + r < one.row + one.rowCount && column + c >= one.column && column + c < one.column + one.columnCount);
      if (merge && (merge.row !== row + r || merge.column !== column + c)) continue;
      const [x, y] = [lefts[c] as number, tops[r] as number];
      const right = lefts[Math.min(columnCount, c + (merge?.columnCount ?? 1))] as number;
      const bottom = tops[Math.min(rowCount, r + (merge?.rowCount ?? 1))] as number;
      if (right > x && bottom > y) drawCell(pen, { x, y, right, bottom }, styles[r]?.[c] ?? {}, texts[r]?.[c] ?? "", typeof values[r]?.[c] === "number");
    }
  }
  return base64Of(canvas);
}

function edges(points: readonly number[], hidden: readonly boolean[]): number[] {
  return points.reduce((sums, size, index) => [...sums, (sums.at(-1) ?? 0) + (hidden[index] ? 0 : Math.round(size * PIXELS_PER_POINT))], [0]);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

function drawCell(pen: CanvasRenderingContext2D, box: Box, style: CellStyle, text: string, isNumber: boolean): void {
  const { x, y, right, bottom } = box;
  if (style.fillColor) {
    pen.fillStyle = style.fillColor;
    pen.fillRect(x, y, right - x, bottom - y);
  }
  pen.save();
  pen.beginPath();
  pen.rect(x, y, right - x, bottom - y);
  pen.clip();
  pen.font = `${style.italic ? "italic " : ""}${style.bold ? "bold " : ""}${style.fontSize ?? 11}pt "${style.fontName ?? "Calibri"}"`;
  pen.fillStyle = style.fontColor || "#000000";
  const { horizontalAlignment: across = "General", verticalAlignment: down = "Bottom" } = style;
  const align = across === "General" ? (isNumber ? "Right" : "Left") : across;
  pen.textAlign = align === "Right" ? "right" : align.startsWith("Center") ? "center" : "left";
  pen.textBaseline = down === "Top" ? "top" : down === "Center" ? "middle" : "bottom";
  const atX = pen.textAlign === "right" ? right - PADDING : pen.textAlign === "center" ? (x + right) / 2 : x + PADDING;
  const atY = down === "Top" ? y + 1 : down === "Center" ? (y + bottom) / 2 : bottom - 1;
  pen.fillText(text, atX, atY);
  pen.restore();
  for (const [side, border] of Object.entries(style.borders ?? {}) as [BorderSide, Border][]) drawBorder(pen, box, side, border);
}

function drawBorder(pen: CanvasRenderingContext2D, { x, y, right, bottom }: Box, side: BorderSide, { style, weight, color }: Border): void {
  if (style === "None") return;
  const line = LINE_WIDTH[weight];
  pen.fillStyle = color;
  if (side === "top") pen.fillRect(x, y, right - x, line);
  else if (side === "bottom") pen.fillRect(x, bottom - line, right - x, line);
  else if (side === "left") pen.fillRect(x, y, line, bottom - y);
  else pen.fillRect(right - line, y, line, bottom - y);
}
