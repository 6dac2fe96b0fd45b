import { agreePlans } from "../../../src/app/plans/agreePlans";
import { buildPlans } from "../../../src/app/plans/buildPlans";
import { listPlans } from "../../../src/app/plans/listPlans";
import { USUAL_TEMPLATE } from "../../../src/app/plans/planTemplate";
import { proposePlans } from "../../../src/app/plans/proposePlans";
import { makeReviewPack } from "../../../src/app/plans/reviewPack";
import type { CellValue } from "../../../src/sheets/cellValue";
import { AGREED_NAME, AGREED_ROWS, figureName, inputName, type PlanFigure, type PlanInput } from "../../../src/sheets/plan/planNames";
import type { SheetPlan } from "../../../src/sheets/sheetPlan";
import { ACCOUNTS, MemoryWorkbook, put, rows } from "../memoryWorkbook";
import { MemoryPlans } from "./memoryPlans";

const TODAY = 46_000;

/** Two plans; figures are put in as values, because nothing calculates here. */
async function withPlans() {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1, 2)]);
  const store = new MemoryPlans(workbook);
  await buildPlans(workbook, store, await proposePlans(workbook, store), { existing: "keep", template: USUAL_TEMPLATE }, new AbortController().signal, () => undefined);
  const sheet = (name: string) => workbook.sheetList.find((one) => one.name === name)!;
  const show = (name: string, figures: Partial<Record<PlanFigure, CellValue>>) => {
    for (const [figure, value] of Object.entries(figures)) {
      const area = sheet(name).content.names.get(figureName(figure as PlanFigure))!;
      put(sheet(name).content.cells, area.row, area.column, value);
    }
  };
  const type = (name: string, input: PlanInput, head: string, value: CellValue, row = 0) => {
    const { cells, names } = sheet(name).content;
    const area = names.get(inputName(input))!;
    const column = cells[area.row - 1]!.findIndex((cell) => typeof cell === "string" && cell.toLowerCase() === head.toLowerCase());
    put(cells, area.row + row, column, value);
  };
  return { workbook, store, sheet, show, type };
}

test("the list tells each plan's status and its gaps", async () => {
  const { workbook, store, show } = await withPlans();
  show("Northwind", { Account: "Northwind", Tier: "A", Owner: "Ann", Reviewer: "ann", NextReview: TODAY - 1, OverdueActions: 2, OpenObjectives: 0, Contacts: 2, NextSteps: 0, UnansweredComments: 1, AgreedOn: "", Drift: "" });
  show("=1+1", { Account: "=1+1", Tier: "", Owner: "Ann", Reviewer: "Bob", NextReview: TODAY, OverdueActions: 0, OpenObjectives: 1, Contacts: 3, NextSteps: 1, UnansweredComments: 0, AgreedOn: TODAY - 9, Drift: 3 });
  const { plans, former } = await listPlans(workbook, store, TODAY);
  expect(plans.map(({ id: _, ...plan }) => plan)).toEqual([
    { name: "Northwind", key: "A1", account: "Northwind", tier: "A", owner: "Ann", nextReview: TODAY - 1, overdueActions: 2, comments: 1, moved: undefined, gaps: ["noObjective", "noNextStep", "fewContacts", "reviewOverdue", "reviewerIsOwner"], isUnlisted: false },
    { name: "=1+1", key: "A2", account: "=1+1", tier: "", owner: "Ann", nextReview: TODAY, overdueActions: 0, comments: 0, moved: 3, gaps: [], isUnlisted: false },
  ]);
  expect(former).toEqual([]);
});

test("a plan the index does not know is listed as such, and error values are no words", async () => {
  const { workbook, store, show } = await withPlans();
  show("Northwind", { Owner: "#REF!" });
  const copy = workbook.sheetList.find((one) => one.name === "=1+1")!;
  workbook.sheetList.push({ id: "by hand", name: "=1+1 (2)", content: { cells: copy.content.cells.map((row) => [...row]), names: new Map(copy.content.names) } });
  const { plans } = await listPlans(workbook, store, TODAY);
  expect(plans.map(({ name, owner, isUnlisted }) => [name, owner, isUnlisted])).toEqual([["Northwind", "", false], ["=1+1", "", false], ["=1+1 (2)", "", true]]);
});

