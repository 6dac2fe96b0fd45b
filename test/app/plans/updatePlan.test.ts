import fc from "fast-check";
import { updatePlan, type UpdatedPlan } from "../../../src/app/plans/updatePlan";
import { carryOver } from "../../../src/app/plans/carryOver/carryOver";
import { knownContents, remember } from "../../../src/app/plans/carryOver/knownContents";
import { contentAt } from "../../../src/app/plans/carryOver/sheetContent";
import { plansAmong, templateAmong } from "../../../src/app/plans/planSheets";
import { readArea } from "../../../src/sheets/a1";
import type { CellValue } from "../../../src/sheets/cellValue";
import { sheetNameKey } from "../../../src/sheets/limits";
import { AGREED_NAME, AGREED_ROWS, blockName, inputName, KEY_NAME, type PlanInput } from "../../../src/sheets/plan/planNames";
import { ACCOUNTS, MemoryWorkbook, plannedContent, put, rows, type MemorySheet } from "../memoryWorkbook";
import { constantsOf, insertRows, MemoryPlans } from "./memoryPlans";
import { firstReleasePlan, sampleTemplate, stackedPlan } from "./sampleTemplate";

const TEMPLATE = sampleTemplate();

/** A workbook with the template and one plan of it. */
async function withPlan() {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1)]);
  const store = new MemoryPlans(workbook);
  await workbook.addSheet(TEMPLATE);
  store.remembered = remember({}, plannedContent(TEMPLATE)) ?? {};
  const place = templateAmong(await workbook.sheets())!;
  const { id } = await store.copyTemplate(await store.template(place), { name: "Northwind", key: "A1", present: await taken(workbook) });
  const sheet = (of: string) => workbook.sheetList.find((one) => one.id === of) as MemorySheet;
  return { workbook, store, plan: sheet(id), template: sheet(place.id), sheet };
}
const taken = async (workbook: MemoryWorkbook) => new Set((await workbook.sheets()).map((one) => sheetNameKey(one.name)));

async function update({ workbook, store, plan }: Awaited<ReturnType<typeof withPlan>>): Promise<UpdatedPlan> {
  const template = await store.template(templateAmong(await workbook.sheets())!);
  const source = { template, content: (await store.contents([template.id]))[0]!, known: knownContents(store.remembered) };
  const listed = plansAmong(await workbook.sheets()).find((one) => one.id === plan.id)!;
  return updatePlan(workbook, store, source, listed, await taken(workbook));
}

const type = (sheet: MemorySheet, address: string, word: CellValue) => put(sheet.content.cells, readArea(address).row, readArea(address).column, word);
const inputCell = (sheet: MemorySheet, input: Parameters<typeof inputName>[0], row = 0, column = 0) => {
  const area = sheet.content.names.get(inputName(input))!;
  return { row: area.row + row, column: area.column + column };
};

test("typed words stand in the same place of the new sheet, and the plan as it was stays beside it", async () => {
  const book = await withPlan();
  const contact = inputCell(book.plan, "Contacts", 1);
  put(book.plan.content.cells, contact.row, contact.column, "Maria Anders");
  const { former, successor, keptCount } = await update(book);
  expect(book.workbook.sheetList.map(({ name }) => name)).toEqual(["Accounts", "KAM Plan Template", "Northwind (former)", "Northwind"]);
  expect([former.id, keptCount]).toEqual([book.plan.id, 0]);
  expect(contentAt(book.sheet(successor.id).content, contact.row, contact.column)).toBe("Maria Anders");
  expect(plansAmong(await book.workbook.sheets()).map(({ id, key }) => [id, key])).toEqual([[successor.id, "A1"]]);
});

test("a template with new wording, a new block and blocks in another order brings them, and the words find their places", async () => {
  const book = await withPlan();
  const [contact, action] = [inputCell(book.plan, "Contacts"), inputCell(book.plan, "Actions", 2)];
  put(book.plan.content.cells, contact.row, contact.column, "Maria Anders");
  put(book.plan.content.cells, action.row, action.column, "Send the offer");
  // Three rows above everything, a heading changed, a formula changed.
  insertRows(book.template.content, 3, 3);
  put(book.template.content.cells, 4, 1, "Our logo");
  const head = inputCell(book.template, "Contacts", -1);
  const before = contentAt(book.template.content, head.row, head.column);
  put(book.template.content.cells, head.row, head.column, "People we know");
  const { successor, keptCount } = await update(book);
  const made = book.sheet(successor.id);
  expect(keptCount).toBe(0);
  expect(contentAt(made.content, contact.row + 3, contact.column)).toBe("Maria Anders");
  expect(contentAt(made.content, action.row + 3, action.column)).toBe("Send the offer");
  expect(contentAt(made.content, 4, 1)).toBe("Our logo");
  expect([before, contentAt(made.content, head.row, head.column)]).toEqual(["Contact and position", "People we know"]);
});

