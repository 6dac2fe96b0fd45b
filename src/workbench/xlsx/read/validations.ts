import type { ValidationState } from "../../office-host/objects/workbookState";
import { shownFormula } from "../formulas/storedFormula";
import { child, children, flag, type XmlElement } from "../package/xml";
import { apiWord, VALIDATION_OPERATORS, VALIDATION_TYPES } from "../ruleNames";
import { extensions, regionsOf } from "./conditions";

const ALERTS: Readonly<Record<string, string>> = { stop: "Stop", warning: "Warning", information: "Information" };

/** The validation rules of a sheet; lists on other sheets hang at its end in files of Excel 2010. */
export function readValidations(tail: XmlElement, customFunctions: readonly string[]): ValidationState[] {
  const lists = [child(tail, "dataValidations"), ...extensions(tail, "dataValidations")];
  return lists.flatMap((list) => children(list, "dataValidation")).flatMap((element) => {
    const regions = regionsOf(element.attributes["sqref"] ?? child(element, "sqref")?.text);
    return regions.length > 0 ? [{ regions, ...validation(element, customFunctions) }] : [];
  });
}

function validation(element: XmlElement, customFunctions: readonly string[]): Omit<ValidationState, "regions"> {
  const { errorStyle = "stop", error = "", errorTitle = "", prompt = "", promptTitle = "" } = element.attributes;
  return {
    rule: ruleOf(element, customFunctions),
    errorAlert: { message: error, title: errorTitle, showAlert: flag(element, "showErrorMessage"), style: ALERTS[errorStyle] ?? "Stop" },
    prompt: { message: prompt, title: promptTitle, showPrompt: flag(element, "showInputMessage") },
    ignoreBlanks: flag(element, "allowBlank"),
  };
}

function ruleOf(element: XmlElement, customFunctions: readonly string[]): ValidationState["rule"] {
  const kind = apiWord(VALIDATION_TYPES, element.attributes["type"]);
  if (kind === undefined) return {};
  const formula = (name: string) => {
    const holder = child(element, name);
    return child(holder, "f")?.text ?? holder?.text ?? "";
  };
  if (kind === "list") {
    const source = formula("formula1");
    const typed = /^"([\s\S]*)"$/.exec(source)?.[1]?.replace(/""/g, '"');
    // The flag says the opposite of its name: 1 hides the drop-down.
    return { list: { inCellDropDown: !flag(element, "showDropDown"), source: typed ?? shownFormula(source, customFunctions) } };
  }
  if (kind === "custom") return { custom: { formula: shownFormula(formula("formula1"), customFunctions) } };
  const operator = apiWord(VALIDATION_OPERATORS, element.attributes["operator"] ?? "between");
  const second = formula("formula2");
  return { [kind]: { formula1: bound(formula("formula1"), customFunctions), ...(second === "" ? {} : { formula2: bound(second, customFunctions) }), operator } };
}

/** Plain numbers stay as they are, everything else is a formula. */
function bound(stored: string, customFunctions: readonly string[]): string {
  return stored.trim() !== "" && Number.isFinite(Number(stored)) ? stored : shownFormula(stored, customFunctions);
}
