/** @jest-environment jsdom */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import { WriteStep } from "../../../../src/taskpane/features/tiering/WriteStep";
import { drawStep, LIST, MODEL } from "./steps";

// Roles are slow to compute in jsdom when the machine is busy; nothing here waits for a clock.
jest.setTimeout(60_000);

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name }));

test("formulas on a sheet of their own are the default, and the outcome says what is live", async () => {
  const { scorecards, snapshots } = drawStep(WriteStep);
  await press("Tier 4 accounts");
  expect(await screen.findByText("4 accounts tiered")).toBeTruthy();
  expect(screen.getByText("Every cell follows the list and the model.")).toBeTruthy();
  expect(scorecards.tables.has("KAM_Scorecard")).toBe(true);
  expect(snapshots.stored).toHaveLength(1);
  expect(screen.getByRole("button", { name: "Open the sheet" })).toBeTruthy();
});

test("values with stability and next tier, chosen by name", async () => {
  const { scorecards } = drawStep(WriteStep);
  await screen.findByRole("button", { name: "Tier 4 accounts" });
  await userEvent.click(screen.getByRole("radio", { name: /^Values/ }));
  await userEvent.click(screen.getByRole("checkbox", { name: /^Stability/ }));
  await userEvent.click(screen.getByRole("checkbox", { name: /^Next tier/ }));
  await press("Tier 4 accounts");
  expect(await screen.findByText(/Everything is values/)).toBeTruthy();
  expect((await scorecards.table("KAM_Scorecard"))?.headers.slice(-2)).toEqual(["Stability", "Next tier"]);
});

test("a way that cannot work is not offered and says why", async () => {
  drawStep(WriteStep);
  await screen.findByRole("button", { name: "Tier 4 accounts" });
  await userEvent.click(screen.getByRole("radio", { name: /^As columns/ }));
  // One margin of the list is a text: formulas in the list would count it otherwise than the functions.
  const formulas = screen.getByRole("radio", { name: /^Excel formulas/, description: /^Not here: Excel formulas\. Some rows.*Repair them/ });
  expect((formulas as HTMLInputElement).disabled).toBe(true);
  expect((screen.getByRole("radio", { name: /^Values/ }) as HTMLInputElement).checked).toBe(true);
});

test("a column the add-in did not make is asked about before anything is written", async () => {
  const cells = LIST.map((row, i) => [...row.slice(0, 4), i === 0 ? "KAM Tier" : (row[4] ?? "")]);
  const { scorecards } = drawStep(WriteStep, MODEL, cells);
  await screen.findByRole("button", { name: "Tier 4 accounts" });
  await userEvent.click(screen.getByRole("radio", { name: /^As columns/ }));
  const before = scorecards.picture();
  await press("Tier 4 accounts");
  expect(await screen.findByText("This column was not made by KAM Planner: “KAM Tier”. Overwrite it?")).toBeTruthy();
  expect(scorecards.picture()).toBe(before);
  await press("Overwrite");
  expect(await screen.findByText("4 accounts tiered")).toBeTruthy();
  expect(scorecards.at("Accounts", 1, 4)).toBe("'A");
});

test("a writing that fails says why, keeps the choices and leaves the workbook as it was", async () => {
  const { scorecards } = drawStep(WriteStep);
  await screen.findByRole("button", { name: "Tier 4 accounts" });
  await userEvent.click(screen.getByRole("radio", { name: /^Values/ }));
  const before = scorecards.picture();
  scorecards.beforeChange = (call) => {
    if (call === "addTable") throw new Error("no");
  };
  await press("Tier 4 accounts");
  expect(await screen.findByText("Something went wrong that KAM Planner did not expect.")).toBeTruthy();
  expect(scorecards.picture()).toBe(before);
  expect((screen.getByRole("radio", { name: /^Values/ }) as HTMLInputElement).checked).toBe(true);
});

test("nothing is written while the model cannot be seen", async () => {
  const { scorecards, store } = drawStep(WriteStep);
  await screen.findByRole("button", { name: "Tier 4 accounts" });
  const before = scorecards.picture();
  store.load = async () => ({ cells: {}, sheets: [{ name: "KAM Model", visibility: "veryHidden", isProtected: false }] });
  await press("Tier 4 accounts");
  expect(await screen.findByText(/The sheet "KAM Model" with the model is hidden so that nobody can see it/)).toBeTruthy();
  expect(scorecards.picture()).toBe(before);
});

test("cancelling puts everything back and says so", async () => {
  const { scorecards } = drawStep(WriteStep);
  await screen.findByRole("button", { name: "Tier 4 accounts" });
  const before = scorecards.picture();
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => (release = resolve));
  const { addTable } = scorecards;
  scorecards.addTable = async (...args) => {
    await held;
    return addTable.apply(scorecards, args);
  };
  await press("Tier 4 accounts");
  await press("Cancel");
  release();
  expect(await screen.findByText("Cancelled. The workbook is as it was before.")).toBeTruthy();
  expect(scorecards.picture()).toBe(before);
});

test("once every cell stands nothing can be cancelled any more", async () => {
  const { scorecards } = drawStep(WriteStep);
  await screen.findByRole("button", { name: "Tier 4 accounts" });
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => (release = resolve));
  const { setPrintArea } = scorecards;
  scorecards.setPrintArea = async (...args) => {
    await held;
    return setPrintArea.apply(scorecards, args);
  };
  await press("Tier 4 accounts");
  await screen.findByText("Finishing");
  expect(screen.queryByRole("button", { name: "Cancel" })).toBeNull();
  release();
  expect(await screen.findByText("4 accounts tiered")).toBeTruthy();
});

test("the page has no faults of accessibility", async () => {
  drawStep(WriteStep);
  await screen.findByRole("button", { name: "Tier 4 accounts" });
  expect((await axe(document.body, { rules: { region: { enabled: false } } })).violations).toEqual([]);
});
