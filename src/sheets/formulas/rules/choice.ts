/** A word that is fixed when the formula is written, or the cell that holds it, read at every recalculation. */
export type Choice<W extends string> = { readonly word: W } | { readonly cell: string };

/**
 * The formula of the chosen word. For a cell the formula decides between all of them: a blank cell means `byDefault`,
 * another word gives #VALUE!, as the functions refuse it.
 */
export function chosen<W extends string>(choice: Choice<W>, byDefault: W, formulas: Readonly<Record<W, string>>): string {
  if ("word" in choice) return formulas[choice.word];
  const { cell } = choice;
  const others = (Object.keys(formulas) as W[]).filter((word) => word !== byDefault);
  const last = `IF(OR(${cell}="",${cell}="${byDefault}"),${formulas[byDefault]},#VALUE!)`;
  return others.reduceRight((rest, word) => `IF(${cell}="${word}",${formulas[word]},${rest})`, last);
}