test("rows somebody inserted for more contacts are made again", async () => {
  const book = await withPlan();
  const area = book.plan.content.names.get(inputName("Contacts"))!;
  insertRows(book.plan.content, area.row + 2, 4);
  const names = Array.from({ length: area.rowCount + 4 }, (_, i) => `Contact ${i}`);
  names.forEach((name, i) => put(book.plan.content.cells, area.row + i, area.column, name));
  const { successor, keptCount } = await update(book);
  const made = book.sheet(successor.id).content;
  const grown = made.names.get(inputName("Contacts"))!;
  expect([grown.rowCount, keptCount]).toEqual([area.rowCount + 4, 0]);
  expect(names.map((_, i) => contentAt(made, grown.row + i, grown.column))).toEqual(names);
});

test("what is typed over a formula stays typed, what is typed beside the plan stays beside it", async () => {
  const book = await withPlan();
  const growth = book.plan.content.names.get(inputName("PlannedGrowth"))!;
  put(book.plan.content.cells, growth.row, growth.column, 0.31);
  type(book.plan, "Z90", "ask the twin");
  const { successor } = await update(book);
  const made = book.sheet(successor.id).content;
  expect(contentAt(made, growth.row, growth.column)).toBe(0.31);
  expect(contentAt(made, 89, 25)).toBe("ask the twin");
});

test("words of a block that the template has no more are kept below, with where they came from", async () => {
  const book = await withPlan();
  const risk = inputCell(book.plan, "Risks");
  put(book.plan.content.cells, risk.row, risk.column, "They may merge");
  const block = book.template.content.names.get(blockName("Risks"))!;
  book.template.content.cells.splice(block.row, block.rowCount);
  for (const [name, area] of [...book.template.content.names]) {
    if (area.row >= block.row + block.rowCount) book.template.content.names.set(name, { ...area, row: area.row - block.rowCount });
    else if (area.row >= block.row) book.template.content.names.delete(name);
  }
  const { successor, keptCount } = await update(book);
  const words = constantsOf(book.sheet(successor.id).content).map(({ word }) => word);
  expect(keptCount).toBe(1);
  expect(words).toEqual(expect.arrayContaining(["Kept from the plan before the update", "They may merge"]));
  // A second update takes the line along and adds nothing to it.
  const again = await update({ ...book, plan: book.sheet(successor.id) });
  expect([again.keptCount, constantsOf(book.sheet(again.successor.id).content).filter(({ word }) => word === "They may merge").length]).toEqual([1, 1]);
});

test("comments and pictures that cannot be copied do not hold up an update; what became of them is told", async () => {
  const book = await withPlan();
  const none = { comments: 0, notes: 0, pictures: 0, charts: 0 };
  book.store.attachments = { carried: { ...none, comments: 2 }, left: { ...none, charts: 1 } };
  expect((await update(book)).attachments).toEqual(book.store.attachments);
  const again = await withPlan();
  again.store.beforeStep = (step) => {
    if (step === "attachments") throw new Error("not here");
  };
  expect((await update(again)).attachments).toBeUndefined();
});

test("a person who types while the plan is being updated keeps both the word and the plan", async () => {
  const book = await withPlan();
  book.store.beforeStep = (step) => {
    if (step === "key") type(book.plan, "C3", "just typed");
  };
  await expect(update(book)).rejects.toMatchObject({ code: "planEdited", message: '"Northwind" was changed while it was being updated.' });
  expect(book.workbook.sheetList.map(({ name }) => name)).toEqual(["Accounts", "KAM Plan Template", "Northwind"]);
  expect(contentAt(book.plan.content, 2, 2)).toBe("just typed");
});

