import { configure } from "@testing-library/react";
import type { PaneServices, Preferences, ThemeChoice } from "../../src/taskpane/services";
import { pageRequestQueue } from "../../src/taskpane/pageRequestQueue";
import { MemoryPlans } from "../app/plans/memoryPlans";
import type { MemoryWorkbook } from "../app/memoryWorkbook";
import { MemoryBook } from "../app/sharing/memoryBook";
import type { SharingBook } from "../../src/app/sharing/sharingBook";
import type { SnapshotStore } from "../../src/app/tiering/snapshots";
import type { ModelServices } from "../../src/app/model/modelServices";
import { slicedEngine } from "../../src/app/tiering/background/tieringEngine";
import type { ScorecardStore } from "../../src/app/tiering/scorecardStore";
import { TieringDesk } from "../../src/app/tiering/tieringDesk";
import { MemoryScorecards } from "../app/tiering/memoryScorecards";
import { MemoryListStore } from "../app/model/memoryListStore";
import { MemoryModelStore } from "../app/model/memoryModelStore";

// A busy computer takes longer than the second that is waited by itself; a test that passes does not wait.
configure({ asyncUtilTimeout: 20_000 });

/** What the browser has and jsdom has not. */
class NoResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver = NoResizeObserver;

/** A workbook without earlier versions. */
const noSnapshots: SnapshotStore = { list: async () => [], read: async () => undefined, add: async () => undefined, remove: async () => undefined };

/** Services of a pane around a workbook in memory; what the pane asked of them can be read back. */
export function paneServices(
  workbook: MemoryWorkbook,
  started = true,
  sharing: SharingBook = new MemoryBook(),
  snapshots: SnapshotStore = noSnapshots,
  model: ModelServices = { store: new MemoryModelStore(), list: new MemoryListStore([]) },
  scorecards: ScorecardStore = new MemoryScorecards(),
) {
  const saved: { theme: ThemeChoice | undefined; started: boolean } = { theme: undefined, started };
  const copied: string[] = [];
  const planStore = new MemoryPlans(workbook);
  const preferences: Preferences = {
    themeChoice: "light",
    hasStarted: started,
    saveThemeChoice: (choice) => void (saved.theme = choice),
    saveHasStarted: () => void (saved.started = true),
  };
  const pageRequests = pageRequestQueue();
  const openHelp = jest.fn();
  const services: PaneServices = {
    officeReady: Promise.resolve(),
    workbook,
    planStore,
    sharing,
    snapshots,
    model,
    tiering: { desk: new TieringDesk(slicedEngine(), model.list, snapshots), scorecards },
    preferences,
    pageRequests,
    isOfficeDark: () => undefined,
    openHelp,
    copyText: async (text) => void copied.push(text),
  };
  return { services, planStore, saved, copied, openHelp, pageRequests };
}
