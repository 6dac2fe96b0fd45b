/** A piece of a formula; the pieces put together are the formula again. */
export interface Token {
  readonly kind: "text" | "sheet" | "brackets" | "function" | "word" | "array" | "other";
  readonly text: string;
}

const TOKENS = new RegExp(
  [
    '(?<text>"(?:[^"]|"")*")',
    "(?<sheet>'(?:[^']|'')*'!?|[\\p{L}_][\\p{L}\\p{N}_.]*!)",
    "(?<brackets>\\[(?:[^\\[\\]']|'.|\\[(?:[^\\[\\]']|'.)*\\])*\\])",
    "(?<array>\\{[^}]*\\})",
    "(?<function>[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\]*(?=\\())",
    "(?<word>[$\\p{L}\\p{N}_\\\\][$\\p{L}\\p{N}_.\\\\?]*)",
    "(?<other>#[A-Z/0]+[!?]|#N/A|[^])",
  ].join("|"),
  "gu",
);

export function tokensOf(formula: string): Token[] {
  return [...formula.matchAll(TOKENS)].map((match) => {
    const [kind] = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined) ?? ["other"];
    return { kind: kind as Token["kind"], text: match[0] };
  });
}

export function joined(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join("");
}

/** Index of the bracket that closes the one at `open`; the end of the formula when none does. */
export function closingBracket(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    if (tokens[index]?.text === "(") depth++;
    else if (tokens[index]?.text === ")" && --depth === 0) return index;
  }
  return tokens.length;
}
