import { cellAddress } from "../a1";
import type { SheetPlan } from "../sheetPlan";
import { TAB_COLORS, type StyleName } from "../styles";
import { area, SheetDraft } from "../write/sheetDraft";
import type { ScorecardColumn } from "./scorecardColumns";

/** The table's header row and first column, counted from 0. */
export const TABLE_PLACE = { row: 5, column: 1 } as const;
export const LEGEND_ROW = 3;
export const STAMP_CELL = { row: 1, column: 1 } as const;
export const WARNING_CELL = { row: 2, column: 1 } as const;
/** Tiers the legend has room for, the best first; the further ones look alike. */
const TIER_STYLES: readonly StyleName[] = ["tierBest", "tierHigh", "tierMiddle", "tierLow", "tierLow", "tierLow"];
/** Rows below the table that get the tiers' colours as well, so that accounts added later have them. */
const SPARE_ROWS = 1000;

export interface FrameInput {
  readonly sheetName: string;
  readonly columns: readonly ScorecardColumn[];
  readonly rowCount: number;
}

/** Columns people read and print; the ones behind them only make the formulas short. */
export const printedColumns = (columns: readonly ScorecardColumn[]): number => columns.filter(({ kind }) => !["note", "figure", "share", "gateValue", "counted", "best", "worst", "place", "larger"].includes(kind)).length;

/**
 * The sheet around the scorecard's table. What stands above the table and in it is entered apart, because it is written
 * again each time and there may be millions of cells.
 */
export function scorecardSheet({ sheetName, columns, rowCount }: FrameInput): SheetPlan {
  const draft = new SheetDraft(16);
  const printed = printedColumns(columns);
  draft.style(area(0, 0, columns.length + 1, TABLE_PLACE.row + 1), "sheet");
  draft.height(0, 34);
  draft.style(area(0, TABLE_PLACE.column, printed), "band");
  draft.label(0, TABLE_PLACE.column, "Key account scorecard", "title", "spaced");
  draft.style(area(STAMP_CELL.row, STAMP_CELL.column), "note");
  draft.style(area(WARNING_CELL.row, WARNING_CELL.column), "attention");
  draft.height(LEGEND_ROW, 20);
  draft.style(area(LEGEND_ROW, TABLE_PLACE.column, 1, 2), "label");
  draft.style(area(LEGEND_ROW, TABLE_PLACE.column + 1, LEGEND_SIZE), "centered", "strong");
  draft.style(area(LEGEND_ROW + 1, TABLE_PLACE.column + 1, LEGEND_SIZE), "centered", "label");
  draft.style(area(TABLE_PLACE.row, TABLE_PLACE.column, columns.length), "head");
  draft.height(TABLE_PLACE.row, 24);
  const tierColumn = TABLE_PLACE.column + columns.findIndex(({ kind }) => kind === "tier");
  const rows = area(TABLE_PLACE.row + 1, tierColumn, 1, rowCount + SPARE_ROWS);
  return draft.sheet({
    name: sheetName,
    tabColor: TAB_COLORS.scores,
    columnWidths: [9, ...columns.map(({ width }) => width)],
    highlights: [...TIER_STYLES.keys()].flatMap((place) => {
      const tier = cellAddress(LEGEND_ROW, legendColumn(place), true);
      const style = TIER_STYLES[place] as StyleName;
      const own = cellAddress(rows.row, rows.column);
      const chip = cellAddress(LEGEND_ROW, legendColumn(place));
      return [
        { areas: [rows], when: { kind: "formula", formula: `=AND(${own}<>"",${own}=${tier})` }, style } as const,
        { areas: [area(LEGEND_ROW, legendColumn(place))], when: { kind: "formula", formula: `=${chip}<>""` }, style } as const,
      ];
    }),
    frozenRows: TABLE_PLACE.row + 1,
    page: {
      printArea: area(0, TABLE_PLACE.column, printed, TABLE_PLACE.row + 1 + rowCount),
      titleRows: { row: TABLE_PLACE.row, rowCount: 1 },
      footer: { left: "&A", center: "&D", right: "Page &P of &N" },
      breaksAbove: [],
    },
  });
}

/** Room for tiers in the legend. */
export const LEGEND_SIZE = TIER_STYLES.length;

/** Each tier's cell in the legend; the rows' colours compare with these cells, so that a tier's name may hold anything. */
const legendColumn = (place: number): number => TABLE_PLACE.column + 1 + place;
