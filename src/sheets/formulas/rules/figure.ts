/** Blank means missing, as for the functions: an empty cell, "" or only spaces. A formula that is TRUE or FALSE. */
export const isMissing = (cell: string): string => `TRIM(${cell})=""`;

/**
 * What depends on a figure: `present` where the cell holds a number, `missing` where it is blank. Anything else (text, a
 * number stored as text, TRUE, FALSE) is #VALUE!, and an error stays that error.
 */
export const byFigure = (cell: string, present: string, missing: string): string =>
  `IF(ISNUMBER(${cell}),${present},IF(${isMissing(cell)},${missing},#VALUE!))`;

/**
 * A number as the functions write it into texts, with a decimal point in every language: Excel's own conversion uses the
 * reader's decimal sign, which is looked up in the text of a half. The two differ beyond 15 digits and below 0.000001
 * (Excel writes 0.0000001 where the functions write 1e-7).
 */
export const numberText = (number: string): string => `SUBSTITUTE(${number}&"",MID(1/2&"",2,1),".")`;

/** A text as a constant of a formula: `"6"" pipe"`. */
export const textConstant = (text: string): string => `"${text.replace(/"/g, '""')}"`;

/**
 * How many numbers of a range meet a test, blanks and texts left out. COUNTIF would compare texts of 15 digits, so that a
 * number can be above itself; RANK takes blank texts for 0 in some programs.
 * @param test of the whole range, as an array: `$B$2:$B$9>B2`
 */
export const countOf = (numbers: string, test: string): string => `SUMPRODUCT(ISNUMBER(${numbers})*(${test}))`;
