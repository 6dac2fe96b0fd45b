import type { LineRef, ModelChange, ModelSheetState, ModelStore, StoredModel } from "../../../src/app/model/modelStore";
import type { CellValue } from "../../../src/sheets/cellValue";
import type { ModelTable } from "../../../src/sheets/model/model";
import type { ModelCells } from "../../../src/sheets/model/modelCells";
import type { ModelUpdate } from "../../../src/sheets/model/modelUpdate";
import type { SheetPlan } from "../../../src/sheets/sheetPlan";
import { cellsOfPlan } from "../../sheets/model/plannedCells";

type Grid = CellValue[][];

/** The model's tables in memory. Records what it was asked for; `edit` changes a cell as a person in Excel would. */
export class MemoryModelStore implements ModelStore {
  tables = new Map<ModelTable, { sheetName: string; row: number; column: number; grid: Grid }>();
  sheet: ModelSheetState = { name: "KAM Model", visibility: "visible", isProtected: false };
  readonly saved: (readonly ModelChange[])[] = [];
  readonly updates: ModelUpdate[] = [];
  readonly visited: string[] = [];
  /** References to the header rows that were offered in drop-downs. */
  readonly offered: string[] = [];
  /** May throw to refuse the next save. */
  beforeSave: () => void | Promise<void> = () => undefined;
  private readonly listeners = new Set<() => void>();

  constructor(cells: ModelCells = {}) {
    this.fill(cells);
  }

  private fill(cells: ModelCells): void {
    for (const [table, found] of Object.entries(cells)) {
      this.tables.set(table as ModelTable, { sheetName: found.sheetName, row: found.block.row, column: found.block.column, grid: found.block.values.map((row) => [...row]) });
    }
  }

  async load(): Promise<StoredModel> {
    const cells = Object.fromEntries([...this.tables].map(([table, { sheetName, row, column, grid }]) => [table, { sheetName, block: { row, column, values: grid.map((line) => [...line]) } }]));
    return { cells, sheets: this.tables.size > 0 ? [this.sheet] : [] };
  }
  async create(plan: SheetPlan) {
    this.fill(cellsOfPlan(plan));
    this.tell();
    return { id: `id ${plan.name}`, name: plan.name };
  }
  async save(changes: readonly ModelChange[]): Promise<void> {
    await this.beforeSave();
    this.saved.push(changes);
    for (const change of changes) this.apply(change);
    this.tell();
  }
  async update(update: ModelUpdate): Promise<void> {
    this.updates.push(update);
  }
  async offerHeaders(listHeaders: string): Promise<void> {
    this.offered.push(listHeaders);
  }
  async offersHeaders(listHeaders: string): Promise<boolean> {
    return this.offered.length === 0 || this.offered.at(-1) === listHeaders;
  }
  async reveal(): Promise<void> {
    this.sheet = { ...this.sheet, visibility: "visible" };
  }
  async goTo(sheetName: string, address: string): Promise<void> {
    this.visited.push(`${sheetName}!${address}`);
  }
  async watch(onChange: () => void) {
    this.listeners.add(onChange);
    return () => void this.listeners.delete(onChange);
  }

  /** Cells below the header, by column header. */
  column(table: ModelTable, header: string): CellValue[] {
    const [head = [], ...body] = this.tables.get(table)?.grid ?? [];
    return body.map((row) => row[head.indexOf(header)] ?? "");
  }
  edit(table: ModelTable, place: number, header: string, value: CellValue): void {
    this.write(table, place, header, value);
    this.tell();
  }

  private write(table: ModelTable, place: number, header: string, value: CellValue): void {
    const grid = this.tables.get(table)?.grid ?? [];
    (grid[place + 1] as CellValue[])[(grid[0] as CellValue[]).indexOf(header)] = value;
  }
  private apply(change: ModelChange): void {
    const place = (line: LineRef) => line.place + 1;
    if (change.kind === "set") return this.write(change.line.table, change.line.place, change.header, change.value);
    const { grid } = this.tables.get(change.kind === "add" ? change.table : change.line.table)!;
    if (change.kind === "swap") {
      grid[0]!.forEach((header, c) => {
        const [a, b] = [grid[place(change.line)]!, grid[place(change.other)]!];
        if (!change.staying.includes(String(header))) [a[c], b[c]] = [b[c]!, a[c]!];
      });
    }
    else if (change.kind === "remove" && grid.length > 2) grid.splice(place(change.line), 1);
    else if (change.kind === "remove") grid[1] = grid[1]!.map(() => "");
    else {
      const line = grid[0]!.map((header) => change.values[String(header)] ?? "");
      if (grid.length === 2 && grid[1]!.every((cell) => cell === "" || cell === 0)) grid[1] = line;
      else grid.push(line);
    }
  }
  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
