import { formatRegion } from "../../office-host/objects/address";
import type { Region } from "../../office-host/objects/region";
import type { ConditionalFormatState, ValidationState } from "../../office-host/objects/workbookState";
import { fileColor } from "../colors";
import type { Dxfs } from "../dxf";
import { storedFormula } from "../formulas/storedFormula";
import type { Losses } from "../losses";
import { escapeXml, xml } from "../package/xml";
import { BOUNDS, CONDITION_OPERATORS, DEVIATIONS, fileWord, ICON_SETS, PRESET_TYPES, TEXT_OPERATORS, TIME_PERIODS, VALIDATION_OPERATORS, VALIDATION_TYPES } from "../ruleNames";

type Plain = Readonly<Record<string, unknown>>;

function sqref(regions: readonly Region[]): string {
  return regions.map(formatRegion).join(" ");
}

/** Rules take a number, a formula with `=` or a plain text; files take a formula without `=`, texts in quotes. */
function operand(value: unknown): string {
  const text = String(value ?? "");
  if (text.startsWith("=")) return storedFormula(text);
  return text.trim() !== "" && Number.isFinite(Number(text)) ? text : `"${text.replace(/"/g, '""')}"`;
}

function formulaXml(name: string, value: unknown): string {
  return value === undefined || value === null || value === "" ? "" : xml(name, {}, escapeXml(operand(value)));
}

/** `conditionalFormatting` elements; the looks go to the file's styles. */
export function conditionsXml(formats: readonly ConditionalFormatState[], dxfs: Dxfs, losses: Losses): string {
  return formats
    .map((format, index) => {
      const rule = format.regions.length > 0 ? ruleXml(format, { priority: index + 1, stopIfTrue: format.stopIfTrue || undefined, dxfId: dxfs.add(format.format) }) : "";
      noteLoss(format, losses);
      if (rule === "") losses.add("# conditional format without a rule is left out", "# conditional formats without a rule are left out");
      return rule === "" ? "" : xml("conditionalFormatting", { sqref: sqref(format.regions) }, rule);
    })
    .join("");
}

/** Options of Excel 2010 and later, which files keep apart from the rules. */
function noteLoss({ type, rule }: ConditionalFormatState, losses: Losses): void {
  const { positiveFormat, barDirection = "Context", axisFormat = "Automatic" } = rule as Readonly<Record<string, unknown>> & { readonly positiveFormat?: Plain };
  if (type === "DataBar" && (positiveFormat?.["gradientFill"] === false || barDirection !== "Context" || axisFormat !== "Automatic")) {
    losses.add("# data bar is saved with a colour gradient, its axis and direction are left out", "# data bars are saved with a colour gradient, their axes and directions are left out");
  }
  if (type === "IconSet" && !fileWord(ICON_SETS, rule["style"])) losses.add("# icon set is saved as traffic lights", "# icon sets are saved as traffic lights");
}

function ruleXml({ type, rule, regions }: ConditionalFormatState, common: Readonly<Record<string, number | boolean | undefined>>): string {
  const cell = formatRegion({ ...(regions[0] as Region), rowCount: 1, columnCount: 1 });
  switch (type) {
    case "Custom":
      return rule["formula"] ? xml("cfRule", { type: "expression", ...common }, formulaXml("formula", ensureFormula(rule["formula"]))) : "";
    case "CellValue": {
      const operator = fileWord(CONDITION_OPERATORS, rule["operator"]);
      return operator ? xml("cfRule", { type: "cellIs", operator, ...common }, formulaXml("formula", rule["formula1"]) + formulaXml("formula", rule["formula2"])) : "";
    }
    case "ContainsText":
      return textRuleXml(String(rule["text"] ?? ""), fileWord(TEXT_OPERATORS, rule["operator"]), cell, common);
    case "TopBottom": {
      const [, side, unit] = /^(Top|Bottom)(Items|Percent)$/.exec(String(rule["type"])) ?? [];
      return side ? xml("cfRule", { type: "top10", rank: Number(rule["rank"] ?? 10), bottom: side === "Bottom" || undefined, percent: unit === "Percent" || undefined, ...common }) : "";
    }
    case "PresetCriteria":
      return presetXml(String(rule["criterion"]), cell, common);
    case "ColorScale":
      return colorScaleXml(rule, common);
    case "DataBar":
      return dataBarXml(rule, common);
    default:
      return iconSetXml(rule, common);
  }
}

