import { allocation } from "../core/economics/allocation";
import { breakevenGrowth, breakevenSales } from "../core/economics/breakeven";
import { costToServe } from "../core/economics/costToServe";
import { FIRST_MARGINS, lifetimeValue } from "../core/economics/lifetimeValue";
import { returnOnTime } from "../core/economics/returnOnTime";
import { shareOfWallet } from "../core/economics/shareOfWallet";
import { TREND_MEASURES, trends } from "../core/economics/trend";
import { whaleCurve } from "../core/economics/whaleCurve";
import { answerColumn, type Answer } from "../core/numbers/answerColumn";
import type { Column } from "../core/numbers/matrix";
import { RowErrors } from "../core/rowErrors";
import { readColumn, readColumns } from "./arguments/readColumns";
import { readMatrix } from "./arguments/readMatrix";
import { readNumber, readWord } from "./arguments/readOption";
import { readVector } from "./arguments/readVector";
import { calculate } from "./results/excelError";
import { spillNumbers, spillTable } from "./results/spill";

/**
 * When the first margin of a lifetime value comes.
 * @customenum {string}
 */
export enum FirstMarginTiming {
  /** After one period, if the account is kept */
  end = "end",
  /** Now */
  start = "start",
}

/**
 * What is measured of a history.
 * @customenum {string}
 */
export enum TrendKind {
  /** Compound growth per period */
  cagr = "cagr",
  /** Share of periods above the one before */
  rising = "rising",
  /** Least-squares slope per period as a share of the mean */
  slope = "slope",
}

const WHALE_HEADER = ["Rank", "Share of accounts", "Cumulative profit", "Share of total"];

/**
 * Extra sales that pay for the cost of looking after an account.
 * @customfunction BREAKEVEN.SALES BREAKEVEN.SALES
 * @helpurl https://localhost:3000/help/breakeven.sales.html
 * @param cost Cost of looking after the account, as a positive amount, one per account
 * @param margin Net margin on the extra sales, 10 % is 0.1
 * @returns Extra sales per account
 */
export function breakevenSalesColumn(cost: unknown[][], margin: unknown[][]): unknown[][] {
  return perAccount({ cost, margin }, (at) => breakevenSales(at("cost"), at("margin")));
}

/**
 * Growth an account must exceed before the cost of looking after it is earned.
 * @customfunction BREAKEVEN.GROWTH BREAKEVEN.GROWTH
 * @helpurl https://localhost:3000/help/breakeven.growth.html
 * @param cost Cost of looking after the account, as a positive amount, one per account
 * @param margin Net margin on the extra sales, 10 % is 0.1
 * @param sales Sales of the account today, in the period of the cost
 * @returns Growth rate per account, 0.1 is 10 %
 */
export function breakevenGrowthColumn(cost: unknown[][], margin: unknown[][], sales: unknown[][]): unknown[][] {
  return perAccount({ cost, margin, sales }, (at) => breakevenGrowth(at("cost"), at("margin"), at("sales")));
}

/**
 * Shares a total between accounts in proportion to drivers such as hours, visits or orders.
 * @customfunction ALLOCATE ALLOCATE
 * @helpurl https://localhost:3000/help/allocate.html
 * @param total Amount to share
 * @param drivers What the total is shared by, one per account, 0 or more; blank takes no share
 * @returns Share of each account; the shares add up to the total
 */
export function allocate(total: unknown, drivers: unknown[][]): unknown[][] {
  return calculate(() => spillNumbers(allocation(readNumber(total, "total"), readColumn(drivers, "drivers"))));
}

/**
 * Profit of each account after what it costs to serve it.
 * @customfunction COSTTOSERVE COSTTOSERVE
 * @helpurl https://localhost:3000/help/costtoserve.html
 * @param revenue Revenue, one per account
 * @param directCost Direct cost of what was sold, one per account
 * @param activities How often each activity was done: a row per account, a column per activity
 * @param rates Cost of one unit of each activity, as a row or a column
 * @returns Profit per account, blank where it is not known
 */
