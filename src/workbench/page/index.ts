import "./chartPanel.css";
import "./page.css";
import { connectFileButtons } from "./fileButtons";
import { createMessages } from "./messages";
import { createPaneView } from "./paneView";
import { createWorkbench } from "./workbench";
import { createWorkbenchApi, type WorkbenchApi } from "./workbenchApi";

/** Excel's own width of a task pane on the web. */
const PANE_WIDTH = 350;

function element(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement;
}

/** An address on this origin from the page's own address, else the default: other origins are none of our business. */
function sameOrigin(parameter: string | null, otherwise: string): string {
  if (parameter === null) return otherwise;
  const url = new URL(parameter, location.href);
  if (url.origin !== location.origin) throw new Error(`${parameter} is not on ${location.origin}`);
  return url.href;
}

const parameters = new URLSearchParams(location.search);
const messages = createMessages(element("messages"));
const pane = createPaneView(element("pane"), element("splitter"), element("toggle-pane"), Number(parameters.get("pane") ?? PANE_WIDTH));

async function start(): Promise<void> {
  const addinUrl = sameOrigin(parameters.get("addin"), "/taskpane.html");
  const workbookUrl = sameOrigin(parameters.get("workbook"), "");
  const workbench = await createWorkbench({ grid: element("grid"), ribbon: element("ribbon"), pane, messages, addinUrl });
  const { grid, host } = workbench;
  const ready = host.start().then(async () => {
    if (!workbookUrl) return;
    const bytes = new Uint8Array(await (await fetch(workbookUrl)).arrayBuffer());
    const losses = await workbench.openFile(bytes, decodeURIComponent(workbookUrl.split("/").at(-1) ?? ""));
    if (losses.length > 0) messages.note("Not taken over from the file:", losses);
  });
  window.workbench = createWorkbenchApi({
    ready,
    grid,
    faults: host.faults,
    openWorkbook: (bytes) => workbench.openFile(bytes, "Workbook.xlsx"),
    saveWorkbook: async () => (await workbench.saveFile()).bytes,
    async calculated() {
      await grid.recalculate();
      await host.functions.idle();
    },
    press: workbench.press,
    readTraffic: () => host.traffic(),
    resetTraffic: () => host.resetTraffic(),
    errorMessage: workbench.errorMessage,
    dropFrame: () => host.stop(),
    reloadFrame: () => host.reload(),
  });
  connectFileButtons(
    { openButton: element("open-file"), saveButton: element("save-file"), input: element("file") as HTMLInputElement, dropZone: element("grid") },
    { open: workbench.openFile, save: workbench.saveFile, fileName: workbench.fileName },
    messages,
  );
  element("undo").addEventListener("click", () => grid.undo());
  element("redo").addEventListener("click", () => grid.redo());
  element("toggle-pane").addEventListener("click", () => host.showPane(!pane.isVisible()));
  await ready;
}

const started = start();
// Scripts may wait for `ready` as soon as the page has loaded; the rest of the members comes with the grid.
window.workbench = { ready: started } as WorkbenchApi;
started.catch((error: unknown) => messages.failure(`The workbench could not start: ${error instanceof Error ? error.message : String(error)}`));