test("an update that would lose a word is given up, and the plan stays", async () => {
  const book = await withPlan();
  type(book.plan, "Z90", "precious");
  const contents = book.store.contents.bind(book.store);
  book.store.contents = async (ids) => (await contents(ids)).map((content, i) => (ids.length > 1 && i === 0 ? { ...content, cells: content.cells.map((row) => row.map((cell) => (cell === "precious" ? "" : cell))) } : content));
  await expect(update(book)).rejects.toMatchObject({ code: "wordsWouldBeLost", message: '"Northwind" was left as it was: the updated sheet would not hold what is typed in "precious".' });
  expect(book.workbook.sheetList.map(({ name }) => name)).toEqual(["Accounts", "KAM Plan Template", "Northwind"]);
});

/** Words as people type them, some of which the template holds too. */
const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== "" && !text.startsWith("=")),
  fc.integer({ min: -5, max: 3_000_000 }),
  fc.constantFrom<CellValue>("=1+1", "'quoted", "007", "Owner", "Contact", "Open", "Grow", "1 Analysis", true, 0, 2025, "日本 🍣", "<b>x</b>"),
);
const place = fc.record({ row: fc.oneof(fc.nat(90), fc.nat(400)), column: fc.oneof(fc.nat(20), fc.nat(40)) });
const edit = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("type" as const), place, word }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("insert" as const), at: fc.integer({ min: 1, max: 90 }), count: fc.integer({ min: 1, max: 6 }) }) },
);
const templateEdit = fc.oneof(
  fc.record({ kind: fc.constant("word" as const), place, word }),
  fc.record({ kind: fc.constant("insert" as const), at: fc.integer({ min: 1, max: 90 }), count: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant("drop" as const), at: fc.integer({ min: 12, max: 80 }), count: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant("unname" as const), block: fc.constantFrom("Contacts" as const, "Actions" as const, "Reviews" as const) }),
);

const count = (words: readonly CellValue[]) => {
  const counts = new Map<CellValue, number>();
  for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
};

test("no typed word is ever lost: wherever it stands, whatever happened to the template, and at whichever step the update fails", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 25 }), fc.array(templateEdit, { maxLength: 5 }), fc.option(fc.nat(60), { nil: undefined }), async (edits, templateEdits, failAt) => {
      const book = await withPlan();
      const key = () => book.plan.content.names.get(KEY_NAME)!;
      const typed: { row: number; column: number; word: CellValue }[] = [];
      for (const one of edits) {
        if (one.kind === "insert") {
          insertRows(book.plan.content, one.at, one.count);
          // The copied row is the spreadsheet's doing, not the person's.
          for (let row = one.at; row < one.at + one.count; row++) book.plan.content.cells[row] = [];
          for (const before of typed) if (before.row >= one.at) before.row += one.count;
        } else if (one.place.row !== key().row || one.place.column !== key().column) {
          put(book.plan.content.cells, one.place.row, one.place.column, one.word);
          const at = typed.findIndex((before) => before.row === one.place.row && before.column === one.place.column);
          if (at >= 0) typed.splice(at, 1);
          typed.push({ ...one.place, word: one.word });
        }
      }
      const template = book.template.content;
      for (const one of templateEdits) {
        if (one.kind === "word") put(template.cells, one.place.row, one.place.column, one.word);
        else if (one.kind === "insert") insertRows(template, one.at, one.count);
        else if (one.kind === "unname") template.names.delete(inputName(one.block));
        else {
          template.cells.splice(one.at, one.count);
          for (const [name, area] of [...template.names]) {
            if (area.row >= one.at + one.count) template.names.set(name, { ...area, row: area.row - one.count });
            else if (area.row >= one.at) template.names.delete(name);
          }
        }
      }
      const before = structuredClone(book.plan.content);
      let step = 0;
      book.store.beforeStep = () => {
        if (failAt !== undefined && step++ === failAt) throw new Error("Excel gave up");
      };
      const result = await update(book).then(
        (updated) => updated,
        () => undefined,
      );
      if (!result) {
        expect(book.plan.content.cells).toEqual(before.cells);
        expect(book.workbook.sheetList.filter((sheet) => sheet !== book.plan && sheet !== book.template)).toHaveLength(1);
        return;
      }
      const now = book.sheet(result.successor.id).content;
      // The former sheet is as it was, whatever became of the new one.
      expect(book.plan.content.cells).toEqual(before.cells);
      // A word the template itself holds in that column cannot be told from its wording; all others can.
      const planned = plannedContent(TEMPLATE);
      const isWording = (column: number, one: CellValue) => planned.cells.some((row) => row[column] === one);
      const own = count(typed.filter(({ column, word: one }) => !isWording(column, one)).map(({ word: one }) => one));
      const present = count(constantsOf(now).map(({ word: one }) => one));
      const mayBeTheTemplates = count(constantsOf(template).map(({ word: one }) => one));
      for (const [one, times] of own) {
        const typedOnes = mayBeTheTemplates.has(one) ? 1 : times;
        expect([one, (present.get(one) ?? 0) >= typedOnes]).toEqual([one, true]);
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 60) },
  );
});

