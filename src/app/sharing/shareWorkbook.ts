import { areaAddress, cellAddress } from "../../sheets/a1";
import type { CellValue } from "../../sheets/cellValue";
import { sheetNameFor, sheetNameKey } from "../../sheets/limits";
import { blockPrint, blockShape, MAX_CELLS_PER_LINE } from "../../sheets/sharing/fingerprint";
import { LOG_FIRST_ROW, logColumn, SHARE_LOG_SHEET, SHARE_LOG_TABLE, shareLogSheet, type ShareLogLine } from "../../sheets/sharing/shareLog";
import { Problem } from "../problems";
import type { MadeSheet, Workbook } from "../workbook";
import { readBookAreas, type BookAreas } from "./bookAreas";
import { asValues, changeFor, entered, isPending, isSameResult, withoutSpills, type Change, type Replace, type Untouched } from "./changes";
import { blocksOf, type Findings } from "./findings";
import { nameChanges, printsOfName, writeNames, type NameChange } from "./nameChanges";
import { readWhole, type Cells } from "./readWhole";
import { settledValues } from "./settledValues";
import { reversibly, stepsOf, type Refusal, type ReversibleWrites, type ReversibleWriting } from "./reversibleWrites";
import { scanWorkbook, stopIfAborted, type SharingProgress } from "./scanWorkbook";
import type { CellWriting, SharingBook } from "./sharingBook";

export interface SharingTools {
  readonly book: SharingBook;
  readonly workbook: Pick<Workbook, "addSheet" | "removeSheets">;
  /** Makes native formulas, knowing what tables, names and spills of the workbook cover. */
  readonly replacements: (areas: BookAreas) => Replace;
  /** Local date and time in words, for the log. */
  readonly now: () => string;
  /** Waits a moment for functions that are being calculated. */
  readonly pause: () => Promise<void>;
}

export interface ShareOutcome {
  /** Undefined when there was nothing to replace. */
  readonly log: MadeSheet | undefined;
  readonly nativeFormulas: number;
  readonly values: number;
  readonly untouched: readonly Untouched[];
}

/**
 * Replaces the KAM functions of some sheets by native formulas or their results, and notes on a new sheet what stood where.
 * The log is written first, so that even a run that is torn off in the middle can be taken back by it. A run that is
 * cancelled or fails puts everything back and takes its log away.
 */
export async function shareWorkbook(tools: SharingTools, sheetIds: readonly string[], signal: AbortSignal, onProgress: (progress: SharingProgress) => void): Promise<ShareOutcome> {
  const { book } = tools;
  const findings = await scanWorkbook(book, signal, onProgress);
  const { changes, untouched } = await planChanges(tools, findings, sheetIds, signal);
  const names = await nameChanges(tools, findings, sheetIds, signal);
  const left = [...untouched, ...names.untouched];
  if (changes.length === 0 && names.changes.length === 0) return { log: undefined, nativeFormulas: 0, values: 0, untouched: left };
  stopIfAborted(signal);
  return carryOut(tools, changes, names.changes, left, signal, onProgress);
}

/** What will be written, before anything is. */
export async function planChanges(tools: SharingTools, findings: Findings, sheetIds: readonly string[], signal: AbortSignal): Promise<{ changes: Change[]; untouched: Untouched[] }> {
  const chosen = findings.sheets.filter(({ id }) => sheetIds.includes(id));
  const isTaken = (sheetId: string) => chosen.some(({ id, isProtected }) => id === sheetId && !isProtected);
  const untouched: Untouched[] = chosen
    .filter(({ id, isProtected }) => isProtected && findings.cells.some(({ sheetId }) => sheetId === id))
    .map(({ id, name }) => ({ sheetId: id, sheetName: name, place: "", reason: "is protected: take the protection off (Review, Unprotect Sheet) and share again" }));
  const nameOf = (id: string) => findings.sheets.find((sheet) => sheet.id === id)?.name ?? "";
  const blocks = blocksOf(findings.cells.filter(({ sheetId }) => isTaken(sheetId)), MAX_CELLS_PER_LINE);
  const replace = tools.replacements(await readBookAreas(tools.book, findings.sheets, blocks.flatMap(({ cells }) => cells)));
  const places = blocks.map(({ sheetId, area }) => ({ sheetId, ...area }));
  const before = await settledValues(tools, places, signal);
  const pending = before.findIndex((values) => values.some((line) => line.some(isPending)));
  if (pending >= 0) throw new Problem("stillCalculating", `${nameOf(blocks[pending]?.sheetId ?? "")} ${blocks[pending]?.address} is still being calculated.`, "Wait until no cell shows #BUSY!, then try again.");
  const made = blocks.map((block, i) => changeFor(block, nameOf(block.sheetId), before[i] ?? [], replace));
  const changes = made.flatMap((one) => ("contents" in one ? [one] : []));
  return { changes: [...followSpills(changes), ...spillReaders(findings, changes, isTaken, nameOf)], untouched: [...untouched, ...made.flatMap((one) => ("reason" in one ? [one] : []))] };
}

