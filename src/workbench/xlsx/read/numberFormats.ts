import { textOf } from "../package/relationships";
import { children, child, escapeXml, number, parseXml } from "../package/xml";
import type { Parts } from "../package/zip";

/** Formats every file may use by number without writing them down (ECMA-376 part 1, 18.8.30), as en-US Excel shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "$#,##0_);($#,##0)", 6: "$#,##0_);[Red]($#,##0)", 7: "$#,##0.00_);($#,##0.00)",
  8: "$#,##0.00_);[Red]($#,##0.00)", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
  18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yyyy h:mm", 37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)",
  39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);[Red](#,##0.00)", 41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', 42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)', 44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
};

/** Above every number Excel gives to formats. */
const FIRST_HIDDEN = 100_000;

/**
 * The library turns numbers with a date format into Date objects, which lose digits and the serials before March
 * 1900. So its copy of the styles gets a text that is no date for each cell format: the number of the format, by
 * which `formats` tells the real one. It also makes cells of the same looks quick to find.
 */
export function hideNumberFormats(parts: Parts, stylesPath: string | undefined): { readonly parts: Parts; readonly formats: readonly string[] } {
  const bytes = stylesPath === undefined ? undefined : parts.get(stylesPath);
  if (!bytes || stylesPath === undefined) return { parts, formats: ["General"] };
  const text = textOf(bytes);
  const styles = parseXml(text, stylesPath);
  const codes = new Map(children(child(styles, "numFmts"), "numFmt").map((format) => [number(format, "numFmtId"), format.attributes["formatCode"]]));
  const formats = children(child(styles, "cellXfs"), "xf").map((cell) => {
    const id = number(cell, "numFmtId") ?? 0;
    return codes.get(id) ?? BUILT_IN[id] ?? "General";
  });
  const numbers = formats.map((_, index) => `<numFmt numFmtId="${FIRST_HIDDEN + index}" formatCode="${escapeXml(`"${index}"`)}"/>`).join("");
  let index = 0;
  const hidden = text
    .replace(/<(?:\w+:)?numFmts\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?numFmts>)/, "")
    .replace(/<((?:\w+:)?)cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/, (list: string) =>
      list.replace(/<((?:\w+:)?)xf\b([^>]*?)(\/?)>/g, (_all, prefix: string, attributes: string, end: string) => `<${prefix}xf${attributes.replace(/\snumFmtId="[^"]*"/, "")} numFmtId="${FIRST_HIDDEN + index++}"${end}>`),
    )
    .replace(/<(?:\w+:)?styleSheet\b[^>]*>/, (root) => `${root}<numFmts>${numbers}</numFmts>`);
  return { parts: new Map(parts).set(stylesPath, new TextEncoder().encode(hidden)), formats };
}

/** Which of the formats a cell has, from the text the library read; undefined for a cell without format. */
export function formatIndex(hidden: string | undefined): number | undefined {
  const match = hidden === undefined ? null : /^"(\d+)"$/.exec(hidden);
  return match ? Number(match[1]) : undefined;
}
