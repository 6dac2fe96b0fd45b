import { byFigure, isMissing, textConstant } from "../rules/figure";
import { countFrom, placeByCutoffs, placeByPareto, placeWithBuffer, positiveTotal, quotaEnd, quotaSize, sumOfLarger, tierLabel, tierOf } from "../rules/tier";
import { CallArguments, checkEffort, guarded, refusedShape, vectorOf, type NativeResult, type Vector } from "./callArguments";
import { NoTwin } from "./noTwin";
import type { Operand } from "./operand";

/** More tiers than this make the formula of the last quota longer than Excel takes. */
const MAX_QUOTAS = 4;

interface Labels {
  readonly whole: string;
  /** What must hold of labels in cells: all there, no two alike. */
  readonly condition: string;
}

/** Labels best first; A, B, C, … where left out. */
function labelsOf(args: CallArguments, place: number, count: number): Labels {
  const labels = args.vector(place, "labels", count);
  if (labels === undefined) return { whole: `{${Array.from({ length: count }, (_, i) => textConstant(String.fromCharCode(65 + i))).join(",")}}`, condition: "" };
  const { constants } = labels;
  const whole = labels.whole();
  if (constants === undefined) {
    const cells = Array.from({ length: count }, (_, i) => `TRIM(${labels.at(i)})`);
    // One by one, because COUNTIF would take * and ? in a label for any characters.
    const unlike = cells.flatMap((cell, i) => [`${cell}<>""`, ...cells.slice(i + 1).map((other) => `${cell}<>${other}`)]);
    return { whole, condition: unlike.join(",") };
  }
  const words = constants.map((label) => String(label).trim().toLowerCase());
  if (words.includes("") || new Set(words).size < count) throw new NoTwin("a label is blank or there twice, which the function refuses");
  return { whole, condition: "" };
}

/** Numbers that say where tiers end: all there, and each as `rule` says (TRUE where it holds). */
function limitsOf(operand: Operand, name: string, rule: (limit: string, before: string | undefined) => string, holds: (limit: number, before: number | undefined) => boolean): { readonly limits: Vector; readonly condition: string } {
  const limits = vectorOf(operand, name);
  const { constants, count } = limits;
  if (constants !== undefined) {
    const numbers = constants.map((one) => (typeof one === "number" ? one : NaN));
    if (numbers.some((number, i) => Number.isNaN(number) || !holds(number, numbers[i - 1]))) throw new NoTwin(`${name} holds what the function refuses`);
    return { limits, condition: "" };
  }
  const rules = Array.from({ length: count }, (_, i) => rule(limits.at(i), i === 0 ? undefined : limits.at(i - 1))).filter((one) => one !== "");
  return { limits, condition: [`COUNT(${limits.whole()})=${count}`, ...rules].join(",") };
}

function scoresOf(args: CallArguments, name: string): Operand {
  const scores = args.get(0, name);
  if (scores.columnCount !== 1) throw refusedShape(name);
  return scores;
}

export function tierTwin(args: CallArguments): NativeResult {
  const scores = scoresOf(args, "scores");
  const { limits, condition } = limitsOf(args.get(1, "cutoffs"), "cutoffs", () => "", () => true);
  const labels = labelsOf(args, 2, limits.count + 1);
  const previous = args.has(3) ? args.column(3, "previous", scores.rowCount) : undefined;
  const buffer = args.scalar(4, "buffer", "0");
  const bufferRule = buffer === "0" ? "" : `OR(${isMissing(buffer)},ISNUMBER(${buffer})),N(${buffer})>=0`;
  const cells = { labels: labels.whole, limits: limits.whole() };
  const at = (r: number) => {
    const score = scores.at(r, 0);
    const place = previous === undefined || buffer === "0" ? placeByCutoffs(score, cells.limits) : placeWithBuffer(score, cells, previous(r), `N(${buffer})`);
    return guarded([condition, labels.condition, bufferRule], tierOf(score, place, cells.labels));
  };
  return { rowCount: scores.rowCount, columnCount: 1, at };
}

export function quotaTwin(args: CallArguments): NativeResult {
  const scores = scoresOf(args, "scores");
  const { limits, condition } = limitsOf(
    args.get(1, "quotas"),
    "quotas",
    (quota) => `${quota}>=0,OR(${quota}<=1,${quota}=INT(${quota}))`,
    (quota) => quota >= 0 && (quota <= 1 || Number.isInteger(quota)),
  );
  if (limits.count > MAX_QUOTAS) throw new NoTwin(`more than ${MAX_QUOTAS} quotas make a formula that is too long`);
  const labels = labelsOf(args, 2, limits.count + 1);
  checkEffort(scores.rowCount, scores.rowCount * 4 ** (limits.count - 1));
  const all = scores.whole();
  const at = (r: number) => {
    const score = scores.at(r, 0);
    // From the best tier down: what the tiers above have taken leaves room for the quota of this one.
    const place = (tier: number, taken: string): string => {
      if (tier === limits.count) return String(limits.count + 1);
      const room = taken === "0" ? quotaSize(limits.at(tier), all) : `${taken}+${quotaSize(limits.at(tier), all)}`;
      const below = tier + 1 === limits.count ? String(limits.count + 1) : place(tier + 1, quotaEnd(taken, limits.at(tier), all));
      return `IF(${countFrom(score, all)}<=${room},${tier + 1},${below})`;
    };
    return guarded([condition, labels.condition], tierOf(score, place(0, "0"), labels.whole));
  };
  return { rowCount: scores.rowCount, columnCount: 1, at };
}

export function paretoTwin(args: CallArguments): NativeResult {
  const values = scoresOf(args, "values");
  const { limits, condition } = args.has(1)
    ? limitsOf(
        args.get(1, "shares"),
        "shares",
        (share, before) => `${share}>0,${share}<=1${before === undefined ? "" : `,${share}>=${before}`}`,
        (share, before) => share > 0 && share <= 1 && (before === undefined || share >= before),
      )
    : { limits: { count: 2, whole: () => "{0.8,0.95}" }, condition: "" };
  const labels = labelsOf(args, 2, limits.count + 1);
  const boundary = args.fixedWord(3, "boundary", ["before", "after"] as const, "before");
  checkEffort(values.rowCount, values.rowCount * 2);
  const [all, shares] = [values.whole(), limits.whole()];
  const at = (r: number) => {
    const value = values.at(r, 0);
    const larger = sumOfLarger(value, all);
    const total = positiveTotal(all);
    const place = boundary === "before" ? placeByPareto(value, shares, larger, total) : placeAfter(value, shares, larger, total, values.part(0, 0, r + 1, 1), limits.count);
    return guarded([condition, labels.condition], byFigure(value, tierLabel(place, labels.whole), '""'));
  };
  return { rowCount: values.rowCount, columnCount: 1, at };
}

/** With the account itself counted in; equal values are taken in their order, which `upTo` (its column up to it) tells. */
function placeAfter(value: string, shares: string, larger: string, total: string, upTo: string, count: number): string {
  const withItself = `${larger}+${value}*SUMPRODUCT(ISNUMBER(${upTo})*(${upTo}=${value}))`;
  return `IF(${value}>0,1+SUMPRODUCT(--((${shares}+1E-9)*${total}<${withItself})),${count + 1})`;
}
