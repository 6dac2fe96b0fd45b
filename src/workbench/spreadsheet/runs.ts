/** Cells side by side, on one sheet. */
export interface Run {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Columns in ascending order as runs of a row. */
export function runsOf(row: number, columns: readonly number[]): Run[] {
  const runs: { row: number; column: number; rowCount: 1; columnCount: number }[] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last && last.column + last.columnCount === column) last.columnCount++;
    else runs.push({ row, column, rowCount: 1, columnCount: 1 });
  }
  return runs;
}

/** Joins each run with the same columns of the row right above it; rows in ascending order, blocks in reading order. */
export function joinRuns(rows: Iterable<readonly Run[]>): Run[] {
  const done: Run[] = [];
  let open: Run[] = [];
  for (const runs of rows) {
    const above = new Map(open.map((block) => [`${block.row + block.rowCount} ${block.column} ${block.columnCount}`, block]));
    const next: Run[] = [];
    for (const run of runs) {
      const key = `${run.row} ${run.column} ${run.columnCount}`;
      const block = above.get(key);
      above.delete(key);
      next.push(block ? { ...block, rowCount: block.rowCount + 1 } : run);
    }
    done.push(...above.values());
    open = next;
  }
  return [...done, ...open].sort((a, b) => a.row - b.row || a.column - b.column);
}
