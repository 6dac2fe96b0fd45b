import { HostObject } from "../hostObject";
import { checkNumber, checkOneOf, checkString, invalid } from "./arguments";
import { ConditionalRangeFormat } from "./conditionalLooks";
import { checkFormula, fromR1C1, toR1C1 } from "./formulaText";
import type { RecordHandle } from "./record";
import type { ConditionalFormatState } from "./workbookState";

/** Access of the parts of a conditional format to its data. */
export interface FormatHandle {
  state(): ConditionalFormatState;
  changed(): void;
}

export type Plain = Record<string, unknown>;

const OPERATORS = ["Between", "NotBetween", "EqualTo", "NotEqualTo", "GreaterThan", "LessThan", "GreaterThanOrEqual", "LessThanOrEqual"] as const;
const TEXT_OPERATORS = ["Contains", "NotContains", "BeginsWith", "EndsWith"] as const;
const TOP_TYPES = ["TopItems", "TopPercent", "BottomItems", "BottomPercent"] as const;
const CRITERIA = [
  "Blanks", "NonBlanks", "Errors", "NonErrors", "Yesterday", "Today", "Tomorrow", "LastSevenDays", "LastWeek", "ThisWeek", "NextWeek", "LastMonth", "ThisMonth",
  "NextMonth", "AboveAverage", "BelowAverage", "EqualOrAboveAverage", "EqualOrBelowAverage", "OneStdDevAboveAverage", "OneStdDevBelowAverage",
  "TwoStdDevAboveAverage", "TwoStdDevBelowAverage", "ThreeStdDevAboveAverage", "ThreeStdDevBelowAverage", "UniqueValues", "DuplicateValues",
] as const;
export function plainObject(what: string, value: unknown): Plain {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(`${what} must be an object.`);
  return value as Plain;
}

/** A formula, number or text of a rule: kept as text. */
export function ruleFormula(what: string, value: unknown): string {
  if (typeof value !== "string" && typeof value !== "number") throw invalid(`${what} must be a formula, a number or text.`);
  const text = String(value);
  if (text.startsWith("=")) checkFormula(text);
  return text;
}

/** Kinds that have looks of their own and a `rule` object. */
abstract class RuledFormat extends HostObject {
  readonly #handle: FormatHandle;

  constructor(handle: FormatHandle) {
    super();
    this.#handle = handle;
  }
  static handle(format: RuledFormat): FormatHandle {
    return format.#handle;
  }
  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(looksOf(this.#handle));
  }
}
const handleOf = RuledFormat.handle;

function looksOf(handle: FormatHandle): RecordHandle {
  return { read: () => handle.state().format, changed: () => handle.changed() };
}

function readRule(format: RuledFormat): Plain | null {
  const { rule } = handleOf(format).state();
  return Object.keys(rule).length === 0 ? null : rule;
}

function writeRule(format: RuledFormat, rule: Plain): void {
  const handle = handleOf(format);
  handle.state().rule = rule;
  handle.changed();
}

export class CustomConditionalFormat extends RuledFormat {
  get rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(handleOf(this));
  }
}

export class ConditionalFormatRule extends HostObject {
  readonly #handle: FormatHandle;

  constructor(handle: FormatHandle) {
    super();
    this.#handle = handle;
  }
  get formula(): string {
    return String(this.#handle.state().rule.formula ?? "");
  }
  set formula(value: unknown) {
    this.#handle.state().rule = { formula: ruleFormula("formula", value) };
    this.#handle.changed();
  }
  get formulaLocal(): string {
    return this.formula;
  }
  set formulaLocal(value: unknown) {
    this.formula = value;
  }
  get formulaR1C1(): string {
    const [first] = this.#handle.state().regions;
    return toR1C1(this.formula, first?.row ?? 0, first?.column ?? 0);
  }
  set formulaR1C1(value: unknown) {
    const [first] = this.#handle.state().regions;
    this.formula = fromR1C1(checkString("formulaR1C1", value), first?.row ?? 0, first?.column ?? 0);
  }
}

export class CellValueConditionalFormat extends RuledFormat {
  get rule(): Plain | null {
    return readRule(this);
  }
  set rule(value: unknown) {
    const { formula1, formula2, operator } = plainObject("rule", value);
    const kind = checkOneOf("operator", operator, OPERATORS);
    const two = kind === "Between" || kind === "NotBetween";
    writeRule(this, { formula1: ruleFormula("formula1", formula1), ...(two ? { formula2: ruleFormula("formula2", formula2) } : {}), operator: kind });
  }
}

export class TextConditionalFormat extends RuledFormat {
  get rule(): Plain | null {
    return readRule(this);
  }
  set rule(value: unknown) {
    const { operator, text } = plainObject("rule", value);
    writeRule(this, { operator: checkOneOf("operator", operator, TEXT_OPERATORS), text: checkString("text", text) });
  }
}

export class TopBottomConditionalFormat extends RuledFormat {
  get rule(): Plain | null {
    return readRule(this);
  }
  set rule(value: unknown) {
    const { rank, type } = plainObject("rule", value);
    writeRule(this, { rank: checkNumber("rank", rank, 1, 1000), type: checkOneOf("type", type, TOP_TYPES) });
  }
}

export class PresetCriteriaConditionalFormat extends RuledFormat {
  get rule(): Plain | null {
    return readRule(this);
  }
  set rule(value: unknown) {
    writeRule(this, { criterion: checkOneOf("criterion", plainObject("rule", value).criterion, CRITERIA) });
  }
}
