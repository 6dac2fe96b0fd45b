import type { TableInfo } from "../spreadsheet";

/** A name that belongs to one sheet and the name under which the engine, which knows no such names, keeps it. */
export interface LocalName {
  readonly name: string;
  readonly sheetId: string;
  readonly engineName: string;
}

/** What formulas can name. */
export interface Vocabulary {
  readonly tables: () => readonly TableInfo[];
  /** Names of single sheets: one by its sheet, those of all sheets with a name, and one by its name in the engine. */
  readonly localName: (name: string, sheetId: string) => LocalName | undefined;
  readonly localNames: (name: string) => readonly LocalName[];
  readonly engineNamed: (engineName: string) => LocalName | undefined;
  readonly hasLocalNames: () => boolean;
  readonly sheetName: (sheetId: string) => string | undefined;
}

interface Table extends TableInfo {
  /** Titles in the engine's spelling by their upper case. */
  readonly titles: ReadonlyMap<string, string>;
}

interface Known {
  readonly tables: readonly Table[];
  /** Whether any word can be a table or a name of one sheet. */
  readonly hasWords: boolean;
  /** Texts translated before: a column of a table repeats one text thousands of times. */
  readonly toEngine: Map<string, string>;
  readonly toTyped: Map<string, string>;
}

/** Translations remembered at a time. */
const MOST_REMEMBERED = 5_000;

/** Letters of other languages, and the private characters that stand for signs the engine does not take in names. */
const LETTERS = "\\u00c0-\\ue2ff";
const IDENTIFIER = `[A-Za-z_\\\\${LETTERS}][\\w.\\\\${LETTERS}]*`;
const SHEET_PREFIX = "(?:'(?:[^']|'')*'|[\\w.\\u00c0-\\udfff]+)!";
const CELL = `(?:${SHEET_PREFIX})?\\$?[A-Za-z]{1,3}\\$?\\d+`;

/** Splits off text literals; quoted sheet names belong to the references after them. */
const TEXT_LITERAL = /("(?:[^"]|"")*")/;

const SPILL_REFERENCE = new RegExp(`(?<![\\w.])(${CELL})#(?!\\w)`, "g");
const ENGINE_SPILL_REFERENCE = new RegExp(`\\bANCHORARRAY\\((${CELL})\\)`, "gi");
/** `[@Name]`, `[@[Name with spaces]]`, `[@]`, each with or without a table. */
const THIS_ROW = new RegExp(`(${IDENTIFIER})?\\[@(?:(\\[[^\\][]*\\](?::\\[[^\\][]*\\])?)|([^\\][]*))\\]`, "g");
const ENGINE_THIS_ROW = new RegExp(`(${IDENTIFIER})\\[\\[#This Row\\](?:,(\\[[^\\][]*\\](?::\\[[^\\][]*\\])?))?\\]`, "gi");
const STRUCTURED = new RegExp(`(${IDENTIFIER})(\\[(?:[^\\][]|\\[[^\\][]*\\])*\\])`, "g");
const TOTALS = /#Totals/i;
const TOTALS_MARK = "\ue300";
const ENGINE_TOTALS = new RegExp(`(${IDENTIFIER})${TOTALS_MARK}(\\[(?:[^\\][]|\\[[^\\][]*\\])*\\])`, "g");
const WORD = new RegExp(`(${SHEET_PREFIX})?(?<![\\w.\\\\\\u00c0-\\udfff$#\\[])(${IDENTIFIER})(?![\\w.\\\\\\u00c0-\\udfff(!\\[:])`, "g");
const COLUMN_THAT_NEEDS_NO_BRACKETS = /^\[[\w.\u00c0-\udfff]*\]$/;

/** Prefixes Excel writes into files before functions that are newer than the format. */
const FILE_PREFIX = /\b_xl(?:fn|udf|ws|pm)\.(?:_xl(?:fn|ws)\.)?/gi;

