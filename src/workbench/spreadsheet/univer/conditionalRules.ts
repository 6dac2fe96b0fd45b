import type { IRange } from "@univerjs/core";
import {
  AddConditionalRuleMutation,
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  CFTimePeriodOperator,
  CFValueType,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
  iconMap,
  IIconSetType,
  type IConditionalFormattingRuleConfig,
  type IValueConfig,
} from "@univerjs/sheets-conditional-formatting";
import type { Area, ConditionalRule } from "../spreadsheet";
import { WORKBOOK_ID } from "./blankWorkbook";
import type { FormulaText } from "./formulaText";
import { shownRange, toName, type Grid } from "./grid";
import { restyle } from "./styleMapping";

const NUMBER_OPERATORS: Readonly<Record<string, CFNumberOperator>> = {
  between: CFNumberOperator.between,
  notbetween: CFNumberOperator.notBetween,
  equalto: CFNumberOperator.equal,
  notequalto: CFNumberOperator.notEqual,
  greaterthan: CFNumberOperator.greaterThan,
  lessthan: CFNumberOperator.lessThan,
  greaterthanorequal: CFNumberOperator.greaterThanOrEqual,
  lessthanorequal: CFNumberOperator.lessThanOrEqual,
};

const SIGNS: Readonly<Record<string, string>> = { equalto: "=", notequalto: "<>", greaterthan: ">", lessthan: "<", greaterthanorequal: ">=", lessthanorequal: "<=" };

const TEXT_OPERATORS: Readonly<Record<string, CFTextOperator>> = {
  contains: CFTextOperator.containsText,
  notcontains: CFTextOperator.notContainsText,
  beginswith: CFTextOperator.beginsWith,
  endswith: CFTextOperator.endsWith,
};

const TEXT_PRESETS: Readonly<Record<string, CFTextOperator>> = {
  blanks: CFTextOperator.containsBlanks,
  nonblanks: CFTextOperator.notContainsBlanks,
  errors: CFTextOperator.containsErrors,
  nonerrors: CFTextOperator.notContainsErrors,
};

const TIME_PRESETS: Readonly<Record<string, CFTimePeriodOperator>> = {
  yesterday: CFTimePeriodOperator.yesterday,
  today: CFTimePeriodOperator.today,
  tomorrow: CFTimePeriodOperator.tomorrow,
  lastsevendays: CFTimePeriodOperator.last7Days,
  lastweek: CFTimePeriodOperator.lastWeek,
  thisweek: CFTimePeriodOperator.thisWeek,
  nextweek: CFTimePeriodOperator.nextWeek,
  lastmonth: CFTimePeriodOperator.lastMonth,
  thismonth: CFTimePeriodOperator.thisMonth,
  nextmonth: CFTimePeriodOperator.nextMonth,
};

const AVERAGE_PRESETS: Readonly<Record<string, CFNumberOperator.greaterThan | CFNumberOperator.lessThan | CFNumberOperator.greaterThanOrEqual | CFNumberOperator.lessThanOrEqual>> = {
  aboveaverage: CFNumberOperator.greaterThan,
  belowaverage: CFNumberOperator.lessThan,
  equaloraboveaverage: CFNumberOperator.greaterThanOrEqual,
  equalorbelowaverage: CFNumberOperator.lessThanOrEqual,
};

const VALUE_TYPES: Readonly<Record<string, CFValueType>> = {
  lowestvalue: CFValueType.min,
  highestvalue: CFValueType.max,
  number: CFValueType.num,
  percent: CFValueType.percent,
  percentile: CFValueType.percentile,
  formula: CFValueType.formula,
};

/** Conditional formats: the host keeps them, the grid shows them. */
export class ConditionalRules {
  constructor(
    readonly grid: Grid,
    readonly formulaText: FormulaText,
  ) {}