const replacedSpills = (changes: readonly Change[]) => changes.flatMap(({ formulaIn, sheetName, place }) => (formulaIn === "first cell" ? [{ sheetName, area: place }] : []));

/** New formulas must not ask for the spill of a formula that is gone. */
function followSpills(changes: readonly Change[]): Change[] {
  const spills = replacedSpills(changes);
  return changes.map((change) => (change.replacedBy === "values" ? change : { ...change, contents: change.contents.map((line) => line.map((content) => (typeof content === "string" ? withoutSpills(content, change.sheetName, spills) : content))) }));
}

/** Other formulas that ask for the spill of a replaced formula (`K11#`) get its cells named instead. */
function spillReaders(findings: Findings, changes: readonly Change[], isTaken: (sheetId: string) => boolean, nameOf: (id: string) => string): Change[] {
  const spills = replacedSpills(changes);
  return findings.spillReaders.flatMap(({ sheetId, row, column, formula }) => {
    const sheetName = nameOf(sheetId);
    const changed = withoutSpills(formula, sheetName, spills);
    if (changed === formula || !isTaken(sheetId)) return [];
    const place = { sheetId, row, column, rowCount: 1, columnCount: 1 };
    return [{ place, sheetName, original: formula, formulaIn: "each cell" as const, originals: [[formula]], before: [], contents: [[changed]], replacedBy: "native formulas" as const, why: "Asked for all cells that a replaced formula filled" }];
  });
}

async function carryOut(tools: SharingTools, planned: readonly Change[], names: readonly NameChange[], untouched: readonly Untouched[], signal: AbortSignal, onProgress: (progress: SharingProgress) => void): Promise<ShareOutcome> {
  const { book, workbook } = tools;
  const log = await addLog(tools, planned, names);
  return reversibly(book, `Their formulas stand on “${log.name}”: choose Restore formulas on the page Share.`, async (writes) => {
    writes.remember(async () => void (await workbook.removeSheets([log.id])));
    const steps = stepsOf(planned.map(writingOf));
    const refused: Refusal[] = [];
    for (const [i, step] of steps.entries()) {
      onProgress({ done: i, total: steps.length + 1, words: planned.find(({ place }) => place.sheetId === step[0]?.sheetId)?.sheetName ?? "" });
      stopIfAborted(signal);
      refused.push(...(await writes.write(step)));
    }
    const writtenNames = await writeNames(tools, writes, names, signal);
    onProgress({ done: steps.length, total: steps.length + 1, words: "comparing the results" });
    const { written, untouched: refusedCells } = await withoutRefused(writes, planned, refused);
    const changes = await withoutWrongResults(tools, writes, written, signal);
    await noteWhatWasWritten(book, log.id, changes, writtenNames, signal);
    stopIfAborted(signal);
    const done = changes.filter(({ why }) => why !== NOT_CHANGED);
    const count = (by: Change["replacedBy"]) => countOf(done, by) + writtenNames.filter(({ replacedBy }) => replacedBy === by).length;
    return { log, nativeFormulas: count("native formulas"), values: count("values"), untouched: [...untouched, ...refusedCells] };
  });
}

const writingOf = ({ place, contents, originals }: Change): ReversibleWriting => ({ ...place, contents, originals });
const countOf = (changes: readonly Change[], by: Change["replacedBy"]): number =>
  changes.filter(({ replacedBy }) => replacedBy === by).reduce((sum, { place, formulaIn }) => sum + (formulaIn === "each cell" ? place.rowCount * place.columnCount : 1), 0);

/** Native formulas Excel does not take give way to values; cells it does not let be changed at all stay as they are. */
async function withoutRefused(writes: ReversibleWrites, changes: readonly Change[], refused: readonly Refusal[]): Promise<{ written: Change[]; untouched: Untouched[] }> {
  const isAt = ({ place }: Change, { sheetId, row, column }: ReversibleWriting) => place.sheetId === sheetId && place.row === row && place.column === column;
  const met = changes.filter((change) => refused.some(({ writing }) => isAt(change, writing)));
  const second = new Map(met.flatMap((change) => (change.replacedBy === "native formulas" && change.before.length > 0 ? [[change, asValues(change, "Excel did not take the native formula")] as const] : [])));
  const refusedAgain: Refusal[] = [];
  for (const step of stepsOf([...second.values()].map(writingOf))) refusedAgain.push(...(await writes.write(step)));
  const isLeft = (change: Change) => met.includes(change) && (!second.has(change) || refusedAgain.some(({ writing }) => isAt(change, writing)));
  const left = changes.filter(isLeft);
  return {
    written: changes.map((change) => (left.includes(change) ? { ...change, contents: change.originals, why: NOT_CHANGED } : (second.get(change) ?? change))),
    untouched: left.map(({ place, sheetName }) => ({ sheetId: place.sheetId, sheetName, place: areaAddress(place), reason: NOT_CHANGED })),
  };
}

