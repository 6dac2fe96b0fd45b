import { area, type SheetDraft } from "../write/sheetDraft";
import { FIRST, GRID_WIDTH, LAST } from "./portfolioLayout";

/** A section's title with its rule and a sentence that sums it up. */
export function partTitle(draft: SheetDraft, row: number, title: string, summary: string): void {
  draft.height(row, 20);
  draft.style(area(row, FIRST, GRID_WIDTH), "sectionRule");
  draft.label(row, FIRST, title, "section");
  draft.formula(row, LAST, summary, "sectionSummary");
}