describe("a plan with its blocks below each other, of an earlier template", () => {
  async function withStackedPlan() {
    const book = await withPlan();
    await book.workbook.removeSheets([book.plan.id]);
    const sheet = stackedPlan("Northwind");
    book.store.remembered = remember(book.store.remembered, plannedContent(sheet)) ?? book.store.remembered;
    const { id } = await book.workbook.addSheet(sheet);
    return { ...book, plan: book.sheet(id) };
  }

  test("gets them side by side, with every word under its head", async () => {
    const book = await withStackedPlan();
    const { cells, names } = book.plan.content;
    const heads = (sheet: MemorySheet, input: PlanInput) => sheet.content.cells[sheet.content.names.get(inputName(input))!.row - 1] ?? [];
    const forms = ["Contacts", "Objectives", "Opportunities", "Solution", "Actions", "Risks", "Team", "Reviews"] as const;
    const typed = forms.flatMap((input) => {
      const area = names.get(inputName(input))!;
      return heads(book.plan, input).flatMap((head, column) => {
        if (typeof head !== "string" || head === "" || column < area.column || column >= area.column + area.columnCount) return [];
        put(cells, area.row + 1, column, `${input}: ${head}`);
        return [{ input, head }];
      });
    });
    const singles = (["Owner", "Reviewer", "Step", "Stage", "Revenue", "Spend", "PlannedGrowth", "AgreedOn", "AgreedBy", "Overview"] as const).filter((input) => names.has(inputName(input)));
    for (const input of singles) put(cells, inputCell(book.plan, input).row, inputCell(book.plan, input).column, `my ${input}`);
    const answers = names.get(inputName("Diagnosis"))!;
    for (let i = 0; i < answers.rowCount; i++) put(cells, answers.row + i, answers.column, `answer ${i}`);
    const marks = names.get(inputName("Relations"))!;
    put(cells, marks.row + 2, marks.column + 1, "Leads");
    const grid = names.get(inputName("WhiteSpace"))!;
    for (const [column, one] of ["Labels", "Open", "Sold"].entries()) put(cells, grid.row, grid.column + column, one);
    put(cells, grid.row, grid.column + 8, 420_000);
    const agreed = names.get(AGREED_NAME)!;
    put(cells, agreed.row + AGREED_ROWS.agreed, agreed.column + 2, 324_709);

    const { successor, keptCount } = await update(book);
    const made = book.sheet(successor.id);
    const at = (input: PlanInput, row: number, column: number) => contentAt(made.content, inputCell(made, input, row, column).row, inputCell(made, input, row, column).column);
    expect(typed.length).toBeGreaterThan(45);
    for (const { input, head } of typed) {
      const column = heads(made, input).findIndex((word, i) => word === head && i >= made.content.names.get(inputName(input))!.column);
      expect(contentAt(made.content, inputCell(made, input, 1).row, column)).toBe(`${input}: ${head}`);
    }
    for (const input of singles) expect(at(input, 0, 0)).toBe(`my ${input}`);
    expect(Array.from({ length: 6 }, (_, i) => at("Diagnosis", 2 * i, 0))).toEqual(["answer 0", "answer 1", "answer 2", "answer 3", "answer 4", "answer 5"]);
    expect(at("Relations", 2, 1)).toBe("Leads");
    expect([0, 1, 2, 8].map((column) => at("WhiteSpace", 0, column))).toEqual(["Labels", "Open", "Sold", 420_000]);
    const area = made.content.names.get(AGREED_NAME)!;
    expect(contentAt(made.content, area.row + AGREED_ROWS.agreed, area.column + 2)).toBe(324_709);
    expect(keptCount).toBe(0);
  });

  test("a long text gets rows that show it, because Excel does not size cells that are several", () => {
    const sheet = stackedPlan("Northwind");
    const content = plannedContent(sheet);
    const overview = content.names.get(inputName("Overview"))!;
    put(content.cells, overview.row, overview.column, "words ".repeat(100));
    const words = carryOver(content, plannedContent(TEMPLATE), knownContents(remember({}, plannedContent(sheet))!));
    // 600 letters are 7 lines of 88, over two rows.
    expect(words.taller).toEqual([{ row: plannedContent(TEMPLATE).names.get(inputName("Overview"))!.row, rowCount: 2, points: 43 }]);
  });

  test("nothing typed is written behind the first of several cells that are one", async () => {
    const book = await withStackedPlan();
    const { cells, names } = book.plan.content;
    const overview = names.get(inputName("Overview"))!;
    const answers = names.get(inputName("Diagnosis"))!;
    put(cells, overview.row + 1, overview.column, "second line");
    put(cells, answers.row, answers.column + 3, "beside the answer");
    const { successor, keptCount } = await update(book);
    const made = book.sheet(successor.id);
    expect(keptCount).toBe(2);
    const wide = [...made.content.names].filter(([name]) => name.startsWith("KAM_Wide_")).map(([, area]) => area);
    expect(wide.length).toBeGreaterThan(10);
    for (const area of wide) {
      for (let row = area.row; row < area.row + area.rowCount; row++) {
        for (let column = area.column; column < area.column + area.columnCount; column++) {
          if (row !== area.row || column !== area.column) expect(contentAt(made.content, row, column)).toBe("");
        }
      }
    }
  });

  test("brings more rows than today's blocks have, and a block beside them that ends elsewhere is not repeated", async () => {
    const book = await withStackedPlan();
    const area = book.plan.content.names.get(inputName("Risks"))!;
    insertRows(book.plan.content, area.row + 2, 6);
    const risks = Array.from({ length: 9 }, (_, i) => `Risk ${i}`);
    risks.forEach((risk, i) => put(book.plan.content.cells, area.row + i, area.column, risk));
    const { successor } = await update(book);
    const made = book.sheet(successor.id);
    const first = inputCell(made, "Risks");
    expect(risks.map((_, i) => contentAt(made.content, first.row + i, first.column))).toEqual(risks);
    const members = constantsOf(made.content).filter(({ word: one }) => one === "Member");
    expect(members).toHaveLength(1);
  });
});

