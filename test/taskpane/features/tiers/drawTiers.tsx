import { AriaLiveAnnouncer, FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MODEL_SETTINGS, type Model } from "../../../../src/sheets/model/model";
import { modelSheet } from "../../../../src/sheets/model/modelSheet";
import { STARTING_MODEL } from "../../../../src/sheets/model/startingModel";
import type { CellValue } from "../../../../src/sheets/cellValue";
import { TiersPage } from "../../../../src/taskpane/features/tiers/TiersPage";
import { MemoryListStore } from "../../../app/model/memoryListStore";
import { MemoryModelStore } from "../../../app/model/memoryModelStore";
import { MemoryWorkbook } from "../../../app/memoryWorkbook";
import { cellsOfPlan } from "../../../sheets/model/plannedCells";
import { paneServices } from "../../paneDoubles";

export const LIST: CellValue[][] = [
  ["Account ID", "Account", "Revenue 2024", "Revenue 2025", "Net margin", "Days late"],
  ["A1", "Northwind", 90, 100, 0.1, 3],
  ["A2", "=1+1", 100, 90, 0.2, 40],
  ["A3", "Bolt", 10, 20, 0.3, 0],
];

/** A model whose list is confirmed, with two criteria. */
export const CONFIRMED: Model = {
  ...STARTING_MODEL,
  columns: [
    { meaning: "key", column: "Account ID" },
    { meaning: "name", column: "Account" },
    { meaning: "revenue", column: "Revenue 2025" },
  ],
  criteria: [
    { criterion: "Size", column: "Revenue 2025", weight: 1, direction: "higher", scale: "percentile", missing: "skip" },
    { criterion: "Profit", column: "Net margin", weight: 3, direction: "higher", scale: "percentile", missing: "skip" },
  ],
  settings: { ...STARTING_MODEL.settings, [MODEL_SETTINGS.accountList]: "Accounts" },
};

export function drawTiers({ model, list = new MemoryListStore(LIST.map((row) => [...row]), "Accounts"), store = new MemoryModelStore(model ? cellsOfPlan(modelSheet("KAM Model", model)) : {}) }: { readonly model?: Model; readonly list?: MemoryListStore; readonly store?: MemoryModelStore } = {}) {
  const { services, copied } = paneServices(new MemoryWorkbook([], []), true, undefined, undefined, { store, list });
  render(
    <FluentProvider theme={webLightTheme}>
      <AriaLiveAnnouncer>
        <TiersPage services={services} askedCount={0} shown />
      </AriaLiveAnnouncer>
    </FluentProvider>,
  );
  return { store, list, copied };
}

export const click = async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name }));
export const openStep = async (name: string) => userEvent.click(await screen.findByRole("tab", { name }));
export const panel = (name: string) => within(screen.getByRole("tabpanel", { name }));

export async function retype(name: string, text: string) {
  const box = await screen.findByRole("textbox", { name });
  await userEvent.clear(box);
  if (text !== "") await userEvent.type(box, text);
  await userEvent.tab();
}
