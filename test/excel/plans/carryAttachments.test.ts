import type { PlanTemplate } from "../../../src/app/plans/planStore";
import { carryAttachments } from "../../../src/excel/plans/carryAttachments";

/** Sheets with remarks and shapes, as far as they are asked about; what is added is written down. */
function sheetOf(own: { comments?: unknown[]; notes?: unknown[]; shapes?: unknown[]; charts?: string[] } = {}) {
  const added: string[] = [];
  const collection = (items: unknown[] = []) => ({ items, load: () => undefined });
  const sheet = {
    added,
    comments: { ...collection(own.comments), add: (cell: string, words: string) => (added.push(`comment ${cell} ${words}`), { replies: { add: (reply: string) => added.push(`reply ${reply}`) } }) },
    notes: { ...collection(own.notes), add: (cell: string, words: string) => added.push(`note ${cell} ${words}`) },
    shapes: collection(own.shapes),
    charts: collection((own.charts ?? []).map((name) => ({ name }))),
    protection: { unprotect: () => added.push("unprotect"), protect: () => added.push("protect") },
    getRange: (address: string) => address,
  };
  return sheet;
}
const at = (rowIndex: number, columnIndex: number) => () => ({ rowIndex, columnIndex, load: () => undefined });
const comment = (row: number, column: number, content: string, replies: { content: string; authorName: string }[] = []) => ({ content, authorName: "Ann", getLocation: at(row, column), replies: { items: replies, load: () => undefined } });
const note = (row: number, column: number, content: string) => ({ content, getLocation: at(row, column) });
const picture = (name: string, type = "Image") => ({ name, type, left: 30, top: 40, copyTo: (sheet: { added: string[] }) => ({ set left(points: number) { sheet.added.push(`${name} left ${points}`); }, set top(points: number) { sheet.added.push(`${name} top ${points}`); } }) });

async function carry(sheets: { former: ReturnType<typeof sheetOf>; successor?: ReturnType<typeof sheetOf>; template?: ReturnType<typeof sheetOf> }, latest = 20, protection?: PlanTemplate["protection"]) {
  const all: Record<string, unknown> = { former: sheets.former, successor: sheets.successor ?? sheetOf(), template: sheets.template ?? sheetOf() };
  Object.assign(globalThis, { Office: { context: { requirements: { isSetSupported: (_: string, version: string) => Number(version.split(".")[1]) <= latest } } } });
  const context = { workbook: { worksheets: { getItem: (id: string) => all[id] } }, sync: async () => undefined } as unknown as Excel.RequestContext;
  const template: PlanTemplate = { id: "template", name: "T", keyCell: { row: 0, column: 0, rowCount: 1, columnCount: 1 }, rowCount: 9, ...(protection ? { protection } : {}) };
  // Everything stands one row lower; the row counted 9 has no place.
  const result = await carryAttachments(context, "former", "successor", template, (row, column) => (row === 9 ? undefined : { row: row + 1, column }));
  return { ...result, added: (all["successor"] as ReturnType<typeof sheetOf>).added };
}
const none = { comments: 0, notes: 0, pictures: 0, charts: 0 };

test("comments with their replies and notes go to the new places of their cells, comments with who wrote them", async () => {
  const former = sheetOf({ comments: [comment(3, 1, "Ask Tom", [{ content: "Done", authorName: "Tom" }])], notes: [note(4, 2, "from the visit")] });
  const { carried, left, added } = await carry({ former });
  expect([carried, left]).toEqual([{ ...none, comments: 1, notes: 1 }, none]);
  expect(added).toEqual(["comment B5 Ann: Ask Tom", "reply Tom: Done", "note C6 from the visit"]);
});

test("what has no place, or whose cell has another remark, is left and counted; the template's own is neither", async () => {
  const former = sheetOf({ comments: [comment(9, 1, "no place"), comment(2, 0, "mine")], notes: [note(5, 5, "template's")], charts: ["KAM Payback", "My chart"] });
  const successor = sheetOf({ comments: [comment(3, 0, "another")], notes: [note(6, 5, "template's")] });
  const { carried, left, added } = await carry({ former, successor, template: sheetOf({ charts: ["KAM Payback"] }) });
  expect([carried, left, added]).toEqual([none, { ...none, comments: 2, charts: 1 }, []]);
});

test("pictures that are not the template's are copied to the same distance from the corner, in a protected sheet too", async () => {
  const former = sheetOf({ shapes: [picture("Logo"), picture("Site plan"), picture("Odd", "Unsupported")] });
  const { carried, left, added } = await carry({ former, template: sheetOf({ shapes: [{ name: "Logo" }] }) }, 20, { allowFormatCells: true });
  expect([carried, left]).toEqual([{ ...none, pictures: 1 }, { ...none, pictures: 1 }]);
  expect(added).toEqual(["unprotect", "Site plan left 30", "Site plan top 40", "protect"]);
});

test("an Excel without comments and notes in its functions leaves pictures, and says how many", async () => {
  const { carried, left, added } = await carry({ former: sheetOf({ comments: [comment(1, 1, "unseen")], shapes: [picture("Site plan")] }) }, 9);
  expect([carried, left, added]).toEqual([none, { ...none, pictures: 1 }, []]);
});
