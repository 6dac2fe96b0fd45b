import { cellAddress } from "../a1";
import { columnReference, escapeHeader, placeIn, type ReferredColumn } from "../formulas/lookup";
import { setting } from "../formulas/settings";
import { pointsHeader, SCORECARD_HEADERS, SCORECARD_TABLE } from "../model/scorecardTable";
import type { FigureUnit } from "../read/figureUnits";
import { WORKING_HEADERS } from "../scorecard/scorecardColumns";
import type { StyleName } from "../styles";
import { PORTFOLIO_TABLE, type PortfolioInput } from "./portfolioInput";

/** A column of the table: its formula stands in every row. */
export interface PortfolioColumn {
  readonly header: string;
  readonly formula: string;
  readonly style: StyleName;
}

/** All cells of a column. */
export const column = (header: string): string => `${PORTFOLIO_TABLE}[${header}]`;
const own = (header: string): string => `${PORTFOLIO_TABLE}[[#This Row],[${header}]]`;
const scorecard = (header: string): string => `INDEX(${SCORECARD_TABLE}[${escapeHeader(header)}],${own("Line")})`;

/** Rounded to cents, so that equal amounts are equal to the last digit. */
const CENTS = 2;

/**
 * The table's columns: an account per row in the order of the scorecard, with its money from the list. Unknown stays "",
 * never 0.
 */
export function portfolioColumns(input: PortfolioInput): PortfolioColumn[] {
  const { list, layout } = input;
  const inList = (referred: ReferredColumn) => `INDEX(${columnReference(list, referred)},${own("List row")})`;
  const figure = (referred: ReferredColumn, then: (cell: string) => string) => `IF(${own("List row")}="","",IF(ISNUMBER(${inList(referred)}),${then(inList(referred))},""))`;
  const rank = (of: string) => `IF(ISNUMBER(${own(of)}),1+COUNTIF(${column(of)},">"&${own(of)}),"")`;
  const tierByRank = (place: string) => `IF(ISNUMBER(${own(place)}),MATCH(${own(place)},${layout.tiers.start},1),"")`;
  const cost = `${setting("programCost")}/${setting("accountsPerManager")}`;
  // Accounts listed once, in the order of their rank: equal ranks keep the order of the lines.
  const ordered = (place: string, when: string) => `IF(${when},${own(place)}+${own("Line")}/10^7,"")`;
  const knowsBoth = `AND(ISNUMBER(${own("Revenue class")}),ISNUMBER(${own("Profit class")}))`;
  const columns: readonly (readonly [header: string, formula: string, style: StyleName])[] = [
    ["Line", `ROW()-ROW(${PORTFOLIO_TABLE}[[#Headers],[Line]])`, "whole"],
    ["Account ID", scorecard(SCORECARD_HEADERS.key), "left"],
    ["Account", `${scorecard(SCORECARD_HEADERS.account)}&""`, "left"],
    ["Tier", `${scorecard(SCORECARD_HEADERS.tier)}&""`, "centered"],
    ["Place", `IF(ISNUMBER(${scorecard(SCORECARD_HEADERS.rank)}),${scorecard(SCORECARD_HEADERS.rank)}+${own("Line")}/10^7,"")`, "whole"],
    ["List row", listRow(input), "whole"],
    ["Revenue", figure(input.revenue, (cell) => `ROUND(${cell},${CENTS})`), "money"],
    ["Profit", profitFormula(input, inList), "money"],
    ["Margin", `IF(AND(ISNUMBER(${own("Profit")}),N(${own("Revenue")})>0),${own("Profit")}/${own("Revenue")},${setting("netMargin")})`, "percent"],
    ["Break-even growth", `IF(AND(N(${own("Revenue")})>0,${own("Margin")}>0),${cost}/${own("Margin")}/${own("Revenue")},"never")`, "percent"],
    ["Planned growth", input.growth ? `IF(${own("List row")}="","",IF(ISNUMBER(${inList(input.growth)}),${inShares(inList(input.growth), input.growthUnit)},${setting("plannedGrowth")}))` : setting("plannedGrowth"), "percent"],
    ["Revenue place", rank("Revenue"), "whole"],
    ["Profit place", rank("Profit"), "whole"],
    ["Revenue class", tierByRank("Revenue place"), "whole"],
    ["Profit class", tierByRank("Profit place"), "whole"],
    ["Larger than worth", ordered("Revenue place", `IF(${knowsBoth},${own("Profit class")}>${own("Revenue class")},FALSE)`), "whole"],
    ["Worth more", ordered("Profit place", `IF(${knowsBoth},${own("Profit class")}<${own("Revenue class")},FALSE)`), "whole"],
    ["Attractiveness", axisFormula(input, "Attractiveness"), "percent"],
    ["Strength", axisFormula(input, "Strength"), "percent"],
    ["Box", `IF(AND(ISNUMBER(${own("Attractiveness")}),ISNUMBER(${own("Strength")})),10*${third(own("Attractiveness"))}+${third(own("Strength"))},"")`, "whole"],
  ];
  return columns.map(([header, formula, style]) => ({ header, formula, style }));
}

