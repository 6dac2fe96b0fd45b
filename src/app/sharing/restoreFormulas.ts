import { cellAddress, type Area } from "../../sheets/a1";
import type { CellValue } from "../../sheets/cellValue";
import { shiftedFormula } from "../../sheets/formulas/references";
import { sheetNameKey } from "../../sheets/limits";
import { blockPrint, blockShape, cellPrint, printsOf } from "../../sheets/sharing/fingerprint";
import { followedFormula } from "../../sheets/sharing/liveReferences";
import { isShareLog, readShareLog, SHARE_LOG_HEADERS, SHARE_LOG_SHEET, STATES, type FoundLogLine } from "../../sheets/sharing/shareLog";
import { Problem } from "../problems";
import { entered, type Untouched } from "./changes";
import { readWhole } from "./readWhole";
import { reversibly, stepsOf, type ReversibleWrites, type ReversibleWriting } from "./reversibleWrites";
import { stopIfAborted, type SharingProgress } from "./scanWorkbook";
import type { BookSheet, SheetArea } from "./sharingBook";
import type { SharingTools } from "./shareWorkbook";

export interface RestoreOutcome {
  /** Cells and names that have their formulas again. */
  readonly restored: number;
  readonly kept: readonly Untouched[];
  /** Logs that still hold lines to restore. */
  readonly logsLeft: number;
}

interface Log {
  readonly place: SheetArea;
  readonly headers: readonly string[];
  readonly lines: readonly FoundLogLine[];
}

/** What becomes of one line of the log. */
interface Verdict {
  readonly log: Log;
  readonly line: FoundLogLine;
  readonly writing?: ReversibleWriting;
  readonly restored: number;
  readonly kept: readonly Untouched[];
}

const LOG_KEPT = `What is not restored yet stands on “${SHARE_LOG_SHEET}”: choose Restore formulas again.`;
const EDITED = "was edited after sharing, so it stays as it is";

/**
 * Brings back the formulas that sharing replaced, as the share log tells, wherever the cells are now. Cells that were edited
 * meanwhile stay. A log that is restored wholly goes away.
 */
export async function restoreFormulas(tools: SharingTools, signal: AbortSignal, onProgress: (progress: SharingProgress) => void): Promise<RestoreOutcome> {
  const { book, workbook } = tools;
  onProgress({ done: 0, total: 1, words: "" });
  const sheets = await book.sheets();
  const logs = await readLogs(tools, signal);
  return reversibly(book, LOG_KEPT, async (writes) => {
    const verdicts: Verdict[] = [];
    let done = 0;
    const total = logs.reduce((sum, { lines }) => sum + lines.length, 0) + 1;
    for (const log of logs) {
      const judged = await judge(tools, log, sheets, signal);
      verdicts.push(...(await writeLines(writes, judged, signal, (count) => onProgress({ done: (done += count), total, words: "" }))));
      verdicts.push(...(await restoreNames(tools, writes, log, sheets)));
    }
    const finished = logs.filter((log) => verdicts.every((verdict) => verdict.log !== log || verdict.kept.length === 0));
    await noteStates(tools, verdicts, finished);
    stopIfAborted(signal);
    await workbook.removeSheets(finished.map(({ place }) => place.sheetId));
    return { restored: verdicts.reduce((sum, { restored }) => sum + restored, 0), kept: verdicts.flatMap(({ kept }) => kept), logsLeft: logs.length - finished.length };
  });
}

/** The newest first: what was shared twice has to be restored in the opposite order. */
async function readLogs({ book }: SharingTools, signal: AbortSignal): Promise<Log[]> {
  const tables = (await book.tables()).filter(({ name }) => isShareLog(name)).sort((a, b) => b.name.length - a.name.length || (a.name < b.name ? 1 : -1));
  if (tables.length === 0) {
    throw new Problem(
      "noShareLog",
      "This workbook has no share log.",
      `Formulas that were replaced can only be restored from the sheet “${SHARE_LOG_SHEET}”, which is not here (any more). The native formulas and values in their places keep working.`,
    );
  }
  const places = tables.map(({ sheetId, area }) => ({ sheetId, ...area }));
  const values: (readonly (readonly CellValue[])[])[] = [];
  const formulas: (readonly (readonly CellValue[])[])[] = [];
  await readWhole(book, "values", places, signal, (cells) => values.push(cells));
  await readWhole(book, "formulas", places, signal, (cells) => formulas.push(cells));
  return tables.map(({ name }, i) => {
    const lines = readShareLog(values[i] ?? [], formulas[i] ?? []);
    if (!lines) throw new Problem("noShareLog", `The table ${name} lacks columns Restore needs.`, `It needs the columns ${Object.values(SHARE_LOG_HEADERS).join(", ")}. Undo the change to its header, then try again.`);
    return { place: places[i] as SheetArea, headers: (values[i]?.[0] ?? []).map(String), lines: lines.filter(({ state }) => state !== STATES.restored) };
  });
}

const keptLine = (line: FoundLogLine, reason: string, sheetId = ""): Untouched => ({ sheetId, sheetName: line.now?.sheetName ?? line.sheetName, place: line.place, reason });

