import { KAM_FUNCTIONS } from "./twins/kamFunctions";

/** `TIER_QUOTA` and `TIER.QUOTA` → `TIER.QUOTA`: Excel's files write the dot as `_`. */
const BY_STORED_NAME = new Map(KAM_FUNCTIONS.map((name) => [name.replace(/\./g, "_"), name as string]));

export interface KamName {
  /** `TIER.QUOTA`; a name this version does not know is given as it stands. */
  readonly name: string;
  /**
   * Written as in files, `_xldudf_KAM_SCORE` or `Solver.xla!_xldudf_KAM_SCORE`: Excel did not know the add-in when it
   * read the formula, and shows #NAME? until it is entered again.
   */
  readonly isStored: boolean;
}

const OWNER = String.raw`(?:'(?:[^']|'')*'!|\[\d+\]!|(?:\[[^\[\]]+\])?[\p{L}\p{N}_.\-]+!)`;
const NAMES = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    String.raw`(?<stored>(?<![\p{L}\p{N}_.])${OWNER}?_xldudf_KAM_(?<storedName>[\p{L}\p{N}_.]+))(?=\s*\()`,
    String.raw`(?<live>(?<![\p{L}\p{N}_.!\\])KAM\.(?<liveName>[\p{L}\p{N}_.]+))(?=\s*\()`,
    String.raw`'(?:[^']|'')*'!`,
    String.raw`\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\](?!!)`,
  ].join("|"),
  "giu",
);

/** Names of the KAM functions a formula calls, in their order, also of functions this version does not know; nothing inside texts, sheet names and table columns is one. */
export function kamNamesIn(formula: string): KamName[] {
  // Most formulas of a workbook are other ones: a plain search is many times faster than reading them.
  if (!formula.startsWith("=") || !/kam[._]/i.test(formula)) return [];
  return [...formula.matchAll(NAMES)].flatMap((match) => {
    const { stored, storedName, live, liveName } = match.groups ?? {};
    if (stored === undefined && live === undefined) return [];
    return [{ name: functionName(storedName ?? liveName ?? ""), isStored: stored !== undefined }];
  });
}

const functionName = (text: string): string => BY_STORED_NAME.get(text.toUpperCase().replace(/\./g, "_")) ?? text.toUpperCase();

const EXTERNAL = /"(?:[^"]|"")*"|(?<owner>'(?:[^']|'')*'!|(?:\[[^[\]]+\])[^\s!'"(),;+\-*/^&=<>{}[\]]*!|[\p{L}\p{N}_]+\.xl[a-z]{1,2}!)/giu;

/** The other workbooks a formula reads from, as they are written in it (`[Budget.xlsx]`). */
export function otherWorkbooksIn(formula: string): string[] {
  if (!formula.startsWith("=") || !formula.includes("!")) return [];
  return [...formula.matchAll(EXTERNAL)].flatMap(({ 0: text, index, groups }) => {
    const owner = groups?.owner;
    if (owner === undefined || formula.startsWith("_xldudf_", index + text.length)) return [];
    const file = /\[([^[\]]+)\]/.exec(owner)?.[1] ?? (/\.xl[a-z]{1,2}'?!$/i.test(owner) ? owner.replace(/^'|'?!$/g, "").replace(/^.*[\\/]/, "") : undefined);
    return file === undefined ? [] : [file];
  });
}
