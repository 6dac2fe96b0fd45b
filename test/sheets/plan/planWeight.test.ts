import { modelSheet } from "../../../src/sheets/model/modelSheet";
import { planTemplateSheet } from "../../../src/sheets/plan/planTemplateSheet";
import { PLAN_VARIANTS, type PlanVariant } from "../../../src/sheets/plan/planSources";
import { formulasOf } from "../write/readPlan";
import { savedWorkbook } from "./savedPlans";
import { samplePortfolio } from "./samplePortfolio";
import { typedPlan } from "./typedPlan";

const { list, listSheet, scorecardSheet, model } = samplePortfolio();
const planOf = (variant: PlanVariant, sheetName: string) =>
  planTemplateSheet({
    sheetName,
    variant,
    sources: { list, marginUnit: "share", growthUnit: "share", modelTables: new Set(["columns", "criteria", "gates", "tiers", "settings"]), scorecardHeaders: scorecardSheet.values[0]?.map(String) ?? [] },
    key: "A-0014",
    paper: "A4",
    locked: false,
  });

async function savedBytes(variant: PlanVariant, count: number): Promise<number> {
  const plans = Array.from({ length: count }, (_, i) => planOf(variant, `Plan ${i}`));
  return (await savedWorkbook([listSheet, scorecardSheet], [{ plan: modelSheet("KAM Model", model) }, ...plans.map((plan) => ({ plan, typed: typedPlan(plan) }))])).length;
}

test.each(PLAN_VARIANTS)("a further %s plan, filled in, adds less than 60 kB to the saved workbook", async (variant) => {
  const added = (await savedBytes(variant, 3)) - (await savedBytes(variant, 2));
  expect(added).toBeGreaterThan(5_000);
  expect(added).toBeLessThan(60_000);
}, 30_000);

test("a plan is light on formulas, and most of them on other sheets are found by one place", () => {
  expect(formulasOf(planOf("full", "x")).length).toBeLessThan(350);
  expect(formulasOf(planOf("compact", "x")).length).toBeLessThan(220);
  expect(formulasOf(planOf("fiveStep", "x")).length).toBeLessThan(200);
  // The key is searched for once in the list and once in the scorecard; everything else takes its row from there.
  const searches = formulasOf(planOf("full", "x")).filter((formula) => /\[Account ID\]=\$B\$5/.test(formula));
  expect(searches).toHaveLength(2);
});
