import { readAccountList, findHeader } from "../../../src/sheets/read/accountList";
import { planTemplateSheet } from "../../../src/sheets/plan/planTemplateSheet";
import { KEY_NAME, TEMPLATE_SHEET } from "../../../src/sheets/plan/planNames";
import type { PlanVariant } from "../../../src/sheets/plan/planSources";
import { readArea } from "../../../src/sheets/a1";
import type { PlannedCell, SheetPlan } from "../../../src/sheets/sheetPlan";
import firstRelease from "./firstReleasePlan.json";
import stacked from "./stackedPlan.json";
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

const contentOf = (content: string | number): PlannedCell["content"] =>
  typeof content === "number" ? { kind: "number", number: content } : content.startsWith("=") ? { kind: "formula", formula: content } : { kind: "label", label: content };
const cellsOf = (cells: Readonly<Record<string, string | number>>): PlannedCell[] => Object.entries(cells).map(([address, content]) => ({ row: readArea(address).row, column: readArea(address).column, content: contentOf(content) }));

/** A full plan over that list with all blocks below each other, as templates had them before they stood side by side. */
export const stackedPlan = (sheetName: string): SheetPlan => ({
  ...sampleTemplate(),
  name: sheetName,
  cells: cellsOf(stacked.cells),
  names: Object.entries(stacked.names).map(([name, address]) => ({ name, area: readArea(address) })),
});

/** A plan as release 0.1.0 made it from that list: its cells by their addresses, and its only name. */
export const firstReleasePlan = (sheetName: string): SheetPlan => ({
  ...sampleTemplate(),
  name: sheetName,
  cells: cellsOf(firstRelease),
  names: [{ name: KEY_NAME, area: readArea("B5") }],
});
