import type { Area, Computed } from "../spreadsheet";
import { joinRuns, runsOf } from "../runs";

/** Results of one run of the engine by sheet, row and column. */
export type Results = Readonly<Record<string, Rows | null | undefined>>;
type Rows = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What runs of the engine have computed; areas are made only for whoever asks. */
export function computedIn(results: readonly Results[]): Computed {
  const parts = (sheetId: string) => results.flatMap((result): readonly Rows[] => (result[sheetId] ? [result[sheetId]] : []));
  const areas = (sheetId: string): readonly Area[] => {
    const rows = new Map<number, Set<number>>();
    for (const part of parts(sheetId)) {
      for (const [row, cells] of Object.entries(part)) {
        const columns = rows.get(Number(row)) ?? new Set();
        for (const column of Object.keys(cells)) columns.add(Number(column));
        rows.set(Number(row), columns);
      }
    }
    const inOrder = [...rows].sort(([a], [b]) => a - b).map(([row, columns]) => runsOf(row, [...columns].sort((a, b) => a - b)));
    return joinRuns(inOrder).map((run) => ({ ...run, sheetId }));
  };
  const sheetIds = [...new Set(results.flatMap((result) => Object.keys(result)))].filter((sheetId) => parts(sheetId).some((part) => Object.values(part).some((cells) => Object.keys(cells).length > 0)));
  return { sheetIds, areas };
}
