import type { Choice } from "../rules/choice";
import { byFigure, isMissing, numberText } from "../rules/figure";
import { gateText, type GateCells, type GateTest } from "../rules/gate";
import { rank } from "../rules/rank";
import { countedWeight, points, score, type ScoredCriterion } from "../rules/score";
import { averageShare, share, yardsticksOf, type CriterionCells } from "../rules/share";
import { CallArguments, checkEffort, guarded, refusedShape, vectorOf, wordIn, type NativeResult, type Vector } from "./callArguments";
import { NoTwin } from "./noTwin";
import type { Operand } from "./operand";

const SCALES = ["minmax", "percentile", "zscore"] as const;
const DIRECTIONS = ["higher", "lower", "1", "-1"] as const;
const MISSING = ["skip", "worst", "average", "error"] as const;

/** Where the optional arguments of a function with figures stand. */
interface FigurePlaces {
  readonly directions?: number;
  readonly floors?: number;
  readonly ceilings?: number;
}

/** The figures of a call and what must hold of its vectors. */
interface Figures {
  readonly values: Operand;
  readonly criteria: readonly Omit<CriterionCells, "scale">[];
  readonly conditions: readonly string[];
}

function readFigures(args: CallArguments, places: FigurePlaces): Figures {
  const values = args.get(0, "values");
  const { rowCount: n, columnCount: m } = values;
  const vector = (place: number | undefined, name: string) => (place === undefined ? undefined : args.vector(place, name, m, true));
  const directions = vector(places.directions, "directions");
  const floors = vector(places.floors, "floors");
  const ceilings = vector(places.ceilings, "ceilings");
  const criteria = Array.from({ length: m }, (_, c) => ({
    figures: values.part(0, c, n, 1),
    direction: directionAt(directions, c),
    ...anchorAt("floor", floors, c),
    ...anchorAt("ceiling", ceilings, c),
  }));
  const apart = floors === undefined || ceilings === undefined ? [] : anchorsAreApart(floors, ceilings, criteria);
  return { values, criteria, conditions: [directionsAreKnown(directions), anchorsAreNumbers(floors), anchorsAreNumbers(ceilings), ...apart] };
}

function directionAt(directions: Vector | undefined, c: number): Choice<"higher" | "lower"> {
  if (directions === undefined) return { word: "higher" };
  const choice = wordIn(directions.constants?.[c], directions.at(c), "a direction", DIRECTIONS, "higher");
  return "cell" in choice ? choice : { word: choice.word === "lower" || choice.word === "-1" ? "lower" : "higher" };
}

const directionsAreKnown = (directions: Vector | undefined): string =>
  directions === undefined || directions.constants
    ? ""
    : `SUMPRODUCT(${["", "higher", "lower", "1", "-1"].map((word) => `(TRIM(${directions.whole()})="${word}")`).join("+")})=${directions.length}`;

function anchorAt(name: "floor" | "ceiling", anchors: Vector | undefined, c: number): { readonly floor?: string; readonly ceiling?: string } {
  if (anchors === undefined) return {};
  const constant = anchors.constants?.[c];
  if (constant === undefined) return { [name]: anchors.at(c) };
  if (constant === "") return {};
  if (typeof constant === "string") throw new NoTwin(`a ${name} is "${constant}", which the function refuses`);
  return { [name]: String(constant) };
}

const anchorsAreNumbers = (anchors: Vector | undefined): string =>
  anchors === undefined || anchors.constants ? "" : `SUMPRODUCT(ISNUMBER(${anchors.whole()})+(TRIM(${anchors.whole()})=""))=${anchors.length}`;

function anchorsAreApart(floors: Vector, ceilings: Vector, criteria: readonly { readonly floor?: string; readonly ceiling?: string }[]): string[] {
  const [low, high] = [floors.whole(), ceilings.whole()];
  const alike = floors.isRow === ceilings.isRow && floors.length === ceilings.length;
  if (alike && !floors.constants && !ceilings.constants) return [`SUMPRODUCT(ISNUMBER(${low})*ISNUMBER(${high})*(${low}>=${high}))=0`];
  return criteria.map(({ floor, ceiling }) => (floor === undefined || ceiling === undefined ? "" : areApart(floor, ceiling)));
}