test("agreeing copies the figures of now with the day, and leaves plans whose account has gone as they were agreed", async () => {
  const { workbook, store, sheet, show } = await withPlans();
  const area = sheet("Northwind").content.names.get(AGREED_NAME)!;
  for (const name of ["Northwind", "=1+1"]) ["A", 77.5, "#N/A"].forEach((value, i) => put(sheet(name).content.cells, area.row + AGREED_ROWS.now, area.column + i, value));
  show("Northwind", { ListRow: 1 });
  show("=1+1", { ListRow: "" });
  const ids = [sheet("Northwind").id, sheet("=1+1").id];
  const { agreed, notInList } = await agreePlans(workbook, store, TODAY, ids);
  expect([agreed.map(({ name }) => name), notInList.map(({ name }) => name)]).toEqual([["Northwind"], ["=1+1"]]);
  const agreedRow = (name: string) => sheet(name).content.cells[area.row + AGREED_ROWS.agreed]!.slice(area.column, area.column + 3);
  expect(agreedRow("Northwind")).toEqual(["A", 77.5, ""]);
  expect(agreedRow("=1+1").filter((cell) => cell !== undefined && cell !== "")).toEqual([]);
  const on = sheet("Northwind").content.names.get(inputName("AgreedOn"))!;
  expect(sheet("Northwind").content.cells[on.row]?.[on.column]).toBe(TODAY);
});

test("agreeing asks for an open plan when none is", async () => {
  const { workbook, store } = await withPlans();
  store.active = "list";
  await expect(agreePlans(workbook, store, TODAY)).rejects.toMatchObject({ code: "noPlans", message: "The open sheet is no account plan." });
});

const textsOf = (plan: SheetPlan): (string | number)[] => plan.cells.flatMap<string | number>(({ content }) => (content.kind === "text" ? [content.text] : content.kind === "label" ? [content.label] : content.kind === "number" ? [content.number] : [content.formula]));

test("the review pack gathers what is overdue, unanswered, moved and missing over all plans", async () => {
  const { workbook, store, sheet, show, type } = await withPlans();
  show("Northwind", { Account: 'North "wind"', Owner: "Ann", Reviewer: "Bob", NextReview: TODAY - 10, OpenObjectives: 1, Contacts: 4, NextSteps: 1, AgreedOn: TODAY - 30, Drift: 1 });
  type("Northwind", "Actions", "Action", "=Send the offer");
  type("Northwind", "Actions", "Owner", "Ann");
  type("Northwind", "Actions", "Due", TODAY - 4);
  type("Northwind", "Actions", "Action", "Done already", 1);
  type("Northwind", "Actions", "Due", TODAY - 4, 1);
  type("Northwind", "Actions", "Status", "Done", 1);
  type("Northwind", "Actions", "Action", "Not due yet", 2);
  type("Northwind", "Actions", "Due", TODAY, 2);
  type("Northwind", "Reviews", "Reviewer's comment", "Who decides at Acme?");
  type("Northwind", "Reviews", "Reviewer", "Bob");
  type("Northwind", "Reviews", "Answered", "Open");
  const area = sheet("Northwind").content.names.get(AGREED_NAME)!;
  for (const [row, value] of [[AGREED_ROWS.agreed, 100], [AGREED_ROWS.now, 80], [AGREED_ROWS.moved, -20]] as const) put(sheet("Northwind").content.cells, area.row + row, area.column + 2, value);
  const made = await makeReviewPack(workbook, store, TODAY, "9 Dec 2025");
  expect(made.name).toBe("KAM Review 9 Dec 2025");
  expect(workbook.opened).toEqual([made.id]);
  const pack = workbook.added.at(-1)!;
  const texts = textsOf(pack);
  expect(texts).toEqual(expect.arrayContaining(["2 plans · 1 review overdue · 1 action overdue · 1 comment to answer · 1 figure moved", "=Send the offer", "Who decides at Acme?", "Revenue", 100, 80, 10, 4]));
  expect(texts).toContain(`=HYPERLINK("#'Northwind'!A1","North ""wind""")`);
  expect(texts).not.toContain("Done already");
  expect(texts).not.toContain("Not due yet");
  // A text of the user's is written as one, whatever it looks like.
  expect(pack.cells.find(({ content }) => content.kind === "text" && content.text === "=Send the offer")).toBeTruthy();
  // Another pack of the same day stands beside the first.
  expect((await makeReviewPack(workbook, store, TODAY, "9 Dec 2025")).name).toBe("KAM Review 9 Dec 2025 (2)");
});

