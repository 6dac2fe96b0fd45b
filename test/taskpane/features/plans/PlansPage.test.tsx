/** @jest-environment jsdom */
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import { buildPlans } from "../../../../src/app/plans/buildPlans";
import { USUAL_TEMPLATE } from "../../../../src/app/plans/planTemplate";
import { proposePlans } from "../../../../src/app/plans/proposePlans";
import { Problem } from "../../../../src/app/problems";
import { PlansPage } from "../../../../src/taskpane/features/plans/PlansPage";
import { ACCOUNTS, MemoryWorkbook, rows } from "../../../app/memoryWorkbook";
import { paneServices } from "../../paneDoubles";

// Roles are slow to compute in jsdom when the machine is busy; nothing here waits for a clock.
jest.setTimeout(60_000);

function draw(workbook: MemoryWorkbook) {
  const pane = paneServices(workbook);
  const view = render(
    <FluentProvider theme={webLightTheme}>
      <PlansPage services={pane.services} asked={undefined} />
    </FluentProvider>,
  );
  return { ...pane, view };
}
const click = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const lines = (label: string) => within(screen.getByRole("list", { name: label })).getAllByRole("listitem").map((item) => item.textContent);

test("the accounts that get a plan and their sheet names are shown before anything is made", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1, 3)]);
  workbook.hidden.add(1);
  draw(workbook);
  await click("Build plans");
  expect(await screen.findByRole("heading", { name: "2 accounts selected" })).toBeTruthy();
  expect(lines("Plans to build")).toEqual(["=1+1new sheet", "Bad:Name?as “Bad Name”"]);
  expect(screen.getByText("1 hidden row is left out.")).toBeTruthy();
  expect(workbook.added).toEqual([]);
});

test("plans are built and each can be opened", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1, 2)]);
  const { view } = draw(workbook);
  await click("Build plans");
  await userEvent.click(await screen.findByRole("button", { name: "Build 2 plans" }));
  expect(await screen.findByText("2 plans made")).toBeTruthy();
  await userEvent.click(within(screen.getByRole("list", { name: "Plans made" })).getByRole("button", { name: "Northwind" }));
  for (const name of ["KAM Model", "KAM Plan Template", "KAM Plans"]) await userEvent.click(screen.getByRole("button", { name }));
  expect(workbook.opened).toEqual(["id Northwind 1", "id KAM Model", "id KAM Plan Template", "id KAM Plans"]);
  // The list of all plans below knows them at once.
  expect(within(await screen.findByRole("list", { name: "Plans" })).getAllByRole("listitem")).toHaveLength(2);
  expect((await axe(view.container)).violations.map((v) => v.id)).toEqual([]);
});

test("progress names the account; cancel finishes it and keeps what is done", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1, 3)]);
  let goOn: () => void = () => undefined;
  const { view, planStore } = draw(workbook);
  planStore.beforeStep = (step) => (step === "copy =1+1" ? new Promise<void>((resolve) => (goOn = resolve)) : undefined);
  await click("Build plans");
  await userEvent.click(await screen.findByRole("button", { name: "Build 3 plans" }));
  expect(await screen.findByText("2 of 3, =1+1")).toBeTruthy();
  expect(screen.getByRole("progressbar", { name: "Progress" }).getAttribute("aria-valuenow")).toBe("1");
  expect((await axe(view.container)).violations.map((v) => v.id)).toEqual([]);

  await click("Cancel");
  expect(screen.getByText("Cancelling after this plan")).toBeTruthy();
  await act(async () => goOn());
  expect(await screen.findByText("Cancelled: 2 plans finished before")).toBeTruthy();
  expect(lines("Plans made")).toEqual(["Northwind", "=1+1"]);
});

test("what was made is removed after asking, and only that", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1, 2)]);
  draw(workbook);
  await click("Build plans");
  await userEvent.click(await screen.findByRole("button", { name: "Build 2 plans" }));
  await userEvent.click(await screen.findByRole("button", { name: "Remove these 2 plans" }));
  await userEvent.click(screen.getByRole("button", { name: "Keep" }));
  expect(workbook.sheetList).toHaveLength(6);
  await click("Remove these 2 plans");
  await click("Remove");
  expect(await screen.findByText("2 plans removed again.")).toBeTruthy();
  expect(workbook.sheetList.map((sheet) => sheet.name)).toEqual(["Accounts", "KAM Model", "KAM Plan Template", "KAM Plans"]);
});

