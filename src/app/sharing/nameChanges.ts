import { isErrorText, type CellValue } from "../../sheets/cellValue";
import { referencesIn, type Reference } from "../../sheets/formulas/references";
import { MAX_FORMULA } from "../../sheets/limits";
import { blockShape } from "../../sheets/sharing/fingerprint";
import type { ReplacedBy } from "../../sheets/sharing/shareLog";
import { readBookAreas } from "./bookAreas";
import { isSameResult, type Replace, type Untouched } from "./changes";
import type { Findings, KamCell } from "./findings";
import { nameResults, type NameResult } from "./nameResults";
import type { ReversibleWrites } from "./reversibleWrites";
import type { BookName } from "./sharingBook";
import type { SharingTools } from "./shareWorkbook";

export interface NameChange {
  readonly name: string;
  readonly sheetId: string | undefined;
  /** "" for a name of the workbook. */
  readonly sheetName: string;
  readonly formula: string;
  readonly result: NameResult;
  /** A native formula or the result as a constant, from `=` on. */
  readonly replacement: string;
  readonly replacedBy: ReplacedBy;
  readonly why: string;
}

/** Names that call KAM functions, with what will stand for them; names without a single result stay. */
export async function nameChanges(tools: SharingTools, findings: Findings, sheetIds: readonly string[], signal: AbortSignal): Promise<{ changes: NameChange[]; untouched: Untouched[] }> {
  const { elsewhere, sheets, cells } = findings;
  const isChosen = (sheetId: string) => sheetIds.includes(sheetId);
  // What belongs to the workbook is replaced when nothing in it is to need the add-in any more.
  const isWhole = cells.every(({ sheetId }) => isChosen(sheetId));
  const all = elsewhere.filter(({ kind, sheetId }) => kind === "name" && (sheetId === undefined || isChosen(sheetId)));
  const names = all.filter(({ sheetId }) => sheetId !== undefined || isWhole);
  const left = all.filter((name) => !names.includes(name));
  const changes: NameChange[] = [];
  const untouched: Untouched[] = left.map(({ place }) => ({ sheetId: "", sheetName: "", place, reason: "is a name of the whole workbook: it is replaced together with all sheets" }));
  if (names.length === 0) return { changes, untouched };
  const sheetNameOf = (sheetId: string | undefined) => sheets.find(({ id }) => id === sheetId)?.name ?? "";
  const results = await nameResults(tools, names.map(({ place, sheetId }) => ({ name: place, sheetId, sheetName: sheetNameOf(sheetId) })), signal);
  const asCells = names.map(({ sheetId, formula }, i): KamCell => ({ sheetId: sheetId ?? sheets[0]?.id ?? "", row: 0, column: 0, formula, functions: [], spill: undefined, value: results[i]?.[0]?.[0] ?? "", isStuck: false }));
  const replace = tools.replacements(await readBookAreas(tools.book, sheets, asCells));
  names.forEach(({ place: name, sheetId, formula }, i) => {
    const sheetName = sheetNameOf(sheetId);
    const result = results[i];
    const constant = constantFor(result);
    if (!referencesIn(formula).every(isFixed)) untouched.push({ sheetId: sheetId ?? "", sheetName, place: name, reason: "is a name that means other cells in each place where it is used: put its formula into cells instead" });
    else if (!result || constant === undefined) untouched.push({ sheetId: sheetId ?? "", sheetName, place: name, reason: "is a name without a result that could stand for it: put its formula into cells instead" });
    else changes.push({ name, sheetId, sheetName, formula, result, ...replacementFor(asCells[i] as KamCell, sheetName, result, constant, replace) });
  });
  return { changes, untouched };
}

/** Means the same cells wherever the name is used. */
const isFixed = ({ kind, prefix, body }: Reference): boolean =>
  kind === "lost" || (kind === "table" ? !/@|#This Row/i.test(body) && !body.startsWith("[") : prefix !== "" && body.split(":").every((corner) => /^(?:\$[A-Za-z]+)?(?:\$\d+)?$/.test(corner)));

type Replaced = Pick<NameChange, "replacement" | "replacedBy" | "why">;
const asConstant = (replacement: string, why: string): Replaced => ({ replacement, replacedBy: "values", why: `The name keeps the result. ${why}` });

function replacementFor(cell: KamCell, sheetName: string, result: NameResult, constant: string, replace: Replace): Replaced {
  if (result.length > 1 || (result[0]?.length ?? 0) > 1) return asConstant(constant, "A name holds one formula, and each of its cells would need one");
  const native = replace(cell, sheetName);
  if (native.kind === "values") return asConstant(constant, native.why);
  const formula = native.formulas[0]?.[0] ?? "";
  if (formula.length > MAX_FORMULA) return asConstant(constant, `The native formula has more than ${MAX_FORMULA.toLocaleString("en-US")} characters`);
  return { replacement: formula, replacedBy: "native formulas", why: "Calculates the same without the add-in" };
}

/** Enters the replacements; a native formula that says something else than the KAM function gives way to the result. */
export async function writeNames(tools: SharingTools, writes: ReversibleWrites, planned: readonly NameChange[], signal: AbortSignal): Promise<NameChange[]> {
  if (planned.length === 0) return [];
  for (const { name, sheetId, formula, replacement } of planned) await writes.setName(name, sheetId, formula, replacement);
  const results = await nameResults(tools, planned, signal);
  const changes = planned.map((change, i): NameChange => {
    if (change.replacedBy === "values" || isSameResult(change.result[0]?.[0] ?? "", results[i]?.[0]?.[0] ?? "")) return change;
    return { ...change, ...asConstant(constantFor(change.result) as string, `The native formula gave ${results[i]?.[0]?.[0] ?? "nothing"} instead`) };
  });
  for (const [i, { name, sheetId, replacement, replacedBy }] of changes.entries()) {
    const first = planned[i]?.replacement as string;
    if (replacedBy === "values" && replacement !== first) await writes.setName(name, sheetId, first, replacement);
  }
  // Excel writes formulas in its own way: what counts as untouched later is what it gives back now.
  const now = await tools.book.names();
  return changes.map((change) => ({ ...change, replacement: now.find((one) => isNamed(one, change))?.formula ?? change.replacement }));
}

const isNamed = (one: BookName, { name, sheetId }: NameChange): boolean => one.name.toLowerCase() === name.toLowerCase() && one.sheetId === sheetId;

/** How the log knows an untouched name again: by its text, or by its shape where its cells have moved. */
export const printsOfName = ({ replacement }: NameChange): { check: string; shape: string } => ({ check: replacement, shape: blockShape([[replacement]]) });

/** `={1,2;"a",TRUE}`; undefined when there is no result or it is too long for a name. */
export function constantFor(result: NameResult | undefined): string | undefined {
  if (!result || result.length === 0) return undefined;
  const texts = result.map((line) => line.map(constant));
  if (texts.some((line) => line.includes(undefined))) return undefined;
  const formula = result.length === 1 && result[0]?.length === 1 ? `=${texts[0]?.[0]}` : `={${texts.map((line) => line.join(",")).join(";")}}`;
  return formula.length > MAX_FORMULA ? undefined : formula;
}

function constant(value: CellValue): string | undefined {
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (isErrorText(value)) return value === "#NAME?" || value === "#BUSY!" ? undefined : value;
  return `"${value.replace(/"/g, '""')}"`;
}
