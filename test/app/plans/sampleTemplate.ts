import { accountPlanSheet } from "../../../src/sheets/write/accountPlan";
import { readAccountList, findHeader } from "../../../src/sheets/read/accountList";
import { planTemplateSheet } from "../../../src/sheets/plan/planTemplateSheet";
import { TEMPLATE_SHEET } from "../../../src/sheets/plan/planNames";
import type { PlanVariant } from "../../../src/sheets/plan/planSources";
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

/** A plan as release 0.1.0 made it. */
export const firstReleasePlan = (sheetName: string) => accountPlanSheet({ sheetName, list, marginUnit: "share", growthUnit: "share", key: "A1" });
