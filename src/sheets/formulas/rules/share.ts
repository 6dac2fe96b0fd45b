import { chosen, type Choice } from "./choice";
import { countOf } from "./figure";

/** One criterion as references: where its figures stand and how they become comparable. */
export interface CriterionCells {
  /** The figures of all accounts: a range of one column, `Accounts[Margin]` or `$B$2:$B$241`. */
  readonly figures: string;
  readonly scale: Choice<"minmax" | "percentile" | "zscore">;
  readonly direction: Choice<"higher" | "lower">;
  /** A cell, which may be blank, or a number; absent: the smallest present figure. */
  readonly floor?: string;
  /** A cell, which may be blank, or a number; absent: the largest present figure. */
  readonly ceiling?: string;
  /** Cells that hold the formulas of `yardsticksOf`; absent: they are part of the share's formula. */
  readonly yardsticks?: Yardsticks;
}

/**
 * What is the same for all accounts of a criterion. Worth cells of their own: inside the formula of each account they read
 * the whole column again, which takes n × n steps for n accounts.
 */
export interface Yardsticks {
  /** The figure that counts 0 with minmax. */
  readonly floor: string;
  /** The figure that counts 1 with minmax. */
  readonly ceiling: string;
  /** The share of every account where floor and ceiling leave no range: 0.5, or 0 at a fixed floor, 1 at a fixed ceiling. */
  readonly flat: string;
  readonly mean: string;
  /** Population standard deviation, exactly 0 where all figures are equal. */
  readonly deviation: string;
  readonly count: string;
}

/** The formulas (without `=`) of a criterion's yardsticks. A floor that is not below its ceiling makes `flat` #VALUE!. */
export function yardsticksOf({ figures, floor, ceiling }: Pick<CriterionCells, "figures" | "floor" | "ceiling">): Yardsticks {
  const lowest = `MIN(${figures})`;
  const highest = `MAX(${figures})`;
  return {
    floor: anchor(floor, lowest),
    ceiling: anchor(ceiling, highest),
    flat: whenGiven(floor, whenGiven(ceiling, "#VALUE!", "0"), whenGiven(ceiling, "1", "0.5")),
    mean: `AVERAGE(${figures})`,
    deviation: `IF(${lowest}=${highest},0,STDEV.P(${figures}))`,
    count: `COUNT(${figures})`,
  };
}

const isNumber = (text: string) => /^-?[\d.]+(E[-+]?\d+)?$/i.test(text);

function whenGiven(cell: string | undefined, given: string, otherwise: string): string {
  if (cell === undefined || given === otherwise) return otherwise;
  return isNumber(cell) ? given : `IF(ISNUMBER(${cell}),${given},${otherwise})`;
}

function anchor(cell: string | undefined, observed: string): string {
  return cell === undefined ? observed : whenGiven(cell, cell, observed);
}

/**
 * A figure on the criterion's scale from 0 (worst) to 1 (best), the same as KAM.SCORE takes. For a cell that holds a number.
 * @param figure the account's cell
 */
export function share(figure: string, criterion: CriterionCells): string {
  const { floor, ceiling, flat, mean, deviation, count } = criterion.yardsticks ?? yardsticksOf(criterion);
  const { figures, scale } = criterion;
  const upward = chosen(scale, "minmax", {
    minmax: `IF(${ceiling}>${floor},MAX(0,MIN(1,(${figure}-${group(floor)})/(${ceiling}-${group(floor)}))),${flat})`,
    percentile: `IF(${count}>1,(${countOf(figures, `(${figures}<${figure})+(${figures}=${figure})/2`)}-0.5)/(${count}-1),0.5)`,
    zscore: `IF(${group(deviation)}>0,NORM.S.DIST((${figure}-${mean})/${group(deviation)},TRUE),0.5)`,
  });
  return turned(upward, criterion.direction);
}

/** A negative number in brackets, so that a minus before it stays readable; any other text is one term already. */
const group = (term: string): string => (term.startsWith("-") ? `(${term})` : term);

/** 1 minus a share where lower is better: |1 - s| is 1 - s, |0 - s| is s. */
function turned(upward: string, direction: CriterionCells["direction"]): string {
  if ("word" in direction) return direction.word === "higher" ? upward : `(1-${upward})`;
  return `ABS(${isLower(direction.cell)}-${upward})`;
}

/** Whether a cell says that lower is better: `lower` or -1. */
export const isLower = (cell: string): string => `OR(${cell}="lower",${cell}&""="-1")`;

/**
 * Mean share of all accounts that have a figure, for criteria whose missing figures count the average. Belongs into a cell
 * of its own, as it reads the whole column.
 */
export function averageShare(criterion: CriterionCells): string {
  const { floor, ceiling, flat, mean, deviation, count } = criterion.yardsticks ?? yardsticksOf(criterion);
  const { figures, scale } = criterion;
  const within = `${figures},">"&${floor},${figures},"<"&${ceiling}`;
  const upward = chosen(scale, "minmax", {
    // Figures between the anchors count by their distance, those at or above the ceiling 1. A figure within rounding of an
    // anchor may be taken for either side, which changes nothing there.
    minmax: `IF(${ceiling}>${floor},((SUMIFS(${figures},${within})-${group(floor)}*COUNTIFS(${within}))/(${ceiling}-${group(floor)})+COUNTIF(${figures},">="&${ceiling}))/${count},${flat})`,
    percentile: "0.5",
    zscore: `IF(${group(deviation)}>0,SUMPRODUCT(ISNUMBER(${figures})*NORM.S.DIST((IF(ISNUMBER(${figures}),${figures},0)-${mean})/${group(deviation)},TRUE))/${count},0.5)`,
  });
  return turned(upward, criterion.direction);
}
