import { checkAllowed } from "./cellAccess";
import { notFound } from "./arguments";
import type { Book } from "./book";
import type { RangeRef } from "./rangeRef";
import type { OutlineGroup } from "./workbookState";

/** Groups of rows and columns as under Data > Outline. A group inside another is one level deeper. */
type GroupOption = "ByRows" | "ByColumns";

/** Excel's deepest outline level: eight levels are seven nested groups. */
const MAX_NESTED = 7;

function groupsOf(book: Book, sheetId: string, option: GroupOption): OutlineGroup[] {
  const sheet = book.sheetState(sheetId);
  return option === "ByRows" ? sheet.rowGroups : sheet.columnGroups;
}

function span(ref: RangeRef, option: GroupOption): { readonly start: number; readonly count: number } {
  const { area } = ref;
  return option === "ByRows" ? { start: area.row, count: area.rowCount } : { start: area.column, count: area.columnCount };
}

function covers(group: OutlineGroup, start: number, count: number): boolean {
  return group.start <= start && group.start + group.count >= start + count;
}

export function groupLines(ref: RangeRef, option: GroupOption): void {
  const { book, sheetId } = ref;
  checkAllowed(book, sheetId, option === "ByRows" ? "allowFormatRows" : "allowFormatColumns");
  const groups = groupsOf(book, sheetId, option);
  const { start, count } = span(ref, option);
  const nested = groups.filter((group) => covers(group, start, count)).length;
  if (nested < MAX_NESTED) groups.push({ start, count, hidden: false });
}

export function ungroupLines(ref: RangeRef, option: GroupOption): void {
  const { book, sheetId } = ref;
  checkAllowed(book, sheetId, option === "ByRows" ? "allowFormatRows" : "allowFormatColumns");
  const groups = groupsOf(book, sheetId, option);
  const { start, count } = span(ref, option);
  const exact = groups.findIndex((group) => group.start === start && group.count === count);
  const index = exact >= 0 ? exact : groups.findIndex((group) => covers(group, start, count));
  const [group] = index >= 0 ? groups.splice(index, 1) : [];
  if (!group) throw notFound("These rows or columns are not in a group.");
  const rest = [
    { ...group, count: start - group.start },
    { ...group, start: start + count, count: group.start + group.count - start - count },
  ].filter((part) => part.count > 0);
  groups.push(...rest);
  if (group.hidden) setHidden(book, sheetId, option, start, count, false);
}

export function setGroupDetails(ref: RangeRef, option: GroupOption, hidden: boolean): void {
  const { book, sheetId } = ref;
  const { start, count } = span(ref, option);
  const touched = groupsOf(book, sheetId, option).filter((group) => group.start < start + count && group.start + group.count > start);
  if (touched.length === 0) throw notFound("These rows or columns are not in a group.");
  for (const group of touched) {
    group.hidden = hidden;
    setHidden(book, sheetId, option, group.start, group.count, hidden);
  }
}

/** Shows the outline up to a level: 1 hides all groups, 8 shows everything, 0 leaves it. */
export function showLevels(book: Book, sheetId: string, rowLevels: number, columnLevels: number): void {
  for (const [option, levels] of [["ByRows", rowLevels], ["ByColumns", columnLevels]] as const) {
    if (levels === 0) continue;
    const groups = groupsOf(book, sheetId, option);
    const depth = (group: OutlineGroup) => groups.filter((other) => covers(other, group.start, group.count)).length;
    for (const group of [...groups].sort((a, b) => depth(a) - depth(b))) {
      group.hidden = depth(group) >= levels;
      setHidden(book, sheetId, option, group.start, group.count, group.hidden);
    }
  }
}

function setHidden(book: Book, sheetId: string, option: GroupOption, start: number, count: number, hidden: boolean): void {
  if (option === "ByRows") book.grid.setRowsHidden(sheetId, start, count, hidden);
  else book.grid.setColumnsHidden(sheetId, start, count, hidden);
}
