import type { PaneServices, Preferences, ThemeChoice } from "../../src/taskpane/services";
import { pageRequestQueue } from "../../src/taskpane/pageRequestQueue";
import { MemoryBook } from "../app/sharing/memoryBook";
import type { SharingBook } from "../../src/app/sharing/sharingBook";
import type { SnapshotStore } from "../../src/app/tiering/snapshots";
import type { Workbook } from "../../src/app/workbook";

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
export function paneServices(workbook: Workbook, started = true, sharing: SharingBook = new MemoryBook(), snapshots: SnapshotStore = noSnapshots) {
  const saved: { theme: ThemeChoice | undefined; started: boolean } = { theme: undefined, started };
  const copied: string[] = [];
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
    sharing,
    snapshots,
    preferences,
    pageRequests,
    isOfficeDark: () => undefined,
    openHelp,
    copyText: async (text) => void copied.push(text),
  };
  return { services, saved, copied, openHelp, pageRequests };
}
