import type { Model } from "../../sheets/model/model";
import { listHeader, SCORECARD_TABLE } from "../../sheets/model/scorecardTable";
import { sheetNameFor, sheetNameKey } from "../../sheets/limits";
import { NativeColumns } from "../../sheets/scorecard/nativeColumns";
import { scalesLayout } from "../../sheets/scorecard/scalesLayout";
import { SCALES_SHEET, scalesSheet } from "../../sheets/scorecard/scalesSheet";
import { scorecardColumns, type ScorecardColumn } from "../../sheets/scorecard/scorecardColumns";
import type { ScorecardInput } from "../../sheets/scorecard/scorecardInput";
import { Problem } from "../problems";
import type { MadeSheet, SheetSummary } from "../workbook";
import { headerKey, type Portfolio } from "./portfolioData";
import { ScorecardValues } from "./scorecardValues";
import type { ScorecardStore, TableState } from "./scorecardStore";
import type { SnapshotStore } from "./snapshots";
import { stampWords } from "./stamp";
import type { ResultColumns, Wishes } from "./tieringSession";
import { checkGoingOn } from "./tableWriting";
import { bufferOf, methodOf } from "./tieringRule";
import { FORMULA_LIMITS, staticParts, type StaticParts } from "./writingLimits";

/** `formulas`: native, live in any Excel. `values`: marked with date and model. `live`: one KAM.SCORECARD, needs the add-in. */
export type ResultForm = "formulas" | "values" | "live";
/** A sheet of its own, or columns of the account list. */
export type ResultTarget = "sheet" | "list";

export interface WriteOptions extends Wishes {
  readonly target: ResultTarget;
  readonly form: ResultForm;
  /** Columns the add-in has not made that may be overwritten, as the person agreed. */
  readonly overwrite: readonly string[];
}

/** Where the account list stands and which of its columns matter. Columns count from 0 on the sheet. */
export interface WrittenList {
  readonly sheetName: string;
  readonly tableName?: string;
  readonly headerRow: number;
  readonly body: { readonly row: number; readonly column: number; readonly rowCount: number; readonly columnCount: number };
  readonly headers: readonly string[];
  readonly keyColumn: number;
  readonly nameColumn: number;
}

export interface WriteInput {
  readonly model: Model;
  readonly list: WrittenList;
  readonly portfolio: Portfolio;
  readonly result: ResultColumns;
  /** The tier each account had, where one is known. */
  readonly before?: readonly string[];
  readonly sheets: readonly SheetSummary[];
  readonly now: Date;
}

export interface WriteProgress {
  readonly done: number;
  readonly total: number;
  readonly words: string;
  /** Every cell stands, and only tidying up is left: a cancel is not heard any more. */
  readonly isFinal?: true;
}

export interface WriteOutcome {
  readonly sheet: MadeSheet;
  readonly accountCount: number;
  /** What stands there as values, in words; empty when every cell follows the model. */
  readonly values: readonly string[];
  /** Accounts whose rows stay although they have left the list, because the user wrote something beside them. */
  readonly goneRows: number;
  /** What could not be tidied up after everything was written, in words. */
  readonly remarks: readonly string[];
}

export interface WriteServices {
  readonly store: ScorecardStore;
  readonly snapshots: SnapshotStore;
}

/** Everything the three ways of writing share. */
export interface Writing extends WriteInput {
  readonly store: ScorecardStore;
  readonly options: WriteOptions;
  readonly columns: readonly ScorecardColumn[];
  readonly statics: StaticParts;
  readonly values: ScorecardValues;
  readonly stamp: string;
  /** The formulas, once the name of the sheet of scales is known. */
  nativeInput(scalesName: string): ScorecardInput;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: WriteProgress) => void;
}

/** Why a way of writing cannot be chosen for this list; undefined when it can. */
export function formFault(options: Pick<WriteOptions, "target" | "form">, { model, list, portfolio }: Pick<WriteInput, "model" | "list" | "portfolio">): string | undefined {
  const count = portfolio.accounts.keys.length;
  if (options.form === "live") {
    if (options.target === "list") return "KAM.SCORECARD answers a whole sheet; choose the sheet.";
    if (methodOf(model) === "capacity") return "KAM.SCORECARD does not know the method capacity.";
    if (bufferOf(model) > 0) return "KAM.SCORECARD does not know a buffer.";
    if (list.keyColumn !== list.body.column) return "KAM.SCORECARD takes the first column of the list as the key.";
    return undefined;
  }
  if (options.target === "list" && list.tableName === undefined) return "The account list is not an Excel table; make it one (Insert, Table), or choose the sheet.";
  if (options.form === "values") return undefined;
  if (options.target === "sheet" && count > FORMULA_LIMITS.lookups) return `Above ${FORMULA_LIMITS.lookups.toLocaleString("en")} accounts looking each one up takes Excel too long; write values, or columns of the list.`;
  if (options.target === "list" && portfolio.refusals.length + portfolio.leftOut.length > 0) return "Some rows of the list have no key or hold text where a number is needed; formulas in the list would count them. Repair them, or choose the sheet.";
  return undefined;
}

/** Hears a last cancel; from here on there is none. */
export function startFinishing({ signal, onProgress, portfolio }: Pick<Writing, "signal" | "onProgress" | "portfolio">): void {
  checkGoingOn(signal);
  const count = portfolio.accounts.keys.length;
  onProgress({ done: count, total: count, words: "Finishing", isFinal: true });
}

