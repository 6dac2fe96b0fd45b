import { closingBracket, type Token, tokensOf } from "../tokens";
import { KAM_FUNCTIONS, NAMESPACE, type KamFunction } from "./kamFunctions";

/** A call of one of the add-in's functions inside a formula. */
export interface KamCall {
  readonly name: KamFunction;
  /** The texts between the commas, without spaces around them; "" where an argument is left out. */
  readonly args: readonly string[];
  /** Where the call stands in the formula's text (the `=` counts): from its first character, an `@` before it included. */
  readonly start: number;
  /** One behind its closing bracket. */
  readonly end: number;
  /** Stored as `_xldudf_KAM_…`, alone or behind the name of another add-in: what remains where the add-in was not known. */
  readonly isStored: boolean;
  /** The call whose argument this one is part of, as its place in the list. */
  readonly insideCall: number | undefined;
  /** Inside LET or LAMBDA, where names may stand for anything. */
  readonly insideLambda: boolean;
}

const BY_NAME: ReadonlyMap<string, KamFunction> = new Map(KAM_FUNCTIONS.map((name) => [`${NAMESPACE}.${name}`, name]));
const BY_STORED_NAME: ReadonlyMap<string, KamFunction> = new Map(KAM_FUNCTIONS.map((name) => [`_XLDUDF_${NAMESPACE}_${name.replace(/\./g, "_")}`, name]));

/**
 * The calls of KAM functions in a formula (with `=`), outer ones before those in their arguments. Texts, names of sheets
 * and columns that only look like calls are none; a bracket that is missing ends the call at the end of the formula.
 */
export function kamCallsIn(formula: string): readonly KamCall[] {
  if (!/KAM[._]/i.test(formula)) return [];
  const tokens = tokensOf(formula);
  const places = placesOf(tokens);
  const lambdas = spansOf(tokens, /^(_xlfn\.)?(LET|LAMBDA)$/i);
  const calls: (KamCall & { readonly open: number; readonly close: number })[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== "function") return;
    const upper = token.text.toUpperCase();
    const stored = BY_STORED_NAME.get(upper);
    const name = BY_NAME.get(upper) ?? stored;
    if (name === undefined) return;
    const close = closingBracket(tokens, at + 1);
    const around = calls.flatMap((call, place) => (call.open < at && at < call.close ? [place] : []));
    calls.push({
      name,
      args: argumentsOf(tokens.slice(at + 2, close)),
      start: places[startOf(tokens, at)] as number,
      end: places[Math.min(close + 1, tokens.length)] as number,
      isStored: stored !== undefined,
      insideCall: around[around.length - 1],
      insideLambda: lambdas.some(([from, to]) => from < at && at < to),
      open: at + 1,
      close,
    });
  });
  return calls.map(({ open: _open, close: _close, ...call }) => call);
}

/** The formula with calls replaced by other texts; calls inside a replaced one go with it. */
export function withCallsReplaced(formula: string, replacements: readonly { readonly call: KamCall; readonly text: string }[]): string {
  const ordered = [...replacements].sort((a, b) => b.call.start - a.call.start);
  return ordered.reduce((text, { call, text: instead }) => text.slice(0, call.start) + instead + text.slice(call.end), formula);
}

/** The formula with every stored call under its own name again, `KAM.TIER.QUOTA(…)`, as the add-in registers it. */
export function withCallsRenamed(formula: string): string {
  const tokens = tokensOf(formula);
  return tokens
    .map((token, at) => {
      const name = token.kind === "function" ? BY_STORED_NAME.get(token.text.toUpperCase()) : undefined;
      if (name !== undefined) return `${NAMESPACE}.${name}`;
      const owner = ownerEnd(tokens, at);
      return owner === undefined ? token.text : "";
    })
    .join("");
}

/** Whether this token belongs to the name of another add-in before a stored call: `BloombergUI.xla!`, `[2]!`, `'C:\x.xla'!`. */
function ownerEnd(tokens: readonly Token[], at: number): number | undefined {
  for (let next = at + 1; next <= at + 2 && next < tokens.length; next++) {
    const token = tokens[next] as Token;
    if (token.kind === "function" && BY_STORED_NAME.has(token.text.toUpperCase()) && startOf(tokens, next) <= at && tokens[at]?.text !== "@") return next;
  }
  return undefined;
}

/** The first token of a call: the name of another add-in and an `@` belong to it. */
function startOf(tokens: readonly Token[], at: number): number {
  let start = at;
  const before = tokens[start - 1];
  if (before?.kind === "sheet") start--;
  else if (before?.text === "!" && tokens[start - 2]?.kind === "brackets") start -= 2;
  return tokens[start - 1]?.text === "@" ? start - 1 : start;
}

function placesOf(tokens: readonly Token[]): number[] {
  const places = [0];
  for (const { text } of tokens) places.push((places[places.length - 1] as number) + text.length);
  return places;
}

function spansOf(tokens: readonly Token[], name: RegExp): [number, number][] {
  return tokens.flatMap((token, at): [number, number][] => (token.kind === "function" && name.test(token.text) ? [[at, closingBracket(tokens, at + 1)]] : []));
}

/** Splits at the commas that belong to no inner call or bracket. */
export function argumentsOf(tokens: readonly Token[]): string[] {
  if (tokens.every(({ text }) => text.trim() === "")) return [];
  const texts = [""];
  let depth = 0;
  for (const { kind, text } of tokens) {
    if (kind === "other" && text === "(") depth++;
    if (kind === "other" && text === ")") depth--;
    if (kind === "other" && text === "," && depth === 0) texts.push("");
    else texts[texts.length - 1] += text;
  }
  return texts.map((text) => text.trim());
}
