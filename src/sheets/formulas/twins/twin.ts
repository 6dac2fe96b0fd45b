import { MAX_FORMULA } from "../../limits";
import type { KamCall } from "./kamCalls";
import { kamCallsIn, withCallsReplaced } from "./kamCalls";
import type { KamFunction } from "./kamFunctions";
import { CallArguments, type NativeResult } from "./callArguments";
import { allocateTwin, breakevenGrowthTwin, breakevenSalesTwin, costToServeTwin, lifetimeTwin, rotiTwin, trendTwin, walletTwin, whaleTwin } from "./economicsTwins";
import { NoTwin } from "./noTwin";
import { computedOperand, operandOf, type AreaFinder, type Operand, type Shape } from "./operand";
import { paybackTwin, programTwin, scheduleTwin } from "./paybackTwins";
import { bantTwin, coverageTwin, rolesTwin } from "./relationshipTwins";
import { contributionsTwin, gateTwin, normalizeTwin, rankTwin, rateTwin, scoreTwin, topsisTwin } from "./scoringTwins";
import { paretoTwin, quotaTwin, tierTwin } from "./tieringTwins";
import { consistencyTwin, weightsTwin } from "./weightTwins";

/** Where a call stands and what its workbook knows. */
export interface TwinContext {
  /** The cell with the formula, counted from 0. */
  readonly anchor: { readonly row: number; readonly column: number };
  /** The cells its result fills now: 1 × 1 where it does not spill. */
  readonly spill: Shape;
  /** The area of a table's column, a name or a spill (`G1#`); plain addresses are read here. Left out: those have no twin. */
  readonly areaOf?: AreaFinder;
}

/**
 * What stands for a call in a workbook that does without the add-in. All formulas are for Excel 2016 and later and never
 * longer than it takes.
 */
export type Twin =
  /** The call was the whole formula: a formula (with `=`) for each cell of its result, row by row. */
  | { readonly kind: "cells"; readonly formulas: readonly (readonly string[])[] }
  /** The call was part of a larger formula: a text in its place, in brackets. */
  | { readonly kind: "scalar"; readonly expression: string }
  | { readonly kind: "none"; readonly reason: string };

type Maker = (args: CallArguments, place: { readonly row: number; readonly column: number } & Shape) => NativeResult;

const MAKERS: Readonly<Partial<Record<KamFunction, Maker>>> = {
  ALLOCATE: allocateTwin,
  BANT: bantTwin,
  "BREAKEVEN.GROWTH": breakevenGrowthTwin,
  "BREAKEVEN.SALES": breakevenSalesTwin,
  CONSISTENCY: consistencyTwin,
  CONTRIBUTIONS: contributionsTwin,
  COSTTOSERVE: costToServeTwin,
  COVERAGE: coverageTwin,
  GATE: gateTwin,
  LIFETIME: lifetimeTwin,
  NORMALIZE: normalizeTwin,
  PAYBACK: paybackTwin,
  "PAYBACK.PROGRAM": programTwin,
  "PAYBACK.SCHEDULE": scheduleTwin,
  RANK: rankTwin,
  RATE: rateTwin,
  ROLES: rolesTwin,
  ROTI: rotiTwin,
  SCORE: scoreTwin,
  TIER: tierTwin,
  "TIER.PARETO": paretoTwin,
  "TIER.QUOTA": quotaTwin,
  TOPSIS: topsisTwin,
  TREND: trendTwin,
  WALLET: walletTwin,
  WEIGHTS: weightsTwin,
  WHALE: whaleTwin,
};

/** Why the other functions have none; the share log and the help pages say it. */
export const WITHOUT_TWIN: Readonly<Partial<Record<KamFunction, string>>> = {
  SCORECARD: "a whole scorecard in one cell; write the scorecard from the pane, which makes native formulas",
  "TIER.CAPACITY": "the tiers are found by trial, which a formula cannot do",
  "TIER.NATURAL": "natural breaks are found by trial, which a formula cannot do",
  "TIER.NEXT": "the smallest change that reaches the next tier is found by trial, which a formula cannot do",
  "TIER.STABILITY": "the answer comes from a thousand random draws",
};

export const hasTwin = (name: KamFunction): boolean => MAKERS[name] !== undefined;

/**
 * The native formulas of a call. They give what the function gives, to 1e-9, and an error where it does, for figures that
 * are numbers or blank. Where they differ:
 * - TRUE and FALSE among the figures of a column are #VALUE! instead of 1 and 0.
 * - A text or an error in one account's row is that row's error as well, but the row's other figures still count in the
 *   smallest, largest, mean and rank of their columns; an error value there becomes the error of every row.
 * - Numbers are compared, and written into texts, with Excel's 15 digits: scores of 50 and 49.99999999999999 are a tie.
 * Whoever replaces a call compares the results afterwards and keeps the value where they differ.
 */