test("accounts with a plan are kept unless a copy is asked for", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1)]);
  workbook.sheetList.push({ id: "old", name: "Northwind plan", content: { cells: [["A1"]], names: new Map([["KAM_Key", rows(0)]]) } });
  draw(workbook);
  await click("Build plans");
  expect(await screen.findByText("keeps “Northwind plan”")).toBeTruthy();
  expect(screen.getByRole("button", { name: "No plan to build" }).getAttribute("aria-disabled")).toBe("true");
  await userEvent.click(screen.getByRole("radio", { name: "Make a new one beside it" }));
  await click("Build 1 plan");
  expect(await screen.findByText("1 plan made")).toBeTruthy();
  expect(workbook.sheetList.map((sheet) => sheet.name)).toEqual(["Accounts", "Northwind plan", "KAM Model", "KAM Plan Template", "Northwind", "KAM Plans"]);
});

test("a selection that moved is pointed out, and read again on demand", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1)]);
  draw(workbook);
  await click("Build plans");
  await screen.findByRole("heading", { name: "1 account selected" });
  act(() => workbook.select([rows(1, 3)]));
  expect(screen.getByText("The selection in the sheet has changed since.")).toBeTruthy();
  await click("Read the selection again");
  expect(await screen.findByRole("heading", { name: "3 accounts selected" })).toBeTruthy();
});

test("notes on the list name cells and can be unfolded", async () => {
  draw(new MemoryWorkbook([["Account", "Revenue"], ["Acme", "n/a"]], [rows(1)]));
  await click("Build plans");
  await userEvent.click(await screen.findByText("1 note on the list “Accounts”"));
  expect(screen.getByRole("group").textContent).toContain('B2: "Revenue" of row 2 is "n/a", which is not a number.');
});

test("a problem says what to select and can be copied for a report", async () => {
  const { copied } = draw(new MemoryWorkbook(ACCOUNTS, [rows(0)]));
  await click("Build plans");
  expect(await screen.findByText("Only the header row (row 1) is selected.")).toBeTruthy();
  expect(screen.getByText(/Select one or more rows of your account list/)).toBeTruthy();
  await click("Copy details");
  expect(await screen.findByRole("button", { name: "Copied" })).toBeTruthy();
  expect(copied[0]).toContain("headerOnly");
});

test("a raw message never reaches the screen", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1)]);
  workbook.selection = () => Promise.reject(new Error("0x80070057 secret"));
  const { copied } = draw(workbook);
  await click("Build plans");
  expect(await screen.findByText("Something went wrong that KAM Planner did not expect.")).toBeTruthy();
  expect(document.body.textContent).not.toContain("0x80070057");
  await click("Copy details");
  expect(copied[0]).toContain("0x80070057");
});

test("accounts that got no plan are listed with the reason, told once", async () => {
  const { planStore } = draw(new MemoryWorkbook(ACCOUNTS, [rows(1, 3)]));
  planStore.beforeStep = (step) => {
    if (step.startsWith("copy") && step !== "copy Northwind") throw new Problem("tooLarge", "That is more than Excel takes at once.", "Select fewer rows, then try again.");
  };
  await click("Build plans");
  await userEvent.click(await screen.findByRole("button", { name: "Build 3 plans" }));
  expect(await screen.findByText("Nothing done for =1+1, Bad:Name?:")).toBeTruthy();
  expect(screen.getAllByText("That is more than Excel takes at once.")).toHaveLength(1);
  expect(lines("Plans made")).toEqual(["Northwind"]);
});

test("a plan that is gone when its link is clicked says so", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1)]);
  draw(workbook);
  await click("Build plans");
  await userEvent.click(await screen.findByRole("button", { name: "Build 1 plan" }));
  workbook.openSheet = () => Promise.reject(new Problem("sheetGone", "A sheet is gone.", "Read the selection again."));
  await userEvent.click(await screen.findByRole("button", { name: "Northwind" }));
  expect(await screen.findByText("A sheet is gone.")).toBeTruthy();
});

