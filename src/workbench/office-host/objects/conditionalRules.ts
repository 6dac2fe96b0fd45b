import type { Border, BorderSide, CellStyle, ConditionalRule } from "../../spreadsheet/spreadsheet";
import type { Book } from "./book";
import type { ConditionalFormatState } from "./workbookState";

/** Hands the sheet's conditional formats to the grid, highest priority first. */
export function pushConditionalFormats(book: Book, sheetId: string): void {
  const formats = book.sheetState(sheetId).conditionalFormats;
  book.grid.setConditionalRules(
    sheetId,
    formats.flatMap((format) => {
      const rule = gridRule(format);
      return rule ? [{ areas: format.regions.map((region) => ({ sheetId, ...region })), stopIfTrue: format.stopIfTrue, rule }] : [];
    }),
  );
}

type Plain = Readonly<Record<string, unknown>>;

function text(value: unknown): string {
  return value === undefined || value === null ? "" : String(value);
}

/** undefined while a format was added but its rule not yet set. */
function gridRule({ type, rule, format }: ConditionalFormatState): ConditionalRule["rule"] | undefined {
  const style = formatStyle(format);
  switch (type) {
    case "Custom":
      return text(rule.formula) === "" ? undefined : { kind: "formula", formula: text(rule.formula), style };
    case "CellValue":
      return rule.operator === undefined
        ? undefined
        : { kind: "cellValue", operator: text(rule.operator), formula1: text(rule.formula1), ...(rule.formula2 === undefined ? {} : { formula2: text(rule.formula2) }), style };
    case "ContainsText":
      return rule.operator === undefined ? undefined : { kind: "text", operator: text(rule.operator), text: text(rule.text), style };
    case "TopBottom":
      return rule.type === undefined ? undefined : { kind: "topBottom", type: text(rule.type), rank: Number(rule.rank), style };
    case "PresetCriteria":
      return rule.criterion === undefined ? undefined : { kind: "preset", criterion: text(rule.criterion), style };
    case "ColorScale": {
      const { minimum, midpoint, maximum } = rule as Record<string, Plain | undefined>;
      const points = [minimum, midpoint, maximum].flatMap((point) =>
        point ? [{ type: text(point.type), ...(point.formula === undefined || point.formula === null ? {} : { formula: text(point.formula) }), color: text(point.color) }] : [],
      );
      return { kind: "colorScale", points };
    }
    case "DataBar":
      return dataBar(rule);
    default:
      return iconSet(rule);
  }
}

function dataBar(rule: Plain): ConditionalRule["rule"] {
  const { fillColor, gradientFill } = (rule.positiveFormat ?? {}) as Plain;
  const negative = (rule.negativeFormat ?? {}) as Plain;
  const color = text(fillColor) || "#638EC6";
  const bound = (of: unknown) => {
    const { type, formula } = (of ?? {}) as Plain;
    return type === undefined || type === "Automatic" ? undefined : { type: text(type), ...(text(formula) === "" ? {} : { formula: text(formula) }) };
  };
  const [low, high] = [bound(rule.lowerBoundRule), bound(rule.upperBoundRule)];
  return {
    kind: "dataBar",
    color,
    negativeColor: negative.matchPositiveFillColor === true ? color : text(negative.fillColor) || "#FF0000",
    gradient: gradientFill !== false,
    barsOnly: rule.showDataBarOnly === true,
    ...(low ? { low } : {}),
    ...(high ? { high } : {}),
  };
}

function iconSet({ style, criteria, reverseIconOrder, showIconOnly }: Plain): ConditionalRule["rule"] {
  const bounds = Array.isArray(criteria) ? (criteria as Plain[]).slice(1).map(({ type, operator, formula }) => ({ type: text(type), formula: text(formula), orEqual: operator !== "GreaterThan" })) : undefined;
  return { kind: "iconSet", style: text(style), ...(bounds ? { bounds } : {}), reversed: reverseIconOrder === true, iconsOnly: showIconOnly === true };
}

/** The looks a rule lays over cells; see `ConditionalRangeFormat`. */
function formatStyle(format: Plain): CellStyle {
  const borders = format.borders as Partial<Record<BorderSide, Border>> | undefined;
  const { numberFormat, bold, italic, strikethrough, underline, fontColor, fillColor } = format as CellStyle;
  const style = { numberFormat, bold, italic, strikethrough, underline, fontColor, fillColor, borders };
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));
}
