import { parseRegion } from "../../office-host/objects/address";
import type { Region } from "../../office-host/objects/region";
import type { ConditionalFormatState } from "../../office-host/objects/workbookState";
import { colorOf } from "../colors";
import { colorElement, type RuleLooks } from "../dxf";
import { shownFormula } from "../formulas/storedFormula";
import type { Losses } from "../losses";
import { child, children, flag, number, type XmlElement } from "../package/xml";
import { apiWord, BOUNDS, CONDITION_OPERATORS, DEVIATIONS, ICON_SETS, PRESET_TYPES, TEXT_OPERATORS, TIME_PERIODS } from "../ruleNames";

type Rule = Pick<ConditionalFormatState, "type" | "rule">;

export interface RuleSource {
  readonly dxfs: readonly RuleLooks[];
  readonly theme: readonly string[] | undefined;
  readonly customFunctions: readonly string[];
  readonly losses: Losses;
  readonly newId: () => string;
}

/** The conditional formats of a sheet, highest priority first. */
export function readConditions(tail: XmlElement, source: RuleSource): ConditionalFormatState[] {
  const found = children(tail, "conditionalFormatting").flatMap((block) => children(block, "cfRule").map((element) => ({ element, regions: regionsOf(block.attributes["sqref"]) })));
  const extended = extensions(tail, "conditionalFormattings").flatMap((list) => children(list, "conditionalFormatting")).flatMap((block) => children(block, "cfRule"));
  source.losses.add(
    "# conditional format that refers to other sheets or uses newer options is left out",
    "# conditional formats that refer to other sheets or use newer options are left out",
    // A data bar has its newer options there, its rule is in the usual place as well.
    extended.filter((rule) => rule.attributes["type"] !== "dataBar").length,
  );
  return found
    .sort((a, b) => (number(a.element, "priority") ?? 0) - (number(b.element, "priority") ?? 0))
    .flatMap(({ element, regions }) => {
      const rule = ruleOf(element, source);
      if (!rule || regions.length === 0) {
        source.losses.add("# conditional format of a kind the workbench does not know is left out", "# conditional formats of kinds the workbench does not know are left out");
        return [];
      }
      const format = source.dxfs[number(element, "dxfId") ?? -1] ?? {};
      return [{ id: source.newId(), regions, stopIfTrue: flag(element, "stopIfTrue"), ...rule, format: { ...format } }];
    });
}

export function regionsOf(sqref: string | undefined): Region[] {
  return (sqref ?? "").split(/\s+/).flatMap((address) => parseRegion(address) ?? []);
}

/** Lists of a newer Excel that hang at the end of a sheet. */
export function extensions(tail: XmlElement, name: string): XmlElement[] {
  return children(child(tail, "extLst"), "ext").flatMap((extension) => children(extension, name));
}

function ruleOf(element: XmlElement, source: RuleSource): Rule | undefined {
  const { type = "" } = element.attributes;
  const formulas = children(element, "formula").map(({ text }) => shownFormula(text, source.customFunctions));
  switch (type) {
    case "expression":
      return { type: "Custom", rule: { formula: formulas[0] ?? "" } };
    case "cellIs": {
      const operator = apiWord(CONDITION_OPERATORS, element.attributes["operator"]);
      return operator ? { type: "CellValue", rule: { formula1: formulas[0] ?? "", ...(formulas[1] === undefined ? {} : { formula2: formulas[1] }), operator } } : undefined;
    }
    case "top10": {
      const [side, unit] = [flag(element, "bottom") ? "Bottom" : "Top", flag(element, "percent") ? "Percent" : "Items"];
      return { type: "TopBottom", rule: { rank: number(element, "rank") ?? 10, type: side + unit } };
    }
    case "colorScale":
      return { type: "ColorScale", rule: colorScale(element, source) };
    case "dataBar":
      return { type: "DataBar", rule: dataBar(element, source) };
    case "iconSet":
      return iconSet(element);
    default:
      return textRule(element) ?? preset(element);
  }
}

function textRule(element: XmlElement): Rule | undefined {
  const operator = apiWord(TEXT_OPERATORS, element.attributes["type"]);
  return operator ? { type: "ContainsText", rule: { operator, text: element.attributes["text"] ?? "" } } : undefined;
}

function preset(element: XmlElement): Rule | undefined {
  const { type = "", timePeriod } = element.attributes;
  const criterion = type === "timePeriod" ? apiWord(TIME_PERIODS, timePeriod) : type === "aboveAverage" ? averageCriterion(element) : apiWord(PRESET_TYPES, type);
  return criterion ? { type: "PresetCriteria", rule: { criterion } } : undefined;
}

function averageCriterion(element: XmlElement): string {
  const side = flag(element, "aboveAverage", true) ? "AboveAverage" : "BelowAverage";
  const deviations = DEVIATIONS[number(element, "stdDev") ?? 0];
  return deviations ? `${deviations}StdDev${side}` : `${flag(element, "equalAverage") ? "EqualOr" : ""}${side}`;
}

function bounds(element: XmlElement | undefined): { readonly type: string; readonly formula: string | null }[] {
  return children(element, "cfvo").map((bound) => ({ type: apiWord(BOUNDS, bound.attributes["type"]) ?? "Number", formula: bound.attributes["val"] ?? null }));
}

function colorScale(element: XmlElement, { theme }: RuleSource): Record<string, unknown> {
  const scale = child(element, "colorScale");
  const colors = children(scale, "color").map((color) => colorOf(colorElement(color), theme) ?? "#FFFFFF");
  const points = bounds(scale).map((bound, index) => ({ ...bound, color: colors[index] ?? "#FFFFFF" }));
  const [minimum, midpoint, maximum] = points.length > 2 ? points : [points[0], undefined, points[1]];
  return { minimum, ...(midpoint ? { midpoint } : {}), maximum };
}

function dataBar(element: XmlElement, { theme }: RuleSource): Record<string, unknown> {
  const bar = child(element, "dataBar");
  const color = colorOf(colorElement(child(bar, "color")), theme) ?? "#638EC6";
  // Without newer options "lowest" and "highest" are the automatic bounds of old files.
  const [lower, upper] = bounds(bar).map(({ type, formula }) => ({ type, ...(formula === null ? {} : { formula }) }));
  return {
    axisColor: "#000000",
    axisFormat: "Automatic",
    barDirection: "Context",
    showDataBarOnly: !flag(bar, "showValue", true),
    lowerBoundRule: lower ?? { type: "Automatic" },
    upperBoundRule: upper ?? { type: "Automatic" },
    positiveFormat: { borderColor: color, fillColor: color, gradientFill: true },
    negativeFormat: { borderColor: "#FF0000", fillColor: "#FF0000", matchPositiveBorderColor: false, matchPositiveFillColor: false },
  };
}

function iconSet(element: XmlElement): Rule | undefined {
  const set = child(element, "iconSet");
  const style = apiWord(ICON_SETS, set?.attributes["iconSet"] ?? "3TrafficLights1");
  if (!style) return undefined;
  const criteria = children(set, "cfvo").map((bound, index) =>
    index === 0
      ? {}
      : {
          type: apiWord(BOUNDS, bound.attributes["type"]) ?? "Percent",
          operator: flag(bound, "gte", true) ? "GreaterThanOrEqual" : "GreaterThan",
          formula: `=${bound.attributes["val"] ?? "0"}`,
        },
  );
  return { type: "IconSet", rule: { style, reverseIconOrder: flag(set, "reverse"), showIconOnly: !flag(set, "showValue", true), criteria } };
}
