import type { AccountList } from "../read/accountList";
import type { FigureUnit } from "../read/figureUnits";
import type { SheetPlan } from "../sheetPlan";
import { TAB_COLORS } from "../styles";
import { writeFigures } from "./accountPlanFigures";
import { writeForms } from "./accountPlanForms";
import { writeHeader } from "./accountPlanHeader";
import { COLUMN_POINTS, FIRST, GRID_WIDTH, MARGIN_POINTS, ROW_POINTS, ROWS } from "./accountPlanLayout";
import { paybackChart, writePayback } from "./accountPlanPayback";
import { writeTiles } from "./accountPlanTiles";
import { area, SheetDraft } from "./sheetDraft";

/** The sheet's own name for its key cell: by it a plan is recognised, whatever the sheet is called. */
export const KEY_NAME = "KAM_Key";

export interface AccountPlanInput {
  readonly sheetName: string;
  readonly list: AccountList;
  readonly marginUnit: FigureUnit;
  readonly growthUnit: FigureUnit;
  readonly key: string | number;
}

/**
 * An account's plan: two printed pages, live figures on the first, blocks to fill in on the second. Everything hangs on
 * the key cell, so a copy of the sheet with another key is the plan of another account.
 */
export function accountPlanSheet(input: AccountPlanInput): SheetPlan {
  const { list } = input;
  const draft = new SheetDraft(ROW_POINTS);
  draft.style(area(0, 0, FIRST + GRID_WIDTH, ROWS.end), "sheet");
  draft.height(ROWS.end - 1, ROW_POINTS);
  writeHeader(draft, list, input.key);
  writeTiles(draft, list);
  writeFigures(draft, list, input.marginUnit);
  writePayback(draft, list, input.growthUnit);
  writeForms(draft);
  return {
    name: input.sheetName,
    tabColor: TAB_COLORS.plan,
    columnWidths: [MARGIN_POINTS, ...Array<number>(GRID_WIDTH).fill(COLUMN_POINTS)],
    rowHeights: draft.rowHeights,
    cells: draft.cells,
    styles: draft.styles,
    validations: draft.validations,
    highlights: draft.highlights,
    charts: [paybackChart()],
    tables: [],
    names: [{ name: KEY_NAME, area: area(ROWS.strip, 1) }],
    frozenRows: 2,
    page: {
      printArea: area(0, FIRST, GRID_WIDTH, ROWS.end - 1),
      titleRows: { row: 0, rowCount: 1 },
      footer: { left: "&A", center: "&D", right: "Page &P of &N" },
      breaksAbove: [ROWS.objectives],
    },
  };
}
