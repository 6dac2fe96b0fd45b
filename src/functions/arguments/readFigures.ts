import type { Matrix } from "../../core/numbers/matrix";
import type { RowErrors } from "../../core/rowErrors";
import { SCALES, type Direction, type Scaling } from "../../core/scoring/scaling";
import { isBlank } from "./cell";
import { readMatrix } from "./readMatrix";
import { readWord, wordIn } from "./readOption";
import { checkCount, readVector } from "./readVector";
import { cellsOf, isOmitted } from "./rowsOf";

export const DIRECTION_WORDS = ["higher", "lower", "1", "-1"] as const;

/** The arguments that SCORE and its relatives share, as Excel sends them. */
export interface FigureArguments {
  readonly values: unknown;
  readonly directions?: unknown;
  readonly scale?: unknown;
  readonly floors?: unknown;
  readonly ceilings?: unknown;
}

/** The figures of all accounts and how they become comparable. */
export interface Figures {
  readonly figures: Matrix;
  readonly scaling: Scaling;
}

/** Reads figures with their scale. A single direction, floor or ceiling stands for all criteria. */
export function readFigures(given: FigureArguments, errors: RowErrors): Figures {
  const figures = readMatrix(given.values, "values", errors);
  const scaling = {
    scale: readWord(given.scale, "scale", SCALES, "minmax"),
    directions: readDirections(given.directions, figures.columnCount),
    floors: readAnchors(given.floors, "floors", figures.columnCount),
    ceilings: readAnchors(given.ceilings, "ceilings", figures.columnCount),
  };
  return { figures, scaling };
}

/** One direction per criterion: 1 or higher (default), -1 or lower. */
export function readDirections(argument: unknown, count: number): Direction[] {
  if (isOmitted(argument)) return new Array<Direction>(count).fill(1);
  const directions = cellsOf(argument, "directions").map(({ cell }, i): Direction => {
    if (isBlank(cell)) return 1;
    const word = wordIn(cell, `direction ${i + 1}`, DIRECTION_WORDS);
    return word === "lower" || word === "-1" ? -1 : 1;
  });
  if (directions.length === 1) return new Array<Direction>(count).fill(directions[0]);
  checkCount(directions.length, "directions", count);
  return directions;
}

/** One floor or ceiling per criterion; NaN where it is blank and the present values decide. */
export function readAnchors(argument: unknown, name: string, count: number): Float64Array {
  if (isOmitted(argument)) return new Float64Array(count).fill(NaN);
  const anchors = readVector(argument, name);
  if (anchors.length === 1) return new Float64Array(count).fill(anchors[0]);
  checkCount(anchors.length, name, count);
  return anchors;
}
