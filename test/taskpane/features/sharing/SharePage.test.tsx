/** @jest-environment jsdom */
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import { SharePage } from "../../../../src/taskpane/features/sharing/SharePage";
import type { Snapshot, SnapshotStore } from "../../../../src/app/tiering/snapshots";
import { STARTING_MODEL } from "../../../../src/sheets/model/startingModel";
import { modelSheet } from "../../../../src/sheets/model/modelSheet";
import { MemoryBook } from "../../../app/sharing/memoryBook";
import { MemoryWorkbook } from "../../../app/memoryWorkbook";
import { paneServices } from "../../paneDoubles";

// Roles are slow to compute in jsdom when the machine is busy; nothing here waits for a clock.
jest.setTimeout(60_000);

function draw(book: MemoryBook, askedCount = 0, snapshots?: SnapshotStore) {
  const workbook = Object.assign(new MemoryWorkbook([], []), { addSheet: book.addSheet.bind(book), removeSheets: book.removeSheets.bind(book) });
  const { services } = paneServices(workbook, true, book, snapshots);
  return render(
    <FluentProvider theme={webLightTheme}>
      <SharePage services={services} askedCount={askedCount} />
    </FluentProvider>,
  );
}
const click = (name: string) => userEvent.click(screen.getByRole("button", { name }));

function sharedBook(): MemoryBook {
  const book = new MemoryBook((formula) => (formula.includes("SCORE") ? [[1], [2]] : 3));
  book.sheet("Scores", { B2: "=KAM.SCORE(A1:A2,1)", C2: "=KAM.RATE(A2,1)", C3: "=KAM.RATE(A3,1)", D1: "=[Budget.xlsx]Q1!A1" });
  book.sheet("Back office", { A1: "=KAM.ROTI(1,2)" }, { visibility: "veryHidden" });
  const { id } = book.all[0]!;
  book.personal = { comments: [{ sheetId: id, count: 2, authors: ["Ana"] }], properties: [{ caption: "Author", value: "Ana" }] };
  book.definedNames.push({ name: "Best", formula: "=MAX(KAM.SCORE(A1,1))" });
  return book;
}

test("the check says what needs the add-in, where it is and what else goes along", async () => {
  const book = sharedBook();
  const view = draw(book);
  await click("Check before sharing");
  expect(await screen.findByText("4 formulas on 2 sheets need KAM Planner.")).toBeTruthy();
  expect(screen.getByText(/Scores: 3 formulas/)).toBeTruthy();
  expect(screen.getByText(/Back office \(very hidden\): 1 formula/)).toBeTruthy();
  expect(screen.getByText(/KAM.RATE in 2 cells/)).toBeTruthy();
  const reminders = screen.getAllByRole("listitem", { hidden: true }).map((item) => item.textContent);
  expect(reminders).toContain("Name Best: KAM.SCORE");
  expect(reminders.slice(-4)).toEqual([
    "Link to another workbook, “Budget.xlsx”: 1 formula, first on “Scores”. People without that file see its last figures.",
    "1 hidden sheet goes along: Back office (very hidden).",
    "2 comments and notes on “Scores”, by Ana.",
    "File properties: Author Ana.",
  ]);
  expect((await axe(view.container)).violations.map(({ id }) => id)).toEqual([]);
});

test("a place is one click away, unless its sheet is hidden", async () => {
  const book = sharedBook();
  draw(book);
  await click("Check before sharing");
  await userEvent.click(await screen.findByText(/Scores: 3 formulas/));
  await userEvent.click(screen.getByText("C2:C3"));
  expect(book.visited).toEqual([{ sheetId: "id-1", row: 1, column: 2 }]);
  expect(screen.getByText("A1").tagName).toBe("SPAN");
});

test("a workbook without KAM functions is good to go", async () => {
  const book = new MemoryBook();
  book.sheet("List", { A1: 1, B2: "=SUM(A1)" });
  draw(book);
  await click("Check before sharing");
  expect(await screen.findByText("Nothing here needs KAM Planner.")).toBeTruthy();
  expect(screen.getByText(/^No links to other workbooks/)).toBeTruthy();
});

test("the ribbon starts the check, and a running check can be cancelled", async () => {
  const book = sharedBook();
  let go: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => (go = resolve));
  const sheets = book.sheets.bind(book);
  book.sheets = async () => {
    await waiting;
    return sheets();
  };
  draw(book, 1);
  expect(await screen.findByRole("heading", { name: "Checking the workbook" })).toBeTruthy();
  await click("Cancel");
  await act(async () => go());
  expect(await screen.findByRole("button", { name: "Check before sharing" })).toBeTruthy();
});

test("a failed check says what is wrong", async () => {
  const book = sharedBook();
  book.beforeRead = () => {
    throw new Error("no");
  };
  draw(book);
  await click("Check before sharing");
  expect(await screen.findByText("Something went wrong that KAM Planner did not expect.")).toBeTruthy();
});

test("hundreds of places are cut to what a person reads", async () => {
  const book = new MemoryBook(() => 1);
  book.sheet("Big", Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`A${2 * i + 1}`, `=KAM.ROTI(${i},2)`])));
  draw(book);
  await click("Check before sharing");
  expect(await screen.findByText("300 formulas on 1 sheet need KAM Planner.")).toBeTruthy();
  expect(screen.getByText("and 270 more places on this sheet")).toBeTruthy();
});