const NOT_CHANGED = "Excel did not let the cells be changed, perhaps because they are part of an array formula or of merged cells";

async function overwrite(writes: ReversibleWrites, changes: readonly Change[]): Promise<void> {
  for (const step of stepsOf(changes.map(writingOf))) {
    const [refusal] = await writes.write(step);
    if (refusal) throw refusal.problem;
  }
}

async function addLog({ book, workbook, now }: SharingTools, changes: readonly Change[], names: readonly NameChange[]): Promise<MadeSheet> {
  const sharedOn = now();
  const lines: ShareLogLine[] = [
    ...changes.map((change) => ({
      sheetName: change.sheetName,
      place: areaAddress(change.place),
      area: change.place,
      original: change.original,
      formulaIn: change.formulaIn,
      replacedBy: change.replacedBy,
      why: change.why,
      sharedOn,
      ...printsOf(change, change.contents.map((line) => line.map(asRead))),
    })),
    ...names.map((change) => ({ sheetName: change.sheetName, place: change.name, area: undefined, original: change.formula, formulaIn: "name" as const, replacedBy: change.replacedBy, why: change.why, sharedOn, ...printsOfName(change) })),
  ];
  const sheets = await book.sheets();
  const tables = (await book.tables()).map(({ name }) => name.toLowerCase());
  let table = SHARE_LOG_TABLE;
  for (let i = 2; tables.includes(table.toLowerCase()); i++) table = `${SHARE_LOG_TABLE}${i}`;
  return workbook.addSheet(shareLogSheet(sheetNameFor(SHARE_LOG_SHEET, new Set(sheets.map(({ name }) => sheetNameKey(name)))), table, lines));
}

/** What Excel gives back for what was entered. */
const asRead = (content: CellValue | null): CellValue => (typeof content === "string" && content.startsWith("'") ? content.slice(1) : (content ?? ""));

function printsOf({ place, formulaIn }: Change, contents: Cells): { check: string; shape: string } {
  const prints = blockPrint(contents, place.row, place.column);
  return { check: formulaIn === "each cell" ? prints : blockShape([[prints]]), shape: blockShape(contents) };
}

const placeIn = ({ place }: Change, index: number): string => cellAddress(place.row + Math.floor(index / place.columnCount), place.column + (index % place.columnCount));
const shown = (value: CellValue | undefined): string => (value === undefined || value === "" ? "nothing" : String(value));

/** Compares every native formula with what the KAM function said; one that says something else gives way to the value. */
async function withoutWrongResults(tools: SharingTools, writes: ReversibleWrites, changes: readonly Change[], signal: AbortSignal): Promise<Change[]> {
  const native = changes.filter(({ replacedBy, before, why }) => why !== NOT_CHANGED && replacedBy === "native formulas" && before.length > 0 && !before.flat().includes("#NAME?"));
  const after = await settledValues(tools, native.map(({ place }) => place), signal);
  const wrong = new Map<Change, Change>();
  native.forEach((change, index) => {
    const [was, is] = [change.before.flat(), after[index]?.flat() ?? []];
    const differs = was.findIndex((value, i) => !isSameResult(value, is[i] ?? ""));
    if (differs >= 0) wrong.set(change, asValues(change, `${placeIn(change, differs)}: the native formula gave ${shown(is[differs])} instead of ${shown(was[differs])}`));
  });
  await overwrite(writes, [...wrong.values()]);
  return changes.map((change) => wrong.get(change) ?? change);
}

/** Excel writes formulas in its own way, so what counts as untouched later is what it gives back now. */
async function noteWhatWasWritten(book: SharingBook, logId: string, changes: readonly Change[], names: readonly NameChange[], signal: AbortSignal): Promise<void> {
  const prints: { check: string; shape: string }[] = [];
  await readWhole(book, "formulas", changes.map(({ place }) => place), signal, (cells, index) => prints.push(printsOf(changes[index] as Change, cells)));
  const lines = [...changes.map(({ replacedBy, why }, i) => ({ replacedBy, why, ...(prints[i] as (typeof prints)[number]) })), ...names.map(({ replacedBy, why, ...name }) => ({ replacedBy, why, ...printsOfName({ replacedBy, why, ...name }) }))];
  const column = (name: "replacedBy" | "why" | "check" | "shape", texts: readonly string[]): CellWriting => ({
    sheetId: logId,
    row: LOG_FIRST_ROW,
    column: logColumn(name),
    rowCount: texts.length,
    columnCount: 1,
    contents: texts.map((text) => [entered(text)]),
  });
  await book.write([
    column("replacedBy", lines.map(({ replacedBy }) => replacedBy)),
    column("why", lines.map(({ why }) => why)),
    column("check", lines.map(({ check }) => check)),
    column("shape", lines.map(({ shape }) => shape)),
  ]);
}
