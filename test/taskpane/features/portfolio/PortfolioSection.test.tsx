/** @jest-environment jsdom */
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { PortfolioSection } from "../../../../src/taskpane/features/portfolio/PortfolioSection";
import { MemoryWorkbook } from "../../../app/memoryWorkbook";
import { paneServices } from "../../paneDoubles";

test("says what it is at, and a cancel leaves everything as it was", async () => {
  const { services } = paneServices(new MemoryWorkbook([["Account ID", "Revenue"]], []));
  let release = () => undefined as void;
  const held = new Promise<undefined>((resolve) => (release = () => resolve(undefined)));
  const scorecards = { ...services.tiering.scorecards, table: () => held };
  render(
    <FluentProvider theme={webLightTheme}>
      <PortfolioSection services={{ ...services, tiering: { ...services.tiering, scorecards } }} />
    </FluentProvider>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Make or refresh the portfolio" }));
  await screen.findByText("Reading scorecard, list and model");
  await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
  await screen.findByText("Putting everything back");
  release();
  expect(await screen.findByText("Cancelled. The workbook is as it was before.")).toBeTruthy();
});

test("without a scorecard the button says what to do first", async () => {
  const { services } = paneServices(new MemoryWorkbook([["Account ID", "Revenue"]], []));
  render(
    <FluentProvider theme={webLightTheme}>
      <PortfolioSection services={services} />
    </FluentProvider>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Make or refresh the portfolio" }));
  expect(await screen.findByText(/There is no scorecard yet/)).toBeTruthy();
  expect(screen.getByText(/Write scores and tiers to a sheet first/)).toBeTruthy();
});
