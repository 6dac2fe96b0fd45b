/**
 * Below an updated plan stands what people had typed where the new template has no place for it: a title, then one line
 * for each cell with its former address, the words that stood beside it, and what it held.
 */
export const KEPT_NAME = "KAM_Kept";
export const KEPT_TITLE = "Kept from the plan before the update";

/** Columns of a line, counted from A = 0. */
export const KEPT_COLUMNS = { from: 1, near: 2, content: 5 } as const;