function areApart(floor: string, ceiling: string): string {
  const [low, high] = [Number(floor), Number(ceiling)];
  if (low < high) return "";
  if (low >= high) throw new NoTwin("a floor is not below its ceiling, which the function refuses");
  return `NOT(AND(ISNUMBER(${floor}),ISNUMBER(${ceiling}),${floor}>=${ceiling}))`;
}

/** One weight per criterion: numbers from 0 up, not all of them 0. */
export function weightsOf(args: CallArguments, place: number, count: number): { readonly weights: Vector; readonly condition: string } {
  const weights = vectorOf(args.get(place, "weights"), "weights", count);
  const { constants } = weights;
  if (constants === undefined) {
    const all = weights.whole();
    return { weights, condition: `COUNT(${all})=${count},MIN(${all})>=0,MAX(${all})>0` };
  }
  if (constants.some((weight) => typeof weight !== "number" || weight < 0) || constants.every((weight) => weight === 0)) {
    throw new NoTwin("the weights are not numbers from 0 up, which the function refuses");
  }
  return { weights, condition: "" };
}

function scoredRows(args: CallArguments): { readonly row: (row: number) => ScoredCriterion[]; readonly figures: Figures; readonly conditions: readonly string[] } {
  const figures = readFigures(args, { directions: 2, floors: 5, ceilings: 6 });
  const { values, criteria } = figures;
  const scale = args.word(3, "scale", SCALES, "minmax");
  const missing = args.word(4, "missing", MISSING, "skip");
  const { weights, condition } = weightsOf(args, 1, values.columnCount);
  checkEffort(values.rowCount * values.columnCount, values.rowCount);
  const needsAverage = "cell" in missing || missing.word === "average";
  const row = (r: number) =>
    criteria.map((criterion, c): ScoredCriterion => {
      const scaled = { ...criterion, scale };
      return { ...scaled, figure: values.at(r, c), weight: weights.at(c), missing, ...(needsAverage ? { averageShare: averageShare(scaled) } : {}) };
    });
  return { row, figures, conditions: [...figures.conditions, condition] };
}

export function scoreTwin(args: CallArguments): NativeResult {
  const { row, figures, conditions } = scoredRows(args);
  return { rowCount: figures.values.rowCount, columnCount: 1, at: (r) => guarded(conditions, score(row(r))) };
}

export function contributionsTwin(args: CallArguments): NativeResult {
  const { row, figures, conditions } = scoredRows(args);
  const { rowCount, columnCount } = figures.values;
  // A figure that is none spoils the whole row, as in the function.
  const own = (r: number) => Array.from({ length: columnCount }, (_, c) => figures.values.at(r, c));
  const refusesMissing = (criteria: readonly ScoredCriterion[]) => criteria.some(({ missing }) => "cell" in missing || missing.word === "error");
  return {
    rowCount,
    columnCount,
    at: (r, c) => {
      const criteria = row(r);
      const cells = own(r);
      const complete = `COUNT(${cells.join(",")})=${columnCount}`;
      const sound = cells.map((cell) => `OR(ISNUMBER(${cell}),${isMissing(cell)})`);
      const { missing } = criteria[c] as ScoredCriterion;
      const allThere = refusesMissing(criteria) ? ["word" in missing ? complete : `OR(${missing.cell}<>"error",${complete})`] : [];
      const answer = points(criteria[c] as ScoredCriterion, countedWeight(criteria));
      return guarded([...conditions, ...sound], `IF(COUNT(${cells.join(",")})=0,NA(),${guarded(allThere, answer)})`);
    },
  };
}

const NORMALIZATIONS = [...SCALES, "max", "sum", "vector"] as const;

export function normalizeTwin(args: CallArguments): NativeResult {
  const { values, criteria, conditions } = readFigures(args, { directions: 1, floors: 3, ceilings: 4 });
  const scale = args.fixedWord(2, "scale", NORMALIZATIONS, "minmax");
  const { rowCount, columnCount } = values;
  checkEffort(rowCount * columnCount, rowCount);
  return {
    rowCount,
    columnCount,
    at: (r, c) => {
      const cells = Array.from({ length: columnCount }, (_, other) => values.at(r, other)).filter((_, other) => other !== c);
      const sound = cells.map((cell) => `OR(ISNUMBER(${cell}),${isMissing(cell)})`);
      const criterion = criteria[c] as Omit<CriterionCells, "scale">;
      return guarded([...conditions, ...sound], byFigure(values.at(r, c), normalized(values.at(r, c), criterion, scale), '""'));
    },
  };
}

