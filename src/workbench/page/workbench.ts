import { DocumentSettings } from "../office-host/documentSettings";
import type { FunctionsMetadata } from "../office-host/functions/metadata";
import { OfficeHost } from "../office-host/officeHost";
import { columnName, quoteSheetName } from "../office-host/objects/address";
import { Book } from "../office-host/objects/book";
import { CustomXmlStore } from "../office-host/objects/customXml";
import { chartData } from "../office-host/objects/chartSources";
import { rangeOfArea } from "../office-host/objects/rangeFactory";
import { spillParent } from "../office-host/objects/rangeNavigation";
import { tryResolve } from "../office-host/objects/resolveAddress";
import { Workbook } from "../office-host/objects/workbook";
import { emptyWorkbook } from "../office-host/objects/workbookState";
import { readManifest } from "../office-host/ribbon/manifest";
import { openSampleWorkbook } from "../sample/sampleWorkbook";
import type { CellPosition } from "../spreadsheet/spreadsheet";
import { createUniverSpreadsheet } from "../spreadsheet/univer/univerSpreadsheet";
import { emptyFile } from "../xlsx/emptyFile";
import { insertSheets } from "../xlsx/insertSheets";
import { openWorkbook } from "../xlsx/openWorkbook";
import { saveWorkbook } from "../xlsx/saveWorkbook";
import { chartConfiguration } from "../charts/chartConfiguration";
import { createChartPanel } from "./chartPanel";
import { contextMenuItems, ribbonGroups } from "./commandButtons";
import { createDialogPlace } from "./dialogView";
import { handOver } from "./fileButtons";
import type { Messages } from "./messages";
import { openInNewTab } from "./newWindow";
import type { createPaneView } from "./paneView";
import { connectPerson } from "./personEvents";
import { chartPicture, rangePicture } from "./pictures";
import { createShapePanel } from "./shapePanel";
import { showRibbon } from "./ribbonView";

export interface WorkbenchOptions {
  readonly grid: HTMLElement;
  readonly ribbon: HTMLElement;
  readonly pane: ReturnType<typeof createPaneView>;
  readonly messages: Messages;
  /** Page shown in the pane; the add-in's own by default. */
  readonly addinUrl: string;
}

const SAMPLE_NAME = "KAM sample.xlsx";

