import type { ModelComplaint, ModelLine } from "./modelCells";
import { cited } from "./modelCells";
import type { ModelReading } from "./readModel";

/** Headers a message lists before it says how many more there are. */
const LISTED_HEADERS = 12;

/**
 * Columns the model names and the list does not have, because they were renamed or deleted, or has twice. Each complaint
 * stands at the model's cell.
 * @param headers of the account list, in their order
 */
export function checkAgainstList(lines: ModelReading["lines"], headers: readonly string[]): readonly ModelComplaint[] {
  const counts = new Map<string, number>();
  for (const header of headers) counts.set(keyOf(header), (counts.get(keyOf(header)) ?? 0) + 1);
  const check = (line: ModelLine, header: string, column: string): readonly ModelComplaint[] => {
    const count = counts.get(keyOf(column)) ?? 0;
    if (column === "" || count === 1) return [];
    if (count > 1) return [line.complaint(header, `The account list has ${count} columns named ${cited(column)}.`, "Rename one of them in the list, so that the model can tell them apart.")];
    const near = nearest(column, headers);
    if (!near) return [line.complaint(header, `The account list has no column ${cited(column)}.`, `It has ${known(headers)}. Choose one of them, or rename the column back.`)];
    const complaint = line.complaint(header, `The account list has no column ${cited(column)}; ${cited(near)} is the most similar.`, "Take that one, choose another column, or rename the column back.");
    return [{ ...complaint, renamed: { from: column, to: near } }];
  };
  return [
    ...lines.criteria.flatMap((line) => check(line, "Column", line.text("Column") || line.text("Criterion"))),
    ...lines.gates.flatMap((line) => check(line, "Column", line.text("Column"))),
    ...lines.columns.flatMap((line) => check(line, "Column", line.text("Column"))),
  ];
}

const keyOf = (header: string) => header.trim().toLowerCase();

function known(headers: readonly string[]): string {
  const names = headers.filter((header) => header.trim() !== "").map(cited);
  const more = names.length - LISTED_HEADERS;
  return names.slice(0, LISTED_HEADERS).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** Words that both headers hold, or one header inside the other; a guess that is only shown, never used. */
function nearest(column: string, headers: readonly string[]): string | undefined {
  const words = (text: string) => new Set(keyOf(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ""));
  const wanted = words(column);
  let best: { header: string; share: number } | undefined;
  for (const header of headers) {
    const own = words(header);
    const both = [...wanted].filter((word) => own.has(word)).length;
    const share = both / Math.max(1, wanted.size + own.size - both);
    if (share > (best?.share ?? 0.2)) best = { header, share };
  }
  return best?.header;
}