function normalized(figure: string, criterion: Omit<CriterionCells, "scale">, scale: (typeof NORMALIZATIONS)[number]): string {
  const { figures, direction } = criterion;
  if (scale === "minmax" || scale === "percentile") return share(figure, { ...criterion, scale: { word: scale } });
  if ("cell" in direction) throw new NoTwin("a direction is read from a cell; write higher or lower into the formula");
  const lower = direction.word === "lower";
  switch (scale) {
    case "zscore": {
      const { mean, deviation } = yardsticksOf(criterion);
      return `IF(${deviation}>0,${lower ? `(${mean}-${figure})` : `(${figure}-${mean})`}/${deviation},0)`;
    }
    case "max":
      return `IF(MAX(${figures})>0,${lower ? "1-" : ""}${figure}/MAX(${figures}),#VALUE!)`;
    case "sum":
      // HARMEAN is n / Σ(1/x).
      return lower ? `IF(MIN(${figures})>0,HARMEAN(${figures})/${figure}/COUNT(${figures}),#VALUE!)` : `IF(SUM(${figures})>0,${figure}/SUM(${figures}),#VALUE!)`;
    case "vector":
      return `${lower ? "1-" : ""}IF(SUMSQ(${figures})=0,0,${figure}/SQRT(SUMSQ(${figures})))`;
  }
}

export function topsisTwin(args: CallArguments): NativeResult {
  const { values, criteria, conditions } = readFigures(args, { directions: 2 });
  const scale = args.fixedWord(3, "normalization", ["vector", "minmax", "none"] as const, "vector");
  const { rowCount, columnCount } = values;
  const { weights, condition } = weightsOf(args, 1, columnCount);
  checkEffort(rowCount * columnCount, rowCount);
  const distance = (r: number, to: "best" | "worst") =>
    `SQRT(${criteria.map((criterion, c) => `IF(ISNUMBER(${values.at(r, c)}),(${weights.at(c)}*${topsisStep(values.at(r, c), criterion, scale, to)})^2,0)`).join("+")})`;
  return {
    rowCount,
    columnCount: 1,
    at: (r) => {
      const cells = Array.from({ length: columnCount }, (_, c) => values.at(r, c));
      const sound = cells.map((cell) => `OR(ISNUMBER(${cell}),${isMissing(cell)})`);
      const weight = cells.map((cell, c) => `${weights.at(c)}*ISNUMBER(${cell})`).join("+");
      const [toBest, toWorst] = [distance(r, "best"), distance(r, "worst")];
      return guarded([...conditions, condition, ...sound], `IF(${weight}=0,NA(),IF(${toBest}+${toWorst}=0,0.5,${toWorst}/(${toBest}+${toWorst})))`);
    },
  };
}

/** How far a figure lies from the best or worst of its criterion, in units of the criterion's length. */
function topsisStep(figure: string, { figures, direction }: Omit<CriterionCells, "scale">, scale: "vector" | "minmax" | "none", to: "best" | "worst"): string {
  if ("cell" in direction) throw new NoTwin("a direction is read from a cell; write higher or lower into the formula");
  const end = (direction.word === "higher") === (to === "best") ? `MAX(${figures})` : `MIN(${figures})`;
  const step = `(${figure}-${end})`;
  if (scale === "none") return step;
  if (scale === "minmax") return `IF(MAX(${figures})>MIN(${figures}),${step}/(MAX(${figures})-MIN(${figures})),0)`;
  return `IF(SUMSQ(${figures})=0,0,${step}/SQRT(SUMSQ(${figures})))`;
}