/**
 * Of several rows with one key the scorecard knows which is whose. Where it holds values the list may have been sorted since:
 * what it says counts only while that row still has this key.
 */
function listRow({ list, scorecardHasPlaces }: PortfolioInput): string {
  const keys = columnReference(list, list.key);
  const byKey = placeIn(own("Account ID"), keys);
  const known = scorecard(WORKING_HEADERS.place);
  return scorecardHasPlaces ? `IF(IFERROR(INDEX(${keys},${known})=${own("Account ID")},FALSE),${known},${byKey})` : byKey;
}

const inShares = (cell: string, unit: FigureUnit): string => (unit === "percent" ? `${cell}/100` : cell);

/** Profit of an account: its margin in money, less what it costs to serve where the list tells. */
function profitFormula({ margin, marginUnit, costToServe }: PortfolioInput, inList: (column: ReferredColumn) => string): string {
  if (margin === undefined) return '""';
  const cell = inList(margin);
  const money = marginUnit === "amount" ? cell : `${own("Revenue")}*${inShares(cell, marginUnit)}`;
  const known = marginUnit === "amount" ? `ISNUMBER(${cell})` : `AND(ISNUMBER(${cell}),ISNUMBER(${own("Revenue")}))`;
  const served = costToServe ? `-N(${inList(costToServe)})` : "";
  return `IF(${own("List row")}="","",IF(${known},ROUND(${money}${served},${CENTS}),""))`;
}

/** 1, 2 or 3: the lower, middle and upper third of an axis. */
const third = (axis: string): string => `IF(${axis}>=2/3,3,IF(${axis}>=1/3,2,1))`;

/**
 * The weighted mean of an account's shares in the criteria of an axis, 0 to 1, from the points in the scorecard: points are
 * 100 × weight × share / the weight of all criteria that count for the account.
 */
function axisFormula({ axes, layout }: PortfolioInput, axis: string): string {
  const terms = axes.map(({ criterion }, i) => {
    const cell = scorecard(pointsHeader(criterion));
    const weight = cellAddress(layout.axes.first + i, layout.axes.column + 3, true);
    const belongs = `(${cellAddress(layout.axes.first + i, layout.axes.column + 4, true)}="${axis}")`;
    return { points: `${belongs}*N(${cell})`, own: `${belongs}*ISNUMBER(${cell})*${weight}`, all: `ISNUMBER(${cell})*${weight}` };
  });
  if (terms.length === 0) return '""';
  const sum = (part: keyof (typeof terms)[number]) => `(${terms.map((term) => term[part]).join("+")})`;
  return `IFERROR(MAX(0,MIN(1,${sum("points")}*${sum("all")}/100/${sum("own")})),"")`;
}
