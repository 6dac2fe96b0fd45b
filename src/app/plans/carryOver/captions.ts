import { holds, inputsOf } from "./inputs";
import { contentAt, formulaPattern, isFormula, type Content, type SheetContent } from "./sheetContent";

/** What a row's cells say in fixed words, by column. */
export type RowCaptions = ReadonlyMap<number, string>;

/** Words as they are compared: without case, outer and double spaces. */
export const asCaption = (text: string): string => text.trim().replace(/\s+/g, " ").toLocaleLowerCase("en");

const captionOf = (content: Content): string => (typeof content === "string" ? asCaption(content) : "");

/** Words of a row outside the cells people type in. */
export function captionsOfRow(sheet: SheetContent, row: number): RowCaptions {
  const inputs = inputsOf(sheet);
  const captions = new Map<number, string>();
  (sheet.cells[row] ?? []).forEach((content, column) => {
    const caption = captionOf(content);
    if (caption !== "" && !holds(inputs, row, column)) captions.set(column, caption);
  });
  return captions;
}

/** Formulas of a row, by column, without row numbers. */
export function patternsOfRow(sheet: SheetContent, row: number): ReadonlyMap<number, string> {
  const patterns = new Map<number, string>();
  (sheet.cells[row] ?? []).forEach((content, column) => {
    if (isFormula(content)) patterns.set(column, formulaPattern(content.formula));
  });
  return patterns;
}

/**
 * Where a column of the former sheet went: below heads it follows the words of its head, with the same distance to it;
 * without heads, right of all of them, or below one that got other words in the same place, it stays.
 * @returns undefined when the head is gone
 */
export function mappedColumn(column: number, former: RowCaptions, template: RowCaptions): number | undefined {
  const heads = [...former.keys()].filter((head) => head <= column);
  if (former.size < 2 || template.size < 2 || heads.length === 0) return column;
  const head = Math.max(...heads);
  const word = former.get(head);
  const there = template.get(head);
  if (there === word) return column;
  const place = [...template].find(([, caption]) => caption === word)?.[0];
  if (place !== undefined) return place + column - head;
  const isRenamed = there !== undefined && ![...former.values()].includes(there);
  const isBeyond = column > Math.max(...template.keys());
  return isRenamed || isBeyond ? column : undefined;
}

/** The captions that stand beside or above a cell, to say where a text came from. */
export function wordsNear(sheet: SheetContent, row: number, column: number): string {
  for (let above = row; above >= 0 && row - above <= 40; above--) {
    for (let left = above === row ? column - 1 : column; left >= 0; left--) {
      const content = contentAt(sheet, above, left);
      if (typeof content === "string" && content.trim() !== "") return content.trim().slice(0, 60);
      if (above !== row) break; // above the cell only its own column counts
    }
  }
  return "";
}