function ensureFormula(value: unknown): string {
  return String(value).startsWith("=") ? String(value) : `=${String(value)}`;
}

function textRuleXml(text: string, type: string | undefined, cell: string, common: Plain): string {
  if (!type) return "";
  const quoted = `"${text.replace(/"/g, '""')}"`;
  const formulas: Readonly<Record<string, string>> = {
    containsText: `NOT(ISERROR(SEARCH(${quoted},${cell})))`,
    notContainsText: `ISERROR(SEARCH(${quoted},${cell}))`,
    beginsWith: `LEFT(${cell},LEN(${quoted}))=${quoted}`,
    endsWith: `RIGHT(${cell},LEN(${quoted}))=${quoted}`,
  };
  const operator = type === "notContainsText" ? "notContains" : type;
  return xml("cfRule", { type, operator, text, ...(common as Record<string, number>) }, xml("formula", {}, escapeXml(formulas[type] ?? "")));
}

function presetXml(criterion: string, cell: string, attributes: Plain): string {
  const common = attributes as Record<string, number>;
  const type = fileWord(PRESET_TYPES, criterion);
  const formulas: Readonly<Record<string, string>> = {
    containsBlanks: `LEN(TRIM(${cell}))=0`,
    notContainsBlanks: `LEN(TRIM(${cell}))>0`,
    containsErrors: `ISERROR(${cell})`,
    notContainsErrors: `NOT(ISERROR(${cell}))`,
  };
  if (type) return xml("cfRule", { type, ...common }, formulas[type] ? xml("formula", {}, escapeXml(formulas[type])) : "");
  const timePeriod = fileWord(TIME_PERIODS, criterion);
  if (timePeriod) return xml("cfRule", { type: "timePeriod", timePeriod, ...common }, xml("formula", {}, escapeXml(periodFormula(timePeriod, cell))));
  const [, equal, deviations = "", side] = /^(EqualOr)?(?:(One|Two|Three)StdDev)?(Above|Below)Average$/.exec(criterion) ?? [];
  if (!side) return "";
  const stdDev = DEVIATIONS.indexOf(deviations as (typeof DEVIATIONS)[number]);
  return xml("cfRule", { type: "aboveAverage", aboveAverage: side === "Below" ? false : undefined, equalAverage: equal ? true : undefined, stdDev: stdDev > 0 ? stdDev : undefined, ...common });
}

/** Excel computes a period by the formula beside it. */
function periodFormula(period: string, cell: string): string {
  const week = (from: string, to: string) => `AND(TODAY()-ROUNDDOWN(${cell},0)${from},TODAY()-ROUNDDOWN(${cell},0)${to})`;
  const month = (shift: string) => `AND(MONTH(${cell})=MONTH(EDATE(TODAY(),${shift})),YEAR(${cell})=YEAR(EDATE(TODAY(),${shift})))`;
  const formulas: Readonly<Record<string, string>> = {
    yesterday: `FLOOR(${cell},1)=TODAY()-1`,
    today: `FLOOR(${cell},1)=TODAY()`,
    tomorrow: `FLOOR(${cell},1)=TODAY()+1`,
    last7Days: `AND(TODAY()-FLOOR(${cell},1)<=6,FLOOR(${cell},1)<=TODAY())`,
    lastWeek: week(">=(WEEKDAY(TODAY()))", "<(WEEKDAY(TODAY())+7)"),
    thisWeek: `AND(TODAY()-ROUNDDOWN(${cell},0)<=WEEKDAY(TODAY())-1,ROUNDDOWN(${cell},0)-TODAY()<=7-WEEKDAY(TODAY()))`,
    nextWeek: `AND(ROUNDDOWN(${cell},0)-TODAY()>(7-WEEKDAY(TODAY())),ROUNDDOWN(${cell},0)-TODAY()<(15-WEEKDAY(TODAY())))`,
    lastMonth: month("0-1"),
    thisMonth: `AND(MONTH(${cell})=MONTH(TODAY()),YEAR(${cell})=YEAR(TODAY()))`,
    nextMonth: month("0+1"),
  };
  return formulas[period] ?? "TRUE";
}

function boundXml(bound: Plain | undefined, otherwise: "min" | "max"): string {
  const type = bound?.["type"] === "Automatic" ? otherwise : (fileWord(BOUNDS, bound?.["type"]) ?? otherwise);
  const value = bound?.["formula"];
  const plain = value === undefined || value === null || type === "min" || type === "max" ? undefined : storedFormula(String(value));
  return xml("cfvo", { type, val: plain });
}

