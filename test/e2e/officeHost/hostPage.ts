import { DocumentSettings } from "../../../src/workbench/office-host/documentSettings";
import { OfficeHost } from "../../../src/workbench/office-host/officeHost";
import type { FunctionsMetadata } from "../../../src/workbench/office-host/functions/metadata";
import { readManifest } from "../../../src/workbench/office-host/ribbon/manifest";
import { TinyGrid } from "./grid";
import { Workbook } from "./workbook";

const FUNCTIONS_TEXT = "functions.json";

async function load(): Promise<HostPage> {
  const [manifestXml, functions] = await Promise.all([fetch("manifest.xml").then((r) => r.text()), fetch(FUNCTIONS_TEXT).then((r) => r.json())]);
  const grid = new TinyGrid();
  const settings = new DocumentSettings([["stored", JSON.stringify({ from: "document" })]]);
  const dialogs = document.createElement("div");
  document.body.append(dialogs);
  const page: HostPage = {
    grid,
    settings,
    paneVisible: true,
    unexpected: [],
    closeDialog: () => undefined,
    host: new OfficeHost({
      workbook: (events) => {
        const workbook = new Workbook(grid, events, settings);
        return () => workbook;
      },
      spreadsheet: grid,
      settings,
      manifest: readManifest(manifestXml),
      functions: functions as FunctionsMetadata,
      shortcuts: { actions: [{ id: "SHORTCUT" }], shortcuts: [{ action: "SHORTCUT", key: { default: "Ctrl+Alt+K" } }] },
      addinUrl: new URL("addin.html", document.baseURI).href,
      pane: document.body,
      dialogPlace: {
        open: (_options, closed) => {
          page.closeDialog = closed;
          return dialogs;
        },
        close: () => dialogs.replaceChildren(),
      },
      showPane: (visible) => (page.paneVisible = visible),
      resolve: (reference) => (reference === "Sheet1!B2" ? { sheetId: grid.sheetId, row: 1, column: 1, rowCount: 1, columnCount: 1 } : undefined),
      addressOf: (cell) => `Sheet1!${String.fromCharCode(65 + cell.column)}${cell.row + 1}`,
      documentUrl: "https://example.org/book.xlsx",
      onUnexpected: (error, location) => page.unexpected.push(`${location}: ${String(error)}`),
    }),
  };
  await page.host.start();
  return page;
}

export interface HostPage {
  readonly host: OfficeHost;
  readonly grid: TinyGrid;
  readonly settings: DocumentSettings;
  paneVisible: boolean;
  readonly unexpected: string[];
  closeDialog: () => void;
}

declare global {
  interface Window {
    hostPage: Promise<HostPage>;
  }
}

window.hostPage = load();
