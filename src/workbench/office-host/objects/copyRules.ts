import type { Area } from "../../spreadsheet/spreadsheet";
import type { Book } from "./book";
import { pushConditionalFormats } from "./conditionalRules";
import { pushValidations } from "./validationRules";
import { intersection, type Region, subtract } from "./region";

/** Copies validation rules and conditional formats of an area to the same-sized area at a cell. */
export function copyRules(book: Book, from: Area, to: { readonly sheetId: string; readonly row: number; readonly column: number }): void {
  const source = book.sheetState(from.sheetId);
  const target = book.sheetState(to.sheetId);
  const place = (region: Region): Region => ({ ...region, row: region.row - from.row + to.row, column: region.column - from.column + to.column });
  const goal: Region = { row: to.row, column: to.column, rowCount: from.rowCount, columnCount: from.columnCount };
  const parts = (regions: readonly Region[]) => regions.flatMap((region) => intersection(region, from) ?? []).map(place);

  const validations = source.validations.flatMap((rule) => (parts(rule.regions).length > 0 ? [{ ...structuredClone(rule), regions: parts(rule.regions) }] : []));
  const hadValidations = target.validations.some((rule) => rule.regions.some((region) => intersection(region, goal)));
  if (validations.length > 0 || hadValidations) {
    target.validations = [
      ...target.validations.map((rule) => ({ ...rule, regions: rule.regions.flatMap((region) => subtract(region, goal)) })).filter((rule) => rule.regions.length > 0),
      ...validations,
    ];
    pushValidations(book, to.sheetId);
  }

  const formats = source.conditionalFormats.flatMap((format) => {
    const regions = parts(format.regions);
    return regions.length > 0 ? [{ format, regions }] : [];
  });
  if (formats.length === 0) return;
  for (const { format, regions } of formats) {
    if (from.sheetId === to.sheetId) format.regions = [...format.regions.flatMap((region) => regions.reduce<Region[]>((left, hole) => left.flatMap((part) => subtract(part, hole)), [region])), ...regions];
    else target.conditionalFormats = [...target.conditionalFormats, { ...structuredClone(format), id: book.newId(), regions }];
  }
  pushConditionalFormats(book, to.sheetId);
}
