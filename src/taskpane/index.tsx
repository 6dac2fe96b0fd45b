import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { associateCommands } from "../commands/ribbonCommands";
import { excelWorkbook } from "../excel/excelWorkbook";
import { excelRun } from "../excel/excelRun";
import { excelSharingBook } from "../excel/sharing/excelSharingBook";
import { isOfficeDark, openInBrowser } from "../excel/officeHost";
import { customXmlSnapshots } from "../excel/tiering/customXmlSnapshots";
import { App } from "./App";
import { pageRequestQueue } from "./pageRequestQueue";
import type { PaneServices } from "./services";
import { storedPreferences } from "./storedPreferences";

/** The composition root: ties Excel to the use cases and draws the pane, without waiting for Office to be ready. */
const pageRequests = pageRequestQueue();
const openHelp = () => openInBrowser(new URL("help/index.html", document.baseURI).href);
const ready = typeof Office === "undefined" ? Promise.resolve() : Office.onReady();

const services: PaneServices = {
  officeReady: ready,
  workbook: excelWorkbook(ready),
  sharing: excelSharingBook(ready),
  snapshots: customXmlSnapshots(excelRun(ready)),
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