  set(sheetId: string, rules: readonly ConditionalRule[]): void {
    const model = this.grid.injector.get(ConditionalFormattingRuleModel);
    for (const { cfId } of [...(model.getSubunitRules(WORKBOOK_ID, sheetId) ?? [])]) this.grid.mutate(DeleteConditionalRuleMutation, { subUnitId: sheetId, cfId });
    // What is added last comes first.
    for (const rule of [...rules].reverse()) {
      const ranges = rule.areas.map((area) => shownRange(this.grid, area));
      const config = this.#config(rule, ranges);
      if (!config || ranges.length === 0) continue;
      this.grid.mutate(AddConditionalRuleMutation, { subUnitId: sheetId, rule: { cfId: model.createCfId(WORKBOOK_ID, sheetId), ranges, stopIfTrue: rule.stopIfTrue, rule: config } });
    }
  }

  #config({ rule, areas }: ConditionalRule, ranges: readonly IRange[]): IConditionalFormattingRuleConfig | undefined {
    const first = areas[0];
    if (!first) return undefined;
    const highlight = (style: Parameters<typeof restyle>[1]) => ({ type: CFRuleType.highlightCell as const, style: restyle({}, style) });
    const formula = (text: string, style: Parameters<typeof restyle>[1]): IConditionalFormattingRuleConfig => ({
      ...highlight(style),
      subType: CFSubRuleType.formula,
      value: this.formulaText.toEngine(text.startsWith("=") ? text : `=${text}`, first.sheetId, first.row, first.column),
    });
    switch (rule.kind) {
      case "formula":
        return formula(rule.formula, rule.style);
      case "cellValue":
        return cellValueRule(rule, first, highlight(rule.style), (text) => formula(text, rule.style));
      case "text":
        return { ...highlight(rule.style), subType: CFSubRuleType.text, operator: TEXT_OPERATORS[rule.operator.toLowerCase()] ?? CFTextOperator.containsText, value: rule.text };
      case "topBottom":
        return { ...highlight(rule.style), subType: CFSubRuleType.rank, isBottom: /bottom/i.test(rule.type), isPercent: /percent/i.test(rule.type), value: rule.rank };
      case "preset":
        return presetRule(rule.criterion.toLowerCase(), highlight(rule.style), first, ranges, (text) => formula(text, rule.style));
      case "colorScale":
        return { type: CFRuleType.colorScale, config: rule.points.map((point, index) => ({ index, color: point.color, value: valueOf(point.type, point.formula) })) };
      case "dataBar":
        return {
          type: CFRuleType.dataBar,
          isShowValue: !rule.barsOnly,
          // Excel's automatic bars begin at zero unless there are negative values.
          config: {
            min: rule.low ? valueOf(rule.low.type, rule.low.formula) : { type: CFValueType.formula, value: `=MIN(0,${ranges.map(absolute).join(",")})` },
            max: rule.high ? valueOf(rule.high.type, rule.high.formula) : { type: CFValueType.max },
            isGradient: rule.gradient,
            positiveColor: rule.color,
            nativeColor: rule.negativeColor,
          },
        };
      case "iconSet":
        return iconSet(rule);
    }
  }
}

function cellValueRule(
  rule: { readonly operator: string; readonly formula1: string; readonly formula2?: string },
  first: Area,
  highlight: { readonly type: CFRuleType.highlightCell; readonly style: ReturnType<typeof restyle> },
  formula: (text: string) => IConditionalFormattingRuleConfig,
): IConditionalFormattingRuleConfig {
  const key = rule.operator.toLowerCase();
  const operator = NUMBER_OPERATORS[key] ?? CFNumberOperator.equal;
  const two = operator === CFNumberOperator.between || operator === CFNumberOperator.notBetween;
  const low = numeric(rule.formula1);
  const high = numeric(rule.formula2 ?? "");
  if (two && low !== undefined && high !== undefined) return { ...highlight, subType: CFSubRuleType.number, operator, value: [low, high] };
  if (!two && low !== undefined) return { ...highlight, subType: CFSubRuleType.number, operator, value: low };
  const cell = toName(first.row, first.column);
  const bound = (text: string) => `(${text.replace(/^=/, "")})`;
  if (!two) return formula(`=${cell}${SIGNS[key] ?? "="}${bound(rule.formula1)}`);
  const inside = `AND(${cell}>=${bound(rule.formula1)},${cell}<=${bound(rule.formula2 ?? "0")})`;
  return formula(operator === CFNumberOperator.between ? `=${inside}` : `=NOT(${inside})`);
}

