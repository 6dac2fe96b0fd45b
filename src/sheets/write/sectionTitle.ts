import { FIRST, GRID_WIDTH, LAST } from "./accountPlanLayout";
import { area, type SheetDraft } from "./sheetDraft";

/** A section's title with its rule and, at the right, the one computed sentence that sums it up. */
export function sectionTitle(draft: SheetDraft, row: number, title: string, summary: string): void {
  draft.height(row, 20);
  draft.style(area(row, FIRST, GRID_WIDTH), "sectionRule");
  draft.label(row, FIRST, title, "section");
  draft.formula(row, LAST, summary, "sectionSummary");
}
