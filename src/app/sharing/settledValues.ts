import { isPending } from "./changes";
import { readWhole, type Cells } from "./readWhole";
import type { SheetArea } from "./sharingBook";
import type { SharingTools } from "./shareWorkbook";

/** Looks at results taken before functions were ready; then it is said that they are not. */
const MOST_PAUSES = 40;

/** Results of areas once no function among them is being calculated, or as they are after some patience. */
export async function settledValues({ book, pause }: Pick<SharingTools, "book" | "pause">, areas: readonly SheetArea[], signal: AbortSignal): Promise<Cells[]> {
  for (let pauses = 0; ; pauses++) {
    const values: Cells[] = [];
    await readWhole(book, "values", areas, signal, (cells) => values.push(cells));
    if (pauses === MOST_PAUSES || !values.some((cells) => cells.some((line) => line.some(isPending)))) return values;
    await pause();
  }
}
