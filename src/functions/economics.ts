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
 * @remarks Cost / margin. Put in everything the account costs: the manager's share, plans, visits, samples, other staff.
 * @example =KAM.BREAKEVEN.SALES(20000, 0.1) → 200000
 *   A manager costs 200,000 and looks after 10 accounts: 20,000 each, which takes 200,000 extra sales at 10 % margin.
 * @throws #N/A The margin is zero or below: no sales pay for the cost.
 * @throws #N/A Cost or margin is blank. Enter the figure.
 * @throws #VALUE! The cost is negative. Enter costs as positive amounts.
 * @see "9 Habits of key account management", section "Let us run some numbers".
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
 * @remarks Cost / margin / sales. The account must grow by more than this; at exactly this rate the cost is only just earned.
 * @example =KAM.BREAKEVEN.GROWTH(20000, 0.1, 2000000) → 0.1
 *   200,000 extra sales on 2 million: growth in excess of 10 %.
 * @throws #N/A The margin or the sales are zero or below: no growth pays for the cost.
 * @throws #N/A A figure is blank. Enter it.
 * @throws #VALUE! The cost is negative. Enter costs as positive amounts.
 * @see "9 Habits of key account management", section "Let us run some numbers".
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
 * @remarks Total × driver / sum of the drivers. Rounding to the last digit of a number is given to the largest share, so that
 *   the shares add up to the total. A blank driver takes no part and stays blank; a driver of 0 gets 0.
 * @example =KAM.ALLOCATE(900, {1;2;6}) → {100;200;600}
 *   900 over nine hours is 100 an hour.
 * @throws #VALUE! A driver is negative, or none is above zero. Correct the drivers.
 * @throws #VALUE! The total is missing.
 * @see Activity-based costing: Kaplan and Cooper, Cost and Effect (1998).
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
 * @remarks Revenue - direct cost - sum of activity × rate. Where the revenue, the direct cost or an activity is blank the profit
 *   is unknown and stays blank; enter 0 for what was never done.
 * @example =KAM.COSTTOSERVE({1000;300}, {600;250}, {4,10;0,2}, {50,5}) → {150;40}
 *   1,000 - 600 - 4 visits at 50 - 10 orders at 5 = 150.
 * @throws #VALUE! The number of rates is not the number of activity columns, or a rate is blank. Give one rate per activity.
 * @see Kaplan and Narayanan, Measuring and Managing Customer Profitability (2001).
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
 * @remarks The curve rises above the total and falls back to it where accounts lose money; its peak is the profit without them.
 *   Accounts of unknown (blank) profit are left out. Share of total is blank where the total is zero or below.
 * @example =KAM.WHALE({60;50;-10}) → {"Rank","Share of accounts","Cumulative profit","Share of total";1,0.3333,60,0.6;2,0.6667,110,1.1;3,1,100,1}
 *   Two of three accounts earn 110 % of the total; the third gives 10 % of it back.
 * @throws #N/A No account has a profit. Enter at least one.
 * @see Kaplan and Narayanan, Measuring and Managing Customer Profitability (2001).
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
 * @remarks Ours / spend. Above 1 is answered as it is: the estimate of the spend is too low.
 * @example =KAM.WALLET({250;150}, {1000;100}) → {0.25;1.5}
 *   A quarter of the first customer's spend; the estimate of the second is too low.
 * @throws #N/A The spend is zero, negative or blank, or ours is blank. Enter an estimate of the spend.
 * @see Share of wallet: Keiningham and others, The Wallet Allocation Rule (2015), on what it does and does not tell.
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
 * @remarks Margin × r / (1 + i - r) with retention r and discount i, when the first margin comes after one period and only if the
 *   account is kept. With start the first margin comes now: margin × (1 + i) / (1 + i - r).
 * @example =KAM.LIFETIME(1000, 0.8, 0.1) → 2666.67
 *   1,000 × 0.8 / (1.1 - 0.8).
 * @example =KAM.LIFETIME(1000, 0.8, 0.1, "start") → 3666.67
 * @throws #N/A Retention is not below 1 + discount: the value has no limit. Enter a higher discount or a lower retention.
 * @throws #N/A Margin or retention is blank. Enter the figure.
 * @throws #VALUE! Retention is outside 0 to 1, or the discount is -1 or below. 80 % is 0.8.
 * @see Gupta and Lehmann, Managing Customers as Investments (2005): the margin multiple.
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
 * @remarks (Benefit - cost) / hours. Sort by it to see where the next hour brings most.
 * @example =KAM.ROTI(9000, 5570, 56) → 61.25
 *   3,430 over 56 hours.
 * @throws #N/A Hours are zero, negative or blank, or another figure is blank. Enter it.
 * @see Return on time invested, as used to compare clients of professional services.
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
 * @remarks cagr is (last / first)^(1 / periods between) - 1. rising is the share of periods above the one before. slope is the
 *   least-squares slope per period divided by the mean. Blank periods are skipped over but keep their place in time.
 * @example =KAM.TREND({100,110,121;80,"",60}) → {0.1;-0.134}
 *   10 % a period; from 80 to 60 in two periods -13.4 % a period.
 * @example =KAM.TREND({10,12,12,9,14}, "rising") → 0.5
 * @example =KAM.TREND({10,12,14}, "slope") → 0.1667
 * @throws #N/A Fewer than two periods have a figure.
 * @throws #N/A cagr: the first figure is not above zero or the last is below it. slope: the mean is not above zero. Use rising.
 * @see Compound annual growth rate and ordinary least squares, any textbook of statistics.
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
