import { type HostEvents, HostError } from "../hostObject";
import type { Area, SheetInfo, Spreadsheet } from "../../spreadsheet/spreadsheet";
import type { BoundCells } from "./bindings";
import type { BookServices } from "./bookServices";
import type { Region, StructureChange } from "./region";
import { emptySheet, type SheetState, type WorkbookState } from "./workbookState";

/** Told whenever a chart, shape or its data may look different, so that a panel can draw it again. */
export type ChartsChanged = (sheetId: string) => void;

/** What all objects of one open workbook share. */
export class Book {
  /** Every insertion and deletion since the workbook was opened, per sheet: ranges follow it (`RangeRef`). */
  readonly #changes = new Map<string, StructureChange[]>();
  readonly #eventRanges = new Map<string, Area>();
  readonly #chartListeners = new Set<ChartsChanged>();
  /** Id of the chart a script or a person activated last. */
  activeChart: string | undefined;
  /** Bindings by their ids; they last as long as the workbook is open. */
  readonly bindings = new Map<string, BoundCells>();
  /** Id of the shape a person clicked last. */
  activeShape: string | undefined;
  /** While what a person did in the grid is reported. */
  personActs = false;
  /** Changed since it was opened or saved. */
  dirty = false;
  services: BookServices | undefined;

  constructor(
    readonly grid: Spreadsheet,
    readonly state: WorkbookState,
    readonly events: HostEvents,
  ) {}

  /** Does work that reads results of formulas once none is pending. */
  whenCalculated<T>(work: () => T): T | Promise<T> {
    return this.grid.isPending() ? this.grid.recalculate().then(work) : work();
  }

  newId(): string {
    return `{00000000-0000-4000-8000-${(this.state.nextId++).toString(16).toUpperCase().padStart(12, "0")}}`;
  }

  sheets(): readonly SheetInfo[] {
    return this.grid.sheets();
  }

  sheet(sheetId: string): SheetInfo {
    const found = this.grid.sheets().find((sheet) => sheet.id === sheetId);
    if (!found) throw new HostError("ItemNotFound", "The worksheet of this object does not exist any more.");
    return found;
  }

  /** Sheet by name, whatever the case, or by id. */
  findSheet(key: string): SheetInfo | undefined {
    const sheets = this.grid.sheets();
    return sheets.find((sheet) => sheet.name.toLowerCase() === key.toLowerCase()) ?? sheets.find((sheet) => sheet.id === key);
  }

  sheetState(sheetId: string): SheetState {
    return (this.state.sheets[sheetId] ??= emptySheet());
  }

  changesOf(sheetId: string): readonly StructureChange[] {
    return this.#changes.get(sheetId) ?? [];
  }

  recordChange(sheetId: string, change: StructureChange): void {
    const changes = this.#changes.get(sheetId);
    if (changes) changes.push(change);
    else this.#changes.set(sheetId, [change]);
  }

  /** Keeps the range of an event so that its handler can ask for it (`event.getRange`). */
  keepEventRange(sheetId: string, region: Region): string {
    const id = `event${this.state.nextId++}`;
    this.#eventRanges.set(id, { sheetId, ...region });
    // Handlers ask at once; a bounded number is kept.
    if (this.#eventRanges.size > 500) this.#eventRanges.delete(this.#eventRanges.keys().next().value as string);
    return id;
  }

  eventRange(id: string): Area | undefined {
    return this.#eventRanges.get(id);
  }

  onChartsChanged(listener: ChartsChanged): () => void {
    this.#chartListeners.add(listener);
    return () => this.#chartListeners.delete(listener);
  }

  chartsChanged(sheetId: string): void {
    for (const listener of this.#chartListeners) listener(sheetId);
  }
}