export function costToServeColumn(revenue: unknown[][], directCost: unknown[][], activities: unknown[][], rates: unknown[][]): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const done = readMatrix(activities, "activities", errors);
    const money = readColumns({ revenue, directCost }, errors, done.rowCount);
    return spillNumbers(costToServe(money.revenue, money.directCost, done, readVector(rates, "rates")), errors);
  });
}

/**
 * Cumulative profit of the accounts from the most to the least profitable, the whale curve.
 * @customfunction WHALE WHALE
 * @helpurl https://localhost:3000/help/whale.html
 * @param profits Profit after cost to serve, one per account; blank is left out
 * @returns A table: Rank, Share of accounts, Cumulative profit, Share of total
 */
export function whale(profits: unknown[][]): unknown[][] {
  return calculate(() => {
    const points = whaleCurve(readColumn(profits, "profits"));
    return spillTable(
      WHALE_HEADER,
      points.map((point) => [point.rank, point.shareOfAccounts, point.cumulativeProfit, point.shareOfTotal]),
    );
  });
}

/**
 * Our share of what each customer spends on what we could sell.
 * @customfunction WALLET WALLET
 * @helpurl https://localhost:3000/help/wallet.html
 * @param ours Our sales to the customer, one per account
 * @param spend What the customer spends with all suppliers, ours included
 * @returns Share per account, 0.25 is 25 %
 */
export function wallet(ours: unknown[][], spend: unknown[][]): unknown[][] {
  return perAccount({ ours, spend }, (at) => shareOfWallet(at("ours"), at("spend")));
}

/**
 * Value of an account over its lifetime from its margin and the chance of keeping it.
 * @customfunction LIFETIME LIFETIME
 * @helpurl https://localhost:3000/help/lifetime.html
 * @param margin Margin per period, one per account
 * @param retention Chance of keeping the account from one period to the next, 80 % is 0.8
 * @param [discount] Discount rate per period, 10 % is 0.1 (default 0)
 * @param [timing] When the first margin comes: end (default) of the first period, or start (now)
 * @returns Present value per account
 */
export function lifetime(margin: unknown[][], retention: unknown[][], discount?: unknown[][], timing?: FirstMarginTiming): unknown[][] {
  return calculate(() => {
    const first = readWord(timing, "timing", FIRST_MARGINS, "end");
    const columns = { margin, retention, discount: discount ?? [[0]] };
    return perAccount(columns, (at) => lifetimeValue(at("margin"), at("retention"), at("discount"), first));
  });
}

/**
 * Return on time invested: what each hour spent on an account or an opportunity brings.
 * @customfunction ROTI ROTI
 * @helpurl https://localhost:3000/help/roti.html
 * @param benefit Extra gross profit, one per account or opportunity
 * @param cost Cost other than the time, as a positive amount
 * @param hours Hours spent
 * @returns Money per hour
 */
export function roti(benefit: unknown[][], cost: unknown[][], hours: unknown[][]): unknown[][] {
  return perAccount({ benefit, cost, hours }, (at) => returnOnTime(at("benefit"), at("cost"), at("hours")));
}

/**
 * How each account develops over its periods, oldest first: growth, steadiness or slope.
 * @customfunction TREND TREND
 * @helpurl https://localhost:3000/help/trend.html
 * @param history A row per account, a column per period, oldest first; blank periods are skipped over
 * @param [measure] What to measure: cagr (default), rising or slope
 * @returns The measure per account, 0.1 is 10 %
 */
export function trend(history: unknown[][], measure?: TrendKind): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const kind = readWord(measure, "measure", TREND_MEASURES, "cagr");
    return spillNumbers(trends(readMatrix(history, "history", errors), kind, errors), errors);
  });
}

/** Answers each account from its own figures; `at` gives the account's figure of a named argument. */
function perAccount<K extends string>(argumentsByName: Readonly<Record<K, unknown>>, answer: (at: (name: K) => number) => Answer): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const columns: Record<K, Column> = readColumns(argumentsByName, errors);
    const names = Object.keys(columns) as K[];
    const rowCount = columns[names[0] as K].length;
    const column = answerColumn(rowCount, errors, (row) => answer((name) => columns[name][row] as number));
    return spillNumbers(column, errors);
  });
}
