/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import { PreviewStep } from "../../../../src/taskpane/features/tiering/PreviewStep";
import { drawStep, LIST, MODEL } from "./steps";

// Roles are slow to compute in jsdom when the machine is busy; nothing here waits for a clock.
jest.setTimeout(60_000);

const tierLine = async (name: string) => {
  const list = await screen.findByRole("list", { name: "Accounts by tier" });
  return within(list).getByText(name).closest("li")?.textContent ?? "";
};

test("shows accounts, points, revenue and hours of each tier, and who would move why", async () => {
  drawStep(PreviewStep);
  // Alpha (3 × 90 + 50) / 4 = 80, Beta 85, Delta 12.5; Gamma's margin is no number.
  expect(await tierLine("A")).toBe("A250 % of accounts · from 80.0 points · revenue 170 · 200 hours");
  expect(await tierLine("B")).toBe("B0nobody");
  expect(screen.getByText("4 accounts, 1 without a score.")).toBeTruthy();
  expect(screen.getByText("202 of 150 hours a year promised: 52 too many.")).toBeTruthy();
  expect(screen.getByText("Against the column “Tier”: 1 account moves up, 0 down (1 set by hand before).")).toBeTruthy();
  const top = screen.getByRole("list", { name: "Top 3, and why" });
  expect(within(top).getAllByRole("listitem")[0]?.textContent).toBe("BetaA · 85.085.0 points. Strong: Profit (25.0 of 25.0), Size (60.0 of 75.0).");
  expect(screen.getByText(/D4: Margin is "n\/a", which is not a number/)).toBeTruthy();
});

test("answers for any account why it is in its tier and what would move it, also by weights that are tried", async () => {
  drawStep(PreviewStep);
  await userEvent.type(await screen.findByRole("textbox", { name: "Name or ID of an account" }), "alp");
  await userEvent.click(screen.getByRole("button", { name: "Alpha" }));
  const answer = await screen.findByRole("group", { name: "Why Alpha" });
  expect(answer.textContent).toContain("Alpha (A1)A · 80.0 · #2");
  expect(within(answer).getByRole("row", { name: /Size/ }).textContent).toBe("Size9067.5 of 75.0");
  expect(answer.textContent).toContain("Stays above B as long as it keeps 70.0 points (10.0 to spare).");
  expect(screen.queryByRole("list", { name: "Accounts found" })).toBeNull();
  fireEvent.change(screen.getByRole("slider", { name: "A from 70 points" }), { target: { value: "82" } });
  await waitFor(() => expect(answer.textContent).toContain("A begins at 82.0 points: 2.0 more."));
  expect(answer.textContent).toContain("Size 92.6667 instead of 90");
  // The memory workbook's selection is the first account's row.
  await userEvent.type(screen.getByRole("textbox", { name: "Name or ID of an account" }), "delta{Enter}");
  expect(await screen.findByRole("group", { name: "Why Delta" })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "The one in the row I clicked" }));
  expect(await screen.findByRole("group", { name: "Why Alpha" })).toBeTruthy();
});

test("cells that need a look stand together by kind, and lead to the data check", async () => {
  const broken = LIST.map((line, i) => (i === 0 ? line : [...line.slice(0, 3), "n/a", line[4] as string]));
  const { steps } = drawStep(PreviewStep, MODEL, broken);
  const one = await screen.findByText(/^D2: Margin is "n\/a"/);
  expect(one.textContent).toBe('D2: Margin is "n/a", which is not a number; and D3, D4, D5');
  fireEvent.click(screen.getByText("Go to the data check"));
  expect(steps).toEqual(["list"]);
});

test("trying other weights and cut-offs shows their effect at once and writes nothing", async () => {
  const { saved, scorecards } = drawStep(PreviewStep);
  await screen.findByRole("list", { name: "Accounts by tier" });
  const before = scorecards.picture();
  fireEvent.change(screen.getByRole("slider", { name: "A from 70 points" }), { target: { value: "82" } });
  await waitFor(async () => expect(await tierLine("A")).toContain("A1"));
  expect(await tierLine("B")).toContain("from 80.0 points");
  fireEvent.change(screen.getByRole("slider", { name: "Profit: 25 %" }), { target: { value: "0" } });
  // By size alone Alpha has 90.
  await waitFor(async () => expect(await tierLine("A")).toContain("from 90.0 points"));
  expect(scorecards.picture()).toBe(before);
  expect(saved).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Keep in the model" }));
  await waitFor(() =>
    expect(saved).toEqual([
      { kind: "set", line: { table: "criteria", place: 1, name: "Profit" }, header: "Weight", value: 0 },
      { kind: "set", line: { table: "tiers", place: 0, name: "A" }, header: "From", value: 82 },
    ]),
  );
  await userEvent.click(screen.getByRole("button", { name: "Back to the model" }));
  await waitFor(async () => expect(await tierLine("A")).toContain("A2"));
});

test("a cut-off that is moved past another takes it along", async () => {
  drawStep(PreviewStep);
  fireEvent.change(await screen.findByRole("slider", { name: "B from 40 points" }), { target: { value: "75" } });
  expect(screen.getByRole("slider", { name: "A from 76 points" })).toBeTruthy();
});

test("a model that cannot be applied says why and can be tried again", async () => {
  drawStep(PreviewStep, { ...MODEL, criteria: MODEL.criteria.map((line) => ({ ...line, weight: 0 })) });
  expect(await screen.findByText(/The model cannot be applied/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
});

test("the way leads on to writing, and the page has no faults of accessibility", async () => {
  const { steps } = drawStep(PreviewStep, MODEL, LIST);
  await userEvent.click(await screen.findByRole("button", { name: "Go on to writing" }));
  expect(steps).toEqual(["write"]);
  expect((await axe(document.body, { rules: { region: { enabled: false } } })).violations).toEqual([]);
});