function colorXml(color: unknown): string {
  return xml("color", { rgb: `FF${fileColor(String(color)).rgb ?? "000000"}` });
}

function colorScaleXml(rule: Plain, common: Plain): string {
  const { minimum, midpoint, maximum } = rule as Readonly<Record<string, Plain | undefined>>;
  if (!minimum || !maximum) return "";
  const points = midpoint ? [minimum, midpoint, maximum] : [minimum, maximum];
  const content = [...points.map((point, index) => boundXml(point, index === 0 ? "min" : "max")), ...points.map((point) => colorXml(point["color"]))];
  return xml("cfRule", { type: "colorScale", ...(common as Record<string, number>) }, xml("colorScale", {}, content));
}

function dataBarXml(rule: Plain, common: Plain): string {
  const { lowerBoundRule, upperBoundRule, positiveFormat } = rule as Readonly<Record<string, Plain | undefined>>;
  const content = [boundXml(lowerBoundRule, "min"), boundXml(upperBoundRule, "max"), colorXml(positiveFormat?.["fillColor"] ?? "#638EC6")];
  return xml("cfRule", { type: "dataBar", ...(common as Record<string, number>) }, xml("dataBar", { showValue: rule["showDataBarOnly"] === true ? false : undefined }, content));
}

function iconSetXml(rule: Plain, common: Plain): string {
  const set = fileWord(ICON_SETS, rule["style"]) ?? "3TrafficLights1";
  const count = Number(set[0]);
  const criteria = rule["criteria"] as readonly Plain[] | undefined;
  const bounds = Array.from({ length: count }, (_, index) => {
    const criterion = criteria?.[index];
    if (index === 0 || !criterion || criterion["formula"] === undefined) return xml("cfvo", { type: "percent", val: Math.round((100 * index) / count) });
    return xml("cfvo", { type: fileWord(BOUNDS, criterion["type"]) ?? "percent", val: storedFormula(String(criterion["formula"])), gte: criterion["operator"] === "GreaterThan" ? false : undefined });
  });
  const attributes = { iconSet: set, reverse: rule["reverseIconOrder"] === true || undefined, showValue: rule["showIconOnly"] === true ? false : undefined };
  return xml("cfRule", { type: "iconSet", ...(common as Record<string, number>) }, xml("iconSet", attributes, bounds));
}

/** The `dataValidations` element, "" when there is no rule. */
export function validationsXml(rules: readonly ValidationState[]): string {
  const written = rules.filter(({ regions }) => regions.length > 0).map(validationXml);
  return written.length > 0 ? xml("dataValidations", { count: written.length }, written) : "";
}

function validationXml({ regions, rule, errorAlert, prompt, ignoreBlanks }: ValidationState): string {
  const [kind, details = {}] = Object.entries(rule)[0] ?? [];
  const list = kind === "list";
  const attributes = {
    type: fileWord(VALIDATION_TYPES, kind),
    errorStyle: errorAlert.style === "Stop" || errorAlert.style === "" ? undefined : errorAlert.style.toLowerCase(),
    operator: fileWord(VALIDATION_OPERATORS, details["operator"]) === "between" ? undefined : fileWord(VALIDATION_OPERATORS, details["operator"]),
    allowBlank: ignoreBlanks || undefined,
    // The flag says the opposite of its name: 1 hides the drop-down.
    showDropDown: list && details["inCellDropDown"] === false ? true : undefined,
    showInputMessage: prompt.showPrompt || undefined,
    showErrorMessage: errorAlert.showAlert || undefined,
    errorTitle: errorAlert.title || undefined,
    error: errorAlert.message || undefined,
    promptTitle: prompt.title || undefined,
    prompt: prompt.message || undefined,
    sqref: sqref(regions),
  };
  const first = list ? details["source"] : kind === "custom" ? ensureFormula(details["formula"]) : details["formula1"];
  return xml("dataValidation", attributes, (list ? listXml(String(first ?? "")) : formulaXml("formula1", first)) + formulaXml("formula2", details["formula2"]));
}

function listXml(source: string): string {
  return xml("formula1", {}, escapeXml(source.startsWith("=") ? storedFormula(source) : `"${source.replace(/"/g, '""')}"`));
}
