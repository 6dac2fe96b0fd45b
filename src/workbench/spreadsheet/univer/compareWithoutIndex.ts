import { CELL_INVERTED_INDEX_CACHE } from "@univerjs/engine-formula";

/**
 * The engine answers repeated comparisons of a cell from an index that takes "" and 0 for the same and a text "7" for
 * the number: the second `A1=""` is TRUE where A1 is 0. Without the index it compares the values themselves.
 */
export function compareWithoutIndex(): void {
  CELL_INVERTED_INDEX_CACHE.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });
  CELL_INVERTED_INDEX_CACHE.set = () => undefined;
  CELL_INVERTED_INDEX_CACHE.setContinueBuildingCache = () => undefined;
}