async function judge({ book }: SharingTools, log: Log, sheets: readonly BookSheet[], signal: AbortSignal): Promise<Verdict[]> {
  const sheetOf = (name: string) => sheets.find((sheet) => sheetNameKey(sheet.name) === sheetNameKey(name));
  const verdicts: Verdict[] = [];
  const places: { readonly line: FoundLogLine; readonly place: SheetArea }[] = [];
  for (const line of log.lines) {
    if (line.formulaIn === "name") continue;
    const keep = (reason: string) => verdicts.push({ log, line, restored: 0, kept: [keptLine(line, reason)] });
    const sheet = line.now && sheetOf(line.now.sheetName);
    if (!line.now || !sheet) keep("the cells or their sheet were deleted");
    else if (sheet.isProtected) keep("the sheet is protected: take the protection off and restore again");
    else places.push({ line, place: { sheetId: sheet.id, ...line.now.area } });
  }
  await readWhole(book, "formulas", places.map(({ place }) => place), signal, (cells, i) => {
    const { line, place } = places[i] as (typeof places)[number];
    verdicts.push({ log, line, ...judgeLine(line, place, cells) });
  });
  return verdicts;
}

type Cells = readonly (readonly CellValue[])[];

function judgeLine(line: FoundLogLine, place: SheetArea, cells: Cells): Pick<Verdict, "writing" | "restored" | "kept"> {
  const formula = followedFormula(line.original, line.reads);
  // A result may be a text that reads like a formula; native formulas are formulas.
  const again = (content: CellValue) => (line.replacedBy === "native formulas" && typeof content === "string" && content.startsWith("=") ? content : entered(content));
  const isUntouchedButMoved = line.hasMoved && blockShape(cells) === line.shape;
  if (line.formulaIn === "first cell") {
    if (cells[0]?.[0] === formula) return { restored: 0, kept: [] };
    const isUntouched = blockShape([[blockPrint(cells, place.row, place.column)]]) === line.check || isUntouchedButMoved;
    if (!isUntouched) return { restored: 0, kept: [keptLine(line, EDITED, place.sheetId)] };
    const contents = cells.map((row, r) => row.map((_, c) => (r === 0 && c === 0 ? formula : "")));
    return { writing: { ...place, contents, originals: cells.map((row) => row.map(again)) }, restored: 1, kept: [] };
  }
  // Cells were filled from one another, so each print fits each place: rows may have been sorted.
  const prints = new Set(printsOf(line.check));
  const hasGrown = line.area !== undefined && !isSameSize(line.area, place);
  const kept: Untouched[] = [];
  let restored = 0;
  const contents = cells.map((row, r) =>
    row.map((content, c) => {
      const original = shiftedFormula(formula, r, c);
      if (content === original || (hasGrown && content === "")) return null;
      if (isUntouchedButMoved || prints.has(cellPrint(content, place.row + r, place.column + c))) {
        restored++;
        return original;
      }
      kept.push({ sheetId: place.sheetId, sheetName: line.now?.sheetName ?? line.sheetName, place: cellAddress(place.row + r, place.column + c), reason: EDITED });
      return null;
    }),
  );
  const originals = cells.map((row, r) => row.map((content, c) => (contents[r]?.[c] === null ? null : again(content))));
  return restored === 0 ? { restored, kept } : { writing: { ...place, contents, originals }, restored, kept };
}

const isSameSize = (a: Area, b: Area): boolean => a.rowCount === b.rowCount && a.columnCount === b.columnCount;

async function writeLines(writes: ReversibleWrites, judged: readonly Verdict[], signal: AbortSignal, onWritten: (count: number) => void): Promise<Verdict[]> {
  const refused = new Map<ReversibleWriting, string>();
  for (const step of stepsOf(judged.flatMap(({ writing }) => (writing ? [writing] : [])))) {
    stopIfAborted(signal);
    for (const { writing, problem } of await writes.write(step)) refused.set(writing, problem.message);
    onWritten(step.length);
  }
  return judged.map((verdict) => {
    const reason = verdict.writing && refused.get(verdict.writing);
    return reason === undefined ? verdict : { ...verdict, restored: 0, kept: [keptLine(verdict.line, `Excel did not take the formula: ${reason}`)] };
  });
}

async function restoreNames({ book }: SharingTools, writes: ReversibleWrites, log: Log, sheets: readonly BookSheet[]): Promise<Verdict[]> {
  const lines = log.lines.filter(({ formulaIn }) => formulaIn === "name");
  if (lines.length === 0) return [];
  const names = await book.names();
  const verdicts: Verdict[] = [];
  for (const line of lines) {
    const sheetId = line.sheetName === "" ? undefined : sheets.find(({ name }) => sheetNameKey(name) === sheetNameKey(line.sheetName))?.id;
    const name = names.find((one) => one.name.toLowerCase() === line.place.toLowerCase() && one.sheetId === sheetId);
    const isUntouched = name && (name.formula === line.check || (line.hasMoved && blockShape([[name.formula]]) === line.shape));
    const reason = !name ? "was deleted" : isUntouched ? undefined : EDITED;
    if (name && reason === undefined) await writes.setName(name.name, sheetId, name.formula, followedFormula(line.original, line.reads));
    verdicts.push({ log, line, restored: reason === undefined ? 1 : 0, kept: reason === undefined ? [] : [keptLine(line, `the name ${reason}`)] });
  }
  return verdicts;
}

/** Lines that were restored are not restored again; the others say why they were not. */
async function noteStates({ book }: SharingTools, verdicts: readonly Verdict[], finished: readonly Log[]): Promise<void> {
  const writings = verdicts.flatMap(({ log, line, kept }) => {
    const column = log.headers.findIndex((header) => header.trim().toLowerCase() === SHARE_LOG_HEADERS.state.toLowerCase());
    if (column < 0 || finished.includes(log)) return [];
    const state = kept.length === 0 ? STATES.restored : `kept: ${kept.length > 1 ? `${kept.length} cells edited` : (kept[0]?.reason ?? "")}`;
    return [{ sheetId: log.place.sheetId, row: log.place.row + line.index, column: log.place.column + column, rowCount: 1, columnCount: 1, contents: [[entered(state)]] }];
  });
  if (writings.length > 0) await book.write(writings);
}
