import { columnReference, escapeHeader, placeInList, plainText } from "../formulas/lookup";
import { gateIsBroken, gateText, type GateCells } from "../formulas/rules/gate";
import { rankOfRounded } from "../formulas/rules/rank";
import { countedWeight, missingNames, points, scoreOfPoints, type ScoredCriterion } from "../formulas/rules/score";
import { shareOfPoints } from "../formulas/rules/standing";
import { cappedPlace, placeByCutoffs, placeByPareto, placeWithBuffer, sumOfLarger, tierLabel } from "../formulas/rules/tier";
import { MODEL_SETTINGS, MODEL_TABLES } from "../model/model";
import { listHeader, pointsHeader, SCORECARD_HEADERS } from "../model/scorecardTable";
import { figureHeader, gateHeader, shareHeader, WORKING_HEADERS, type ScorecardColumn } from "./scorecardColumns";
import type { ScorecardInput } from "./scorecardInput";

/** The formulas of the scorecard's columns, the same in every row: they name columns, not cells. */
export class NativeColumns {
  private readonly criteria: readonly ScoredCriterion[];
  private readonly gates: readonly GateCells[];

  constructor(private readonly input: ScorecardInput) {
    const { layout, model } = input;
    this.criteria = model.criteria.map((criterion, i) => {
      const weight = layout.criteriaCell(i, "weight");
      const common = { weight, missing: { cell: layout.criteriaCell(i, "missing") }, averageShare: layout.criteriaCell(i, "average") };
      if (input.valueShares.has(i)) {
        // A share that is a value already counts as it is: on a scale from 0 to 1.
        const share = shareHeader(criterion.criterion);
        const yardsticks = { floor: "0", ceiling: "1", flat: "0.5", mean: "0", deviation: "0", count: "0" };
        return { ...common, figure: this.own(share), figures: this.ownColumn(share), scale: { word: "minmax" }, direction: { word: "higher" }, yardsticks };
      }
      const of = (column: Parameters<typeof layout.criteriaCell>[1]) => layout.criteriaCell(i, column);
      return {
        ...common,
        figure: this.figure(i),
        figures: this.figures(i),
        scale: { word: criterion.scale },
        direction: { cell: of("direction") },
        yardsticks: { floor: of("floor"), ceiling: of("ceiling"), flat: of("flat"), mean: of("mean"), deviation: of("deviation"), count: of("count") },
      };
    });
    this.gates = model.gates.map(({ test, limit }, i) => ({
      value: this.gateValue(input.gateColumns[i]?.header as string),
      name: layout.gateCell(i, "column"),
      test: { word: test },
      limit: layout.gateCell(i, "limit"),
      limitKind: typeof limit === "string" ? "text" : "number",
    }));
  }

  /** The criteria as the sheet of scales needs them. */
  get scored(): readonly ScoredCriterion[] {
    return this.criteria;
  }

  /** All figures of a criterion, blank where they do not count. */
  figures(criterion: number): string {
    const { inList, model } = this.input;
    return inList ? this.listColumn(this.input.criteriaColumns[criterion]?.header as string) : this.ownColumn(figureHeader(model.criteria[criterion]?.criterion as string));
  }

  get scores(): string {
    return this.ownColumn(SCORECARD_HEADERS.score);
  }

  get tiers(): string {
    return this.ownColumn(SCORECARD_HEADERS.tier);
  }

