import type { Replace } from "./changes";

/** The native formulas of a cell with KAM functions, where there are some. */
export const replacementFor: Replace = () => ({ kind: "values", why: "There is no native formula that says the same" });
