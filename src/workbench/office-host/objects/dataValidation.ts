import type { CellValue } from "../../spreadsheet/spreadsheet";
import { HostObject } from "../hostObject";
import { checkBoolean, checkOneOf, checkString, invalid, notFound } from "./arguments";
import { blocksOf } from "./blocks";
import { checkUnlocked } from "./cellAccess";
import { styledPart } from "./cellReading";
import { checkFormula } from "./formulaText";
import { formatAbsolute, quoteSheetName } from "./address";
import { RangeCore, refOf } from "./rangeCore";
import { areasOf } from "./rangeFactory";
import type { RangeAreas } from "./rangeAreas";
import type { RangeRef } from "./rangeRef";
import { contains, intersection, regionOf, subtract } from "./region";
import { isValid } from "./validity";
import { pushValidations } from "./validationRules";
import type { ValidationState } from "./workbookState";
import { dateSerial } from "./typedText";

const OPERATORS = ["Between", "NotBetween", "EqualTo", "NotEqualTo", "GreaterThan", "LessThan", "GreaterThanOrEqualTo", "LessThanOrEqualTo"] as const;
const KINDS: Readonly<Record<string, string>> = {
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  list: "List",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};
const NO_ALERT = { message: "", showAlert: true, style: "Stop", title: "" };
const NO_PROMPT = { message: "", showPrompt: true, title: "" };
/** Excel's limits for titles, messages and a list typed into the rule. */
const [MAX_TITLE, MAX_MESSAGE, MAX_LIST] = [32, 255, 255];

type Plain = Readonly<Record<string, unknown>>;

/** What may be entered in the cells of a range. */
export class DataValidation extends HostObject {
  readonly #refs: readonly RangeRef[];

  constructor(refs: readonly RangeRef[]) {
    super();
    this.#refs = refs;
  }
  get rule(): unknown {
    return this.#common((state) => state?.rule ?? {}) ?? null;
  }
  set rule(value: unknown) {
    const rule = readRule(this.#refs[0] as RangeRef, value);
    this.#change((state) => ({ ...state, rule }));
  }
  get errorAlert(): unknown {
    return this.#common((state) => state?.errorAlert ?? NO_ALERT) ?? null;
  }
  set errorAlert(value: unknown) {
    const { message, showAlert, style, title } = plain("errorAlert", value);
    const errorAlert = {
      message: limited("message", message, MAX_MESSAGE),
      showAlert: showAlert === undefined ? true : checkBoolean("showAlert", showAlert),
      style: style === undefined ? "Stop" : checkOneOf("style", style, ["Stop", "Warning", "Information"]),
      title: limited("title", title, MAX_TITLE),
    };
    this.#change((state) => ({ ...state, errorAlert }));
  }
  get prompt(): unknown {
    return this.#common((state) => state?.prompt ?? NO_PROMPT) ?? null;
  }
  set prompt(value: unknown) {
    const { message, showPrompt, title } = plain("prompt", value);
    const prompt = {
      message: limited("message", message, MAX_MESSAGE),
      showPrompt: showPrompt === undefined ? true : checkBoolean("showPrompt", showPrompt),
      title: limited("title", title, MAX_TITLE),
    };
    this.#change((state) => ({ ...state, prompt }));
  }
  get ignoreBlanks(): unknown {
    return this.#common((state) => state?.ignoreBlanks ?? true) ?? null;
  }
  set ignoreBlanks(value: unknown) {
    const ignoreBlanks = checkBoolean("ignoreBlanks", value);
    this.#change((state) => ({ ...state, ignoreBlanks }));
  }
  get type(): string {
    const types = new Set(this.#parts().map((state) => KINDS[Object.keys(state?.rule ?? {})[0] ?? ""] ?? "None"));
    if (types.size === 1) return [...types][0] as string;
    return types.has("None") ? "Inconsistent" : "MixedCriteria";
  }
  /** null when some cells are valid and others are not. */
  get valid(): boolean | null {
    const invalidCells = this.#invalid();
    if (invalidCells.length === 0) return true;
    const all = this.#refs.reduce((sum, { region }) => sum + region.rowCount * region.columnCount, 0);
    return invalidCells.reduce((sum, { region }) => sum + region.rowCount * region.columnCount, 0) === all ? false : null;
  }
  getInvalidCells(): RangeAreas {
    const found = this.#invalid();
    if (found.length === 0) throw notFound("All cells are valid.");
    return areasOf(found);
  }
  clear(): void {
    for (const { book, area } of this.#refs) {
      checkUnlocked(book, area);
      const sheet = book.sheetState(area.sheetId);
      sheet.validations = without(sheet.validations, area);
      pushValidations(book, area.sheetId);
    }
  }

  /** The rule of every part of the range: one for each that touches it, undefined for cells without. */
  #parts(): (ValidationState | undefined)[] {
    return this.#refs.flatMap(({ book, region, sheetId }) => {
      const touching = book.sheetState(sheetId).validations.filter((state) => state.regions.some((one) => intersection(one, region)));
      const rest = touching.flatMap((state) => state.regions).reduce((open, one) => open.flatMap((part) => subtract(part, one)), [regionOf(region)]);
      return rest.length > 0 ? [...touching, undefined] : touching;
    });
  }
  #common<T>(read: (state: ValidationState | undefined) => T): T | undefined {
    const found = this.#parts().map(read);
    return found.every((one) => JSON.stringify(one) === JSON.stringify(found[0])) ? found[0] : undefined;
  }
  #change(change: (state: ValidationState) => ValidationState): void {
    for (const { book, area } of this.#refs) {
      checkUnlocked(book, area);
      const sheet = book.sheetState(area.sheetId);
      const whole = sheet.validations.find((state) => state.regions.some((one) => contains(one, area)));
      const base = whole ?? { regions: [], rule: {}, errorAlert: NO_ALERT, prompt: NO_PROMPT, ignoreBlanks: true };
      sheet.validations = [...without(sheet.validations, area), { ...change(structuredClone(base)), regions: [regionOf(area)] }];
      pushValidations(book, area.sheetId);
    }
  }
  #invalid(): RangeRef[] {
    return this.#refs.flatMap((ref) => {
      const part = styledPart(ref.book, ref.area);
      const values = ref.book.grid.values(part);
      const states = ref.book.sheetState(ref.sheetId).validations;
      const wrong = (r: number, c: number) => {
        const cell = { row: part.row + r, column: part.column + c, rowCount: 1, columnCount: 1 };
        const state = states.find((one) => one.regions.some((region) => contains(region, cell)));
        return state !== undefined && !isValid(ref, state, values[r]?.[c] as CellValue);
      };
      return blocksOf(part, wrong).map((block) => ref.at(block));
    });
  }
}

