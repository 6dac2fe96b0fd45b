import "./page.css";
import { DocumentSettings } from "../office-host/documentSettings";
import type { FunctionsMetadata } from "../office-host/functions/metadata";
import { HostObject } from "../office-host/hostObject";
import { OfficeHost } from "../office-host/officeHost";
import { columnName, parseRegion, splitSheet } from "../office-host/objects/address";
import { readManifest } from "../office-host/ribbon/manifest";
import { openSampleWorkbook } from "../sample/sampleWorkbook";
import { createUniverSpreadsheet } from "../spreadsheet/univer/univerSpreadsheet";
import { ribbonGroups } from "./commandButtons";
import { createDialogPlace } from "./dialogView";
import { createMessages } from "./messages";
import { createPaneView } from "./paneView";
import { showRibbon } from "./ribbonView";
import { createWorkbenchApi } from "./workbenchApi";

const DEFAULT_PANE_WIDTH = 350;
class Root extends HostObject {}

function element(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement;
}

async function fetched(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} could not be loaded: ${response.status} ${response.statusText}`);
  return response;
}

const parameters = new URLSearchParams(location.search);
const messages = createMessages(element("messages"));
const pane = createPaneView(element("pane"), element("splitter"), element("toggle-pane"), Number(parameters.get("pane") ?? DEFAULT_PANE_WIDTH));

async function start() {
  const manifestFiles = Promise.all([fetched("/manifest.xml").then((r) => r.text()), fetched("/functions.json").then((r) => r.json() as Promise<FunctionsMetadata>)]);
  // The grid draws on a canvas, which does not wait for a font.
  await Promise.all([document.fonts.load("11pt Calibri"), document.fonts.load("bold 11pt Calibri")]);
  const grid = await createUniverSpreadsheet(element("grid"));
  openSampleWorkbook(grid);
  const [manifestXml, functions] = await manifestFiles;
  const manifest = readManifest(manifestXml);
  const host = new OfficeHost({
    workbook: () => new Root(),
    spreadsheet: grid,
    settings: new DocumentSettings(),
    manifest,
    functions,
    addinUrl: parameters.get("addin") ?? "/taskpane.html",
    pane: pane.frame,
    dialogPlace: createDialogPlace(),
    showPane: pane.setVisible,
    resolve(reference) {
      const { sheetName, local } = splitSheet(reference);
      const region = parseRegion(local);
      const sheet = grid.sheets().find((s) => s.name === sheetName);
      return region ? { sheetId: sheet?.id ?? grid.activeSheet(), ...region } : undefined;
    },
    addressOf: ({ sheetId, row, column }) => `${grid.sheets().find((s) => s.id === sheetId)?.name}!${columnName(column)}${row + 1}`,
    documentUrl: `${location.origin}/workbench/sample.xlsx`,
  });
  showRibbon(element("ribbon"), ribbonGroups(host.ribbon), (id) => void host.press(id));
  return { grid, host };
}

const started = start();
started.catch((error: unknown) => messages.failure(String(error)));
const ready = started.then(({ host }) => host.start()).then(() => undefined);

void started.then(({ grid, host }) => {
  window.workbench = createWorkbenchApi({
    ready,
    grid,
    faults: host.faults,
    openWorkbook: () => Promise.reject(new Error("not yet")),
    saveWorkbook: () => Promise.reject(new Error("not yet")),
    calculated: async () => {
      await grid.recalculate();
      await host.functions.idle();
    },
    press: async (id) => void (await host.press(id)),
    readTraffic: () => host.traffic(),
    resetTraffic: () => host.resetTraffic(),
    errorMessage: (sheetId, row, column) => host.functions.errorMessage({ sheetId, row, column }) ?? "",
    dropFrame: () => host.stop(),
    reloadFrame: () => host.reload(),
  });
});
