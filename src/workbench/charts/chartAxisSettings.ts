import type { ChartState } from "../office-host/objects/drawnState";
import { amount, type FontLook, fontOf, lineOf, type LineLook, setting, text } from "./chartSettings";

/** Where the host keeps the settings of an axis. */
export type ChartAxisName = "CategoryPrimary" | "ValuePrimary" | "ValueSecondary";

/** What a display unit divides by, and its name beside the axis. */
export const DISPLAY_UNITS: Readonly<Record<string, readonly [number, string]>> = {
  Hundreds: [1e2, "Hundreds"],
  Thousands: [1e3, "Thousands"],
  TenThousands: [1e4, "x 10000"],
  HundredThousands: [1e5, "x 100000"],
  Millions: [1e6, "Millions"],
  TenMillions: [1e7, "x 10000000"],
  HundredMillions: [1e8, "x 100000000"],
  Billions: [1e9, "Billions"],
  Trillions: [1e12, "Trillions"],
};

export interface AxisSettings {
  readonly title: string | undefined;
  readonly titleFont: FontLook;
  readonly font: FontLook;
  readonly numberFormat: string | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly majorUnit: number | undefined;
  /** Base of a logarithmic axis. */
  readonly logBase: number | undefined;
  /** What the numbers are divided by. */
  readonly unit: number;
  readonly unitLabel: string | undefined;
  readonly visible: boolean;
  readonly gridlines: boolean;
  readonly gridline: LineLook;
  readonly reversed: boolean;
  readonly labels: "NextToAxis" | "High" | "Low" | "None";
  /** The other axis crosses this one at its far end. */
  readonly crossedAtEnd: boolean;
  readonly betweenCategories: boolean | undefined;
  readonly textOrientation: number | undefined;
}

export function axisOf({ settings }: ChartState, axis: ChartAxisName): AxisSettings {
  const path = (name: string) => `axes.${axis}.${name}`;
  const at = (name: string) => setting(settings, path(name));
  const custom = amount(settings, path("customDisplayUnit"));
  const [unit, unitLabel] = at("displayUnit") === "Custom" && custom ? [custom, `x ${custom}`] : (DISPLAY_UNITS[String(at("displayUnit"))] ?? [1, undefined]);
  const between = at("isBetweenCategories");
  return {
    title: at("title.visible") === false ? undefined : text(settings, path("title.text")),
    titleFont: fontOf(settings, path("title.format.font")),
    font: fontOf(settings, path("format.font")),
    numberFormat: text(settings, path("numberFormat")),
    minimum: amount(settings, path("minimum")),
    maximum: amount(settings, path("maximum")),
    majorUnit: amount(settings, path("majorUnit")),
    logBase: at("scaleType") === "Logarithmic" ? (amount(settings, path("logBase")) ?? 10) : undefined,
    unit,
    unitLabel: at("showDisplayUnitLabel") === false ? undefined : unitLabel,
    visible: at("visible") !== false,
    gridlines: at("majorGridlines.visible") === undefined ? axis === "ValuePrimary" : at("majorGridlines.visible") === true,
    gridline: lineOf(settings, path("majorGridlines.format.line")),
    reversed: at("reversePlotOrder") === true,
    labels: (text(settings, path("tickLabelPosition")) as AxisSettings["labels"] | undefined) ?? "NextToAxis",
    crossedAtEnd: at("position") === "Maximum",
    betweenCategories: typeof between === "boolean" ? between : undefined,
    textOrientation: amount(settings, path("textOrientation")),
  };
}
