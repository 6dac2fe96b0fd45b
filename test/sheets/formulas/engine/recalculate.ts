import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** A cell as a test writes it: a text that starts with `=` is a formula, null an empty cell. */
export type Cell = number | string | boolean | null;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** The same sheets with the results of their formulas, by an engine that was not written here; errors are their texts. */
export function recalculate(sheets: readonly Sheet[]): Cell[][][] {
  const output = execFileSync(process.execPath, [join(__dirname, "univerEngine.mjs")], { input: JSON.stringify({ sheets }), maxBuffer: 1 << 30 });
  return JSON.parse(output.toString("utf8")) as Cell[][][];
}