describe("a plan of release 0.1.0", () => {
  async function withOldPlan() {
    const book = await withPlan();
    await book.workbook.removeSheets([book.plan.id]);
    const { id } = await book.workbook.addSheet(firstReleasePlan("Northwind"));
    return { ...book, plan: book.sheet(id) };
  }
  const below = (sheet: MemorySheet, section: string, head: string, line = 0) => {
    const title = sheet.content.cells.findIndex((row) => row[1] === section);
    return { row: title + 2 + line, column: sheet.content.cells[title + 1]!.indexOf(head) };
  };
  const inNew = (sheet: MemorySheet, input: Parameters<typeof inputName>[0], head: string, line = 0) => {
    const area = sheet.content.names.get(inputName(input))!;
    return contentAt(sheet.content, area.row + line, (sheet.content.cells[area.row - 1] ?? []).indexOf(head));
  };

  test("is recognised, and what was typed in it stands under today's heads", async () => {
    const book = await withOldPlan();
    const { cells } = book.plan.content;
    const put2 = (section: string, head: string, word: CellValue, line = 0) => put(cells, below(book.plan, section, head, line).row, below(book.plan, section, head).column, word);
    put2("Objectives, theirs and ours", "Their objective", "Fewer suppliers");
    put2("Objectives, theirs and ours", "Horizon", "Long");
    put2("Decision unit", "Contact", "Maria Anders", 4);
    put2("Decision unit", "Wants", "Short lead times", 4);
    put2("Decision unit", "Last contact", 45_990, 4);
    put2("Action plan", "Action", "Send the offer", 5);
    put2("Review log", "Comment", "Who decides?", 3);
    put2("Review log", "Reviewed on", 45_980, 3);
    const strip = cells.findIndex((row) => row.includes("Step we are at"));
    put(cells, strip + 1, cells[strip]!.indexOf("Step we are at"), "3 Decision unit");
    put(cells, strip + 1, cells[strip]!.indexOf("Owner"), "Ann");
    put(cells, 80, 2, "Typed below the plan");
    const { successor, keptCount } = await update(book);
    const made = book.sheet(successor.id);
    expect([
      inNew(made, "Objectives", "Their objective"),
      inNew(made, "Objectives", "Horizon"),
      inNew(made, "Contacts", "Contact and position", 4),
      inNew(made, "Contacts", "Interests and practices", 4),
      inNew(made, "Contacts", "Last met", 4),
      inNew(made, "Actions", "Action", 5),
      inNew(made, "Reviews", "Reviewer's comment", 3),
      inNew(made, "Reviews", "On", 3),
    ]).toEqual(["Fewer suppliers", "Long", "Maria Anders", "Short lead times", 45_990, "Send the offer", "Who decides?", 45_980]);
    const single = (input: Parameters<typeof inputName>[0]) => contentAt(made.content, inputCell(made, input).row, inputCell(made, input).column);
    expect([single("Step"), single("Owner")]).toEqual(["3 Decision unit", "Ann"]);
    const words = constantsOf(made.content).map(({ word: one }) => one);
    expect(words).toContain("Typed below the plan");
    // Nothing of the old sheet's own wording comes along as if somebody had typed it.
    expect(words).not.toContain("Wants");
    expect(keptCount).toBe(0);
  });

  test("with more rows than today's template has still brings every word", async () => {
    const book = await withOldPlan();
    const first = below(book.plan, "Decision unit", "Contact");
    insertRows(book.plan.content, first.row + 1, 9);
    const people = Array.from({ length: 14 }, (_, i) => `Person ${i}`);
    people.forEach((person, i) => put(book.plan.content.cells, first.row + i, first.column, person));
    const { successor } = await update(book);
    const made = book.sheet(successor.id);
    expect(people.map((_, i) => inNew(made, "Contacts", "Contact and position", i))).toEqual(people);
  });
});

