/** @jest-environment jsdom */
import { act, configure, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import { App } from "../../src/taskpane/App";
import { ACCOUNTS, MemoryWorkbook, rows } from "../app/memoryWorkbook";
import { paneServices } from "./paneDoubles";

// Roles are slow to compute in jsdom when the machine is busy; nothing here waits for a clock.
jest.setTimeout(60_000);
// Pages are fetched when they are first shown; here that means compiling their files.
configure({ asyncUtilTimeout: 30_000 });

const workbook = () => new MemoryWorkbook(ACCOUNTS, [rows(1, 2)]);

async function draw(pane: ReturnType<typeof paneServices>) {
  const view = render(<App services={pane.services} />);
  await act(async () => undefined);
  return view;
}

test("a new user starts on the start page, and never again once started", async () => {
  const pane = paneServices(workbook(), false);
  await draw(pane);
  expect(screen.getByRole("heading", { name: "Decide which accounts are key, and plan them" })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Plan accounts" }));
  expect(await screen.findByRole("heading", { name: "Account plans" })).toBeTruthy();
  expect(pane.saved.started).toBe(true);
});

test("a returning user starts on the plans", async () => {
  await draw(paneServices(workbook()));
  expect(screen.getByRole("tab", { name: "Plans", selected: true })).toBeTruthy();
});

test("the ribbon opens a page and its work begins, also before the pane is drawn", async () => {
  const pane = paneServices(workbook(), false);
  pane.pageRequests.open("plans");
  await draw(pane);
  expect(await screen.findByRole("heading", { name: "2 accounts selected" })).toBeTruthy();
  // It comes back on the plans, not on the introduction.
  expect(pane.saved.started).toBe(true);

  act(() => pane.pageRequests.open("tiers"));
  expect(screen.getByRole("tab", { name: "Tiers", selected: true })).toBeTruthy();
  expect(await screen.findByRole("heading", { name: "1. Account list" })).toBeTruthy();
});

test("pressing the ribbon button again reads the selection again", async () => {
  const book = workbook();
  const pane = paneServices(book);
  await draw(pane);
  act(() => pane.pageRequests.open("plans"));
  expect(await screen.findByRole("heading", { name: "2 accounts selected" })).toBeTruthy();
  act(() => book.select([rows(3)]));
  act(() => pane.pageRequests.open("plans"));
  expect(await screen.findByRole("heading", { name: "1 account selected" })).toBeTruthy();
});

test("a page keeps what it shows while another one is open", async () => {
  const pane = paneServices(workbook());
  await draw(pane);
  act(() => pane.pageRequests.open("plans"));
  await screen.findByRole("heading", { name: "2 accounts selected" });
  await userEvent.click(screen.getByRole("tab", { name: "Start" }));
  expect(screen.queryByRole("heading", { name: "2 accounts selected" })).toBeNull(); // hidden
  await userEvent.click(screen.getByRole("tab", { name: "Plans" }));
  expect(screen.getByRole("heading", { name: "2 accounts selected" })).toBeTruthy();
});

test("the look is chosen and kept", async () => {
  const pane = paneServices(workbook(), false);
  await draw(pane);
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Look of this pane" }), "dark");
  expect(pane.saved.theme).toBe("dark");
});

test("help is one click away", async () => {
  const pane = paneServices(workbook());
  await draw(pane);
  await userEvent.click(screen.getByRole("button", { name: "Help" }));
  expect(pane.openHelp).toHaveBeenCalledTimes(1);
});

test.each(["start", "plans", "tiers", "share"] as const)("the %s page has no accessibility fault a machine can find", async (page) => {
  const pane = paneServices(workbook(), false);
  const view = await draw(pane);
  act(() => pane.pageRequests.open(page));
  if (page === "tiers") await screen.findByRole("heading", { name: "1. Account list" });
  if (page === "plans") await screen.findByRole("heading", { name: "2 accounts selected" });
  if (page === "share") await screen.findByText("Nothing here needs KAM Planner.");
  expect((await axe(view.container)).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`)).toEqual([]);
});
