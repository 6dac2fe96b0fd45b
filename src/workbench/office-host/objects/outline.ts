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

/** Every row or column goes up by one level, out of the innermost of its groups; those in no group stay as they are. */
export function ungroupLines(ref: RangeRef, option: GroupOption): void {
  const { book, sheetId } = ref;
  checkAllowed(book, sheetId, option === "ByRows" ? "allowFormatRows" : "allowFormatColumns");
  const groups = groupsOf(book, sheetId, option);
  const { start, count } = span(ref, option);
  const cuts = piecesWithin(groups, start, start + count).flatMap(([from, to]) => {
    const innermost = groups.filter((group) => covers(group, from, to - from)).reduce<OutlineGroup | undefined>((inner, group) => (inner && inner.count < group.count ? inner : group), undefined);
    return innermost ? [{ from, to, group: innermost }] : [];
  });
  if (cuts.length === 0) throw notFound("These rows or columns are not in a group.");
  groups.splice(0, groups.length, ...groups.flatMap((group) => without(group, cuts.filter((cut) => cut.group === group))));
  for (const { from, to, group } of cuts) {
    const stillHidden = groups.some((other) => other.hidden && covers(other, from, to - from));
    if (group.hidden && !stillHidden) setHidden(book, sheetId, option, from, to - from, false);
  }
}

/** Cuts the span wherever a group begins or ends, so that all lines of a piece are in the same groups. */
function piecesWithin(groups: readonly OutlineGroup[], start: number, end: number): [from: number, to: number][] {
  const ends = groups.flatMap((group) => [group.start, group.start + group.count]).filter((at) => at > start && at < end);
  const marks = [...new Set([start, ...ends, end])].sort((a, b) => a - b);
  return marks.slice(1).map((to, i) => [marks[i] ?? start, to]);
}

function without(group: OutlineGroup, cuts: readonly { readonly from: number; readonly to: number }[]): OutlineGroup[] {
  const left: OutlineGroup[] = [];
  let at = group.start;
  for (const { from, to } of cuts) {
    if (from > at) left.push({ ...group, start: at, count: from - at });
    at = to;
  }
  const end = group.start + group.count;
  if (at < end) left.push(at === group.start ? group : { ...group, start: at, count: end - at });
  return left;
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