describe("a person's own block below the others", () => {
  /** Own heads and formulas in the template, answers in the plan. */
  async function withOwnBlock() {
    const book = await withPlan();
    const end = Math.max(...[...book.template.content.names].filter(([name]) => name.startsWith("KAM_Block_")).map(([, area]) => area.row + area.rowCount));
    const own = end + 2;
    for (const { content } of [book.template, book.plan]) {
      [["Sustainability", "", ""], ["Target", "By", "Share"], ["", "", ""], ["", "", ""]].forEach((line, r) => line.forEach((word, c) => word !== "" && put(content.cells, own + r, 1 + c, word)));
      put(content.cells, own + 2, 4, { formula: `=IF(D${own + 3}="","",D${own + 3}*2)`, value: "" });
    }
    book.store.remembered = remember(book.store.remembered, book.template.content) ?? book.store.remembered;
    ["Halve the waste", "2027", 0.5].forEach((word, c) => put(book.plan.content.cells, own + 2, 1 + c, word));
    return { ...book, own };
  }
  const answersBelow = (sheet: MemorySheet) => {
    const head = sheet.content.cells.findIndex((row) => row[1] === "Target");
    return head < 0 ? undefined : (sheet.content.cells[head + 1] ?? []).slice(1, 4);
  };

  test("keeps its answers under its heads, also when the template's blocks end elsewhere", async () => {
    const book = await withOwnBlock();
    insertRows(book.template.content, 3, 4);
    const { successor, keptCount } = await update(book);
    expect(answersBelow(book.sheet(successor.id))).toEqual(["Halve the waste", "2027", 0.5]);
    expect(keptCount).toBe(0);
  });

  test("comes with its answers where a fresh template lacks it, told as kept or standing below", async () => {
    const book = await withOwnBlock();
    book.template.content.cells.splice(book.own);
    const { successor } = await update(book);
    const words = constantsOf(book.sheet(successor.id).content).map(({ word: one }) => one);
    expect(words).toEqual(expect.arrayContaining(["Halve the waste", "2027", 0.5]));
  });
});
