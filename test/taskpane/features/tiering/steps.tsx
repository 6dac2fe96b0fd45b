import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { configure, render } from "@testing-library/react";
import type { ComponentType } from "react";
import type { ListPlace } from "../../../../src/app/model/accountListStore";
import type { ConfirmedList } from "../../../../src/app/model/confirmedList";
import type { ModelChange } from "../../../../src/app/model/modelStore";
import type { CellValue } from "../../../../src/sheets/cellValue";
import type { Model } from "../../../../src/sheets/model/model";
import type { Field } from "../../../../src/sheets/read/headers";
import type { ReadyStepProps } from "../../../../src/taskpane/features/tiers/steps";
import { MemoryModelStore } from "../../../app/model/memoryModelStore";
import { MemoryListStore } from "../../../app/model/memoryListStore";
import { MemoryWorkbook } from "../../../app/memoryWorkbook";
import { MemoryBook } from "../../../app/sharing/memoryBook";
import { memorySnapshots } from "../../../app/tiering/memorySnapshots";
import { workbookWith } from "../../../app/tiering/writtenWorkbook";
import { paneServices } from "../../paneDoubles";

// How long something takes to appear depends on what else the machine does.
configure({ asyncUtilTimeout: 30_000 });

const size = { criterion: "Size", column: "Sales", weight: 3, direction: "higher", scale: "minmax", floor: 0, ceiling: 100, missing: "skip" } as const;

export const MODEL: Model = {
  version: 2,
  columns: [],
  criteria: [size, { ...size, criterion: "Profit", column: "Margin", weight: 1 }],
  gates: [],
  tiers: [
    { tier: "A", from: 70, servicePromise: "", hoursPerAccount: 100 },
    { tier: "B", from: 40, servicePromise: "", hoursPerAccount: 20 },
    { tier: "C", servicePromise: "", hoursPerAccount: 2 },
  ],
  settings: { Method: "cutoff", "Hours available": 150 },
};

export const LIST: readonly (readonly CellValue[])[] = [
  ["Account ID", "Account", "Sales", "Margin", "Tier"],
  ["A1", "Alpha", 90, 50, "B"],
  ["A2", "Beta", 80, 100, "A"],
  ["A3", "Gamma", 50, "n/a", "B"],
  ["A4", "Delta", 10, 20, "C"],
];

/** A step of the page Tiers over a list and a model in memory. */
export function drawStep(Step: ComponentType<ReadyStepProps>, model = MODEL, cells = LIST) {
  const workbook = new MemoryWorkbook(cells, []);
  const scorecards = workbookWith(cells, model);
  const snapshots = memorySnapshots();
  const store = new MemoryModelStore();
  const saved: ModelChange[] = [];
  store.save = async (changes) => void saved.push(...changes);
  const { services } = paneServices(workbook, true, new MemoryBook(), snapshots, { store, list: new MemoryListStore(cells.map((row) => [...row])) }, scorecards);
  const place: ListPlace = { name: "Accounts", sheetName: "Accounts", tableName: "Accounts", headerRow: 0, body: { row: 1, column: 0, rowCount: cells.length - 1, columnCount: 5 }, headers: (cells[0] ?? []).map(String) };
  const columns = new Map<Field, readonly number[]>([["key", [0]], ["name", [1]], ["revenue", [2]], ["tier", [4]]]);
  const list: ConfirmedList = { place, keyColumn: 0, nameColumn: 1, columns };
  const steps: string[] = [];
  render(
    <FluentProvider theme={webLightTheme}>
      <Step services={services} model={model} list={list} listRevision={1} shown onStep={(step) => steps.push(step)} />
    </FluentProvider>,
  );
  return { scorecards, snapshots, saved, steps, store };
}
