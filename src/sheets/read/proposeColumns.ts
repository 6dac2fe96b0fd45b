import type { CellBlock } from "../cellValue";
import type { ColumnLine } from "../model/model";
import { readGrowthUnit, readMarginUnit, type FigureUnit } from "./figureUnits";
import { FIELD_LABELS } from "./fieldLabels";
import { recogniseHeader, type Field, type RecognisedHeader } from "./headers";

/** What the list's headers seem to mean, for the user to confirm or correct. Nothing is used before that. */
export interface ColumnProposal {
  readonly lines: readonly ColumnLine[];
  /** Where more than one column could be meant, or a unit had to be concluded from the figures. */
  readonly remarks: readonly string[];
}

interface Candidate extends RecognisedHeader {
  readonly header: string;
  readonly column: number;
}

/**
 * @param headers of the list, in their order
 * @param sample the first rows of accounts, in all columns of the list
 * @param headerRow and the list's first column on the sheet, for addresses in remarks
 */
export function proposeColumns(headers: readonly string[], sample: CellBlock, headerRow: number): ColumnProposal {
  const remarks: string[] = [];
  const byField = new Map<Field, Candidate[]>();
  headers.forEach((header, i) => {
    const recognised = recogniseHeader(header);
    if (!recognised) return;
    const candidate = { ...recognised, header, column: sample.column + i };
    byField.set(recognised.field, [...(byField.get(recognised.field) ?? []), candidate]);
  });
  const lines = (Object.keys(FIELD_LABELS) as Field[]).flatMap((field) => {
    const candidates = byField.get(field) ?? [];
    const chosen = field === "revenue" ? yearly(candidates) : newest(candidates);
    const passedOver = candidates.filter((candidate) => !chosen.includes(candidate));
    if (passedOver.length > 0) {
      remarks.push(`${FIELD_LABELS[field]}: ${quoted(chosen)} ${chosen.length === 1 ? "is" : "are"} proposed; ${quoted(passedOver)} could be meant as well.`);
    }
    return chosen.map((candidate): ColumnLine => {
      const unit = unitOf(candidate, sample, headerRow, remarks);
      return { meaning: field, column: candidate.header, ...(unit === undefined ? {} : { unit }) };
    });
  });
  return { lines, remarks };
}

/** One column a year; a column without a year only where none has one. */
function yearly(candidates: readonly Candidate[]): Candidate[] {
  const years = new Map<number | undefined, Candidate>();
  for (const candidate of candidates) if (!years.has(candidate.year)) years.set(candidate.year, candidate);
  const undated = years.get(undefined);
  const dated = [...years.values()].filter(({ year }) => year !== undefined).sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  return dated.length > 0 ? dated : undated ? [undated] : [];
}

function newest(candidates: readonly Candidate[]): Candidate[] {
  const best = candidates.reduce<Candidate | undefined>((found, candidate) => (found && (found.year ?? Infinity) >= (candidate.year ?? Infinity) ? found : candidate), undefined);
  return best ? [best] : [];
}

function unitOf(candidate: Candidate, sample: CellBlock, headerRow: number, remarks: string[]): FigureUnit | undefined {
  if (candidate.field !== "margin" && candidate.field !== "growth") return undefined;
  const values = sample.values.map((row) => row[candidate.column - sample.column] ?? "");
  const { unit, remark } = (candidate.field === "margin" ? readMarginUnit : readGrowthUnit)(candidate, headerRow, values);
  if (remark) remarks.push(remark);
  return unit;
}

const quoted = (candidates: readonly Candidate[]) => candidates.map(({ header }) => `"${header}"`).join(", ");
