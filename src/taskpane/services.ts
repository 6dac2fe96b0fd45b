import type { PlanStore } from "../app/plans/planStore";
import type { SharingBook } from "../app/sharing/sharingBook";
import type { SnapshotStore } from "../app/tiering/snapshots";
import type { TieringServices } from "../app/tiering/tieringDesk";
import type { ModelServices } from "../app/model/modelServices";
import type { Workbook } from "../app/workbook";

/** Pages of the pane; ribbon commands open them by these words. */
export const PAGES = ["start", "tiers", "plans", "share"] as const;
export type Page = (typeof PAGES)[number];

export type ThemeChoice = "system" | "light" | "dark";

/** Small settings of the person, not of the workbook. */
export interface Preferences {
  readonly themeChoice: ThemeChoice;
  readonly hasStarted: boolean;
  saveThemeChoice(choice: ThemeChoice): void;
  saveHasStarted(): void;
}

/** What a ribbon button can ask the page of plans for; absent: build plans from the selection. */
export type PageAction = "list" | "pack";

/** A wish of the ribbon or the context menu to see a page; `count` tells two wishes for the same page apart. */
export interface PageRequest {
  readonly page: Page;
  readonly count: number;
  /** What the page is to do at once, besides being shown. */
  readonly action?: PageAction;
}

export interface PageRequests {
  current(): PageRequest | undefined;
  subscribe(listener: () => void): () => void;
}

/** What the pane needs from outside; the composition root provides it, tests provide doubles. */
export interface PaneServices {
  /** Resolves when Office is there; the pane is drawn before. */
  readonly officeReady: Promise<unknown>;
  readonly workbook: Workbook;
  readonly planStore: PlanStore;
  readonly sharing: SharingBook;
  readonly snapshots: SnapshotStore;
  readonly model: ModelServices;
  readonly tiering: TieringServices;
  readonly preferences: Preferences;
  readonly pageRequests: PageRequests;
  /** Whether Office itself is dark; undefined when it does not say, and before it is ready. */
  isOfficeDark(): boolean | undefined;
  openHelp(): void;
  copyText(text: string): Promise<void>;
}