test("existing plans can be updated: the label says what will happen, the former sheets are named and the run can be taken back", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1)]);
  draw(workbook);
  await click("Build plans");
  await userEvent.click(await screen.findByRole("button", { name: "Build 1 plan" }));
  await userEvent.click(await screen.findByRole("button", { name: "Build more plans" }));
  workbook.select([rows(1, 2)]);
  await click("Build plans");
  await userEvent.click(await screen.findByRole("radio", { name: /^Update it from the template/ }));
  expect(lines("Plans to build")).toEqual(["Northwindupdates “Northwind”", "=1+1new sheet"]);
  await click("Build 1 and update 1 plan");
  expect(await screen.findByText("1 plan made, 1 plan updated")).toBeTruthy();
  expect(lines("Plans updated")).toEqual(["Northwind"]);
  expect(await screen.findByRole("button", { name: "Remove 1 former plan" })).toBeTruthy();
  await click("Take this run back");
  await userEvent.click(within(screen.getByRole("group", { name: "Take this run back" })).getByRole("button", { name: "Remove" }));
  expect(await screen.findByText("2 plans as before.")).toBeTruthy();
  expect(workbook.sheetList.map((sheet) => sheet.name)).toEqual(["Accounts", "KAM Model", "KAM Plan Template", "Northwind", "KAM Plans"]);
});

test("all accounts of a tier can be taken instead of the selected rows", async () => {
  draw(new MemoryWorkbook([["Account ID", "Account", "Tier"], ["A1", "Northwind", "A"], ["A2", "Southwind", "B"], ["A3", "Eastwind", "A"]], [rows(2)]));
  await click("Build plans");
  await userEvent.selectOptions(await screen.findByRole("combobox", { name: "Accounts" }), "All of tier A (2)");
  expect(await screen.findByRole("heading", { name: "2 accounts in tier A" })).toBeTruthy();
  expect(lines("Plans to build")).toEqual(["Northwindnew sheet", "Eastwindnew sheet"]);
});

test("the first run asks which kind of plan, later ones do not", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1)]);
  draw(workbook);
  await click("Build plans");
  await userEvent.selectOptions(await screen.findByRole("combobox", { name: "Kind of plan" }), "Compact, one page");
  await click("Build 1 plan");
  await userEvent.click(await screen.findByRole("button", { name: "Build more plans" }));
  expect(workbook.added.find((sheet) => sheet.name === "KAM Plan Template")?.names.some(({ name }) => name === "KAM_Block_WhiteSpace")).toBe(false);
  await click("Build plans");
  await screen.findByRole("heading", { name: "1 account selected" });
  expect(screen.queryByRole("combobox", { name: "Kind of plan" })).toBeNull();
});

test("the kind of plan, the paper and locked figures are chosen where the template is made, and later with a fresh one", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1)]);
  const { view } = draw(workbook);
  await click("Build plans");
  await userEvent.selectOptions(await screen.findByRole("combobox", { name: "Kind of plan" }), "Compact, one page");
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Paper" }), "Letter");
  await userEvent.click(screen.getByRole("checkbox", { name: /^Lock the figures/ }));
  expect((await axe(view.container)).violations.map((v) => v.id)).toEqual([]);
  await click("Build 1 plan");
  await screen.findByText("1 plan made");
  expect(workbook.added.find(({ name }) => name === "KAM Plan Template")).toMatchObject({ lockFigures: true, page: { paper: "Letter", onePage: true } });

  await click("Build more plans");
  await click("Build plans");
  expect(await screen.findByText("Plans are copies of “KAM Plan Template”.")).toBeTruthy();
  expect(screen.queryByRole("combobox", { name: "Kind of plan" })).toBeNull();
  await userEvent.click(screen.getByRole("checkbox", { name: /^Make a fresh template/, hidden: true }));
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Kind of plan", hidden: true }), "Full, two pages");
  await click("Make the fresh template");
  expect(await screen.findByText(/^Fresh template made/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "KAM Plan Template (old)" })).toBeTruthy();
  expect(workbook.added.at(-1)).toMatchObject({ lockFigures: false, page: { percent: 68 } });
});