/** Escaped characters of column titles are kept as private characters, because the engine's reader takes `'` for a quote. */
const PRIVATE = 0xe000;
const NEEDS_ESCAPE = /['[\]#@]/g;

/** A column title as it stands in the engine's formulas. */
export function engineTitle(title: string): string {
  return title.replace(NEEDS_ESCAPE, hide).replace(/"/g, hideQuote);
}

/** A table's name in the engine's formulas: it takes neither `_` nor `.` in names before a bracket. */
export function engineTable(name: string): string {
  return name.replace(/[_.\\]/g, (sign) => String.fromCharCode(PRIVATE + 0x200 + sign.charCodeAt(0)));
}

/** The name under which the engine keeps the totals row of a table. */
export function totalsTable(name: string): string {
  return `${engineTable(name)}${TOTALS_MARK}`;
}

/**
 * Formulas as people and Excel's API write them, and as the engine understands them. Both ways are exact, so a
 * formula is stored once, in the engine's form, and moves with its references like any other.
 */
export class FormulaText {
  #known: Known | undefined;

  constructor(readonly vocabulary: Vocabulary) {}

  /** Tables or names have changed. */
  forget(): void {
    this.#known = undefined;
  }

  toEngine(formula: string, sheetId: string, row: number, column: number): string {
    const known = this.#vocabulary();
    if (!/[#@[_]/.test(formula) && !known.hasWords) return formula;
    const here = tableAt(known.tables, sheetId, row, column);
    return remembered(known.toEngine, `${sheetId}\n${here?.id}\n${formula}`, () => this.#toEngine(formula, sheetId, here, known));
  }

  #toEngine(formula: string, sheetId: string, here: Table | undefined, { hasWords, tables }: Known): string {
    return hideEscapes(formula)
      .split(TEXT_LITERAL)
      .map((part, i) => {
        if (i % 2 === 1) return part;
        let text = part.replace(FILE_PREFIX, "").replace(SPILL_REFERENCE, "ANCHORARRAY($1)");
        if (text.includes("[")) text = structured(expandThisRow(text, here?.name), tables);
        return hasWords ? text.replace(WORD, (all: string, prefix: string | undefined, word: string) => this.#word(all, prefix, word, sheetId, tables)) : text;
      })
      .join("");
  }

  toTyped(formula: string, sheetId: string, row: number, column: number): string {
    if (!/#This Row|ANCHORARRAY|_L\d|[\ue000-\ue3ff]/i.test(formula)) return formula;
    const known = this.#vocabulary();
    const here = tableAt(known.tables, sheetId, row, column);
    return remembered(known.toTyped, `${sheetId}\n${here?.id}\n${formula}`, () => this.#toTyped(formula, sheetId, here));
  }

  #toTyped(formula: string, sheetId: string, here: Table | undefined): string {
    return formula
      .split(TEXT_LITERAL)
      .map((part, i) => {
        if (i % 2 === 1) return part;
        const text = part.replace(ENGINE_SPILL_REFERENCE, "$1#").replace(ENGINE_THIS_ROW, (_all, table: string, columns: string | undefined) => {
          const owner = here && table.toUpperCase() === engineTable(here.name).toUpperCase() ? "" : table;
          if (columns === undefined) return `${owner}[@]`;
          return `${owner}[@${COLUMN_THAT_NEEDS_NO_BRACKETS.test(columns) ? columns.slice(1, -1) : columns}]`;
        });
        return text
          .replace(ENGINE_TOTALS, (_all, table: string, columns: string) => `${table}${columns.replace("#Headers", "#Totals")}`)
          .replace(/\b_L\d+_[\w.\\\u00c0-\udfff]+/g, (word) => this.#typedName(word, sheetId));
      })
      .join("")
      .replace(/[\ue000-\ue2ff]/g, show);
  }

  #vocabulary(): Known {
    if (!this.#known) {
      const tables = this.vocabulary.tables().map((table) => ({ ...table, titles: new Map(table.columns.map(engineTitle).reverse().map((title) => [title.toUpperCase(), title])) }));
      this.#known = { tables, hasWords: tables.length > 0 || this.vocabulary.hasLocalNames(), toEngine: new Map(), toTyped: new Map() };
    }
    return this.#known;
  }

  /** A whole table, or a name of this sheet or of the sheet named before it. */
  #word(all: string, prefix: string | undefined, word: string, sheetId: string, tables: readonly TableInfo[]): string {
    const upper = word.toUpperCase();
    const sheet = prefix?.slice(0, -1).replace(/^'|'$/g, "").replace(/''/g, "'").toUpperCase();
    const own = sheet === undefined ? this.vocabulary.localName(word, sheetId) : this.vocabulary.localNames(word).find((name) => this.vocabulary.sheetName(name.sheetId)?.toUpperCase() === sheet);
    if (own) return own.engineName;
    return prefix === undefined ? (tables.find((table) => table.name.toUpperCase() === upper)?.name ?? all) : all;
  }

  #typedName(engineName: string, sheetId: string): string {
    const name = this.vocabulary.engineNamed(engineName);
    if (!name) return engineName.replace(/^_L\d+_/, "");
    if (name.sheetId === sheetId) return name.name;
    const sheet = this.vocabulary.sheetName(name.sheetId) ?? "#REF";
    return `${/^[A-Za-z_][\w.]*$/.test(sheet) ? sheet : `'${sheet.replace(/'/g, "''")}'`}!${name.name}`;
  }
}

function tableAt(tables: readonly Table[], sheetId: string, row: number, column: number): Table | undefined {
  return tables.find(({ area }) => area.sheetId === sheetId && row >= area.row && row < area.row + area.rowCount && column >= area.column && column < area.column + area.columnCount);
}

function remembered(memory: Map<string, string>, key: string, make: () => string): string {
  const before = memory.get(key);
  if (before !== undefined) return before;
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  const made = make();
  memory.set(key, made);
  return made;
}

function expandThisRow(part: string, here: string | undefined): string {
  return part.replace(THIS_ROW, (all: string, table: string | undefined, bracketed: string | undefined, plain: string | undefined) => {
    const owner = table ?? here;
    if (owner === undefined) return all;
    const columns = bracketed ?? (plain ? `[${plain}]` : undefined);
    return columns === undefined ? `${owner}[[#This Row]]` : `${owner}[[#This Row],${columns}]`;
  });
}

/** Table names and titles in the spelling they have; the engine tells upper from lower case. */
function structured(part: string, tables: readonly Table[]): string {
  return part.replace(STRUCTURED, (all: string, name: string, inside: string) => {
    const table = tables.find((candidate) => candidate.name.toUpperCase() === name.toUpperCase());
    if (!table) return all;
    const title = (text: string) => (text.startsWith("#") ? text : (table.titles.get(text.trim().toUpperCase()) ?? text));
    const columns = inside.slice(1, -1);
    const spelled = columns.includes("[") ? columns.replace(/\[([^\][]*)\]/g, (_all, text: string) => `[${title(text)}]`) : title(columns);
    return TOTALS.test(spelled) ? `${totalsTable(table.name)}[${spelled.replace(TOTALS, "#Headers")}]` : `${engineTable(table.name)}[${spelled}]`;
  });
}

function hideEscapes(formula: string): string {
  if (!formula.includes("[")) return formula;
  let result = "";
  let depth = 0;
  let quote = "";
  for (let i = 0; i < formula.length; i++) {
    const c = formula.charAt(i);
    if (quote) {
      if (c === quote) quote = "";
    } else if (depth > 0 && c === "'" && i + 1 < formula.length) {
      result += hide(formula.charAt(++i));
      continue;
    } else if (depth > 0 && c === '"') {
      result += hideQuote();
      continue;
    } else if (c === "[") depth++;
    else if (c === "]") depth--;
    else if (c === '"' || c === "'") quote = c;
    result += c;
  }
  return result;
}

function hide(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x100 ? String.fromCharCode(PRIVATE + code) : character;
}

function hideQuote(): string {
  return String.fromCharCode(PRIVATE + 0x100);
}

function show(character: string): string {
  const code = character.charCodeAt(0) - PRIVATE;
  if (code >= 0x200) return String.fromCharCode(code - 0x200);
  return code === 0x100 ? '"' : `'${String.fromCharCode(code)}`;
}
