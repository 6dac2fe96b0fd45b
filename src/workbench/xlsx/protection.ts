import type { ProtectionState } from "../office-host/objects/workbookState";
import type { FileProtection } from "./library";
import type { Losses } from "./losses";
import { child, flag, type XmlElement } from "./package/xml";

/** Options of the API against attributes of files, with what a file means by saying nothing. */
const ALLOWED: readonly (readonly [option: string, file: keyof FileProtection & string, allowedByDefault: boolean])[] = [
  ["allowEditObjects", "objects", true],
  ["allowEditScenarios", "scenarios", true],
  ["allowFormatCells", "formatCells", false],
  ["allowFormatColumns", "formatColumns", false],
  ["allowFormatRows", "formatRows", false],
  ["allowInsertColumns", "insertColumns", false],
  ["allowInsertRows", "insertRows", false],
  ["allowInsertHyperlinks", "insertHyperlinks", false],
  ["allowDeleteColumns", "deleteColumns", false],
  ["allowDeleteRows", "deleteRows", false],
  ["allowSort", "sort", false],
  ["allowAutoFilter", "autoFilter", false],
  ["allowPivotTables", "pivotTables", false],
];

export function readProtection(tail: XmlElement, losses: Losses): ProtectionState | undefined {
  const element = child(tail, "sheetProtection");
  if (!element || !flag(element, "sheet")) return undefined;
  if (hasPassword(element)) losses.add("The password of # protected sheet cannot be read: it stays protected, but without a password", "The passwords of # protected sheets cannot be read: they stay protected, but without a password");
  // In the file a flag says that the thing is locked.
  const options = Object.fromEntries(ALLOWED.map(([option, name, allowed]) => [option, !flag(element, name, !allowed)]));
  const selectionMode = flag(element, "selectUnlockedCells") ? "None" : flag(element, "selectLockedCells") ? "Unlocked" : "Normal";
  return { password: "", options: { ...options, selectionMode }, paused: false };
}

export function hasPassword(element: XmlElement): boolean {
  return ["password", "hashValue", "workbookPassword", "workbookHashValue"].some((name) => element.attributes[name] !== undefined);
}

/** The library takes "locked" for objects and scenarios and "allowed" for everything else. */
export function fileProtection({ password, options }: ProtectionState): FileProtection {
  const allowed = (option: string, otherwise: boolean) => (typeof options[option] === "boolean" ? options[option] : otherwise);
  return {
    sheet: true,
    ...(password ? { password } : {}),
    ...Object.fromEntries(ALLOWED.map(([option, name, otherwise]) => [name, allowed(option, name === "objects" || name === "scenarios" ? false : otherwise) !== (name === "objects" || name === "scenarios")])),
    selectLockedCells: options["selectionMode"] !== "Unlocked" && options["selectionMode"] !== "None",
    selectUnlockedCells: options["selectionMode"] !== "None",
  };
}
