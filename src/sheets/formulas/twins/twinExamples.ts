import { kamCallsIn } from "./kamCalls";
import type { KamFunction } from "./kamFunctions";
import { twinOf, WITHOUT_TWIN } from "./twin";

/** What a function's help page and the pane say about its native formula. */
export type TwinHelp = { readonly call: string; readonly formula: string; readonly note: string } | { readonly none: string };

interface Example {
  readonly call: string;
  readonly note: string;
  /** Which cell of the result is shown, where that is not the first. */
  readonly cell?: readonly [row: number, column: number];
}

const LINES = "Written for each account's row.";

const EXAMPLES: Readonly<Partial<Record<KamFunction, Example>>> = {
  ALLOCATE: { call: "=KAM.ALLOCATE($F$1,B2:B11)", note: LINES },
  BANT: { call: "=KAM.BANT(B2:B11,C2:C11,D2:D11,E2:E11)", note: LINES },
  "BREAKEVEN.GROWTH": { call: "=KAM.BREAKEVEN.GROWTH(B2:B11,C2:C11,D2:D11)", note: LINES },
  "BREAKEVEN.SALES": { call: "=KAM.BREAKEVEN.SALES(B2:B11,C2:C11)", note: LINES },
  CONSISTENCY: { call: "=KAM.CONSISTENCY(B2:D4)", note: "The comparisons are multiplied with themselves until only the largest eigenvalue counts. Very contradictory ones may differ in the last digits." },
  CONTRIBUTIONS: { call: "=KAM.CONTRIBUTIONS(B2:C11,{3,1})", note: "Written for each account and criterion." },
  COSTTOSERVE: { call: "=KAM.COSTTOSERVE(B2:B11,C2:C11,D2:E11,{50,5})", note: LINES },
  COVERAGE: { call: "=KAM.COVERAGE(B2:B6,C2:C6)", note: "" },
  GATE: { call: '=KAM.GATE(B2:B11,">=",0.08,"Margin")', note: `${LINES} The decimal sign of the reader's Excel is turned into a point.` },
  LIFETIME: { call: "=KAM.LIFETIME(B2:B11,C2:C11,0.1)", note: LINES },
  NORMALIZE: { call: "=KAM.NORMALIZE(B2:B11)", note: "Written for each account and criterion. Directions from cells need minmax or percentile." },
  PAYBACK: { call: "=KAM.PAYBACK(B2:B11,C2:E11)", note: `${LINES} For up to 30 periods, or one benefit without end.` },
  "PAYBACK.PROGRAM": { call: "=KAM.PAYBACK.PROGRAM(B2:B11,C2:C11,D2:D11,E2:E11,0,0,5)", note: `${LINES} The horizon must be written into the call, up to 40 years.` },
  "PAYBACK.SCHEDULE": { call: "=KAM.PAYBACK.SCHEDULE(A2,B2:E2)", note: "The status of the first period; the other columns run on from the line above.", cell: [2, 4] },
  RANK: { call: "=KAM.RANK(B2:B11)", note: LINES },
  RATE: { call: "=KAM.RATE(B2:B11,$F$2:$F$6,$G$2:$G$6)", note: LINES },
  ROLES: { call: '=KAM.ROLES(B2:B6,{"User","Champion"})', note: "" },
  ROTI: { call: "=KAM.ROTI(B2:B11,C2:C11,D2:D11)", note: LINES },
  SCORE: { call: "=KAM.SCORE(B2:C11,{3,1})", note: `${LINES} Up to about twelve criteria fit into one formula.` },
  TIER: { call: "=KAM.TIER(B2:B11,{80,50})", note: LINES },
  "TIER.PARETO": { call: "=KAM.TIER.PARETO(B2:B11)", note: LINES },
  "TIER.QUOTA": { call: "=KAM.TIER.QUOTA(B2:B11,{2,3})", note: `${LINES} For up to four quotas.` },
  TOPSIS: { call: "=KAM.TOPSIS(B2:C11,{3,1})", note: LINES },
  TREND: { call: "=KAM.TREND(B2:D11)", note: LINES },
  WALLET: { call: "=KAM.WALLET(B2:B11,C2:C11)", note: LINES },
  WEIGHTS: { call: '=KAM.WEIGHTS(B2:D2,"points")', note: "Written for each criterion. ahp multiplies the comparisons with themselves." },
  WHALE: { call: "=KAM.WHALE(B2:B11)", note: "The cumulative profit of the most profitable account; each line has its own number.", cell: [1, 2] },
};

/** The native formula of a function for a typical call, made by what Share copy uses, or why there is none. */
export function twinHelp(name: KamFunction): TwinHelp {
  const example = EXAMPLES[name];
  if (example === undefined) return { none: WITHOUT_TWIN[name] ?? "it has no native formula" };
  const [row, column] = example.cell ?? [0, 0];
  const twin = twinOf(kamCallsIn(example.call)[0]!, { anchor: { row: 1, column: 8 }, spill: { rowCount: example.cell ? 6 : 1, columnCount: column + 1 } }, example.call);
  if (twin.kind !== "cells") throw new Error(`${example.call} should have a native formula`);
  return { call: example.call, formula: twin.formulas[row]![column]!, note: example.note };
}
