import type { CellStyle } from "../../spreadsheet/spreadsheet";
import { notFound } from "./arguments";
import { applyFormat, applyStyle, readFormat } from "./lookAccess";
import type { RangeRef } from "./rangeRef";

/** Named cell styles of Excel with the looks of its Office theme. Members of `BuiltInStyle`. */
const border = (color: string, weight: "Thin" | "Medium" | "Thick" = "Thin", style: "Continuous" | "Double" = "Continuous") => ({ style, weight, color });
const box = (color: string, style: "Continuous" | "Double" = "Continuous") => {
  const side = border(color, "Thin", style);
  return { top: side, bottom: side, left: side, right: side };
};
const ACCENTS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];
const ACCENT_20 = ["#D9E1F2", "#FCE4D6", "#EDEDED", "#FFF2CC", "#DDEBF7", "#E2EFDA"];
const ACCENT_40 = ["#B4C6E7", "#F8CBAD", "#DBDBDB", "#FFE699", "#BDD7EE", "#C6E0B4"];
const ACCENT_60 = ["#8EA9DB", "#F4B084", "#C9C9C9", "#FFD966", "#9BC2E6", "#A9D08E"];

export const BUILT_IN_STYLES: Readonly<Record<string, CellStyle>> = {
  Normal: { fontName: "Calibri", fontSize: 11, bold: false, italic: false, underline: "None", fontColor: "#000000", fillColor: "", numberFormat: "General" },
  Comma: { numberFormat: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)' },
  Comma0: { numberFormat: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)' },
  Currency: { numberFormat: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)' },
  Currency0: { numberFormat: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)' },
  Percent: { numberFormat: "0%" },
  Hyperlink: { fontColor: "#0563C1", underline: "Single" },
  HyperlinkFollowed: { fontColor: "#954F72", underline: "Single" },
  Good: { fontColor: "#006100", fillColor: "#C6EFCE" },
  Bad: { fontColor: "#9C0006", fillColor: "#FFC7CE" },
  Neutral: { fontColor: "#9C5700", fillColor: "#FFEB9C" },
  Calculation: { bold: true, fontColor: "#FA7D00", fillColor: "#F2F2F2", borders: box("#7F7F7F") },
  CheckCell: { bold: true, fontColor: "#FFFFFF", fillColor: "#A5A5A5", borders: box("#3F3F3F", "Double") },
  ExplanatoryText: { italic: true, fontColor: "#7F7F7F" },
  Input: { fontColor: "#3F3F76", fillColor: "#FFCC99", borders: box("#7F7F7F") },
  LinkedCell: { fontColor: "#FA7D00", borders: { bottom: border("#FF8001", "Thin", "Double") } },
  Note: { fillColor: "#FFFFCC", borders: box("#B2B2B2") },
  Output: { bold: true, fontColor: "#3F3F3F", fillColor: "#F2F2F2", borders: box("#3F3F3F") },
  WarningText: { fontColor: "#FF0000" },
  WorkbookTitle: { fontName: "Calibri Light", fontSize: 18, fontColor: "#44546A" },
  Heading1: { bold: true, fontSize: 15, fontColor: "#44546A", borders: { bottom: border("#4472C4", "Thick") } },
  Heading2: { bold: true, fontSize: 13, fontColor: "#44546A", borders: { bottom: border("#A2B8E1", "Thick") } },
  Heading3: { bold: true, fontSize: 11, fontColor: "#44546A", borders: { bottom: border("#8EA9DB", "Medium") } },
  Heading4: { bold: true, fontSize: 11, fontColor: "#44546A" },
  Total: { bold: true, borders: { top: border("#4472C4"), bottom: border("#4472C4", "Thin", "Double") } },
  ...Object.fromEntries(
    ACCENTS.flatMap((color, index) => [
      [`Accent${index + 1}`, { fillColor: color, fontColor: "#FFFFFF" }],
      [`Accent${index + 1}_20`, { fillColor: ACCENT_20[index] }],
      [`Accent${index + 1}_40`, { fillColor: ACCENT_40[index] }],
      [`Accent${index + 1}_60`, { fillColor: ACCENT_60[index], fontColor: "#FFFFFF" }],
    ]),
  ),
};

/** "Heading 1", "20% - Accent1" and the like as they stand in Excel's gallery → member of `BuiltInStyle`. */
export function builtInStyleName(name: string): string | undefined {
  const tinted = /^(20|40|60)% - (Accent[1-6])$/i.exec(name);
  const wanted = (tinted ? `${tinted[2] as string}_${tinted[1] as string}` : name.replace(/[\s[\]]/g, "")).toLowerCase();
  return Object.keys(BUILT_IN_STYLES).find((key) => key.toLowerCase() === wanted || (wanted === "title" && key === "WorkbookTitle"));
}

export function styleOf(refs: readonly RangeRef[]): string | null {
  return readFormat(refs, "style", "Normal");
}

export function setStyle(refs: readonly RangeRef[], name: string): void {
  const own = refs[0]?.book.state.styles[name];
  const builtIn = builtInStyleName(name);
  const looks = own ?? (builtIn && BUILT_IN_STYLES[builtIn]);
  if (!looks) throw notFound(`There is no cell style "${name}".`);
  applyStyle(refs, looks as CellStyle);
  applyFormat(refs, { style: own ? name : builtIn });
}
