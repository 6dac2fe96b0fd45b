import type { SheetPlan } from "../sheetPlan";
import { TAB_COLORS } from "../styles";
import { area, SheetDraft } from "../write/sheetDraft";
import type { Model } from "./model";
import { columnsSection, criteriaSection, FIRST_COLUMN, gatesSection, settingsSection, SHEET_WIDTH, tiersSection, type SectionContext } from "./modelSections";
import { STARTING_MODEL } from "./startingModel";

const FIRST_SECTION = 3;
/** Title, note, header row and spare rows of a section without its lines, and at least one line. */
const rowsOf = (lineCount: number) => 5 + Math.max(1, lineCount);

export const MODEL_COLUMN_WIDTHS: readonly number[] = [9, 150, 130, 190, 100, 78, 72, 72, 72, 54];

/**
 * The sheet that decides about accounts: five ordinary tables, one below the other, anyone may read and change.
 * @param listHeaders cells of the account list's header row, offered as choices (`='Accounts'!$A$1:$O$1`)
 */
export function modelSheet(sheetName: string, model: Model = STARTING_MODEL, listHeaders?: string): SheetPlan {
  const draft = new SheetDraft(16);
  const context: SectionContext = { draft, ...(listHeaders === undefined ? {} : { listHeaders }) };
  const lastRow = FIRST_SECTION + [model.criteria, model.gates, model.tiers, model.columns].reduce((sum, lines) => sum + rowsOf(lines.length), 0) + 40;
  draft.style(area(0, 0, SHEET_WIDTH + 1, lastRow), "sheet");
  draft.height(0, 34);
  draft.style(area(0, FIRST_COLUMN, SHEET_WIDTH), "band");
  draft.label(0, FIRST_COLUMN, "KAM model", "title", "spaced");
  draft.label(1, FIRST_COLUMN, "Everything that enters a score, a tier or a payback. Change the cream cells here or in the pane: both are the same cells.", "note");
  // The widest table first: Excel can only make room in a table while the ones below are no wider.
  const criteria = criteriaSection(context, FIRST_SECTION, model.criteria);
  const tiersTop = criteria.nextRow + rowsOf(model.gates.length);
  const tiers = tiersSection(context, tiersTop, model.tiers);
  const tierNames = { ...tiers.table.area, row: tiers.table.area.row + 1, rowCount: tiers.table.area.rowCount - 1, columnCount: 1 };
  const gates = gatesSection(context, criteria.nextRow, model.gates, tierNames);
  const settings = settingsSection(context, tiers.nextRow, model.settings);
  const columns = columnsSection(context, settings.nextRow, model.columns);
  return {
    name: sheetName,
    tabColor: TAB_COLORS.model,
    columnWidths: MODEL_COLUMN_WIDTHS,
    rowHeights: draft.rowHeights,
    cells: draft.cells,
    styles: draft.styles,
    validations: draft.validations,
    highlights: draft.highlights,
    charts: [],
    tables: [criteria, gates, tiers, settings, columns].map(({ table }) => table),
    names: [],
    frozenRows: 1,
    page: {
      printArea: area(0, FIRST_COLUMN, SHEET_WIDTH, columns.nextRow),
      titleRows: { row: 0, rowCount: 1 },
      footer: { left: "&A", center: "&D", right: "Page &P of &N" },
      breaksAbove: [],
    },
  };
}