test("an update says how many comments, notes and pictures it brought along and what only the former sheet has", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1)]);
  const { planStore } = draw(workbook);
  planStore.attachments = { carried: { comments: 2, notes: 1, pictures: 0, charts: 0 }, left: { comments: 0, notes: 0, pictures: 0, charts: 1 } };
  await click("Build plans");
  await userEvent.click(await screen.findByRole("button", { name: "Build 1 plan" }));
  await userEvent.click(await screen.findByRole("button", { name: "Build more plans" }));
  await click("Build plans");
  await userEvent.click(await screen.findByRole("radio", { name: /^Update it/ }));
  await click("Update 1 plan");
  expect(await screen.findByText(/Brought along: 2 comments, 1 note\. Only on the former sheets: 1 chart of your own,/)).toBeTruthy();
});

test("fitting plans to print tells pages and scale, which plans hold too much text and which were left alone", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1, 3)]);
  const { planStore } = draw(workbook);
  await click("Build plans");
  await userEvent.click(await screen.findByRole("button", { name: "Build 3 plans" }));
  await screen.findByRole("list", { name: "Plans" });
  const print = (id: string, points: number) => ({ id, firstRow: 0, percent: 70, texts: [], rows: { paper: "A4" as const, topMargin: 22, bottomMargin: 32, heights: Array<number>(80).fill(points), breaks: [40], titleRows: 1 } });
  planStore.active = "id Northwind 1";
  planStore.printed = [print("id Northwind 1", 22)];
  await click("Fit the open plan to print");
  expect(await screen.findByText("“Northwind” shows its long texts and prints on 2 pages at 59 % of its size.")).toBeTruthy();
  const [, second] = (await planStore.workbook.sheets()).filter(({ name }) => ["Northwind", "=1+1"].includes(name));
  planStore.printed = [print("id Northwind 1", 22), print(second!.id, 40)];
  await click("Fit these 3");
  expect(await screen.findByText(/“=1\+1”: too much text for letters one can read; it prints on more pages\..*“Bad Name”: left as it is/)).toBeTruthy();
});

describe("a pane that comes back after it was closed in mid-run", () => {
  async function interruptedBook(step: string) {
    const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1, 3)]);
    const before = paneServices(workbook).planStore;
    const closed = new Promise<void>((resolve) => (before.beforeStep = (now) => (now === step ? new Promise(() => resolve()) : undefined)));
    void buildPlans(workbook, before, await proposePlans(workbook, before), { existing: "keep", template: USUAL_TEMPLATE }, new AbortController().signal, () => undefined);
    await closed;
    const pane = paneServices(workbook);
    pane.planStore.run = before.run;
    const view = render(
      <FluentProvider theme={webLightTheme}>
        <PlansPage services={pane.services} asked={undefined} />
      </FluentProvider>,
    );
    return { workbook, view, ...pane };
  }
  const names = (workbook: MemoryWorkbook) => workbook.sheetList.map(({ name }) => name);

  test("says what was finished and keeps it", async () => {
    const { workbook, view, planStore } = await interruptedBook("copy Bad Name");
    expect(await screen.findByText("A run was interrupted: 2 of 3 plans finished")).toBeTruthy();
    expect(lines("Plans of the interrupted run")).toEqual(["Northwind", "=1+1"]);
    expect((await axe(view.container)).violations.map((v) => v.id)).toEqual([]);
    await click("Keep them");
    expect(await screen.findByText(/^2 plans kept/)).toBeTruthy();
    expect([planStore.run, names(workbook)]).toEqual([undefined, ["Accounts", "KAM Model", "KAM Plan Template", "Northwind", "=1+1", "KAM Plans"]]);
  });

  test("takes it back after asking", async () => {
    const { workbook, planStore } = await interruptedBook("copy Bad Name");
    await userEvent.click(await screen.findByRole("button", { name: "Take the run back" }));
    await click("Remove");
    expect(await screen.findByText(/^The run is taken back/)).toBeTruthy();
    expect([planStore.run, names(workbook)]).toEqual([undefined, ["Accounts", "KAM Model", "KAM Plan Template"]]);
  });

  test("says nothing when nothing came of the run", async () => {
    const { planStore } = await interruptedBook("copy Northwind");
    await waitFor(() => expect(planStore.run).toBeUndefined());
    expect(screen.queryByRole("region", { name: "Interrupted run" })).toBeNull();
  });
});
