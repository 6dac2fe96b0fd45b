/**
 * Properties that Microsoft's typings have and the model of this host lacks, by class. Loading one is refused by its name;
 * a name that is neither in the model nor here is no property of Excel's, and a load passes over it as Excel's does.
 */
const REFUSED: Readonly<Record<string, string>> = {
  Application: "activeWindow windows",
  HeaderFooter: "centerFooterPicture centerHeaderPicture leftFooterPicture leftHeaderPicture rightFooterPicture rightHeaderPicture",
  Range: "control formulaArray",
  Shape: "displayName",
  Style: "borders",
  Workbook: "dataConnections linkedEntityDataDomains linkedWorkbooks pivotTableStyles queries slicerStyles tableStyles timelineStyles",
  Worksheet: "namedSheetViews showDataTypeIcons",
  WorksheetProtection: "allowEditRanges",
};

export function isRefused(typeName: string, property: string): boolean {
  return REFUSED[typeName]?.split(" ").includes(property) ?? false;
}
