import type { Criterion, TierGate } from "../../core/portfolio/scorecard";
import { tierRule, type TierRule } from "../../core/portfolio/tierRule";
import type { GateValue } from "../../core/scoring/gate";
import { MODEL_SETTINGS, type Model } from "../../sheets/model/model";
import { Problem } from "../problems";
import { headerKey, type DataColumn, type PortfolioData } from "./portfolioData";

/** The model as the core takes it, its columns found in the list. */
export interface TieringRule {
  readonly criteria: readonly Criterion[];
  readonly columns: readonly DataColumn[];
  readonly labels: readonly string[];
  /** undefined: by capacity. */
  readonly rule: TierRule | undefined;
  readonly capacity: { readonly hours: Float64Array; readonly available: number; readonly eligibility: Float64Array | undefined };
  /** Score points an account keeps its tier beyond a cut-off. */
  readonly buffer: number;
  readonly gates: readonly TierGate[];
  readonly gateColumns: readonly DataColumn[];
}

const numberSetting = (model: Model, name: string): number => {
  const value = model.settings[name];
  return typeof value === "number" ? value : NaN;
};

export const hoursAvailable = (model: Model): number => numberSetting(model, MODEL_SETTINGS.hoursAvailable);
export const methodOf = (model: Model) => (model.settings[MODEL_SETTINGS.method] ?? "cutoff") as "cutoff" | "quota" | "pareto" | "natural" | "capacity";
export const bufferOf = (model: Model): number => (methodOf(model) === "cutoff" ? Math.max(0, numberSetting(model, MODEL_SETTINGS.buffer)) || 0 : 0);

/**
 * Finds what the model names in the list.
 * @throws Problem naming the criterion or gate whose column the list does not have, or what the tiers lack
 */
export function readRule(model: Model, data: PortfolioData): TieringRule {
  if (model.criteria.length === 0) throw new Problem("noCriteria", "The model has no criterion.", "Add at least one criterion (step 2), then try again.");
  const find = (column: string, who: string): DataColumn => {
    const found = data.columns.find(({ header }) => headerKey(header) === headerKey(column));
    if (found) return found;
    throw new Problem("columnGone", `${who} looks at the column "${column}", which the account list does not have.`, "Choose another column in the model, or give the list its column back, then try again.");
  };
  const labels = model.tiers.map(({ tier }) => tier);
  const method = methodOf(model);
  const froms = Float64Array.from(model.tiers, ({ from }) => from ?? NaN);
  const capacityFroms = froms.slice(0, -1);
  return {
    criteria: model.criteria.map(({ criterion, weight, direction, scale, floor, ceiling, missing }) => ({
      name: criterion,
      weight,
      direction: direction === "lower" ? -1 : 1,
      scale,
      floor: floor ?? NaN,
      ceiling: ceiling ?? NaN,
      missing,
    })),
    columns: model.criteria.map(({ criterion, column }) => find(column, `The criterion "${criterion}"`)),
    labels,
    rule: method === "capacity" ? undefined : tierRule(method, model.tiers.map(({ tier }, i) => ({ label: tier, from: froms[i] as number }))),
    capacity: {
      hours: Float64Array.from(model.tiers, ({ hoursPerAccount }) => hoursPerAccount ?? NaN),
      available: hoursAvailable(model),
      eligibility: capacityFroms.length > 0 && capacityFroms.every((from) => !Number.isNaN(from)) ? capacityFroms : undefined,
    },
    buffer: bufferOf(model),
    gates: model.gates.map(({ column, test, limit, bestTier }) => ({
      gate: { name: column, test, limit: limit ?? "" },
      bestTier: bestTier === undefined ? labels.length - 1 : Math.max(0, labels.findIndex((label) => headerKey(label) === headerKey(bestTier))),
    })),
    gateColumns: model.gates.map(({ column }) => find(column, "A gate")),
  };
}

/** What each account holds for each gate. */
export function gateValuesOf({ gates, gateColumns }: TieringRule, account: number): GateValue[] {
  return gates.map(({ gate }, i): GateValue => {
    const { texts, numbers } = gateColumns[i] as DataColumn;
    const takesText = gate.test === "filled" || typeof gate.limit === "string";
    return takesText && texts ? (texts[account] as string) : (numbers[account] as number);
  });
}
