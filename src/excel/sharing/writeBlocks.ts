import type { CellWriting } from "../../app/sharing/sharingBook";
import type { ExcelRun } from "../excelRun";
import { rangeAt } from "./readBlocks";

/** Characters sent in one request; with their quotes and brackets well below the 5 MB Excel on the web takes. */
const CHARACTERS_PER_REQUEST = 1_500_000;

/** Enters contents block by block in as few requests as their length allows. */
export async function writeBlocks(run: ExcelRun, writings: readonly CellWriting[]): Promise<void> {
  for (const request of requestsFor(writings)) await run((context) => writeRequest(context, request));
}

async function writeRequest(context: Excel.RequestContext, request: readonly CellWriting[]): Promise<void> {
  context.application.suspendScreenUpdatingUntilNextSync();
  for (const writing of request) rangeAt(context, writing).formulas = writing.contents as unknown[][];
  await context.sync();
}

const rowLength = (row: CellWriting["contents"][number]): number => row.reduce<number>((sum, content) => sum + String(content ?? "").length + 8, 0);

function requestsFor(writings: readonly CellWriting[]): CellWriting[][] {
  const requests: CellWriting[][] = [];
  let room = 0;
  for (const part of writings.flatMap(parts)) {
    const length = part.contents.reduce((sum, row) => sum + rowLength(row), 0);
    const last = requests.at(-1);
    if (last && length <= room) last.push(part);
    else {
      requests.push([part]);
      room = CHARACTERS_PER_REQUEST;
    }
    room -= length;
  }
  return requests;
}

/** A block that is too long by itself, parted between rows. */
function parts(writing: CellWriting): CellWriting[] {
  const found: CellWriting[] = [];
  let rows: CellWriting["contents"][number][] = [];
  let length = 0;
  const close = (next: number) => {
    if (rows.length > 0) found.push({ ...writing, row: writing.row + next - rows.length, rowCount: rows.length, contents: rows });
    rows = [];
    length = 0;
  };
  writing.contents.forEach((row, i) => {
    if (length + rowLength(row) > CHARACTERS_PER_REQUEST) close(i);
    rows.push(row);
    length += rowLength(row);
  });
  close(writing.contents.length);
  return found;
}
