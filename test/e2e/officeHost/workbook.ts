import type { DocumentSettings } from "../../../src/workbench/office-host/documentSettings";
import { HostCollection, HostError, type HostEvents, HostObject } from "../../../src/workbench/office-host/hostObject";
import { CustomXmlPartCollection, CustomXmlStore } from "../../../src/workbench/office-host/objects/customXml";
import { SettingCollection } from "../../../src/workbench/office-host/objects/settings";
import type { CellValue } from "../../../src/workbench/spreadsheet/spreadsheet";
import type { TinyGrid } from "./grid";

/** As much of Excel's object model as the contract of the host needs: one sheet on the tiny grid. */
export class Workbook extends HostObject {
  readonly #worksheets: WorksheetCollection;
  readonly #settings: SettingCollection;
  readonly #customXmlParts = new CustomXmlPartCollection(new CustomXmlStore());

  constructor(grid: TinyGrid, events: HostEvents, settings: DocumentSettings) {
    super();
    this.#worksheets = new WorksheetCollection(grid, events);
    this.#settings = new SettingCollection(settings);
  }
  get worksheets(): WorksheetCollection {
    return this.#worksheets;
  }
  get settings(): SettingCollection {
    return this.#settings;
  }
  get customXmlParts(): CustomXmlPartCollection {
    return this.#customXmlParts;
  }
  getSelectedRange(): Range {
    return this.#worksheets.getItem("Sheet1").getRange("A1");
  }
}

class WorksheetCollection extends HostCollection<Worksheet> {
  readonly #sheets: Worksheet[];
  readonly #grid: TinyGrid;
  readonly #events: HostEvents;
  constructor(grid: TinyGrid, events: HostEvents) {
    super();
    this.#grid = grid;
    this.#events = events;
    this.#sheets = [new Worksheet(grid, events, "sheet1", "Sheet1")];
  }
  get items(): readonly Worksheet[] {
    return this.#sheets;
  }
  getCount(): number {
    return this.#sheets.length;
  }
  getItem(key: string | number): Worksheet {
    const found = this.#sheets.find((sheet) => sheet.name === key || sheet.id === key);
    if (!found) throw new HostError("ItemNotFound", `There is no sheet "${key}".`);
    return found;
  }
  add(name: string): Worksheet {
    const sheet = new Worksheet(this.#grid, this.#events, `sheet${this.#sheets.length + 1}`, name);
    this.#sheets.push(sheet);
    this.#events.raise(13, ["Workbook"], { source: "Local", worksheetId: sheet.id });
    return sheet;
  }
}

class Worksheet extends HostObject {
  readonly #grid: TinyGrid;
  readonly #events: HostEvents;
  readonly #id: string;
  #name: string;
  constructor(grid: TinyGrid, events: HostEvents, id: string, name: string) {
    super();
    this.#grid = grid;
    this.#events = events;
    this.#id = id;
    this.#name = name;
  }
  override identity() {
    return { Id: this.#id };
  }
  get id(): string {
    return this.#id;
  }
  get name(): string {
    return this.#name;
  }
  set name(name: string) {
    this.#name = name;
  }
  getRange(address: string): Range {
    const match = /^([A-Z])(\d+)(?::([A-Z])(\d+))?$/.exec(address);
    if (!match) throw new HostError("InvalidArgument", `"${address}" is not an address.`);
    const [, column1 = "A", row1 = "1", column2 = column1, row2 = row1] = match;
    const column = column1.charCodeAt(0) - 65;
    return new Range(this.#grid, this.#events, this.#id, Number(row1) - 1, column, Number(row2) - Number(row1) + 1, column2.charCodeAt(0) - 64 - column);
  }
}

class Range extends HostObject {
  readonly #grid: TinyGrid;
  readonly #events: HostEvents;
  readonly #sheetId: string;
  readonly #row: number;
  readonly #column: number;
  readonly #rowCount: number;
  readonly #columnCount: number;
  readonly #format = new RangeFormat();
  constructor(grid: TinyGrid, events: HostEvents, sheetId: string, row: number, column: number, rowCount: number, columnCount: number) {
    super();
    this.#grid = grid;
    this.#events = events;
    this.#sheetId = sheetId;
    this.#row = row;
    this.#column = column;
    this.#rowCount = rowCount;
    this.#columnCount = columnCount;
  }
  get values(): CellValue[][] {
    return this.#grid.values(this.#area());
  }
  set values(values: CellValue[][]) {
    if (values.length !== this.#rowCount || values[0]?.length !== this.#columnCount) {
      throw new HostError("InvalidArgument", `The range has ${this.#rowCount} × ${this.#columnCount} cells.`);
    }
    this.#grid.write(this.#area(), values.map((row) => row.map((value) => ({ value }))));
    this.#events.raise(10, [this.#sheetId, "Workbook"], {
      changeType: "RangeEdited",
      source: "Local",
      worksheetId: this.#sheetId,
      address: this.address,
      shiftDirection: "None",
    });
  }
  get address(): string {
    const name = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row + 1}`;
    const last = name(this.#row + this.#rowCount - 1, this.#column + this.#columnCount - 1);
    return `Sheet1!${name(this.#row, this.#column)}${this.#rowCount * this.#columnCount > 1 ? `:${last}` : ""}`;
  }
  get rowCount(): number {
    return this.#rowCount;
  }
  get columnCount(): number {
    return this.#columnCount;
  }
  get format(): RangeFormat {
    return this.#format;
  }
  getRow(row: number): Range {
    return new Range(this.#grid, this.#events, this.#sheetId, this.#row + row, this.#column, 1, this.#columnCount);
  }
  getBoundingRect(other: Range): Range {
    return new Range(this.#grid, this.#events, this.#sheetId, this.#row, this.#column, other.#row + other.#rowCount - this.#row, this.#columnCount);
  }
  #area() {
    return { sheetId: this.#sheetId, row: this.#row, column: this.#column, rowCount: this.#rowCount, columnCount: this.#columnCount };
  }
}

class RangeFormat extends HostObject {
  #wrapText = false;
  get wrapText(): boolean {
    return this.#wrapText;
  }
  set wrapText(wrapText: boolean) {
    this.#wrapText = wrapText;
  }
}
