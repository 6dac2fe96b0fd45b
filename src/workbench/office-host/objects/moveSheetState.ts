import { afterChange, isWholeColumns, isWholeRows, type Region, type StructureChange } from "./region";
import type { OutlineGroup, SheetState } from "./workbookState";

/** Moves everything that sits on cells along with an insertion or deletion. */
export function moveSheetState(sheet: SheetState, change: StructureChange): void {
  sheet.formats = movedItems(sheet.formats, change);
  sheet.hyperlinks = movedItems(sheet.hyperlinks, change);
  sheet.notes = movedItems(sheet.notes, change);
  sheet.comments = movedItems(sheet.comments, change);
  sheet.conditionalFormats = movedLists(sheet.conditionalFormats, change);
  sheet.validations = movedLists(sheet.validations, change);
  for (const pivot of sheet.pivots) {
    const moved = pivot.drawn && afterChange(pivot.drawn, change);
    if (!pivot.drawn || !moved) continue;
    pivot.anchor = { row: pivot.anchor.row + moved.row - pivot.drawn.row, column: pivot.anchor.column + moved.column - pivot.drawn.column };
    pivot.drawn = moved;
  }
  const page = sheet.pageLayout;
  page.printArea = movedRegions(page.printArea, change);
  page.printTitleRows = page.printTitleRows && afterChange(page.printTitleRows, change);
  page.printTitleColumns = page.printTitleColumns && afterChange(page.printTitleColumns, change);
  const filtered = sheet.autoFilter && afterChange(sheet.autoFilter.region, change);
  sheet.autoFilter = filtered && sheet.autoFilter ? { ...sheet.autoFilter, region: filtered } : undefined;
  const vertical = change.shift === "Down" || change.shift === "Up";
  if (vertical && isWholeRows(change.region)) {
    sheet.rowBreaks = movedLines(sheet.rowBreaks, change, true);
    sheet.rowGroups = movedGroups(sheet.rowGroups, change, true);
  } else if (!vertical && isWholeColumns(change.region)) {
    sheet.columnBreaks = movedLines(sheet.columnBreaks, change, false);
    sheet.columnGroups = movedGroups(sheet.columnGroups, change, false);
  }
}

/** The items stay the same objects: whoever holds one sees it move. */
function movedItems<T extends { region: Region }>(items: readonly T[], change: StructureChange): T[] {
  return items.filter((item) => {
    const region = afterChange(item.region, change);
    if (region) item.region = region;
    return region !== undefined;
  });
}

function movedRegions(regions: readonly Region[], change: StructureChange): Region[] {
  return regions.flatMap((region) => afterChange(region, change) ?? []);
}

function movedLists<T extends { regions: Region[] }>(items: readonly T[], change: StructureChange): T[] {
  return items.map((item) => ({ ...item, regions: movedRegions(item.regions, change) })).filter((item) => item.regions.length > 0);
}

function line(at: number, count: number, rows: boolean): Region {
  return rows ? { row: at, rowCount: count, column: 0, columnCount: 1 } : { column: at, columnCount: count, row: 0, rowCount: 1 };
}

function movedLines(lines: readonly number[], change: StructureChange, rows: boolean): number[] {
  return lines.flatMap((at) => {
    const moved = afterChange(line(at, 1, rows), change);
    return moved ? [rows ? moved.row : moved.column] : [];
  });
}

function movedGroups(groups: readonly OutlineGroup[], change: StructureChange, rows: boolean): OutlineGroup[] {
  return groups.flatMap((group) => {
    const moved = afterChange(line(group.start, group.count, rows), change);
    return moved ? [{ ...group, start: rows ? moved.row : moved.column, count: rows ? moved.rowCount : moved.columnCount }] : [];
  });
}
