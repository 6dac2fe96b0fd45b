import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { WorkerEngine, type WorkerLike } from "../app/tiering/background/tieringEngine";
import { TieringDesk } from "../app/tiering/tieringDesk";
import { associateCommands } from "../commands/ribbonCommands";
import { excelRun } from "../excel/excelRun";
import { excelWorkbook } from "../excel/excelWorkbook";
import { excelPlanStore } from "../excel/plans/excelPlanStore";
import { excelSharingBook } from "../excel/sharing/excelSharingBook";
import { excelAccountListStore } from "../excel/model/excelAccountListStore";
import { excelModelStore } from "../excel/model/excelModelStore";
import { isOfficeDark, openInBrowser } from "../excel/officeHost";
import { excelScorecards } from "../excel/tiering/excelScorecards";
import { customXmlSnapshots } from "../excel/tiering/customXmlSnapshots";
import { App } from "./App";
import { pageRequestQueue } from "./pageRequestQueue";
import type { PaneServices } from "./services";
import { storedPreferences } from "./storedPreferences";

/** The composition root: ties Excel to the use cases and draws the pane, without waiting for Office to be ready. */
const pageRequests = pageRequestQueue();
const openHelp = () => openInBrowser(new URL("help/index.html", document.baseURI).href);
const ready = typeof Office === "undefined" ? Promise.resolve() : Office.onReady();
const run = excelRun(ready);
const workbook = excelWorkbook(ready);

const list = excelAccountListStore(run);
const snapshots = customXmlSnapshots(run);
/** Beside the page; webpack builds it as a script of its own. */
const WORKER_ADDRESS = new URL("tiering.js", document.baseURI).href;
const engine = new WorkerEngine(() => new Worker(WORKER_ADDRESS) as WorkerLike);

const services: PaneServices = {
  officeReady: ready,
  planStore: excelPlanStore(run),
  sharing: excelSharingBook(ready),
  snapshots,
  workbook,
  model: { store: excelModelStore(run, workbook), list },
  tiering: { desk: new TieringDesk(engine, list, snapshots), scorecards: excelScorecards(run) },
  preferences: storedPreferences(() => window.localStorage),
  pageRequests,
  isOfficeDark,
  openHelp,
  copyText: (text) => navigator.clipboard.writeText(text),
};

if (typeof Office !== "undefined") {
  associateCommands({ open: pageRequests.open, openHelp });
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App services={services} />
    </StrictMode>,
  );
}
