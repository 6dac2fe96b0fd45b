/** Text literals, quoted sheets, structured references, sheets and words of a formula. */
const TOKENS = /"(?:[^"]|"")*"|'((?:[^']|'')*)'(!)?|\[(?:[^[\]]|\[(?:[^[\]']|'.)*\])*\]|(?<![\p{L}\p{N}_.\\$#])([\p{L}_\\\ue000-\ue3ff][\p{L}\p{N}_.\\\ue000-\ue3ff]*)(!)?/gu;

/** The sheet name as it stands before `!`: in apostrophes where Excel puts them. */
export function quoteSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^(R\d*C?\d*|C\d*)$/i.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

/** The formula with every reference to one sheet pointing to another. */
export function pointToSheet(formula: string, before: string, after: string): string {
  if (!formula.includes("!")) return formula;
  const sheet = before.toLowerCase();
  if (!formula.toLowerCase().includes(sheet.replace(/'/g, "''"))) return formula;
  return formula.replace(TOKENS, (token: string, quoted: string | undefined, quotedMark: string | undefined, word: string | undefined, mark: string | undefined) => {
    const name = quotedMark ? quoted?.replace(/''/g, "'") : mark ? word : undefined;
    return name?.toLowerCase() === sheet ? `${quoteSheetName(after)}!` : token;
  });
}

/** The formula with names replaced, by their upper case; names behind another sheet's name are others. */
export function replaceWords(formula: string, words: ReadonlyMap<string, string>): string {
  if (words.size === 0) return formula;
  return formula.replace(TOKENS, (token: string, _quoted: string | undefined, _quotedMark: string | undefined, word: string | undefined, mark: string | undefined, offset: number) => {
    if (word === undefined || mark || formula.charAt(offset - 1) === "!" || formula.charAt(offset + token.length) === "(") return token;
    return words.get(word.toUpperCase()) ?? token;
  });
}

/** Whether one of the names, in upper case, stands in the formula. */
export function hasWord(formula: string, words: ReadonlySet<string>): boolean {
  for (const [, , , word] of formula.matchAll(TOKENS)) if (word !== undefined && words.has(word.toUpperCase())) return true;
  return false;
}

/** The sheets, tables and names a formula speaks of, in upper case. */
export function wordsOf(formula: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [, quoted, quotedMark, word] of formula.matchAll(TOKENS)) {
    // `'First:Last'!A1` speaks of both.
    if (quoted !== undefined && quotedMark) [quoted, ...quoted.split(":")].forEach((name) => words.add(name.replace(/''/g, "'").toUpperCase()));
    else if (word !== undefined) words.add(word.toUpperCase());
  }
  return words;
}

/** A test whether a text, whatever its case, holds one of the words; far cheaper than taking formulas to pieces. */
export function mayHold(words: Iterable<string>): (text: string) => boolean {
  const any = [...words].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (any.length === 0) return () => false;
  const pattern = new RegExp(any.join("|"), "iu");
  return (text) => pattern.test(text);
}