test("the next review pack says what has changed since the last one, and since when", async () => {
  const { workbook, store, sheet, show } = await withPlans();
  const area = sheet("Northwind").content.names.get(AGREED_NAME)!;
  const now = (column: number, value: CellValue) => put(sheet("Northwind").content.cells, area.row + AGREED_ROWS.now, area.column + column, value);
  show("Northwind", { Contacts: 2, OpenActions: 3, OverdueActions: 0, UnansweredComments: 0, OpenObjectives: 1, LastReview: "none yet" });
  [["A", 0], [60, 1], [1000, 2]].forEach(([value, column]) => now(column as number, value as CellValue));
  const first = await makeReviewPack(workbook, store, TODAY - 90, "10 Sep 2025");
  expect(textsOf(workbook.added.at(-1)!)).toContain("No earlier review pack is in the workbook: compared with the figures each plan was agreed on.");
  // Of the same day there is nothing to look back to.
  await makeReviewPack(workbook, store, TODAY - 90, "10 Sep 2025");
  expect(textsOf(workbook.added.at(-1)!)).toContain("No earlier review pack is in the workbook: compared with the figures each plan was agreed on.");

  now(1, 55);
  show("Northwind", { Contacts: 4, OpenActions: 3 });
  await workbook.removeSheets([sheet("=1+1").id]);
  await makeReviewPack(workbook, store, TODAY, "9 Dec 2025");
  const pack = workbook.added.at(-1)!;
  expect(textsOf(pack)).toContain("Compared with the review pack of 10 Sep 2025, and with the figures each plan was agreed on.");
  const title = pack.cells.find(({ content }) => content.kind === "label" && content.label === "Changed since the review pack of 10 Sep 2025")!;
  const cell = (row: number, column: number) => {
    const content = pack.cells.find((one) => one.row === row && one.column === column)?.content;
    return content?.kind === "number" ? content.number : content?.kind === "text" ? content.text : undefined;
  };
  const changes = [2, 3, 4].map((down) => [2, 4, 5].map((column) => cell(title.row + down, column)));
  expect(changes).toEqual([
    ["Score", 60, 55],
    ["Contacts", 2, 4],
    ["Plan", undefined, "removed"],
  ]);
  expect(first.name).toBe("KAM Review 10 Sep 2025");
});

test("without plans there is nothing to review", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, []);
  await expect(makeReviewPack(workbook, new MemoryPlans(workbook), TODAY, "9 Dec 2025")).rejects.toMatchObject({ code: "noPlans", message: "The workbook has no account plan yet." });
});

test("a plan protected with a password is named, and keeps nothing from the others", async () => {
  const { workbook, store, sheet } = await withPlans();
  store.locked.add("Northwind");
  const { agreed, protectedPlans } = await agreePlans(workbook, store, TODAY, [sheet("Northwind").id, sheet("=1+1").id]);
  expect([agreed.map(({ name }) => name), protectedPlans.map(({ name }) => name)]).toEqual([["=1+1"], ["Northwind"]]);
});

test("texts of pages stand shortened in the review pack, links to them as well", async () => {
  const { workbook, store, show, type } = await withPlans();
  const name = `${"😀".repeat(200)}x`;
  show("Northwind", { Account: name, NextReview: TODAY - 1, Contacts: 0 });
  type("Northwind", "Actions", "Action", "word ".repeat(6_553));
  type("Northwind", "Actions", "Due", TODAY - 3);
  await makeReviewPack(workbook, store, TODAY, "1 Jan 2026");
  const texts = (workbook.added.at(-1) as SheetPlan).cells.map(({ content }) => (content.kind === "formula" ? content.formula : content.kind === "text" ? content.text : ""));
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(300);
  expect(texts.filter((text) => /^(word )+…$|^(word )+w?o?r?d?…$/.test(text))).toHaveLength(1);
  // Half an emoji is no text.
  for (const text of texts) expect(() => encodeURIComponent(text)).not.toThrow();
});
