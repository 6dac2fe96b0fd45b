/**
 * The number a person typed, with a comma or a point for decimals and `%` for hundredths; undefined when it is none, or
 * when it can be read in two ways (`1.234` is left to Excel's cell, here it is one point two three four).
 */
export function typedNumber(typed: string): number | undefined {
  const text = typed.trim().replace(/[\s\u00a0\u202f]/g, "").replace("−", "-");
  const percent = text.endsWith("%");
  const digits = (percent ? text.slice(0, -1) : text).replace(",", ".");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(digits)) return undefined;
  // Dividing keeps 7 % at 0.07, multiplying by 0.01 does not.
  return percent ? Number(digits) / 100 : Number(digits);
}
