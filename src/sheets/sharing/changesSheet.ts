import type { SheetPlan } from "../sheetPlan";
import { TAB_COLORS } from "../styles";
import { area, SheetDraft } from "../write/sheetDraft";

export const CHANGES_SHEET = "KAM Changes";

export interface ChangeLine {
  readonly kind: string;
  readonly item: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

const HEAD_ROW = 4;
const HEADERS = ["Kind", "What", "Detail", "Before", "After"] as const;

/** What changed between two versions, as an ordinary table people can filter, print and send. */
export function changesSheet(sheetName: string, before: string, after: string, changes: readonly ChangeLine[], notes: readonly string[]): SheetPlan {
  const draft = new SheetDraft(16);
  const rows = Math.max(changes.length, 1);
  const width = HEADERS.length;
  draft.style(area(0, 0, width + 1, HEAD_ROW + 1 + rows), "sheet");
  draft.height(0, 30);
  draft.style(area(0, 1, width), "band");
  draft.label(0, 1, "KAM changes", "title", "spaced");
  draft.text(1, 1, `From “${before}” to “${after}”`, "note");
  draft.text(2, 1, notes.join(" "), "note");
  draft.style(area(HEAD_ROW, 1, width), "head");
  HEADERS.forEach((header, i) => draft.label(HEAD_ROW, 1 + i, header));
  changes.forEach(({ kind, item, what, before: was, after: is }, i) => [kind, item, what, was, is].forEach((text, c) => draft.text(HEAD_ROW + 1 + i, 1 + c, text)));
  draft.style(area(HEAD_ROW + 1, 1, width, rows), "row", "left");
  draft.style(area(HEAD_ROW + 1, 2, 1, rows), "strong");
  // No table, whose name would have to be its own: people keep several of these sheets.
  return draft.sheet({
    name: sheetName,
    tabColor: TAB_COLORS.model,
    columnWidths: [9, 70, 210, 150, 130, 130],
    frozenRows: HEAD_ROW + 1,
    page: { printArea: area(0, 1, width, HEAD_ROW + 1 + rows), titleRows: { row: HEAD_ROW, rowCount: 1 }, footer: { left: "&A", center: "&D", right: "Page &P of &N" }, breaksAbove: [] },
  });
}