/** Columns that would be overwritten although the add-in has not made them. The person has to agree. */
export async function columnConflicts(store: ScorecardStore, options: WriteOptions, input: Pick<WriteInput, "model" | "list" | "portfolio">): Promise<readonly string[]> {
  if (options.form === "live") return [];
  const tableName = options.target === "list" ? input.list.tableName : SCORECARD_TABLE;
  const table = tableName === undefined ? undefined : await store.table(tableName);
  if (!table) return [];
  const made = new Set((await store.madeColumns()).filter((one) => headerKey(one.table) === headerKey(table.name)).flatMap(({ headers }) => headers.map(headerKey)));
  const ours = new Set(columnsFor(options, input, staticParts(input.model, input.portfolio.accounts.keys.length, options)).map(({ header }) => headerKey(headerIn(options, header))));
  return table.headers.filter((header) => ours.has(headerKey(header)) && !made.has(headerKey(header)));
}

export const headerIn = (options: Pick<WriteOptions, "target">, header: string): string => (options.target === "list" ? listHeader(header) : header);

function columnsFor(options: WriteOptions, { model, portfolio }: Pick<WriteInput, "model" | "portfolio">, statics: StaticParts): readonly ScorecardColumn[] {
  const formulas = options.form === "formulas";
  const all = scorecardColumns({
    criteria: model.criteria.map(({ criterion }) => criterion),
    gates: model.gates.map(({ column }) => column),
    formulas,
    stability: options.stability,
    next: options.next,
    before: bufferOf(model) > 0,
    larger: formulas && methodOf(model) === "pareto" && !statics.bounds,
    repeatedKeys: portfolio.accounts.hasRepeatedKeys,
    valueShares: formulas ? statics.shares : new Set(),
  });
  // In the list the accounts and their figures are there already.
  return options.target === "sheet" ? all : all.filter(({ kind }) => !["key", "account", "note", "figure", "place", "gateValue"].includes(kind));
}

export function writingOf(store: ScorecardStore, input: WriteInput, options: WriteOptions, signal: AbortSignal, onProgress: Writing["onProgress"]): Writing {
  const { model, list, portfolio, result } = input;
  const statics = staticParts(model, portfolio.accounts.keys.length, options);
  const stamp = stampWords(model, input.now);
  const columnNamed = (header: string) => {
    const at = list.headers.findIndex((name) => headerKey(name) === headerKey(header));
    return { header: list.headers[at] ?? header, column: list.body.column + Math.max(0, at) };
  };
  const columnAt = (column: number) => ({ header: list.headers[column - list.body.column] ?? "", column });
  return {
    ...input,
    store,
    options,
    statics,
    stamp,
    signal,
    onProgress,
    columns: columnsFor(options, input, statics),
    values: new ScorecardValues(model, portfolio, list.body.row, result, input.before),
    nativeInput: (scalesName) => ({
      model,
      method: methodOf(model),
      list: { ...list, key: columnAt(list.keyColumn), name: columnAt(list.nameColumn) },
      criteriaColumns: model.criteria.map(({ column }) => columnNamed(column)),
      gateColumns: model.gates.map(({ column }) => columnNamed(column)),
      layout: scalesLayout(scalesName, model.criteria.length, model.tiers.length, model.gates.length),
      table: options.target === "list" ? (list.tableName as string) : SCORECARD_TABLE,
      inList: options.target === "list",
      valueShares: statics.shares,
      ...(statics.bounds ? { valueBounds: Array.from(result.bounds, (bound) => Math.round(bound * 1e10) / 1e10) } : {}),
      valueRanks: statics.ranks,
      buffer: bufferOf(model) > 0,
      stamp,
    }),
  };
}

/** A free name for a sheet, as near to the wanted one as the workbook allows. */
export const freeSheetName = (wanted: string, sheets: readonly SheetSummary[], alsoTaken: readonly string[] = []): string =>
  sheetNameFor(wanted, new Set([...sheets.map(({ name }) => name), ...alsoTaken].map(sheetNameKey)));

/** The sheet of scales, which the scorecard's formulas and itself refer to each other. */
export interface Scales {
  readonly input: ScorecardInput;
  /** Adds the sheet; the scorecard's table and columns have to be there. */
  add(): Promise<void>;
  /** Takes the sheet away again. */
  remove(): Promise<void>;
  /** Puts the sheet in the place of an older one. */
  finish(): Promise<void>;
}

/** A new sheet of scales beside an older one, so that a failure only has to take the new one away. */
export function planScales({ store, sheets, nativeInput }: Writing): Scales {
  const older = sheets.find(({ name }) => sheetNameKey(name) === sheetNameKey(SCALES_SHEET));
  const name = freeSheetName(SCALES_SHEET, sheets);
  const input = nativeInput(name);
  let made: MadeSheet | undefined;
  return {
    input,
    add: async () => void (made = await store.addSheet(scalesSheet(input, name), 0)),
    remove: async () => {
      if (made) await store.removeSheets([made.id]).catch(() => undefined); // what went wrong before says more
    },
    finish: async () => {
      if (!older || !made) return;
      await store.removeSheets([older.id]);
      await store.renameSheet(made.id, SCALES_SHEET);
    },
  };
}

/** The formulas of the columns that have one, in the order of the columns. */
export const formulasOf = (input: ScorecardInput, columns: readonly ScorecardColumn[]): readonly (string | undefined)[] => {
  const native = new NativeColumns(input);
  return columns.map((column) => native.formula(column));
};

export function refuseProtected(table: TableState | undefined): void {
  if (table?.isProtected) throw new Problem("protectedSheet", `The sheet "${table.sheetName}" is protected.`, "Take the protection off (Review, Unprotect Sheet), then try again.");
}

