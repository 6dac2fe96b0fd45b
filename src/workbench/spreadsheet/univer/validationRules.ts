import { DataValidationErrorStyle, DataValidationOperator, DataValidationRenderMode, DataValidationType, generateRandomId, type IDataValidationRule } from "@univerjs/core";
import { AddDataValidationMutation, DataValidationModel, RemoveDataValidationMutation } from "@univerjs/data-validation";
import type { ValidationRule } from "../spreadsheet";
import { WORKBOOK_ID } from "./blankWorkbook";
import type { FormulaText } from "./formulaText";
import { shownRange, type Grid } from "./grid";

const TYPES: Readonly<Record<ValidationRule["rule"]["kind"], DataValidationType>> = {
  list: DataValidationType.LIST,
  wholeNumber: DataValidationType.WHOLE,
  decimal: DataValidationType.DECIMAL,
  date: DataValidationType.DATE,
  time: DataValidationType.TIME,
  textLength: DataValidationType.TEXT_LENGTH,
  custom: DataValidationType.CUSTOM,
};

const OPERATORS: Readonly<Record<string, DataValidationOperator>> = {
  between: DataValidationOperator.BETWEEN,
  notbetween: DataValidationOperator.NOT_BETWEEN,
  equalto: DataValidationOperator.EQUAL,
  notequalto: DataValidationOperator.NOT_EQUAL,
  greaterthan: DataValidationOperator.GREATER_THAN,
  lessthan: DataValidationOperator.LESS_THAN,
  greaterthanorequalto: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  lessthanorequalto: DataValidationOperator.LESS_THAN_OR_EQUAL,
};

const STYLES: Readonly<Record<ValidationRule["alertStyle"], DataValidationErrorStyle>> = {
  Stop: DataValidationErrorStyle.STOP,
  Warning: DataValidationErrorStyle.WARNING,
  Information: DataValidationErrorStyle.INFO,
};

/** Data validation: the host keeps the rules, the grid shows lists and refuses what a person types against them. */
export class ValidationRules {
  constructor(
    readonly grid: Grid,
    readonly formulaText: FormulaText,
  ) {}

  set(sheetId: string, rules: readonly ValidationRule[]): void {
    const before = this.grid.injector.get(DataValidationModel).getRules(WORKBOOK_ID, sheetId).map((rule) => rule.uid);
    if (before.length > 0) this.grid.mutate(RemoveDataValidationMutation, { subUnitId: sheetId, ruleId: before, source: "command" });
    const next = rules.filter((rule) => rule.areas.length > 0).map((rule) => this.#rule(rule));
    if (next.length > 0) this.grid.mutate(AddDataValidationMutation, { subUnitId: sheetId, rule: next, source: "command" });
  }

  #rule({ areas, rule, ignoreBlanks, alertStyle, errorTitle, errorMessage, promptTitle, promptMessage }: ValidationRule): IDataValidationRule {
    const first = areas[0];
    const engine = (formula: string) => (formula.startsWith("=") && first ? this.formulaText.toEngine(formula, first.sheetId, first.row, first.column) : formula);
    return {
      uid: generateRandomId(6),
      type: TYPES[rule.kind],
      ranges: areas.map((area) => shownRange(this.grid, area)),
      allowBlank: ignoreBlanks,
      // As in Excel the cell shows its plain text; the list opens on a double click.
      renderMode: DataValidationRenderMode.TEXT,
      errorStyle: STYLES[alertStyle],
      showErrorMessage: true,
      ...(errorTitle === undefined ? {} : { errorTitle }),
      ...(errorMessage === undefined ? {} : { error: errorMessage }),
      ...(promptTitle === undefined && promptMessage === undefined ? {} : { showInputMessage: true, promptTitle: promptTitle ?? "", prompt: promptMessage ?? "" }),
      ...(rule.kind === "list"
        ? { formula1: engine(rule.source), showDropDown: rule.inCellDropDown }
        : rule.kind === "custom"
          ? { formula1: engine(rule.formula.startsWith("=") ? rule.formula : `=${rule.formula}`) }
          : { operator: OPERATORS[rule.operator.toLowerCase()] ?? DataValidationOperator.EQUAL, formula1: engine(rule.formula1), ...(rule.formula2 === undefined ? {} : { formula2: engine(rule.formula2) }) }),
    };
  }
}
