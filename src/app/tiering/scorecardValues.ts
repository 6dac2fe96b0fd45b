import type { Model } from "../../sheets/model/model";
import type { ScorecardColumn } from "../../sheets/scorecard/scorecardColumns";
import type { Portfolio } from "./portfolioData";
import { GONE } from "./planRows";
import { textEntry, type Entry } from "./scorecardStore";
import type { ResultColumns } from "./tieringSession";

/** What is written for an account that is not in the list any more. */
const GONE_WORDS = "(not in the list any more)";

/** Ten decimals, as the formulas round; every digit more would only make the request longer. */
const rounded = (value: number): Entry => (Number.isNaN(value) ? "" : Math.round(value * 1e10) / 1e10);

/** The entries of the scorecard's columns, account by account, for whatever is written as values. */
export class ScorecardValues {
  constructor(
    private readonly model: Model,
    private readonly portfolio: Portfolio,
    /** Of the list's first account on its sheet. */
    private readonly firstRow: number,
    private readonly result: ResultColumns,
    private readonly before: readonly string[] | undefined,
  ) {}

  /**
   * @param account 0-based place of the account, or `GONE`
   * @param keyOfGone what stands in the key column of a row whose account is gone
   */
  entry({ kind, criterion }: ScorecardColumn, account: number, keyOfGone: Entry): Entry {
    if (account === GONE) return kind === "key" ? keyOfGone : kind === "account" ? GONE_WORDS : "";
    const { accounts } = this.portfolio;
    const { result, model } = this;
    const nameOf = (place: number) => textEntry(model.criteria[place]?.criterion ?? "");
    switch (kind) {
      case "key": {
        const key = accounts.keys[account] as string | number;
        return typeof key === "number" ? key : textEntry(key);
      }
      case "account":
        return textEntry(accounts.names[account] as string);
      case "score":
        return rounded(result.scores[account] as number);
      case "rank":
        return rounded(result.ranks[account] as number);
      case "tier":
        return textEntry(result.labels[result.places[account] as number] ?? "");
      case "gate":
        return textEntry(result.gates[account] as string);
      case "strongest":
        return nameOf(result.strongest[account] as number);
      case "weakest":
        return nameOf(result.weakest[account] as number);
      case "missing":
        return textEntry(model.criteria.filter((_, c) => Number.isNaN(this.shareOf(account, c))).map((line) => line.criterion).join(", "));
      case "points":
        return rounded(result.points.values[account * result.points.columnCount + (criterion as number)] as number);
      case "share":
        return rounded(this.shareOf(account, criterion as number));
      case "stability":
        return rounded(result.stability?.[account] ?? NaN);
      case "next":
        return textEntry(result.next?.[account] ?? "");
      case "place":
        return (accounts.rows[account] as number) - this.firstRow + 1;
      case "before":
        return textEntry(this.before?.[account] ?? "");
      default:
        return "";
    }
  }

  private shareOf(account: number, criterion: number): number {
    return this.result.shares.values[account * this.result.shares.columnCount + criterion] as number;
  }
}
