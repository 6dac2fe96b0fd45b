import { readAccountList, findHeader } from "../../../src/sheets/read/accountList";
import { planTemplateSheet } from "../../../src/sheets/plan/planTemplateSheet";
import { KEY_NAME, TEMPLATE_SHEET } from "../../../src/sheets/plan/planNames";
import type { PlanVariant } from "../../../src/sheets/plan/planSources";
import { readArea } from "../../../src/sheets/a1";
import type { SheetPlan } from "../../../src/sheets/sheetPlan";
import firstRelease from "./firstReleasePlan.json";
import { ACCOUNTS } from "../memoryWorkbook";

const header = findHeader({ row: 0, column: 0, values: [ACCOUNTS[0] as string[]] })!;
const list = readAccountList({ sheetName: "Accounts", used: { row: 0, column: 0, rowCount: 4, columnCount: 5 } }, header);

export const sampleTemplate = (variant: PlanVariant = "full") =>
  planTemplateSheet({
    sheetName: TEMPLATE_SHEET,
    variant,
    sources: { list, marginUnit: "share", growthUnit: "share", modelTables: new Set(["settings"]) },
    key: "A1",
    paper: "A4",
    locked: false,
  });

/** A plan as release 0.1.0 made it from that list: its cells by their addresses, and its only name. */
export const firstReleasePlan = (sheetName: string): SheetPlan => ({
  ...sampleTemplate(),
  name: sheetName,
  cells: Object.entries(firstRelease).map(([address, content]) => {
    const { row, column } = readArea(address);
    if (typeof content === "number") return { row, column, content: { kind: "number", number: content } };
    return { row, column, content: content.startsWith("=") ? { kind: "formula", formula: content } : { kind: "label", label: content } };
  }),
  names: [{ name: KEY_NAME, area: readArea("B5") }],
});
