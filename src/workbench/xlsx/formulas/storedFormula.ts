import { isCustomFunction, prefixOf } from "./functionNames";
import { longReferences } from "./tableReferences";
import { closingBracket, joined, type Token, tokensOf } from "../../../sheets/formulas/tokens";

/** How Excel names the functions of a web add-in in files: `KAM.TIER.QUOTA` is stored as `_xldudf_KAM_TIER_QUOTA`. */
const CUSTOM = "_xldudf_";

/**
 * The text of a formula as a file keeps it: without `=`, with prefixes on functions after Excel 2007, on the names
 * LET and LAMBDA give, and on custom functions; `[@Col]` and `A1#` in their long forms. `ownTable` is the table the
 * cell is in; `lambdas` are defined names that may have a dot and be called (lower case).
 */
export function storedFormula(formula: string, ownTable?: string, lambdas: ReadonlySet<string> = new Set()): string {
  const tokens = tokensOf(longReferences(formula.replace(/^=/, ""), ownTable));
  const parameters = parametersOf(tokens);
  return joined(
    spillReferences(tokens).map((token, index, all) => {
      const upper = token.text.toUpperCase();
      if ((token.kind === "word" || token.kind === "function") && parameters.has(upper) && all[index - 1]?.kind !== "sheet") {
        return { ...token, text: `_xlpm.${token.text}` };
      }
      if (token.kind !== "function" || lambdas.has(token.text.toLowerCase())) return token;
      if (isCustomFunction(token.text)) return { ...token, text: CUSTOM + upper.replace(/\./g, "_") };
      return { ...token, text: prefixOf(upper) + token.text };
    }),
  );
}

/** Names given by LET and LAMBDA, in upper case: an argument that is one word and not the last. */
function parametersOf(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  tokens.forEach((token, at) => {
    const name = token.text.toUpperCase();
    if (token.kind !== "function" || (name !== "LET" && name !== "LAMBDA")) return;
    const end = closingBracket(tokens, at + 1);
    let [depth, argument] = [0, 0];
    for (let index = at + 1; index < end; index++) {
      const text = tokens[index]?.text;
      if (text === "(") depth++;
      else if (text === ")") depth--;
      if (depth !== 1 || (text !== "(" && text !== ",")) continue;
      if (text === ",") argument++;
      const [word, after] = tokens.slice(index + 1, end).filter((next) => next.text.trim() !== "");
      const optional = word?.kind === "brackets" && name === "LAMBDA";
      if ((word?.kind === "word" || optional) && after?.text === "," && (name === "LAMBDA" || argument % 2 === 0)) {
        names.add(word.text.replace(/[[\]]/g, "").toUpperCase());
      }
    }
  });
  return names;
}

/** `A1#` → `ANCHORARRAY(A1)`, `Sheet!A1#` likewise. */
function spillReferences(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const anchor = result[result.length - 1];
    if (token.text !== "#" || anchor?.kind !== "word") {
      result.push(token);
      continue;
    }
    result.pop();
    const sheet = result[result.length - 1]?.kind === "sheet" ? result.pop() : undefined;
    result.push({ kind: "function", text: "ANCHORARRAY" }, { kind: "other", text: "(" }, ...(sheet ? [sheet] : []), anchor, { kind: "other", text: ")" });
  }
  return result;
}

/**
 * The formula as a person sees it, with `=`. `customFunctions` are the names the add-in registers: only they tell
 * which underscores of a stored name were dots; without them every underscore becomes one.
 */
export function shownFormula(stored: string, customFunctions: readonly string[] = []): string {
  const known = new Map(customFunctions.map((name) => [name.toUpperCase().replace(/\./g, "_"), name]));
  const tokens = tokensOf(stored).map((token) => {
    if (token.kind !== "function" && token.kind !== "word") return token;
    const text = token.text.replace(/^(?:_xlfn\.)?(?:_xlws\.)?(?:_xlpm\.|_xlop\.)?/i, "");
    if (!text.startsWith(CUSTOM)) return { ...token, text };
    const name = text.slice(CUSTOM.length).toUpperCase();
    return { ...token, text: known.get(name) ?? name.replace(/_/g, ".") };
  });
  return `=${joined(unwrapped(unwrapped(tokens, "ANCHORARRAY", "", "#"), "SINGLE", "@", ""))}`;
}

/** Replaces calls of a function by their argument between two signs. */
function unwrapped(tokens: readonly Token[], name: string, before: string, after: string): Token[] {
  const at = tokens.findIndex((token) => token.kind === "function" && token.text === name);
  if (at === -1) return [...tokens];
  const end = closingBracket(tokens, at + 1);
  const sign = (text: string): Token[] => (text ? [{ kind: "other", text }] : []);
  return unwrapped([...tokens.slice(0, at), ...sign(before), ...tokens.slice(at + 2, end), ...sign(after), ...tokens.slice(end + 1)], name, before, after);
}
