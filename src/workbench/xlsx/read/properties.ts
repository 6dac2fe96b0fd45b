import type { WorkbookState } from "../../office-host/objects/workbookState";
import { hasPassword } from "../protection";
import { relationships, textOf } from "../package/relationships";
import { child, children, flag, number, parseXml, type XmlElement } from "../package/xml";
import type { WorkbookFile } from "./workbookFile";

/** Elements of the document properties against members of `DocumentProperties`. */
const CORE = { title: "title", subject: "subject", creator: "author", keywords: "keywords", description: "comments", category: "category", lastModifiedBy: "lastAuthor", created: "creationDate" } as const;
const EXTENDED = { Manager: "manager", Company: "company" } as const;

/** Properties, calculation and protection of the workbook as a whole. */
export function readWorkbookSettings({ workbook, parts, losses }: WorkbookFile, state: WorkbookState): void {
  const part = (kind: string): XmlElement | undefined => {
    const path = relationships(parts, "").find((one) => one.kind === kind)?.target;
    const bytes = path === undefined ? undefined : parts.get(path);
    return bytes && parseXml(textOf(bytes), path as string);
  };
  const copy = (source: XmlElement | undefined, names: Readonly<Record<string, string>>) => {
    for (const [name, property] of Object.entries(names)) {
      const text = child(source, name)?.text;
      if (text) state.properties[property] = text;
    }
  };
  const core = part("core-properties");
  copy(core, CORE);
  const revision = Number(child(core, "revision")?.text);
  if (Number.isInteger(revision) && revision > 0) state.properties["revisionNumber"] = revision;
  copy(part("extended-properties"), EXTENDED);
  state.customProperties.push(...children(part("custom-properties"), "property").flatMap(customProperty));

  const calculation = child(workbook, "calcPr");
  const mode = calculation?.attributes["calcMode"];
  state.calculationMode = mode === "manual" ? "Manual" : mode === "autoNoTable" ? "AutomaticExceptTables" : "Automatic";
  state.usePrecisionAsDisplayed = !flag(calculation, "fullPrecision", true);
  Object.assign(state.iterativeCalculation, {
    enabled: flag(calculation, "iterate"),
    maxChange: number(calculation, "iterateDelta") ?? 0.001,
    maxIteration: number(calculation, "iterateCount") ?? 100,
  });

  const protection = child(workbook, "workbookProtection");
  if (!protection || !flag(protection, "lockStructure")) return;
  state.structureProtection = { password: "" };
  if (hasPassword(protection)) losses.add("The password of the workbook's structure cannot be read: it stays protected, but without a password");
}

function customProperty(element: XmlElement): WorkbookState["customProperties"] {
  const [value] = element.children;
  const key = element.attributes["name"];
  if (!value || key === undefined) return [];
  if (value.name === "bool") return [{ key, value: value.text === "true" || value.text === "1", type: "Boolean" }];
  if (value.name === "filetime" || value.name === "date") return [{ key, value: value.text, type: "Date" }];
  if (/^(i|ui)\d|^int|^uint/.test(value.name)) return [{ key, value: Number(value.text), type: "Number" }];
  if (/^(r4|r8|decimal)$/.test(value.name)) return [{ key, value: Number(value.text), type: "Float" }];
  return [{ key, value: value.text, type: "String" }];
}
