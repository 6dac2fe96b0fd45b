/**
 * A number on an axis or label in an Excel number format: digits, thousands, percent, and text before and after.
 * Dates, fractions and sections for negative numbers are shown as plain numbers.
 */
export function axisNumber(value: number, format: string | undefined): string {
  const pattern = format === undefined || format === "General" ? undefined : /^((?:"[^"]*"|\\.|\[\$[^\]]*\]|[^#0?"\\[;])*)([#0?][#0?,]*?)(?:\.([0#?]+))?(,*)(?![#0?,.])((?:"[^"]*"|\\.|\[\$[^\]]*\]|[^;])*)/.exec(format);
  if (!pattern) return value.toLocaleString("en-US", { maximumFractionDigits: 10 });
  const [, before = "", digits = "", decimals = "", scale = "", after = ""] = pattern;
  const percent = after.includes("%");
  // Each comma after the last digit divides by a thousand.
  const scaled = (percent ? value * 100 : value) / 1000 ** scale.length;
  const fixed = decimals.replace(/[^0]/g, "").length;
  const number = Math.abs(scaled).toLocaleString("en-US", { useGrouping: /[#0],[#0]/.test(digits), minimumFractionDigits: fixed, maximumFractionDigits: decimals.length });
  return `${scaled < 0 ? "-" : ""}${literal(before)}${number}${literal(after)}`;
}

/** `"kr"`, `\€`, `[$€-407]` and `_)` as they are shown. */
function literal(text: string): string {
  return text.replace(/\[\$([^\]-]*)[^\]]*\]|"([^"]*)"|\\(.)|_.|\*./g, (_all, currency?: string, quoted?: string, escaped?: string) => currency ?? quoted ?? escaped ?? "");
}
