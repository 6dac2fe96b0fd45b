/** @jest-environment jsdom */
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { PortfolioSection } from "../../../../src/taskpane/features/portfolio/PortfolioSection";
import { MemoryWorkbook } from "../../../app/memoryWorkbook";
import { paneServices } from "../../paneDoubles";

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
