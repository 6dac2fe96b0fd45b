/** Member of `NumberFormatCategory` that Excel's Format Cells dialog would show for a number format. */
export function numberFormatCategory(format: string): string {
  if (format === "General" || format === "") return "General";
  if (format === "@") return "Text";
  const plain = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  if (/_\(|_-/.test(format) && /\*/.test(format)) return "Accountancy";
  if (/[$€£¥]/.test(format)) return "Currency";
  if (/[dy]/i.test(plain) || /m{3,}/i.test(plain)) return "Date";
  if (/[hs]/i.test(plain)) return "Time";
  if (plain.includes("%")) return "Percentage";
  if (/e[+-]/i.test(plain)) return "Scientific";
  if (/\?\/|#\/|\/\d/.test(plain)) return "Fraction";
  if (/^(?:0|0\.0+|#,##0|#,##0\.0+)(?:_\))?(?:;.*)?$/.test(plain.trim())) return "Number";
  return "Custom";
}
