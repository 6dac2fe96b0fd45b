import { kamNamesIn } from "../../sheets/formulas/kamNames";
import { nativeFormulasOf } from "../../sheets/formulas/twins/twin";
import type { BookAreas } from "./bookAreas";
import type { Replace } from "./changes";

/** The native formulas that stand for a cell's formula, where there are some; parts of it that need no add-in stay. */
export function replacements(areas: BookAreas): Replace {
  return (cell) => {
    const { formula, spill, row, column } = cell;
    const native = nativeFormulasOf(formula, { anchor: { row, column }, spill: spill ?? { rowCount: 1, columnCount: 1 }, areaOf: (reference) => areas.find(reference, cell) });
    if (native.kind === "none") return { kind: "values", why: native.reason.charAt(0).toUpperCase() + native.reason.slice(1) };
    const [left] = native.formulas.flat().flatMap(kamNamesIn);
    return left ? { kind: "values", why: `KAM.${left.name} is not a function of this version of KAM Planner` } : native;
  };
}
