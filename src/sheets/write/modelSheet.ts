import { SETTINGS, SETTINGS_TABLE, type Setting } from "../formulas/settings";
import type { SheetPlan } from "../sheetPlan";
import { TAB_COLORS } from "../styles";
import { area, SheetDraft } from "./sheetDraft";

export { MODEL_SHEET } from "../model/model";

const HEAD_ROW = 3;

/** The assumptions all plans share, as an ordinary table anyone may read and change. */
export function modelSheet(sheetName: string): SheetPlan {
  const draft = new SheetDraft(18);
  const settings: readonly Setting[] = Object.values(SETTINGS);
  const rowCount = HEAD_ROW + 1 + settings.length;
  draft.style(area(0, 0, 6, rowCount + 2), "sheet");
  draft.height(0, 34);
  draft.style(area(0, 1, 4), "band");
  draft.label(0, 1, "KAM model", "title", "spaced");
  draft.label(1, 1, "Change the values in the cream cells: every account plan follows at once, with or without the add-in.", "note");
  draft.label(2, 1, "Plans find a value by the words in the column Setting, so keep those as they are. Rows may be sorted and added.", "note");
  ["Setting", "Value", "Unit", "Note"].forEach((head, i) => draft.label(HEAD_ROW, 1 + i, head, "head"));
  settings.forEach((setting, i) => {
    const row = HEAD_ROW + 1 + i;
    draft.style(area(row, 1, 4), "row");
    draft.label(row, 1, setting.name, "strong");
    if (typeof setting.value === "number") draft.number(row, 2, setting.value, "input", setting.style);
    else draft.text(row, 2, setting.value, "input", setting.style, "figure");
    draft.label(row, 3, setting.unit, "label", "spaced");
    draft.label(row, 4, setting.note, "label");
    if (setting.bounds) {
      const { least, most } = setting.bounds;
      const kind = setting.style === "whole" ? "wholeNumber" : "decimal";
      draft.validations.push({ areas: [area(row, 2)], rule: { kind, least, most }, prompt: setting.note });
    }
  });
  return {
    name: sheetName,
    tabColor: TAB_COLORS.model,
    columnWidths: [9, 150, 90, 100, 340],
    rowHeights: draft.rowHeights,
    cells: draft.cells,
    styles: draft.styles,
    validations: draft.validations,
    highlights: [],
    charts: [],
    tables: [{ name: SETTINGS_TABLE, area: area(HEAD_ROW, 1, 4, settings.length + 1) }],
    names: [],
    frozenRows: HEAD_ROW + 1,
    page: {
      printArea: area(0, 1, 4, rowCount),
      titleRows: { row: HEAD_ROW, rowCount: 1 },
      footer: { left: "&A", center: "&D", right: "Page &P of &N" },
      breaksAbove: [],
    },
  };
}
