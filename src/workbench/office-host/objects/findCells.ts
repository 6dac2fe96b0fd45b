import { checkOneOf } from "./arguments";
import { isFormula, usedPart } from "./cellReading";
import { writeCells } from "./cellWriting";
import { checkUnlocked } from "./cellAccess";
import type { RangeRef } from "./rangeRef";

interface Criteria {
  readonly completeMatch: boolean;
  readonly matchCase: boolean;
  readonly backwards: boolean;
}

function readCriteria(input: unknown): Criteria {
  const { completeMatch, matchCase, searchDirection } = (input ?? {}) as Record<string, unknown>;
  const direction = searchDirection === undefined || searchDirection === null ? "Forward" : checkOneOf("searchDirection", searchDirection, ["Forward", "Backwards"]);
  return { completeMatch: completeMatch === true, matchCase: matchCase === true, backwards: direction === "Backwards" };
}

/** Excel's search text: `*` any text, `?` any character, `~` before either takes it literally. */
function pattern(text: string, { completeMatch, matchCase }: Criteria): RegExp {
  const source = text.replace(/~([*?~])|[*?]|[\\^$.|+()[\]{}]/g, (found: string, literal?: string) =>
    literal !== undefined ? `\\${literal}`.replace("\\~", "~") : found === "*" ? ".*" : found === "?" ? "." : `\\${found}`,
  );
  return new RegExp(completeMatch ? `^(?:${source})$` : source, `gs${matchCase ? "" : "i"}`);
}

/** Cells whose text or formula holds the text, row by row. */
export function findCells(ref: RangeRef, text: string, input: unknown): RangeRef[] {
  const { book, area } = ref;
  const criteria = readCriteria(input);
  const used = usedPart(book, area, true);
  if (!used || text === "") return [];
  const searched = { sheetId: area.sheetId, ...used };
  const formulas = book.grid.formulas(searched);
  const texts = book.grid.texts(searched);
  const match = pattern(text, criteria);
  const found = formulas.flatMap((row, r) =>
    row.flatMap((formula, c) => {
      const candidates = [texts[r]?.[c] ?? "", String(formula)];
      const hit = candidates.some((one) => {
        match.lastIndex = 0;
        return match.test(one);
      });
      return hit ? [ref.at({ row: used.row + r, column: used.column + c, rowCount: 1, columnCount: 1 })] : [];
    }),
  );
  return criteria.backwards ? found.reverse() : found;
}

/** Replaces the text in values and formulas; answers how many replacements were made. */
export function replaceInCells(ref: RangeRef, text: string, replacement: string, input: unknown): number {
  const { book, area } = ref;
  const criteria = readCriteria(input);
  const used = usedPart(book, area, true);
  if (!used || text === "") return 0;
  const searched = { sheetId: area.sheetId, ...used };
  const match = pattern(text, criteria);
  let count = 0;
  const changes = book.grid.formulas(searched).flatMap((row, r) =>
    row.flatMap((cell, c) => {
      const before = typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell);
      const hits = before.match(match)?.length ?? 0;
      if (hits === 0) return [];
      count += hits;
      const after = before.replace(match, () => replacement);
      return [{ at: ref.at({ row: used.row + r, column: used.column + c, rowCount: 1, columnCount: 1 }), text: isFormula(cell) && !after.startsWith("=") ? `'${after}` : after }];
    }),
  );
  for (const change of changes) checkUnlocked(book, change.at.area);
  book.grid.batch(() => changes.forEach(({ at, text: entry }) => writeCells(book, at.area, entry)));
  return count;
}
