import type { DocumentSettings } from "../documentSettings";
import { HostObject } from "../hostObject";
import { Application } from "./application";
import { checkBoolean, checkOneOf, notFound } from "./arguments";
import { BindingCollection } from "./bindings";
import type { Book } from "./book";
import { servicesOf } from "./bookServices";
import { Chart } from "./chart";
import { CustomXmlPartCollection, type CustomXmlStore } from "./customXml";
import { DocumentProperties } from "./documentProperties";
import { CommentCollection } from "./comments";
import { insertWorksheets } from "./insertWorksheets";
import { NamedItemCollection } from "./names";
import { NoteCollection } from "./notes";
import { PivotTableCollection } from "./pivotTables";
import { areasOf, rangeOfArea } from "./rangeFactory";
import type { Range } from "./range";
import type { RangeAreas } from "./rangeAreas";
import { RangeRef } from "./rangeRef";
import { SettingCollection } from "./settings";
import { Shape } from "./shape";
import { Runtime } from "./runtime";
import { StyleCollection } from "./styleCollection";
import { SlicerCollection } from "./slicers";
import { TableCollection } from "./tableCollections";
import { Functions } from "./workbookFunctions";
import { WorkbookProtection } from "./workbookProtection";
import { WorksheetCollection } from "./worksheets";

/** What the add-in keeps in the document beside the sheets. */
export interface AddinData {
  readonly settings: DocumentSettings;
  readonly customXml: CustomXmlStore;
}

export class Workbook extends HostObject {
  readonly #book: Book;
  readonly #data: AddinData;

  constructor(book: Book, data: AddinData) {
    super();
    this.#book = book;
    this.#data = data;
  }
  /** `context.runtime`, which office.js asks of the workbook under this name. */
  get _Runtime(): Runtime {
    return new Runtime(this.#book.events);
  }
  get settings(): SettingCollection {
    return new SettingCollection(this.#data.settings);
  }
  get customXmlParts(): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.#data.customXml);
  }
  get application(): Application {
    return new Application(this.#book);
  }
  get bindings(): BindingCollection {
    return new BindingCollection(this.#book);
  }
  get comments(): CommentCollection {
    return new CommentCollection(this.#book);
  }
  get notes(): NoteCollection {
    return new NoteCollection(this.#book);
  }
  get functions(): Functions {
    return new Functions(this.#book);
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.#book);
  }
  get pivotTables(): PivotTableCollection {
    return new PivotTableCollection(this.#book);
  }
  get properties(): DocumentProperties {
    return new DocumentProperties(this.#book);
  }
  get protection(): WorkbookProtection {
    return new WorkbookProtection(this.#book);
  }
  get slicers(): SlicerCollection {
    return new SlicerCollection(this.#book);
  }
  get styles(): StyleCollection {
    return new StyleCollection(this.#book);
  }
  get tables(): TableCollection {
    return new TableCollection(this.#book);
  }
  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.#book);
  }

  get name(): string {
    return this.#book.state.name;
  }
  get autoSave(): boolean {
    return false;
  }
  get calculationEngineVersion(): number {
    return 191029;
  }
  get chartDataPointTrack(): boolean {
    return this.#book.state.properties.chartDataPointTrack !== 0;
  }
  set chartDataPointTrack(value: unknown) {
    this.#book.state.properties.chartDataPointTrack = checkBoolean("chartDataPointTrack", value) ? 1 : 0;
  }
  get isDirty(): boolean {
    return this.#book.dirty;
  }
  set isDirty(value: unknown) {
    this.#book.dirty = checkBoolean("isDirty", value);
  }
  get previouslySaved(): boolean {
    return false;
  }
  get readOnly(): boolean {
    return false;
  }
  get usePrecisionAsDisplayed(): boolean {
    return this.#book.state.usePrecisionAsDisplayed;
  }
  set usePrecisionAsDisplayed(value: unknown) {
    this.#book.state.usePrecisionAsDisplayed = checkBoolean("usePrecisionAsDisplayed", value);
  }

  /** The selection, refused when it has several areas (then `getSelectedRanges` answers it). */
  getSelectedRange(): Range {
    const [first, another] = this.#book.grid.selection();
    if (!first) throw notFound("Nothing is selected.");
    if (another) throw notFound("Several ranges are selected: use getSelectedRanges.");
    return rangeOfArea(this.#book, first);
  }
  getSelectedRanges(): RangeAreas {
    const areas = this.#book.grid.selection();
    if (areas.length === 0) throw notFound("Nothing is selected.");
    return areasOf(areas.map((area) => new RangeRef(this.#book, area.sheetId, area)));
  }
  getActiveCell(): Range {
    const last = this.#book.grid.selection().at(-1);
    if (!last) throw notFound("Nothing is selected.");
    return rangeOfArea(this.#book, { ...last, rowCount: 1, columnCount: 1 });
  }
  getActiveChart(): Chart {
    return this.getActiveChartOrNullObject() ?? noChart();
  }
  getActiveChartOrNullObject(): Chart | null {
    const { activeChart } = this.#book;
    const found = activeChart === undefined ? undefined : Object.entries(this.#book.state.sheets).find(([, sheet]) => sheet.charts.some((chart) => chart.id === activeChart));
    return found && activeChart !== undefined ? new Chart(this.#book, found[0], activeChart) : null;
  }
  getActiveShape(): Shape {
    return this.getActiveShapeOrNullObject() ?? noShape();
  }
  getActiveShapeOrNullObject(): Shape | null {
    const { activeShape } = this.#book;
    const found = activeShape === undefined ? undefined : Object.entries(this.#book.state.sheets).find(([, sheet]) => sheet.shapes.some((shape) => shape.id === activeShape));
    return found && activeShape !== undefined ? new Shape(this.#book, found[0], activeShape) : null;
  }
  /** No part of this host shows a slicer that could be active. */
  getActiveSlicerOrNullObject(): null {
    return null;
  }
  /** As a file for the person, whom nothing else asks: this host has no store of its own. */
  async save(saveBehavior?: unknown): Promise<void> {
    if (saveBehavior !== undefined && saveBehavior !== null) checkOneOf("saveBehavior", saveBehavior, ["Save", "Prompt"]);
    await servicesOf(this.#book, "Workbook.save").save();
    this.#book.dirty = false;
  }
  async close(closeBehavior?: unknown): Promise<void> {
    const behavior = checkOneOf("closeBehavior", closeBehavior ?? "Save", ["Save", "SkipSave"]);
    const services = servicesOf(this.#book, "Workbook.close");
    if (behavior === "Save") await services.save();
    services.close();
  }
  insertWorksheetsFromBase64(base64File: unknown, options?: unknown): Promise<readonly string[]> {
    return insertWorksheets(this.#book, base64File, options);
  }
  getIsActiveCollabSession(): boolean {
    return false;
  }
  focus(): void {
    this.#book.grid.activateSheet(this.#book.grid.activeSheet());
  }

  /** Range of an event, as its arguments ask for it. */
  _GetRangeForEventByReferenceId(id: unknown): Range {
    return this._GetRangeOrNullObjectForEventByReferenceId(id) ?? forgotten();
  }
  _GetRangeOrNullObjectForEventByReferenceId(id: unknown): Range | null {
    const area = this.#book.eventRange(String(id));
    return area ? rangeOfArea(this.#book, area) : null;
  }
}

function noShape(): never {
  throw notFound("No shape is active.");
}

function noChart(): never {
  throw notFound("No chart is active.");
}

function forgotten(): never {
  throw notFound("The range of this event is not known any more.");
}
