import type { ValidationRule } from "../../spreadsheet/spreadsheet";
import type { Book } from "./book";
import type { ValidationState } from "./workbookState";

/** Hands the sheet's validation rules to the grid. */
export function pushValidations(book: Book, sheetId: string): void {
  book.grid.setValidationRules(
    sheetId,
    book.sheetState(sheetId).validations.flatMap((state) => {
      const rule = gridRule(state);
      if (!rule) return [];
      const { errorAlert, prompt } = state;
      return [
        {
          areas: state.regions.map((region) => ({ sheetId, ...region })),
          rule,
          ignoreBlanks: state.ignoreBlanks,
          // A rule whose alert is off lets everything pass.
          alertStyle: errorAlert.showAlert ? (errorAlert.style as ValidationRule["alertStyle"]) : "Information",
          ...(errorAlert.title ? { errorTitle: errorAlert.title } : {}),
          ...(errorAlert.message ? { errorMessage: errorAlert.message } : {}),
          ...(prompt.showPrompt && prompt.title ? { promptTitle: prompt.title } : {}),
          ...(prompt.showPrompt && prompt.message ? { promptMessage: prompt.message } : {}),
        },
      ];
    }),
  );
}

function gridRule({ rule }: ValidationState): ValidationRule["rule"] | undefined {
  const [entry] = Object.entries(rule);
  if (!entry) return undefined;
  const [kind, details] = entry;
  if (kind === "list") return { kind, source: String(details.source), inCellDropDown: details.inCellDropDown !== false };
  if (kind === "custom") return { kind, formula: String(details.formula) };
  return {
    kind: kind as "wholeNumber" | "decimal" | "date" | "time" | "textLength",
    operator: String(details.operator),
    formula1: String(details.formula1),
    ...(details.formula2 === undefined ? {} : { formula2: String(details.formula2) }),
  };
}
