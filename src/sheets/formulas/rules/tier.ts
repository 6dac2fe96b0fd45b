import { byFigure, countOf } from "./figure";

/** Tiers as references or array constants: labels best first, one limit for every tier but the last. */
export interface TierCells {
  readonly labels: string;
  readonly limits: string;
}

/** All cells of a column of a table but the last, for tier tables whose last line has no limit. The table needs two lines. */
export const allButLast = (column: string): string => `INDEX(${column},1):INDEX(${column},ROWS(${column})-1)`;

/** The label of a place, 1 = best. */
export const tierLabel = (place: string, labels: string): string => `INDEX(${labels},${place})`;

/** The place of a label in any case; the formula is #N/A for a blank or an unknown one. */
export const placeOfLabel = (label: string, labels: string): string => `MATCH(TRUE,INDEX(${labels}=TRIM(${label}),0),0)`;

/**
 * The place of a score by cut-offs in any order, 1 = best. A score on a cut-off is in, also where it is below it by the
 * rounding of double precision, as for KAM.TIER. `raisedBy` moves all cut-offs.
 */
export function placeByCutoffs(score: string, cutoffs: string, raisedBy = ""): string {
  return `1+SUMPRODUCT(--(${cutoffs}-ABS(${cutoffs})*1E-14${raisedBy}>${score}))`;
}

/**
 * As `placeByCutoffs`, but the tier before stands unless the score passes a cut-off by the buffer. A previous tier that is
 * blank or unknown is ignored.
 */
export function placeWithBuffer(score: string, { labels, limits }: TierCells, previous: string, buffer: string): string {
  const places = [placeOfLabel(previous, labels), placeByCutoffs(score, limits, `-${buffer}`), placeByCutoffs(score, limits, `+${buffer}`)];
  return `IFERROR(MEDIAN(${places.join(",")}),${placeByCutoffs(score, limits)})`;
}

/** How many accounts have a score: a tier's quota may be a share of them. */
const scored = (scores: string) => `COUNT(${scores})`;

/** How many accounts a quota allows: a number of accounts, or below 1 a share of all, rounded half up. */
export const quotaSize = (quota: string, scores: string): string => `IF(${quota}<1,INT(${quota}*${scored(scores)}+0.5+1E-9),${quota})`;

/**
 * How many accounts the tiers down to this one hold when the tiers above hold `taken`: at most its quota more, and equal
 * scores that do not all fit go down together. Belongs into a cell for each tier but the last.
 * @param taken the cell of the tier above; 0 for the first
 */
export function quotaEnd(taken: string, quota: string, scores: string): string {
  const size = quotaSize(quota, scores);
  const limit = taken === "0" ? size : `${taken}+${size}`;
  const last = `LARGE(${scores},${limit})`;
  return `IFERROR(IF(${countFrom(last, scores)}>${limit},${countOf(scores, `${scores}>${last}`)},${limit}),MIN(${limit},${scored(scores)}))`;
}

/** How many accounts have at least this score. */
export const countFrom = (score: string, scores: string): string => countOf(scores, `${scores}>=${score}`);

/**
 * The place of a score by quotas, 1 = best.
 * @param ends the cells of `quotaEnd`, a range or an array
 * @param from `countFrom` of the score, or a cell with it
 */
export const placeByQuotas = (ends: string, from: string): string => `1+SUMPRODUCT(--(${ends}<${from}))`;

/** Sum of all larger values. Reads the whole column: worth a column of its own, and 10,000 accounts are its limit. */
export const sumOfLarger = (value: string, values: string): string => `SUMPRODUCT(ISNUMBER(${values})*(${values}>${value}),${values})`;

/** Sum of all values above zero, which the shares of Pareto tiers are of. */
export const positiveTotal = (values: string): string => `SUMIF(${values},">0")`;

/**
 * The place of a value by cumulative shares of the total, 1 = best: the first class whose share is not yet reached by the
 * larger values. Values of zero and below are in the last class. As KAM.TIER.PARETO with the boundary `before`.
 * @param larger `sumOfLarger` of the value, or a cell with it
 * @param total a cell with `positiveTotal`
 */
export function placeByPareto(value: string, shares: string, larger: string, total: string): string {
  return `IF(${value}>0,1+SUMPRODUCT(--((${shares}-1E-9)*${total}<=${larger})),1+SUMPRODUCT(--(${shares}>-1)))`;
}

/** A tier is no better than the best one a broken gate allows. `best` may be blank: then it is the last. */
export function cappedPlace(place: string, labels: string, gates: readonly { readonly broken: string; readonly best: string }[]): string {
  if (gates.length === 0) return place;
  const caps = gates.map(({ broken, best }) => `IF(${broken},IFERROR(${placeOfLabel(best, labels)},COUNTA(${labels})),1)`);
  return `MAX(${[place, ...caps].join(",")})`;
}

/** The label where there is a score, "" where the score is blank. */
export const tierOf = (score: string, place: string, labels: string): string => byFigure(score, tierLabel(place, labels), '""');
