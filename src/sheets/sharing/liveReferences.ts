import { sheetReference, type Area } from "../a1";
import { fixedReference, referencesIn, replaceReferences, sheetOfPrefix, areaOfReference, type Reference } from "../formulas/references";
import { MAX_FORMULA } from "../limits";

/*
 * A formula kept as text does not follow when rows are inserted or sheets renamed. So the log keeps two live formulas
 * beside it, which Excel itself keeps right: one that counts the cells that were replaced, and one that refers to
 * everything the replaced formula refers to.
 */

/** Counts the cells of an area; says where they are now. */
export function placeFormula(sheetName: string, area: Area): string {
  const cells = fixedReference(sheetName, area);
  return `=ROWS(${cells})*COLUMNS(${cells})`;
}

/** Where the cells of a `placeFormula` are now; undefined when they were deleted or the formula is gone. */
export function readPlace(formula: string): { readonly sheetName: string; readonly area: Area } | undefined {
  const [cells] = referencesIn(formula);
  const sheetName = cells && sheetOfPrefix(cells.prefix);
  const area = cells && areaOfReference(cells);
  return sheetName !== undefined && area ? { sheetName, area } : undefined;
}

/** Rows of this table and other workbooks cannot be referred to from another sheet. */
const canFollow = ({ kind, prefix, body }: Reference): boolean => kind !== "lost" && !prefix.includes("[") && !/^.*:.*!$/.test(prefix) && !(kind === "table" && (/@|#This Row/i.test(body) || body.startsWith("[")));

/** A formula that refers to all a formula of the sheet refers to; "" when it refers to nothing or to too much. */
export function readsFormula(formula: string, sheetName: string): string {
  const parts = referencesIn(formula).filter(canFollow).map(({ prefix, body, kind }) => `ROWS(${prefix === "" && kind !== "table" ? sheetReference(sheetName) : prefix}${body})`);
  const reads = `=${parts.join("+")}`;
  return parts.length === 0 || reads.length > MAX_FORMULA ? "" : reads;
}

/** The formula with its references as they are now, by what became of its `readsFormula`. */
export function followedFormula(formula: string, reads: string): string {
  const now = referencesIn(reads);
  const followed = referencesIn(formula).filter(canFollow);
  if (now.length !== followed.length) return formula;
  let next = 0;
  return replaceReferences(formula, (reference) => {
    if (!canFollow(reference)) return undefined;
    const { kind, prefix, body } = now[next++] as Reference;
    const ownPrefix = reference.prefix === "" ? "" : prefix;
    return kind === "lost" ? "#REF!" : ownPrefix + body + (reference.isSpill ? "#" : "");
  });
}
