import type { Region } from "./region";

/** Groups the wanted cells of a region into blocks: runs in a row, joined with the same run of the row above. */
export function blocksOf(region: Region, wanted: (row: number, column: number) => boolean): Region[] {
  const done: Region[] = [];
  let open: Region[] = [];
  for (let r = 0; r < region.rowCount; r++) {
    const runs: Region[] = [];
    for (let c = 0; c < region.columnCount; c++) {
      if (!wanted(r, c)) continue;
      const start = c;
      while (c + 1 < region.columnCount && wanted(r, c + 1)) c++;
      runs.push({ row: region.row + r, column: region.column + start, rowCount: 1, columnCount: c - start + 1 });
    }
    const next = runs.map((run) => {
      const above = open.find((block) => block.column === run.column && block.columnCount === run.columnCount);
      return above ? { ...above, rowCount: above.rowCount + 1 } : run;
    });
    done.push(...open.filter((block) => !next.some((one) => one.row === block.row && one.column === block.column && one.columnCount === block.columnCount && one.rowCount > 1)));
    open = next;
  }
  return [...done, ...open].sort((a, b) => a.row - b.row || a.column - b.column);
}