  /** The formula of a column without `=`; undefined for columns that hold values. */
  formula(column: ScorecardColumn): string | undefined {
    switch (column.kind) {
      case "account":
        return this.whenListed(`${this.listCell(this.input.list.name.header)}&""`, '"(not in the list any more)"');
      case "score":
        return `IF(${this.counted}=0,"",${scoreOfPoints(this.pointCells, this.criteria.map(({ figure }) => figure), '""')})`;
      case "rank":
        return this.input.valueRanks ? undefined : rankOfRounded(this.score, this.scores);
      case "tier":
        return `IF(ISNUMBER(${this.score}),${tierLabel(this.place(), this.input.layout.tierRange("tier"))},IF(ISERROR(${this.score}),${this.score},""))`;
      case "gate":
        return this.gates.length === 0 ? '""' : this.whenListed(gateText(this.gates), '""');
      case "strongest":
      case "weakest":
        return this.extreme(column.kind);
      case "best":
        return `MAX(${this.standing("+", "-1").join(",")})`;
      case "worst":
        return `MIN(${this.standing("-", "9").join(",")})`;
      case "missing":
        return this.whenListed(missingNames(this.criteria.map(({ figure }, i) => ({ name: this.input.layout.criteriaCell(i, "criterion"), figure }))), '""');
      case "points":
        return `IF(${this.counted}=0,"",${points(this.criteria[column.criterion as number] as ScoredCriterion, this.counted)})`;
      case "note":
        return this.note();
      case "figure":
        return this.figureFormula(column.criterion as number);
      case "gateValue": {
        const cell = this.listCell(this.input.gateColumns[column.criterion as number]?.header as string);
        return this.whenListed(`IF(ISBLANK(${cell}),"",${cell})`, '""');
      }
      case "counted":
        return `IF(COUNT(${this.criteria.map(({ figure }) => figure).join(",")})=0,0,${countedWeight(this.criteria)})`;
      case "place":
        return placeInList(this.own(SCORECARD_HEADERS.key), this.input.list);
      case "larger":
        return `IF(ISNUMBER(${this.score}),${sumOfLarger(this.score, this.scores)},"")`;
      default:
        return undefined;
    }
  }

  /** The place of an account whose key stands in several rows of the list: the nth of them. */
  placeOfRepeated(key: string | number, nth: number): string {
    const { list } = this.input;
    const keys = columnReference(list, list.key);
    const own = this.own(SCORECARD_HEADERS.key);
    const nthOf = (same: string) => `SUMPRODUCT(LARGE(${same}*(ROW(${keys})-ROW(INDEX(${keys},1))+1),SUMPRODUCT(--${same})-${nth - 1}))`;
    // An error among the keys spoils every comparison with them; MATCH passes over it, but knows wildcards and short texts only.
    const matching = `ISNUMBER(MATCH(${typeof key === "string" ? plainText(keys) : keys},${own},0))`;
    return `IFERROR(${nthOf(`(${keys}=${own})`)},IFERROR(${nthOf(matching)},""))`;
  }

  private own(header: string): string {
    return `${this.input.table}[[#This Row],[${escapeHeader(this.headerOf(header))}]]`;
  }

  private ownColumn(header: string): string {
    return `${this.input.table}[${escapeHeader(this.headerOf(header))}]`;
  }

  private headerOf(header: string): string {
    return this.input.inList ? listHeader(header) : header;
  }

  private get score(): string {
    return this.own(SCORECARD_HEADERS.score);
  }

  private get counted(): string {
    return this.own(WORKING_HEADERS.counted);
  }

  private get pointCells(): readonly string[] {
    return this.input.model.criteria.map(({ criterion }) => this.own(pointsHeader(criterion)));
  }

  private figure(criterion: number): string {
    const { inList, model } = this.input;
    return inList ? this.listCell(this.input.criteriaColumns[criterion]?.header as string) : this.own(figureHeader(model.criteria[criterion]?.criterion as string));
  }

  /** The account's cell in the list, blank when it is blank. */
  private listCell(header: string): string {
    const { inList, table } = this.input;
    if (inList) return `${table}[[#This Row],[${escapeHeader(header)}]]`;
    return `INDEX(${this.listColumn(header)},${this.own(WORKING_HEADERS.place)})`;
  }

  private listColumn(header: string): string {
    const { list, criteriaColumns, gateColumns } = this.input;
    const found = [...criteriaColumns, ...gateColumns, list.name, list.key].find((column) => column.header === header);
    return columnReference(list, found ?? list.key);
  }

