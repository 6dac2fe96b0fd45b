import "./chartPanel.css";
import "./page.css";
import { connectFileButtons, refusalText } from "./fileButtons";
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

/** A refused file that the page has told of already. */
let told: unknown;

async function start(): Promise<void> {
  const addinUrl = sameOrigin(parameters.get("addin"), "/taskpane.html");
  const workbookUrl = sameOrigin(parameters.get("workbook"), "");
  const workbench = await createWorkbench({ grid: element("grid"), ribbon: element("ribbon"), pane, messages, addinUrl });
  const { grid, host } = workbench;
  /** The add-in starts whatever became of the file; `ready` rejects all the same, so that no script takes the sample for it. */
  async function begin(): Promise<void> {
    const refused = workbookUrl ? await openAddress(workbookUrl) : undefined;
    await workbench.start();
    if (refused) throw refused.error;
  }
  async function openAddress(address: string): Promise<{ readonly error: unknown } | undefined> {
    const { protocol, pathname } = new URL(address);
    // A workbook another workbench has handed over has no name yet.
    const fileName = protocol === "blob:" ? "Book1.xlsx" : decodeURIComponent(pathname.split("/").at(-1) ?? "");
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${address} answers ${response.status} ${response.statusText}`);
      const losses = await workbench.openFile(new Uint8Array(await response.arrayBuffer()), fileName);
      if (losses.length > 0) messages.note(`${fileName} is open. Not taken over:`, losses);
      return undefined;
    } catch (error) {
      told = error;
      messages.failure(refusalText(fileName, error));
      return { error };
    }
  }
  const ready = begin();
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
started.catch((error: unknown) => {
  if (error !== told) messages.failure(`The workbench could not start: ${error instanceof Error ? error.message : String(error)}`);
});