export function twinOf(call: KamCall, context: TwinContext, formula: string): Twin {
  try {
    const isWhole = formula.replace(/^=\s*/, "").trim().length === call.end - call.start;
    const native = nativeResult(call, context, isWhole ? context.spill : undefined);
    if (!isWhole) return scalarTwin(native, call, formula);
    return cellsTwin(native, formula.slice(call.start).startsWith("@") ? { rowCount: 1, columnCount: 1 } : context.spill);
  } catch (thrown) {
    if (thrown instanceof NoTwin) return { kind: "none", reason: thrown.message };
    throw thrown;
  }
}

/** Formulas without any KAM function for all cells that a formula fills, or why there are none. */
export type NativeFormulas = { readonly kind: "formulas"; readonly formulas: readonly (readonly string[])[] } | { readonly kind: "none"; readonly reason: string };

/** Replaces every call in a formula, whether it is the whole formula or a part of it. */
export function nativeFormulasOf(formula: string, context: TwinContext): NativeFormulas {
  const calls = kamCallsIn(formula).filter(({ insideCall }) => insideCall === undefined);
  const replacements: { call: KamCall; text: string }[] = [];
  for (const call of calls) {
    const twin = twinOf(call, context, formula);
    if (twin.kind === "cells") return { kind: "formulas", formulas: twin.formulas };
    if (twin.kind === "none") return { kind: "none", reason: `KAM.${call.name}: ${twin.reason}` };
    replacements.push({ call, text: twin.expression });
  }
  if (context.spill.rowCount * context.spill.columnCount !== 1) return { kind: "none", reason: "the formula fills several cells and is more than one function" };
  const native = withCallsReplaced(formula, replacements);
  return native.length > MAX_FORMULA ? { kind: "none", reason: "the native formula is longer than Excel takes" } : { kind: "formulas", formulas: [[native]] };
}

function nativeResult(call: KamCall, { anchor, areaOf = () => undefined }: TwinContext, spill: Shape | undefined): NativeResult {
  if (call.insideLambda) throw new NoTwin("it is part of LET or LAMBDA");
  const make = MAKERS[call.name];
  if (make === undefined) throw new NoTwin(WITHOUT_TWIN[call.name] ?? "it has no native formula");
  const operands = call.args.map((text) => argumentOf(text, { anchor, areaOf, spill: { rowCount: 1, columnCount: 1 } }));
  if (spill === undefined && (call.name === "WHALE" || call.name === "PAYBACK.SCHEDULE")) throw new NoTwin("its table is part of a larger formula");
  return make(new CallArguments(operands), { ...anchor, ...(spill ?? { rowCount: 1, columnCount: 1 }) });
}

/** An argument that is a call itself is taken element by element. */
function argumentOf(text: string, context: TwinContext): Operand | undefined {
  const [inner] = kamCallsIn(`=${text}`);
  if (inner === undefined) return operandOf(text, context.areaOf ?? (() => undefined));
  if (inner.start !== 1 || inner.end !== text.length + 1) throw new NoTwin("an argument is computed from another KAM function; put that into cells of its own");
  const native = nativeResult(inner, context, undefined);
  return computedOperand(native, (row, column) => `(${native.at(row, column)})`);
}

function cellsTwin(native: NativeResult, spill: Shape): Twin {
  const { rowCount, columnCount } = native;
  if (spill.rowCount > rowCount || spill.columnCount > columnCount || (spill.rowCount < rowCount && spill.rowCount !== 1)) {
    throw new NoTwin(`its result fills ${spill.rowCount} × ${spill.columnCount} cells, its arguments make ${rowCount} × ${columnCount}`);
  }
  const formulas = Array.from({ length: spill.rowCount }, (_, row) => Array.from({ length: spill.columnCount }, (_, column) => checkedLength(`=${native.at(row, column)}`)));
  return { kind: "cells", formulas };
}

function scalarTwin(native: NativeResult, call: KamCall, formula: string): Twin {
  if (native.rowCount !== 1 || native.columnCount !== 1) throw new NoTwin("its block of results is part of a larger formula; put it into cells of its own");
  const expression = `(${native.at(0, 0)})`;
  checkedLength(formula.slice(0, call.start) + expression + formula.slice(call.end));
  return { kind: "scalar", expression };
}

function checkedLength(formula: string): string {
  if (formula.length <= MAX_FORMULA) return formula;
  throw new NoTwin(`the native formula has ${formula.length.toLocaleString("en")} characters, Excel takes ${MAX_FORMULA.toLocaleString("en")}`);
}
