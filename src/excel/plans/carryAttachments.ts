import type { PlaceOf } from "../../app/plans/carryOver/carryOver";
import type { Attachment, CarriedAttachments, PlanTemplate } from "../../app/plans/planStore";
import { cellAddress } from "../../sheets/a1";

/** Comments and the copying of shapes came with the first of these sets, notes with the second. */
const COMMENTS_API = "1.10";
const NOTES_API = "1.18";

interface Remark {
  readonly kind: "comments" | "notes";
  readonly words: string;
  readonly replies: readonly string[];
  readonly row: number;
  readonly column: number;
}

const said = ({ authorName, content }: { readonly authorName: string; readonly content: string }) => (authorName === "" ? content : `${authorName}: ${content}`);

/**
 * Comments keep their words and replies, with the name of who wrote them in front, because Excel makes whoever copies them
 * their author. Pictures and shapes keep their distance from the corner. Charts cannot be copied: their names are returned.
 */
export async function carryAttachments(context: Excel.RequestContext, formerId: string, successorId: string, template: PlanTemplate, placeOf: PlaceOf): Promise<CarriedAttachments & { readonly charts: readonly string[] }> {
  const supports = (version: string) => Office.context.requirements.isSetSupported("ExcelApi", version);
  const [former, successor, source] = [formerId, successorId, template.id].map((id) => context.workbook.worksheets.getItem(id)) as [Excel.Worksheet, Excel.Worksheet, Excel.Worksheet];
  for (const sheet of [former, source]) {
    sheet.charts.load("items/name");
    sheet.shapes.load("items/name,items/type,items/left,items/top");
  }
  const [there, here] = [readRemarks(former, supports), readRemarks(successor, supports)];
  await context.sync();
  for (const reading of [there, here]) reading.locate();
  await context.sync();

  const carried: Record<Attachment, number> = { comments: 0, notes: 0, pictures: 0, charts: 0 };
  const left: Record<Attachment, number> = { comments: 0, notes: 0, pictures: 0, charts: 0 };
  const namesOf = (items: readonly { readonly name: string }[]) => new Set(items.map(({ name }) => name));
  const [ownCharts, ownShapes] = [namesOf(source.charts.items), namesOf(source.shapes.items)];
  const charts = former.charts.items.map(({ name }) => name).filter((name) => !ownCharts.has(name));
  left.charts = charts.length;
  const present = here.remarks();
  const at = ({ row, column }: { readonly row: number; readonly column: number }) => `${row},${column}`;
  const taken = new Set(present.map(at));
  const remarks = there.remarks().flatMap((remark) => {
    const place = placeOf(remark.row, remark.column);
    // The template's own stands there already.
    if (place && present.some((own) => at(own) === at(place) && own.words === remark.words)) return [];
    return [{ remark, place }];
  });
  const shapes = former.shapes.items.filter(({ name }) => !ownShapes.has(name));
  if (remarks.length + shapes.length === 0) return { carried, left, charts };

  if (template.protection) successor.protection.unprotect();
  for (const { remark, place } of remarks) {
    if (!place || taken.has(at(place))) {
      left[remark.kind]++;
      continue;
    }
    taken.add(at(place));
    const cell = successor.getRange(cellAddress(place.row, place.column));
    if (remark.kind === "notes") successor.notes.add(cell, remark.words);
    else {
      const comment = successor.comments.add(cell, remark.words);
      for (const reply of remark.replies) comment.replies.add(reply);
    }
    carried[remark.kind]++;
  }
  for (const shape of shapes) {
    if (!supports(COMMENTS_API) || shape.type === "Unsupported") {
      left.pictures++;
      continue;
    }
    const copy = shape.copyTo(successor);
    copy.left = shape.left;
    copy.top = shape.top;
    carried.pictures++;
  }
  if (template.protection) successor.protection.protect(template.protection);
  await context.sync();
  return { carried, left, charts };
}

/** The remarks of a sheet: loaded first, then located, then read. */
function readRemarks(sheet: Excel.Worksheet, supports: (version: string) => boolean) {
  const comments = supports(COMMENTS_API) ? sheet.comments : undefined;
  const notes = supports(NOTES_API) ? sheet.notes : undefined;
  comments?.load("items/content,items/authorName");
  notes?.load("items/content");
  let found: { readonly kind: Remark["kind"]; readonly words: string; readonly place: Excel.Range; readonly replies?: Excel.CommentReplyCollection }[] = [];
  return {
    locate(): void {
      found = [
        ...(comments?.items ?? []).map((comment) => ({ kind: "comments" as const, words: said(comment), place: comment.getLocation(), replies: comment.replies })),
        ...(notes?.items ?? []).map((note) => ({ kind: "notes" as const, words: note.content, place: note.getLocation() })),
      ];
      for (const { place, replies } of found) {
        place.load("rowIndex,columnIndex");
        replies?.load("items/content,items/authorName");
      }
    },
    remarks: (): Remark[] => found.map(({ kind, words, place, replies }) => ({ kind, words, replies: (replies?.items ?? []).map(said), row: place.rowIndex, column: place.columnIndex })),
  };
}