function without(validations: readonly ValidationState[], area: Parameters<typeof subtract>[1]): ValidationState[] {
  return validations.map((state) => ({ ...state, regions: state.regions.flatMap((region) => subtract(region, area)) })).filter((state) => state.regions.length > 0);
}

function plain(what: string, value: unknown): Plain {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(`${what} must be an object.`);
  return value as Plain;
}

function limited(what: string, value: unknown, limit: number): string {
  if (value === undefined || value === null) return "";
  const text = checkString(what, value);
  if (text.length > limit) throw invalid(`${what} has ${text.length} characters, the limit is ${limit}.`);
  return text;
}

function readRule(ref: RangeRef, value: unknown): ValidationState["rule"] {
  const given = Object.entries(plain("rule", value)).filter(([, details]) => details !== null && details !== undefined);
  const [entry, another] = given;
  if (!entry) return {};
  if (another || !(entry[0] in KINDS)) throw invalid(`rule must have exactly one of ${Object.keys(KINDS).join(", ")}.`);
  const [kind, details] = [entry[0], plain(entry[0], entry[1])];
  if (kind === "list") {
    const source = details.source instanceof RangeCore ? operand(ref, kind, "source", details.source) : checkString("source", details.source);
    if (!source.startsWith("=") && source.length > MAX_LIST) throw invalid(`The list has ${source.length} characters, the limit is ${MAX_LIST}. Put it into cells and give the range.`);
    if (source === "") throw invalid("source is empty: give the entries separated by commas, a formula or a range.");
    return { list: { inCellDropDown: details.inCellDropDown === undefined ? true : checkBoolean("inCellDropDown", details.inCellDropDown), source } };
  }
  if (kind === "custom") {
    const formula = checkString("formula", details.formula);
    if (!formula.startsWith("=")) throw invalid("formula must start with =.");
    checkFormula(formula);
    return { custom: { formula } };
  }
  const operator = checkOneOf("operator", details.operator, OPERATORS);
  const two = operator === "Between" || operator === "NotBetween";
  return {
    [kind]: { formula1: operand(ref, kind, "formula1", details.formula1), ...(two ? { formula2: operand(ref, kind, "formula2", details.formula2) } : {}), operator },
  };
}

/** A bound: number, text of a number or date, formula or range → number or formula. */
function operand(ref: RangeRef, kind: string, what: string, value: unknown): string {
  if (value instanceof RangeCore) {
    const target = refOf(value);
    const sheet = target.sheetId === ref.sheetId ? "" : `${quoteSheetName(target.book.sheet(target.sheetId).name)}!`;
    return `=${sheet}${formatAbsolute(target.region)}`;
  }
  if (typeof value === "number") return String(value);
  if (typeof value !== "string" || value === "") throw invalid(`${what} must be a number, a formula or a range.`);
  if (value.startsWith("=")) {
    checkFormula(value);
    return value;
  }
  const day = kind === "date" ? /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(value) : null;
  return day ? String(dateSerial(Number(day[1]), Number(day[2]), Number(day[3])) ?? value) : value;
}