export function rateTwin(args: CallArguments): NativeResult {
  const values = args.get(0, "values");
  const breakpoints = vectorOf(args.get(1, "breakpoints"), "breakpoints");
  const { count } = breakpoints;
  const points = vectorOf(args.get(2, "points"), "points", count);
  const method = args.fixedWord(3, "method", ["step", "linear"] as const, "step");
  const [low, worth] = [breakpoints.whole(), points.whole()];
  const ascend = Array.from({ length: count - 1 }, (_, i) => `${breakpoints.at(i)}<${breakpoints.at(i + 1)}`);
  const conditions = [breakpoints.constants ? "" : `COUNT(${low})=${count}`, points.constants ? "" : `COUNT(${worth})=${count}`, ...(breakpoints.constants ? [] : ascend)];
  checkAscending(breakpoints.constants);
  const at = (r: number, c: number) => {
    const figure = values.at(r, c);
    const place = `MATCH(${figure},${low})`;
    const [x0, x1] = [`INDEX(${low},${place})`, `INDEX(${low},${place}+1)`];
    const [y0, y1] = [`INDEX(${worth},${place})`, `INDEX(${worth},${place}+1)`];
    const between = method === "step" ? `INDEX(${worth},${place})` : `${y0}+(${figure}-${x0})/(${x1}-${x0})*(${y1}-${y0})`;
    const last = count - 1;
    const inner = method === "step" ? between : `IF(${figure}>=${breakpoints.at(last)},${points.at(last)},${between})`;
    const others = Array.from({ length: values.columnCount }, (_, other) => values.at(r, other)).filter((_, other) => other !== c);
    const sound = others.map((cell) => `OR(ISNUMBER(${cell}),${isMissing(cell)})`);
    return guarded([...conditions, ...sound], byFigure(figure, `IF(${figure}<${breakpoints.at(0)},${points.at(0)},${inner})`, '""'));
  };
  return { rowCount: values.rowCount, columnCount: values.columnCount, at };
}

function checkAscending(constants: readonly (number | string)[] | undefined): void {
  if (constants === undefined) return;
  const numbers = constants.map((one) => (typeof one === "number" ? one : NaN));
  if (numbers.every((number, i) => i === 0 ? !Number.isNaN(number) : number > (numbers[i - 1] as number))) return;
  throw new NoTwin("the breakpoints do not ascend, which the function refuses");
}

export function rankTwin(args: CallArguments): NativeResult {
  const scores = args.get(0, "scores");
  if (scores.columnCount !== 1) throw refusedShape("scores");
  const ties = args.fixedWord(1, "ties", ["competition", "dense", "average"] as const, "competition");
  checkEffort(scores.rowCount, scores.rowCount * (ties === "dense" ? scores.rowCount : 1));
  return { rowCount: scores.rowCount, columnCount: 1, at: (r) => rank(scores.at(r, 0), scores.whole(), ties) };
}

const TESTS: readonly GateTest[] = [">=", ">", "<=", "<", "=", "<>", "filled"];

export function gateTwin(args: CallArguments): NativeResult {
  const values = args.get(0, "values");
  const { rowCount, columnCount } = values;
  const tests = vectorOf(args.get(1, "tests"), "tests", columnCount);
  const limits = vectorOf(args.get(2, "limits"), "limits", columnCount);
  const names = args.vector(3, "names", columnCount);
  const gates = Array.from({ length: columnCount }, (_, c): Omit<GateCells, "value"> => {
    const test = testAt(tests, c);
    return { name: nameAt(names, c), test, ...limitAt(limits, c, test) };
  });
  return { rowCount, columnCount: 1, at: (r) => gateText(gates.map((gate, c) => ({ ...gate, value: values.at(r, c) }))) };
}

function testAt(tests: Vector, c: number): Choice<GateTest> {
  const constant = tests.constants?.[c];
  if (constant === undefined) return { cell: tests.at(c) };
  const test = TESTS.find((one) => one === String(constant).trim().toLowerCase());
  if (test === undefined) throw new NoTwin(`a test is "${constant}", which the function refuses`);
  return { word: test };
}

function nameAt(names: Vector | undefined, c: number): string {
  const byDefault = `"column ${c + 1}"`;
  if (names === undefined || names.constants?.[c] === "") return byDefault;
  if (names.constants) return typeof names.constants[c] === "number" ? numberText(names.at(c)) : names.at(c);
  return `IF(${isMissing(names.at(c))},${byDefault},TRIM(${names.at(c)}))`;
}

function limitAt(limits: Vector, c: number, test: Choice<GateTest>): Pick<GateCells, "limit" | "limitKind"> {
  const constant = limits.constants?.[c];
  const limit = limits.at(c);
  if (constant === undefined) return { limit };
  const needsNumber = "word" in test && !["=", "<>", "filled"].includes(test.word);
  if (typeof constant === "string" && (needsNumber || (constant.trim() === "" && !("word" in test && test.word === "filled")))) {
    throw new NoTwin(`a limit is "${constant}", which the function refuses`);
  }
  return { limit, limitKind: typeof constant === "number" ? "number" : "text" };
}

