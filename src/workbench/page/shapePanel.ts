import type { ShapeState } from "../office-host/objects/drawnState";
import { PIXELS_PER_POINT } from "../pixels";

/** What is drawn of the shapes; asked anew on every `update`. */
export interface ShapePanelSource {
  /** Shapes of the sheet that is shown, from back to front. */
  shapes(): readonly ShapeState[];
  /** Where a place on the sheet, in points, is in pixels of the container; undefined outside of what is shown. */
  place(left: number, top: number): { readonly left: number; readonly top: number } | undefined;
  clicked(shape: ShapeState): void;
}

/** Outlines that CSS can cut; every other shape is drawn as a rectangle. */
const OUTLINES: Readonly<Record<string, string>> = {
  Triangle: "polygon(50% 0, 100% 100%, 0 100%)",
  RightTriangle: "polygon(0 0, 100% 100%, 0 100%)",
  Diamond: "polygon(50% 0, 100% 50%, 50% 100%, 0 50%)",
  Parallelogram: "polygon(25% 0, 100% 0, 75% 100%, 0 100%)",
  Trapezoid: "polygon(25% 0, 75% 0, 100% 100%, 0 100%)",
  Pentagon: "polygon(50% 0, 100% 38%, 81% 100%, 19% 100%, 0 38%)",
  Hexagon: "polygon(25% 0, 75% 0, 100% 50%, 75% 100%, 25% 100%, 0 50%)",
  Octagon: "polygon(29% 0, 71% 0, 100% 29%, 100% 71%, 71% 100%, 29% 100%, 0 71%, 0 29%)",
  Star5: "polygon(50% 0, 62% 38%, 100% 38%, 69% 62%, 81% 100%, 50% 76%, 19% 100%, 31% 62%, 0 38%, 38% 38%)",
  RightArrow: "polygon(0 25%, 60% 25%, 60% 0, 100% 50%, 60% 100%, 60% 75%, 0 75%)",
  LeftArrow: "polygon(100% 25%, 40% 25%, 40% 0, 0 50%, 40% 100%, 40% 75%, 100% 75%)",
  Chevron: "polygon(0 0, 70% 0, 100% 50%, 70% 100%, 0 100%, 30% 50%)",
  HomePlate: "polygon(0 0, 70% 0, 100% 50%, 70% 100%, 0 100%)",
};
const ROUND = new Set(["Ellipse", "SmileyFace", "Cloud", "Donut", "Sun", "Heart", "FlowChartConnector"]);

type Settings = Readonly<Record<string, unknown>>;
const record = (value: unknown): Settings => (typeof value === "object" && value !== null ? (value as Settings) : {});
const number = (settings: Settings, key: string) => Number(settings[key] ?? 0);

/** Shapes, lines and pictures over the grid, which has none. */
export function createShapePanel(container: HTMLElement, source: ShapePanelSource): { update(): void } {
  let drawn: HTMLElement[] = [];

  function update(): void {
    for (const element of drawn) element.remove();
    drawn = source.shapes().flatMap((shape) => {
      const { settings, type } = shape;
      const at = source.place(number(settings, "left"), number(settings, "top"));
      if (!at || type === "Group" || settings.visible === false) return [];
      const element = draw(shape);
      element.classList.add("shape-panel");
      element.style.left = `${Math.round(at.left)}px`;
      element.style.top = `${Math.round(at.top)}px`;
      element.style.width = `${number(settings, "width") * PIXELS_PER_POINT}px`;
      element.style.height = `${number(settings, "height") * PIXELS_PER_POINT}px`;
      element.style.rotate = `${number(settings, "rotation")}deg`;
      element.setAttribute("aria-label", String(settings.altTextTitle ?? shape.name));
      element.addEventListener("pointerdown", () => source.clicked(shape));
      return [element];
    });
    container.append(...drawn);
  }
  return { update };
}

function draw(shape: ShapeState): HTMLElement {
  const { settings, type } = shape;
  const element = document.createElement(type === "Image" ? "img" : "div");
  element.setAttribute("role", "img");
  const line = record(settings.lineFormat);
  const stroke = { color: String(line.color ?? "#2F528F"), width: Number(line.weight ?? 1) * PIXELS_PER_POINT };
  if (type === "Line") {
    element.append(lineDrawing(settings, stroke));
    return element;
  }
  if (element instanceof HTMLImageElement) {
    element.src = `data:image/${String(settings.pictureFormat).toLowerCase().replace("svg", "svg+xml")};base64,${String(settings.picture)}`;
    return element;
  }
  const fill = record(settings.fill);
  const kind = String(settings.geometricShapeType);
  if (fill.none !== true) element.style.background = String(fill.foregroundColor ?? "#4472C4");
  if (line.visible !== false && !(kind in OUTLINES)) element.style.border = `${stroke.width}px solid ${stroke.color}`;
  element.style.clipPath = OUTLINES[kind] ?? "";
  element.style.borderRadius = ROUND.has(kind) ? "50%" : /^Round/.test(kind) ? "12px" : "";
  element.style.opacity = String(1 - Number(fill.transparency ?? 0));
  write(element, record(settings.textFrame));
  return element;
}

function write(element: HTMLElement, frame: Settings): void {
  const font = record(frame.font);
  element.textContent = String(frame.text ?? "");
  Object.assign(element.style, {
    color: String(font.color ?? "#000000"),
    font: `${font.italic === true ? "italic " : ""}${font.bold === true ? "bold " : ""}${Number(font.size ?? 11)}pt ${String(font.name ?? "Calibri")}, sans-serif`,
    textAlign: String(frame.horizontalAlignment ?? "Left").toLowerCase(),
    padding: "3.6pt 7.2pt",
  });
}

function lineDrawing(settings: Settings, stroke: { readonly color: string; readonly width: number }): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const [width, height] = [number(settings, "width") * PIXELS_PER_POINT, number(settings, "height") * PIXELS_PER_POINT];
  const [x, toX] = settings.flipX === true ? [width, 0] : [0, width];
  const [y, toY] = settings.flipY === true ? [height, 0] : [0, height];
  const path = document.createElementNS(svg.namespaceURI, "path");
  const middle = (x + toX) / 2;
  const ways: Readonly<Record<string, string>> = { Elbow: `H${middle} V${toY} H${toX}`, Curve: `C${middle} ${y} ${middle} ${toY} ${toX} ${toY}` };
  path.setAttribute("d", `M${x} ${y} ${ways[String(settings.connectorType)] ?? `L${toX} ${toY}`}`);
  path.setAttribute("fill", "none");
  path.setAttribute("stroke", stroke.color);
  path.setAttribute("stroke-width", String(stroke.width));
  svg.setAttribute("width", String(Math.max(1, width)));
  svg.setAttribute("height", String(Math.max(1, height)));
  svg.append(path);
  svg.style.overflow = "visible";
  return svg as SVGElement;
}
