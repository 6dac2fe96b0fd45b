import type { Area } from "../../../sheets/a1";
import { inputName, PLAN_INPUTS, type PlanInput } from "../../../sheets/plan/planNames";
import type { SheetContent } from "./sheetContent";

/** The areas of a plan people type in, as far as its names still tell. */
export const inputsOf = (sheet: SheetContent): Area[] => (Object.keys(PLAN_INPUTS) as PlanInput[]).flatMap((input) => sheet.names.get(inputName(input)) ?? []);

/** Whether a cell lies in one of the areas. */
export const holds = (areas: readonly (Area | undefined)[], row: number, column: number): boolean =>
  areas.some((area) => area && row >= area.row && row < area.row + area.rowCount && column >= area.column && column < area.column + area.columnCount);