function presetRule(
  criterion: string,
  highlight: { readonly type: CFRuleType.highlightCell; readonly style: ReturnType<typeof restyle> },
  first: Area,
  ranges: readonly IRange[],
  formula: (text: string) => IConditionalFormattingRuleConfig,
): IConditionalFormattingRuleConfig | undefined {
  const text = TEXT_PRESETS[criterion];
  if (text) return { ...highlight, subType: CFSubRuleType.text, operator: text };
  const period = TIME_PRESETS[criterion];
  if (period) return { ...highlight, subType: CFSubRuleType.timePeriod, operator: period };
  const average = AVERAGE_PRESETS[criterion];
  if (average) return { ...highlight, subType: CFSubRuleType.average, operator: average };
  if (criterion === "uniquevalues") return { ...highlight, subType: CFSubRuleType.uniqueValues };
  if (criterion === "duplicatevalues") return { ...highlight, subType: CFSubRuleType.duplicateValues };
  const deviation = /^(one|two|three)stddev(above|below)average$/.exec(criterion);
  if (!deviation) return undefined;
  const block = ranges.map(absolute).join(",");
  const steps = ["one", "two", "three"].indexOf(deviation[1] ?? "one") + 1;
  const above = deviation[2] === "above";
  return formula(`=${toName(first.row, first.column)}${above ? ">" : "<"}AVERAGE(${block})${above ? "+" : "-"}${steps}*STDEV.P(${block})`);
}

/** The library counts icons from the highest down, Excel's criteria from the lowest up. */
function iconSet({ style, bounds, reversed, iconsOnly }: Extract<ConditionalRule["rule"], { kind: "iconSet" }>): IConditionalFormattingRuleConfig {
  const words = style.replace(/^three/i, "3").replace(/^four/i, "4").replace(/^five/i, "5");
  const iconType = Object.values(IIconSetType).find((type) => type.toLowerCase() === words.toLowerCase()) ?? IIconSetType.threeTrafficLights1;
  const count = iconMap[iconType].length;
  return {
    type: CFRuleType.iconSet,
    isShowValue: !iconsOnly,
    config: Array.from({ length: count }, (_, i) => {
      const step = Math.max(1, count - 1 - i);
      const bound = bounds?.[step - 1];
      const orEqual = bound?.orEqual !== false;
      return {
        operator: i === count - 1 ? (orEqual ? CFNumberOperator.lessThan : CFNumberOperator.lessThanOrEqual) : orEqual ? CFNumberOperator.greaterThanOrEqual : CFNumberOperator.greaterThan,
        value: bound ? valueOf(bound.type, bound.formula) : { type: CFValueType.percent, value: Math.round((100 * step) / count) },
        iconType,
        iconId: String(reversed ? count - 1 - i : i),
      };
    }),
  };
}

function valueOf(type: string, formula: string | undefined): IValueConfig {
  const kind = VALUE_TYPES[type.toLowerCase()] ?? CFValueType.num;
  if (kind === CFValueType.min || kind === CFValueType.max) return { type: kind };
  const number = numeric(formula ?? "");
  return number === undefined ? { type: CFValueType.formula, value: formula ?? "=0" } : { type: kind, value: number };
}

function numeric(text: string): number | undefined {
  const plain = text.replace(/^=/, "").trim();
  return plain !== "" && Number.isFinite(Number(plain)) ? Number(plain) : undefined;
}

function absolute({ startRow, startColumn, endRow, endColumn }: IRange): string {
  const corner = (row: number, column: number) => toName(row, column).replace(/([A-Z]+)(\d+)/, "$$$1$$$2");
  return `${corner(startRow, startColumn)}:${corner(endRow, endColumn)}`;
}
