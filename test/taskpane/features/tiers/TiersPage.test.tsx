/** @jest-environment jsdom */
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { TiersPage } from "../../../../src/taskpane/features/tiers/TiersPage";
import { ACCOUNTS, MemoryWorkbook, rows } from "../../../app/memoryWorkbook";
import { contentAt, formulaAt } from "../../../sheets/write/readPlan";
import { paneServices } from "../../paneDoubles";

// Roles are slow to compute in jsdom when the machine is busy; nothing here waits for a clock.
jest.setTimeout(60_000);

function draw(workbook: MemoryWorkbook) {
  const { services } = paneServices(workbook);
  render(
    <FluentProvider theme={webLightTheme}>
      <TiersPage services={services} askedCount={0} />
    </FluentProvider>,
  );
}
const click = (name: string) => userEvent.click(screen.getByRole("button", { name }));

async function retype(name: string, text: string) {
  const box = screen.getByRole("textbox", { name });
  await userEvent.clear(box);
  await userEvent.type(box, text);
}

test("chosen criteria, weights, directions and cut-offs become cells of a new sheet", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1)]);
  draw(workbook);
  await click("Choose criteria");
  await screen.findByRole("checkbox", { name: "Revenue 2025", checked: true });
  expect(screen.getByRole("checkbox", { name: "Revenue 2024", checked: false })).toBeTruthy();
  await retype("Weight of Revenue 2025", "2,5");
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Better Margin" }), "lower");
  await retype("A from", "80");
  await click("Write scores and tiers");
  expect(await screen.findByRole("button", { name: "KAM Scores" })).toBeTruthy();
  const [sheet] = workbook.added;
  expect(["D10", "E10", "D4", "E4", "D5", "E5", "D7", "E7"].map((a) => Object.values(contentAt(sheet!, a) ?? {})[1])).toEqual(["Revenue 2025", "Margin", 2.5, 1, "higher", "lower", 80, 50]);
  expect(formulaAt(sheet!, "F11")).toContain("KAM.SCORE(");
});

test("a faulty form says what is wrong and writes nothing", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1)]);
  draw(workbook);
  await click("Choose criteria");
  await screen.findByRole("checkbox", { name: "Margin" });
  await retype("Weight of Margin", "a lot");
  await click("Write scores and tiers");
  expect(await screen.findByText('The weight of "Margin" must be a number, 0 or more.')).toBeTruthy();
  expect(workbook.added).toEqual([]);
});

test("when writing fails the form is still there", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1)]);
  workbook.beforeAdd = () => {
    throw new Error("no");
  };
  draw(workbook);
  await click("Choose criteria");
  await screen.findByRole("checkbox", { name: "Margin" });
  await click("Write scores and tiers");
  expect(await screen.findByText("Something went wrong that KAM Planner did not expect.")).toBeTruthy();
  expect(screen.getByRole("checkbox", { name: "Margin" })).toBeTruthy();
});

test("a score that rests on one criterion is pointed out", async () => {
  draw(new MemoryWorkbook(ACCOUNTS, [rows(1)]));
  await click("Choose criteria");
  await screen.findByRole("checkbox", { name: "Margin", checked: true });
  expect(screen.queryByText(/decides more than half/)).toBeNull();
  await retype("Weight of Margin", "3");
  expect(screen.getByText("“Margin” decides more than half of the score.")).toBeTruthy();
});
