const MAX_COLUMN_LETTERS = 3;
const LETTER_A = 64;

/** A text literal, a quoted sheet name, a column of a table, or a reference with what stands around it. */
const PARTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^\][]|\[(?:[^\][]|\[[^\][]*\])*\])*\]|(?<![\w.$\\\u00c0-\uffff])(?:(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})|(\$?)(\d{1,7}):(\$?)(\d{1,7}))(?![\w.(!\\[\u00c0-\uffff])/g;

/**
 * The text of a formula with its relative references told from the cell it stands in. Formulas with the same pattern
 * mean the same, moved along: `=B2*$C$1` in A2 and `=B3*$C$1` in A3.
 */
export function patternOf(formula: string, row: number, column: number): string {
  let place = "";
  let previous: { readonly end: number; readonly row: number; readonly column: number; readonly fixed: string } | undefined;
  const text = formula.replace(PARTS, (all: string, ...found: unknown[]) => {
    const [dollarColumn, letters, dollarRow, digits, dollarFrom, from, dollarTo, to, dollarTop, top, dollarBottom] = found as (string | undefined)[];
    const at = found[12] as number;
    if (letters !== undefined && digits !== undefined) {
      const [cellRow, cellColumn] = [Number(digits) - 1, columnNumber(letters)];
      const fixed = `${dollarColumn}${dollarRow}`;
      // The engine sorts the corners of a block; corners that move apart must not change sides on the way.
      if (previous && previous.end === at - 1 && formula[at - 1] === ":" && previous.fixed !== fixed) place += `${Math.sign(cellRow - previous.row)}${Math.sign(cellColumn - previous.column)}`;
      previous = { end: at + all.length, row: cellRow, column: cellColumn, fixed };
      return `\u0001${dollarRow ? digits : `(${cellRow - row})`},${dollarColumn ? letters.toUpperCase() : `(${cellColumn - column})`}`;
    }
    // References to whole lines are only shared where they need not move.
    if (from !== undefined && to !== undefined && (!dollarFrom || !dollarTo)) place += `c${column}`;
    if (top !== undefined && (!dollarTop || !dollarBottom)) place += `r${row}`;
    return all;
  });
  return place ? `${text}\u0002${place}` : text;
}

/** 0 for A. */
function columnNumber(letters: string): number {
  let number = 0;
  for (let i = 0; i < letters.length && i < MAX_COLUMN_LETTERS; i++) number = number * 26 + (letters.charCodeAt(i) & ~32) - LETTER_A;
  return number - 1;
}
