import { NOTE_SIZE } from "../../office-host/objects/notes";
import type { CommentState, SheetState } from "../../office-host/objects/workbookState";
import type { FileCell } from "../library";
import type { Losses } from "../losses";

/** Puts the notes of a sheet to its cells. Comments are saved as notes: the library writes no threads. */
export function addNotes(cells: Map<string, Partial<FileCell>>, { notes, comments }: SheetState, losses: Losses): void {
  const add = (row: number, column: number, author: string, text: string) => {
    const key = `${row},${column}`;
    cells.set(key, { ...cells.get(key), comment: { author, text } });
  };
  for (const { region, authorName, content } of notes) add(region.row, region.column, authorName, content);
  for (const comment of comments) add(comment.region.row, comment.region.column, comment.authorName, threadText(comment));
  const threads = comments.filter(({ replies }) => replies.length > 0).length;
  losses.add("# comment with replies is saved as a note", "# comments with replies are saved as notes", threads);
  losses.add("# comment is saved as a note", "# comments are saved as notes", comments.length - threads);
  losses.add("# note is saved with the size Excel gives it", "# notes are saved with the size Excel gives them", notes.filter(({ width, height }) => width !== NOTE_SIZE.width || height !== NOTE_SIZE.height).length);
  losses.add("# note is saved hidden, it shows when the mouse is over its cell", "# notes are saved hidden, they show when the mouse is over their cells", notes.filter(({ visible }) => visible).length);
}

function threadText({ authorName, content, replies }: CommentState): string {
  const line = (author: string, text: string) => (author ? `${author}: ${text}` : text);
  return [line(authorName, content), ...replies.map((reply) => line(reply.authorName, reply.content))].join("\n");
}
