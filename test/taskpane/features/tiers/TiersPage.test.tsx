/** @jest-environment jsdom */
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { modelSheet } from "../../../../src/sheets/model/modelSheet";
import { MemoryModelStore } from "../../../app/model/memoryModelStore";
import { cellsOfPlan } from "../../../sheets/model/plannedCells";
import { click, CONFIRMED, drawTiers, openStep, panel, retype } from "./drawTiers";

// Roles are slow to compute in jsdom when the machine is busy; nothing here waits for a clock.
jest.setTimeout(60_000);

test("the list that was clicked into is proposed, and only a confirmed one makes the model", async () => {
  const { store } = drawTiers();
  await click("Use the list I clicked into");
  expect(await screen.findByRole("combobox", { name: "Account key" })).toHaveProperty("value", "Account ID");
  expect(store.tables.size).toBe(0);
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Days late" }), "");
  await click("Confirm");
  await screen.findByRole("tab", { name: "Criteria", selected: true });
  expect(store.column("columns", "Meaning")).toEqual(["Account key", "Account name", "Revenue", "Revenue", "Margin"]);
  expect(store.column("columns", "Column")).toEqual(["Account ID", "Account", "Revenue 2024", "Revenue 2025", "Net margin"]);
  expect(store.column("settings", "Value")).toContain("Accounts");
});

test("weights, names and choices of the pane are cells of the model", async () => {
  const { store } = drawTiers({ model: CONFIRMED });
  await openStep("Criteria");
  await retype("Weight of Size", "2,5");
  await waitFor(() => expect(store.column("criteria", "Weight")).toEqual([2.5, 3]));
  await userEvent.click(screen.getByText(/^Net margin, higher is better/));
  await userEvent.selectOptions(await screen.findByRole("combobox", { name: "Direction of Profit" }), "lower");
  await waitFor(() => expect(store.column("criteria", "Direction")).toEqual(["higher", "lower"]));
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Add a criterion" }), "Days late");
  await waitFor(() => expect(store.column("criteria", "Criterion")).toEqual(["Size", "Profit", "Days late"]));
  expect(store.column("criteria", "Direction")).toEqual(["higher", "lower", "lower"]);
  await click("Remove Profit");
  await waitFor(() => expect(store.column("criteria", "Criterion")).toEqual(["Size", "Days late"]));
});

test("what is no number is refused at the box and not written", async () => {
  const { store } = drawTiers({ model: CONFIRMED });
  await openStep("Criteria");
  await retype("Weight of Size", "a lot");
  expect(await screen.findByText('"a lot" is not a number.')).toBeTruthy();
  expect(store.saved).toEqual([]);
});

test("an edit by hand shows up while the page is open, also one that is wrong", async () => {
  const { store } = drawTiers({ model: CONFIRMED });
  await openStep("Criteria");
  await screen.findByRole("textbox", { name: "Weight of Size" });
  act(() => store.edit("criteria", 0, "Weight", 9));
  await waitFor(() => expect(screen.getByRole("textbox", { name: "Weight of Size" })).toHaveProperty("value", "9"));
  act(() => store.edit("criteria", 0, "Weight", "many"));
  await click("Go to KAM Model D7");
  expect(store.visited).toEqual(["KAM Model!D7"]);
  await openStep("Preview");
  expect(panel("Preview").getByText("1 cell of the model needs a look first.")).toBeTruthy();
});

test("a column that was renamed in the list is named with the cell of the model", async () => {
  const { list, store } = drawTiers({ model: CONFIRMED });
  await openStep("Criteria");
  await screen.findByRole("textbox", { name: "Weight of Size" });
  act(() => list.edit(0, 4, "Margin net"));
  expect((await screen.findAllByText(/The account list has no column "Net margin"; "Margin net" is the most similar\./)).length).toBeGreaterThan(0);
  await click("Take “Margin net” for “Net margin”");
  await waitFor(() => expect(screen.queryByText(/has no column "Net margin"/)).toBeNull());
  expect([store.column("criteria", "Column"), store.column("columns", "Column")].flat()).not.toContain("Net margin");
  expect(store.column("criteria", "Column")).toContain("Margin net");
});

test("columns that were added to the list by hand are offered in the model on one click", async () => {
  const { store, list } = drawTiers({ model: CONFIRMED });
  await openStep("Criteria");
  await screen.findByRole("textbox", { name: "Weight of Size" });
  expect(screen.queryByRole("button", { name: "Offer the columns of today" })).toBeNull();
  const headers = (columns: number) => `='Accounts'!$A$1:$${"ABCDEFGHIJ".charAt(columns - 1)}$1`;
  const width = list.cells[0]!.length;
  store.offered.push(headers(width));
  act(() => list.edit(0, width, "Potential"));
  await click("Offer the columns of today");
  await waitFor(() => expect(screen.queryByRole("button", { name: "Offer the columns of today" })).toBeNull());
  expect(store.offered).toEqual([headers(width), headers(width + 1)]);
});

test("tiers are renamed, moved and added; the last one takes the rest", async () => {
  const { store } = drawTiers({ model: CONFIRMED });
  await openStep("Tiers");
  await retype("Name of tier 1", "Gold");
  await waitFor(() => expect(store.column("tiers", "Tier")).toEqual(["Gold", "B", "C"]));
  await click("Add a tier");
  await waitFor(() => expect(store.column("tiers", "Tier")).toEqual(["Gold", "B", "C", "A"]));
  expect(store.column("tiers", "From")).toEqual([65, 45, 22, ""]);
});

test("a refused change is told and nothing else happens", async () => {
  const { store } = drawTiers({ model: CONFIRMED });
  store.beforeSave = () => {
    throw new Error("no");
  };
  await openStep("Criteria");
  await retype("Weight of Size", "7");
  expect(await screen.findByText("Something went wrong that KAM Planner did not expect.")).toBeTruthy();
  expect(store.column("criteria", "Weight")).toEqual([1, 3]);
});

test("a workbook of release 0.1.0 is brought up to date on wish", async () => {
  const { settings } = cellsOfPlan(modelSheet("KAM Model"));
  const store = new MemoryModelStore({ settings: { ...settings!, block: { ...settings!.block, values: settings!.block.values.filter((row) => row[0] !== "Model version") } } });
  drawTiers({ store });
  await click("Bring the model up to date");
  expect(store.updates).toEqual([expect.objectContaining({ sheetName: "KAM Model", absent: ["columns", "criteria", "gates", "tiers"], settings: [expect.objectContaining({ name: "Model version" })] })]);
});
