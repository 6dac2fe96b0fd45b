import { parseRegion } from "../../office-host/objects/address";
import { NOTE_SIZE } from "../../office-host/objects/notes";
import type { CommentState, HyperlinkState, NoteState } from "../../office-host/objects/workbookState";
import type { Spreadsheet } from "../../spreadsheet/spreadsheet";
import { child, children } from "../package/xml";
import type { SheetCells } from "./cells";
import type { SheetSource, WorkbookFile } from "./workbookFile";

export function fillHyperlinks(grid: Spreadsheet, sheetId: string, sheet: SheetSource, cells: SheetCells): HyperlinkState[] {
  return children(child(sheet.tail, "hyperlinks"), "hyperlink").flatMap((element) => {
    const region = parseRegion(element.attributes["ref"] ?? "");
    const relation = Object.entries(element.attributes).find(([name]) => /:id$/.test(name))?.[1];
    const address = sheet.links.find(({ id }) => id === relation)?.target;
    const { location, tooltip } = element.attributes;
    if (!region || (address === undefined && location === undefined)) return [];
    const input = cells.inputs[region.row]?.[region.column];
    // The grid replaces what the cell holds by the link's text, so only cells of text are shown as links.
    if (input && "text" in input) grid.setHyperlink(sheetId, region.row, region.column, { address: `${address ?? ""}${location === undefined ? "" : `#${location}`}`, text: input.text });
    return [
      {
        region,
        ...(address === undefined ? {} : { address }),
        ...(location === undefined ? {} : { documentReference: location }),
        ...(tooltip === undefined ? {} : { screenTip: tooltip }),
      },
    ];
  });
}

/** Notes are the yellow ones; comments are threads with replies, for which files keep a note as a stand-in. */
export function fillNotes(grid: Spreadsheet, sheetId: string, sheet: SheetSource, { library }: WorkbookFile): { readonly notes: NoteState[]; readonly comments: CommentState[] } {
  const threads = sheet.library.threadedComments ?? [];
  const author = (personId: string) => library.persons?.find(({ id }) => id === personId);
  const entry = ({ id, text, personId, date, done }: (typeof threads)[number]) => ({
    id,
    content: text,
    contentType: "Plain",
    mentions: [],
    resolved: done ?? false,
    authorName: author(personId)?.displayName ?? "",
    authorEmail: author(personId)?.userId ?? "",
    creationDate: date ?? "",
  });
  const comments = threads.flatMap((thread) => {
    const region = thread.parentId === undefined ? parseRegion(thread.ref ?? "") : undefined;
    return region ? [{ ...entry(thread), region, replies: threads.filter(({ parentId }) => parentId === thread.id).map(entry) }] : [];
  });
  const notes: NoteState[] = [];
  for (const [key, cell] of sheet.library.cells ?? []) {
    const [row, column] = key.split(",").map(Number) as [number, number];
    if (!cell.comment || comments.some(({ region }) => region.row === row && region.column === column)) continue;
    notes.push({ region: { row, column, rowCount: 1, columnCount: 1 }, content: cell.comment.text, authorName: cell.comment.author ?? "", ...NOTE_SIZE, visible: false });
    grid.setNote(sheetId, row, column, cell.comment.text);
  }
  return { notes, comments };
}
