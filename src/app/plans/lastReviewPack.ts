import { isBlank, type CellValue } from "../../sheets/cellValue";
import { PACK_DAY_NAME, PACK_FIGURES_NAME } from "../../sheets/plan/planNames";
import type { ReviewPackPlan, SinceLastPack } from "../../sheets/plan/reviewPackSheet";
import type { SheetSummary } from "../workbook";
import { planKeyText } from "./planSheets";
import type { PlanStore } from "./planStore";

/** A change in a figure that is more than rounding. */
const LEAST_CHANGE = 1e-6;

/** What has changed since the latest review pack of an earlier day; undefined when there is none. */
export async function sinceLastPack(store: PlanStore, sheets: readonly SheetSummary[], plans: readonly ReviewPackPlan[], today: number): Promise<SinceLastPack | undefined> {
  const others = sheets.filter((sheet) => sheet.keyCell === undefined).map(({ id }) => id);
  const found = await store.namedCells(others, [PACK_DAY_NAME, PACK_FIGURES_NAME]);
  const packs = found.flatMap((names, i) => {
    const [day, figures] = [names.get(PACK_DAY_NAME), names.get(PACK_FIGURES_NAME)];
    return day && figures ? [{ id: others[i] as string, day, figures }] : [];
  });
  const days = await store.values(packs.map(({ id, day }) => ({ id, area: day })));
  const dated = packs.flatMap((pack, i) => {
    const day = days[i]?.[0]?.[0];
    return typeof day === "number" && day < today ? [{ ...pack, day }] : [];
  });
  const last = [...dated].sort((a, b) => a.day - b.day).at(-1);
  if (!last) return undefined;
  const [table = []] = await store.values([{ id: last.id, area: last.figures }]);
  return compare(table, plans, last.day);
}

function compare(table: readonly (readonly CellValue[])[], plans: readonly ReviewPackPlan[], day: number): SinceLastPack {
  const heads = (table[0] ?? []).map(String);
  const lines = new Map(table.slice(1).flatMap((line) => (typeof line[0] === "number" || (typeof line[0] === "string" && line[0] !== "") ? [[planKeyText(line[0]), line] as const] : [])));
  const keys = new Set(plans.map(({ key }) => planKeyText(key)));
  return {
    day,
    changes: plans.flatMap((plan) => {
      const line = lines.get(planKeyText(plan.key));
      return [...plan.figures].flatMap(([figure, now]) => {
        const column = heads.indexOf(figure);
        if (!line || column < 0) return []; // that pack did not know it
        const before = line[column] ?? "";
        return hasChanged(before, now) ? [{ plan, figure, before, now }] : [];
      });
    }),
    made: plans.filter(({ key }) => !lines.has(planKeyText(key))),
    gone: [...lines].flatMap(([key, line]) => (keys.has(key) ? [] : [String(line[1] ?? line[0])])),
  };
}

function hasChanged(before: CellValue, now: CellValue): boolean {
  if (typeof before === "number" && typeof now === "number") return Math.abs(now - before) > LEAST_CHANGE * Math.max(1, Math.abs(before));
  return isBlank(before) ? !isBlank(now) : String(before) !== String(now);
}
