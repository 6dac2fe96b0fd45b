import { scorecard, type Scorecard } from "../core/portfolio/scorecard";
import { TIER_METHODS, tierRule } from "../core/portfolio/tierRule";
import { RowErrors } from "../core/rowErrors";
import { readAccounts, type Accounts } from "./arguments/readAccounts";
import { readWord } from "./arguments/readOption";
import { readCriteria, readTierGates, readTierLines } from "./arguments/readPortfolioTables";
import { calculate, excelError } from "./results/excelError";
import type { ResultCell } from "./results/spill";

/** @customenum {string} */
export enum TieringMethod {
  /** From is the lowest score of the tier (default) */
  cutoff = "cutoff",
  /** From is the size of the tier: a number of accounts, or below 1 a share of them */
  quota = "quota",
  /** From is the cumulative share of all scores, such as 0.8 and 0.95 */
  pareto = "pareto",
  /** The scores are cut where they lie furthest apart; From is not used */
  natural = "natural",
}

const HEADER: readonly string[] = ["Account ID", "Account", "Score", "Rank", "Tier", "Gate", "Strongest", "Weakest", "Missing"];

/**
 * Scores, ranks and tiers a whole account list from its tables and explains each account in one row.
 * @customfunction SCORECARD SCORECARD
 * @helpurl https://localhost:3000/help/scorecard.html
 * @param accounts Account list with its header row; the first column is the key
 * @param criteria Table with the headers Criterion, Column, Weight, Direction, Scale, Floor, Ceiling, Missing
 * @param tiers Table with the headers Tier and From, best tier first
 * @param [gates] Table with the headers Column, Test, Limit, Best tier
 * @param [method] What From means: cutoff (default), quota, pareto or natural
 * @returns A table with a header row and one row per account
 * @remarks An account that breaks a gate keeps its score and rank but gets at most the gate's best tier; the column Gate says why.
 *   The column Account is taken from Account, Name, Customer or Company. Empty lines inside the list stay empty.
 * @example =KAM.SCORECARD({"ID","Account","Sales","Margin";"C1","Alpha",100,0.05;"C2","Beta",60,0.2}, {"Criterion","Column","Weight","Direction","Scale","Floor","Ceiling","Missing";"Size","Sales",3,"higher","minmax",0,100,"skip";"Profit","Margin",1,"higher","minmax",0,0.2,"skip"}, {"Tier","From";"A",65;"B",0}, {"Column","Test","Limit","Best tier";"Margin",">=",0.08,"B"}) → {"Account ID","Account","Score","Rank","Tier","Gate","Strongest","Weakest","Missing";"C1","Alpha",81.25,1,"B","Margin 0.05, needs >= 0.08","Size","Profit","";"C2","Beta",70,2,"A","","Profit","Size",""}
 *   Alpha scores (3 × 1 + 1 × 0.25) / 4 = 81.25, but its margin keeps it out of A.
 * @throws #VALUE! A column named in the criteria or gates is not in the list, or a table lacks a header. The message lists what is there.
 * @see As for KAM.SCORE, KAM.TIER and KAM.GATE.
 */
export function scorecardOfAccounts(
  accounts: unknown[][],
  criteria: unknown[][],
  tiers: unknown[][],
  gates?: unknown[][],
  method?: TieringMethod,
): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const list = readAccounts(accounts);
    const { criteria: rules, columns } = readCriteria(criteria, list.table);
    const rule = tierRule(readWord(method, "method", TIER_METHODS, "cutoff"), readTierLines(tiers));
    const tierGates = readTierGates(gates, list.table, rule.labels);
    const card = scorecard(
      {
        figures: list.figures(columns, errors),
        criteria: rules,
        tiers: rule,
        gates: tierGates.gates,
        gateValues: list.gateValues(tierGates, errors),
      },
      errors,
    );
    return [[...HEADER], ...list.keys.map((_, row) => scorecardRow(list, card, rule.labels, errors, row))];
  });
}

function scorecardRow(list: Accounts, card: Scorecard, labels: readonly string[], errors: RowErrors, row: number): ResultCell[] {
  // Empty lines inside a list are not accounts; they only keep the rows side by side.
  if (list.isEmpty(row)) return HEADER.map(() => "");
  const error = errors.get(row);
  const score = card.scores[row];
  return [
    list.keys[row],
    list.names[row],
    error === undefined ? score : excelError(error),
    Number.isNaN(card.ranks[row]) ? "" : card.ranks[row],
    labels[card.tiers[row]] ?? "",
    card.brokenGates[row],
    card.strongest[row],
    card.weakest[row],
    card.missing[row].join(", "),
  ];
}
