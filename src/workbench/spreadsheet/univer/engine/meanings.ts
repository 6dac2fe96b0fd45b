import { mayHold, wordsOf } from "../../formulaWords";
import type { Pattern } from "./formula";

/** A text literal with a reference in it, as INDIRECT and HYPERLINK take them. */
const REFERENCE_AS_TEXT = /"[^"]*!/;

/** Which formulas speak of a name, table or sheet, so that those can be read again when it means something else. */
export class Meanings {
  readonly #byWord = new Map<string, Set<Pattern>>();
  readonly #bySheet = new Map<string, Set<Pattern>>();
  /** Formulas that may say a name in a text: these are searched. */
  readonly #loose = new Set<Pattern>();

  add(pattern: Pattern): void {
    for (const word of wordsOf(pattern.text)) put(this.#byWord, word, pattern);
    for (const { sheetId } of pattern.references) if (sheetId !== undefined) put(this.#bySheet, sheetId, pattern);
    if (pattern.wandering.length > 0 || REFERENCE_AS_TEXT.test(pattern.text)) this.#loose.add(pattern);
  }

  remove(pattern: Pattern): void {
    for (const word of wordsOf(pattern.text)) take(this.#byWord, word, pattern);
    for (const { sheetId } of pattern.references) if (sheetId !== undefined) take(this.#bySheet, sheetId, pattern);
    this.#loose.delete(pattern);
  }

  clear(): void {
    this.#byWord.clear();
    this.#bySheet.clear();
    this.#loose.clear();
  }

  /** The formulas that speak of one of the words (in upper case) or refer to cells of one of the sheets. */
  ofAny(words: ReadonlySet<string>, sheetIds: readonly string[]): ReadonlySet<Pattern> {
    const found = new Set<Pattern>();
    for (const word of words) this.#byWord.get(word)?.forEach((pattern) => found.add(pattern));
    for (const sheetId of sheetIds) this.#bySheet.get(sheetId)?.forEach((pattern) => found.add(pattern));
    const inText = mayHold([...words].map((word) => word.replace(/'/g, "''")));
    for (const pattern of this.#loose) if (inText(pattern.text)) found.add(pattern);
    return found;
  }
}

function put(map: Map<string, Set<Pattern>>, key: string, pattern: Pattern): void {
  const set = map.get(key);
  if (set) set.add(pattern);
  else map.set(key, new Set([pattern]));
}

function take(map: Map<string, Set<Pattern>>, key: string, pattern: Pattern): void {
  const set = map.get(key);
  set?.delete(pattern);
  if (set?.size === 0) map.delete(key);
}