  private whenListed(formula: string, otherwise: string): string {
    return this.input.inList ? formula : `IF(${this.own(WORKING_HEADERS.place)}="",${otherwise},${formula})`;
  }

  /** Cells that are no figure keep the whole account out of all scales, as they do in the functions. */
  private note(): string {
    const complaints = this.input.criteriaColumns.map(({ header }, i) => {
      const cell = this.listCell(header);
      return `IF(OR(ISNUMBER(${cell}),ISLOGICAL(${cell}),IFERROR(TRIM(${cell})="",FALSE)),"","; "&${this.input.layout.criteriaCell(i, "column")}&" is not a number")`;
    });
    return this.whenListed(`MID(${complaints.join("&")},3,500)`, '"not in the list any more"');
  }

  private figureFormula(criterion: number): string {
    const cell = this.listCell(this.input.criteriaColumns[criterion]?.header as string);
    const own = `IF(ISNUMBER(${cell}),${cell},IF(ISLOGICAL(${cell}),N(${cell}),""))`;
    return `IF(${this.own(WORKING_HEADERS.note)}<>"","",${own})`;
  }

  /** The account's value for a gate: one cell, because LibreOffice's N() takes nothing else. */
  private gateValue(header: string): string {
    return this.input.inList ? this.listCell(header) : this.own(gateHeader(header));
  }

  /**
   * For each criterion its share 0..1 to 12 decimals, with the number of lighter criteria in the decimals below, so that
   * among equal shares the heavier one is named; `without` where it does not compete. One number each: LibreOffice does
   * not take the lists that would say this in one formula.
   */
  private standing(better: "+" | "-", without: string): string[] {
    return this.criteria.map(({ figure, weight }, i) => {
      const share = shareOfPoints(`N(${this.pointCells[i]})`, this.counted, weight);
      return `IF(AND(ISNUMBER(${figure}),${weight}>0),ROUND(${share},12)${better}${this.input.layout.criteriaCell(i, "lighter")},${without})`;
    });
  }

  /** The name of the criterion with the best (worst) share, the first of equals; "" where none competes. */
  private extreme(which: "strongest" | "weakest"): string {
    const isStrongest = which === "strongest";
    const wanted = this.own(isStrongest ? WORKING_HEADERS.best : WORKING_HEADERS.worst);
    const shares = this.standing(isStrongest ? "+" : "-", isStrongest ? "-1" : "9");
    const named = shares.reduceRight((rest, share, i) => `IF(${share}=${wanted},${this.input.layout.criteriaCell(i, "criterion")},${rest})`, '""');
    return `IF(OR(${this.counted}=0,${wanted}<-0.5,${wanted}>8),"",${named})`;
  }

  private place(): string {
    const { layout, model, method, valueBounds, buffer } = this.input;
    const labels = layout.tierRange("tier");
    if (model.tiers.length === 1) return "1";
    const gates = this.gates.map((gate, i) => ({ broken: gateIsBroken(gate), best: layout.gateCell(i, "best") }));
    return cappedPlace(this.ungatedPlace(method === "pareto" && !valueBounds, buffer), labels, gates);
  }

  private ungatedPlace(byPareto: boolean, withBuffer: boolean): string {
    const { layout, model } = this.input;
    const limits = layout.tierRange("bound", true);
    if (byPareto) return placeByPareto(this.score, layout.tierRange("from", true), this.own(WORKING_HEADERS.larger), layout.tierCell(model.tiers.length - 1, "end"));
    if (!withBuffer) return placeByCutoffs(this.score, limits);
    return placeWithBuffer(this.score, { labels: layout.tierRange("tier"), limits }, this.own(WORKING_HEADERS.before), settingValue(MODEL_SETTINGS.buffer));
  }
}

/** A setting by the words beside it. */
export const settingValue = (name: string): string => `INDEX(${MODEL_TABLES.settings}[Value],MATCH("${name}",${MODEL_TABLES.settings}[Setting],0))`;