async function fetched(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} could not be loaded: ${response.status} ${response.statusText}`);
  return response;
}

async function addInFiles() {
  const [manifest, functions] = await Promise.all([
    fetched("/manifest.xml").then((response) => response.text()),
    fetched("/functions.json").then((response) => response.json() as Promise<FunctionsMetadata>),
  ]);
  return { manifest: readManifest(manifest), functions };
}

/** Puts grid, office host and ribbon together and opens the sample; the add-in is not loaded yet. */
export async function createWorkbench(options: WorkbenchOptions) {
  const { messages, pane } = options;
  const files = addInFiles();
  const grid = await createUniverSpreadsheet(options.grid);
  openSampleWorkbook(grid);
  const { manifest, functions } = await files;

  const settings = new DocumentSettings();
  const customFunctions = functions.functions.map(({ name }) => `${manifest.namespace}.${name}`);
  const charts = createChartPanel(options.grid, {
    charts: () => open.book.sheetState(grid.activeSheet()).charts,
    data: (chart) => chartData(open.book, chart),
    place: (chart) => grid.viewport.place(chart.left, chart.top),
    moved(chart, right, down) {
      chart.left = Math.max(0, chart.left + (right * 72) / 96);
      chart.top = Math.max(0, chart.top + (down * 72) / 96);
    },
  });
  const shapes = createShapePanel(options.grid, {
    shapes: () => open.book.sheetState(grid.activeSheet()).shapes,
    place: (left, top) => grid.viewport.place(left, top),
    clicked: ({ id }) => (open.book.activeShape = id),
  });
  const redraw = () => {
    charts.update();
    shapes.update();
  };
  grid.viewport.onScroll(redraw);
  let started = false;
  let open: { readonly book: Book; readonly workbook: Workbook; readonly customXml: CustomXmlStore };
  const host = new OfficeHost({
    workbook: (events) => {
      take(new Book(grid, { ...emptyWorkbook(SAMPLE_NAME), properties: { creationDate: new Date().toISOString() } }, events));
      return () => open.workbook;
    },
    spreadsheet: grid,
    settings,
    manifest,
    functions,
    addinUrl: options.addinUrl,
    pane: pane.frame,
    dialogPlace: createDialogPlace(),
    showPane: pane.setVisible,
    resolve: (reference) => tryResolve(open.book, undefined, reference)?.area,
    addressOf: ({ sheetId, row, column }) => `${quoteSheetName(open.book.sheet(sheetId).name)}!${columnName(column)}${row + 1}`,
    documentUrl: `${location.origin}/workbench/${SAMPLE_NAME}`,
    saveFile: async () => (await saveFile()).bytes,
    newWorkbook: async (bytes) => openInNewTab(bytes ?? (await emptyFile())),
    onUnexpected: (error, location) => messages.failure(`The workbench met a fault of its own in ${location}: ${String(error)}`),
  });

  /** From now on the add-in and the person work on this workbook. */
  function take(book: Book, customXml = new CustomXmlStore()): void {
    book.services = {
      save: async () => handOver(await saveFile(), book.state.name, messages),
      close: () => host.afterAnswer(() => void setTimeout(() => void closeWorkbook())),
      insertSheets: (sheets) => insertSheets(book, sheets, customFunctions),
      chartPicture: (chart, drawn, frame) => chartPicture(chartConfiguration(chart, chartData(book, chart)), drawn, frame),
      rangePicture: (area) => rangePicture(grid, area),
    };
    open = { book, customXml, workbook: new Workbook(book, { settings, customXml }) };
    connectPerson(book, {
      editEnded: () => host.editEnded(),
      calculated: () => host.functions.cellsCalculated(),
      refused: () => messages.failure("This cell is locked: the sheet is protected."),
      redraw,
    });
    book.onChartsChanged(redraw);
  }

  /** Loads the add-in, once; a workbook opened before is the one it starts with. */
  function start(): Promise<void> {
    started = true;
    return host.start();
  }

  /** Replaces the open workbook; the add-in starts afresh, as it does with every document. */
  async function openFile(bytes: Uint8Array, fileName: string): Promise<readonly string[]> {
    const { book, storage, losses } = await openWorkbook(bytes, grid, { fileName, events: host.events, customFunctions, addinId: manifest.id });
    settings.replaceAll(storage.settings);
    take(book, new CustomXmlStore(storage.customXml));
    if (started) await host.reload();
    return losses;
  }

  /** Excel leaves nothing open; the workbench cannot be without a workbook and begins a new one. */
  async function closeWorkbook(): Promise<void> {
    const closed = open.book.state.name;
    await openFile(await emptyFile(), "Book1.xlsx");
    messages.note(`${closed} was closed by the add-in.`);
  }

  function saveFile() {
    return saveWorkbook(open.book, { addin: manifest, settings: settings.entries(), customXml: open.customXml.entries() });
  }

  async function press(controlId: string): Promise<void> {
    const outcome = await host.press(controlId);
    if (outcome.status !== "completed") messages.failure(`The command ${controlId} did not complete: ${outcome.status}`);
  }

  /** Text of the error in a cell, also where the formula of another cell has spilled it; "" without one. */
  function errorMessage(cell: CellPosition): string {
    const spill = spillParent(rangeOfArea(open.book, { ...cell, rowCount: 1, columnCount: 1 }));
    const formula = spill ? { sheetId: cell.sheetId, row: spill.row, column: spill.column } : cell;
    return host.functions.errorMessage(formula, cell.row - formula.row, cell.column - formula.column) ?? "";
  }

  const drawRibbon = () => showRibbon(options.ribbon, ribbonGroups(host.ribbon), (id) => void press(id));
  host.ribbon.onChanged = drawRibbon;
  drawRibbon();
  grid.addContextMenuEntries(contextMenuItems(host.ribbon).map(({ id, label }) => ({ id, label, run: () => void press(id) })));
  return { grid, host, start, press, errorMessage, openFile, saveFile, fileName: () => open.book.state.name };
}
