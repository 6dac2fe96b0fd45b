import { parseRegion } from "../../office-host/objects/address";
import { emptyTable, type TableState } from "../../office-host/objects/workbookState";
import type { Spreadsheet } from "../../spreadsheet/spreadsheet";
import { readFilter } from "../filters";
import { textOf } from "../package/relationships";
import { child, flag, number, parseXml, type XmlElement } from "../package/xml";
import type { SheetSource, WorkbookFile } from "./workbookFile";

/** Makes the tables of a sheet; their cells must be there already. Returns the host's part by the id of the grid. */
export function fillTables(grid: Spreadsheet, sheetId: string, sheet: SheetSource, { parts, losses }: WorkbookFile): Record<string, TableState> {
  const states: Record<string, TableState> = {};
  for (const { kind, target } of sheet.links) {
    const bytes = kind === "table" ? parts.get(target) : undefined;
    if (!bytes) continue;
    const table = parseXml(textOf(bytes), target);
    const name = table.attributes["displayName"] ?? table.attributes["name"] ?? "";
    const region = parseRegion(table.attributes["ref"] ?? "");
    if (!region || number(table, "headerRowCount") === 0) {
      losses.add(`The table ${name} has no header row; its cells are kept, the table is left out`);
      continue;
    }
    const totals = number(table, "totalsRowCount") ?? 0;
    const id = grid.addTable(name, { sheetId, ...region, rowCount: region.rowCount - totals });
    const filter = readFilter(child(table, "autoFilter"), losses);
    states[id] = { ...emptyTable(region.columnCount), ...style(child(table, "tableStyleInfo")), showTotals: totals > 0, showFilterButton: filter !== undefined, filters: filter?.criteria ?? {} };
    if (filter && Object.keys(filter.criteria).length > 0) {
      const hidden = grid.rowsHidden(sheetId, region.row + 1, region.rowCount - 1 - totals);
      grid.setTableFilter(id, hidden.map((one) => !one));
    }
  }
  return states;
}

function style(element: XmlElement | undefined): Partial<TableState> {
  return {
    style: element?.attributes["name"] ?? "",
    showBandedRows: flag(element, "showRowStripes"),
    showBandedColumns: flag(element, "showColumnStripes"),
    highlightFirstColumn: flag(element, "showFirstColumn"),
    highlightLastColumn: flag(element, "showLastColumn"),
  };
}
