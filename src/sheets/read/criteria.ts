import { isBlank, type CellBlock, type CellValue } from "../cellValue";
import type { AccountList, ListColumn } from "./accountList";
import { recogniseHeader, type Field } from "./headers";

/** A column of figures that accounts can be scored by. */
export interface CriterionCandidate {
  readonly column: ListColumn;
  /** Figures of this kind are better when lower (cost, days late). */
  readonly lowerIsBetter: boolean;
  /** Whether the header is one of the known spellings. */
  readonly isRecognised: boolean;
  readonly filledCount: number;
  /** Cells that hold something else than a figure; KAM.SCORE refuses those. */
  readonly notNumbers: number;
}

const LOWER_IS_BETTER: ReadonlySet<Field> = new Set(["costToServe", "daysLate"]);
/** Results of a scoring, not reasons for one. */
const NOT_CRITERIA: ReadonlySet<Field> = new Set(["key", "name", "tier", "score", "rank"]);

/**
 * The list's columns of figures: those where at least half of the filled cells are numbers.
 * @param block all columns of the list, header row included
 */
export function readCriteria(list: AccountList, block: CellBlock): CriterionCandidate[] {
  const [heads = [], ...rows] = block.values;
  return heads.flatMap((head, i) => {
    if (typeof head !== "string" || isBlank(head)) return [];
    const recognised = recogniseHeader(head);
    const column = block.column + i;
    if (column === list.key.column || (recognised && NOT_CRITERIA.has(recognised.field))) return [];
    const filled = rows.map((cells): CellValue => cells[i] ?? "").filter((value) => !isBlank(value));
    const numbers = filled.filter((value) => typeof value === "number");
    if (numbers.length === 0 || numbers.length * 2 < filled.length) return [];
    return [
      {
        column: { field: recognised?.field ?? "revenue", isShare: recognised?.isShare ?? false, header: head, column, ...(recognised?.year === undefined ? {} : { year: recognised.year }) },
        lowerIsBetter: recognised !== undefined && LOWER_IS_BETTER.has(recognised.field),
        isRecognised: recognised !== undefined,
        filledCount: numbers.length,
        notNumbers: filled.length - numbers.length,
      },
    ];
  });
}