test("chosen sheets are made to work without the add-in, and restored", async () => {
  const book = sharedBook();
  const before = book.contents();
  const { definedNames } = book;
  draw(book);
  await click("Check before sharing");
  await userEvent.click(await screen.findByRole("checkbox", { name: "Back office (very hidden)" }));
  await click("Replace 3 formulas");
  expect(await screen.findByRole("heading", { name: "Ready to share" })).toBeTruthy();
  expect(Object.values(book.contents()["Scores"] ?? {}).filter((cell) => String(cell).includes("KAM."))).toEqual([]);
  expect(book.contents()["Back office"]).toEqual(before["Back office"]);
  expect(screen.getByRole("button", { name: "KAM Share Log" })).toBeTruthy();
  // The name has no result in this workbook, so it is said that it stays.
  expect(screen.getByText("1 place could not be replaced")).toBeTruthy();
  await click("Restore formulas");
  expect(await screen.findByText("3 formulas restored.")).toBeTruthy();
  expect(book.contents()).toEqual(before);
  expect(book.definedNames).toEqual(definedNames);
});

test("all sheets are chosen or left with one box", async () => {
  draw(sharedBook());
  await click("Check before sharing");
  await userEvent.click(await screen.findByRole("checkbox", { name: "All sheets", checked: true }));
  expect(screen.getByRole("checkbox", { name: "Scores", checked: false })).toBeTruthy();
  await userEvent.click(screen.getByRole("checkbox", { name: "Scores" }));
  expect(screen.getByRole("button", { name: "Replace 3 formulas" })).toBeTruthy();
  await userEvent.click(screen.getByRole("checkbox", { name: "All sheets" }));
  expect(screen.getByRole("button", { name: "Replace 4 formulas" })).toBeTruthy();
});

test("protected sheets cannot be chosen, and say why", async () => {
  const book = new MemoryBook();
  book.sheet("Locked", { A1: "=KAM.ROTI(1,2)" }, { isProtected: true });
  draw(book);
  await click("Check before sharing");
  expect(await screen.findByRole("checkbox", { name: "Locked (protected: unprotect it first)" })).toHaveProperty("disabled", true);
  await click("Replace 0 formulas");
  expect(screen.getByRole("heading", { name: "Before you share" })).toBeTruthy();
});

test("stuck cells are repaired", async () => {
  const book = new MemoryBook((formula) => (formula.includes("_xldudf_") ? "#NAME?" : 1));
  book.sheet("Scores", { A1: "=_xldudf_KAM_SCORE(B1,1)" });
  draw(book);
  await click("Repair formulas");
  expect(await screen.findByText("1 formula entered again.")).toBeTruthy();
  expect(book.contents()).toEqual({ Scores: { "0,0": "=KAM.SCORE(B1,1)" } });
});

test("a workbook without a share log says that there is nothing to restore", async () => {
  const book = new MemoryBook();
  book.sheet("List", { A1: 1 });
  draw(book);
  await click("Restore formulas");
  expect(await screen.findByText("This workbook has no share log.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Check before sharing" })).toBeTruthy();
});

test("two versions are compared, and the changes put on a sheet", async () => {
  const book = new MemoryBook();
  await book.addSheet(modelSheet("KAM Model", { ...STARTING_MODEL, criteria: [{ criterion: "Sales", column: "Revenue", weight: 1, direction: "higher", scale: "minmax", missing: "skip" }] }));
  const snapshot: Snapshot = { id: "s", writtenAt: "2026-05-04T08:30:00Z", modelVersion: 2, accountCount: 0, model: STARTING_MODEL, keys: [], scores: [], tiers: [] };
  draw(book, 0, { list: async () => [snapshot], read: async () => snapshot, add: async () => undefined, remove: async () => undefined });
  await click("Compare versions");
  expect((await screen.findByRole("combobox", { name: "After" })).textContent).toContain("Now");
  await click("Compare");
  expect(await screen.findByText("Sales: new (weight 100 %)")).toBeTruthy();
  expect(screen.getByText(/^Tiers could not be compared/)).toBeTruthy();
  await click("Put on a sheet");
  expect(await screen.findByRole("button", { name: "KAM Changes" })).toBeTruthy();
  expect(Object.values(book.contents()["KAM Changes"] ?? {})).toEqual(expect.arrayContaining(["Criterion", "Sales", "weight 100 %"]));
});

test("with one version there is nothing to compare, and it is said how versions come about", async () => {
  const book = new MemoryBook();
  book.sheet("List", { A1: 1 });
  draw(book);
  await click("Compare versions");
  expect(await screen.findByText(/^There is only one version of the model here/)).toBeTruthy();
});

test("copies of chosen sheets can be made instead", async () => {
  const book = new MemoryBook(() => 3);
  book.sheet("Scores", { A1: "=KAM.ROTI(1,2)" });
  draw(book);
  await click("Check before sharing");
  await userEvent.click(await screen.findByRole("radio", { name: "In copies of them" }));
  await click("Make 1 copy");
  expect(await screen.findByRole("button", { name: "Scores (shared)" })).toBeTruthy();
  expect(book.contents()).toMatchObject({ Scores: { "0,0": "=KAM.ROTI(1,2)" }, "Scores (shared)": { "0,0": 3 } });
});
