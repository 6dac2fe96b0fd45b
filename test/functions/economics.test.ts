import "./customFunctionsStub";
import {
  allocate,
  breakevenGrowthColumn,
  breakevenSalesColumn,
  costToServeColumn,
  lifetime,
  roti,
  trend,
  wallet,
  whale,
} from "../../src/functions/economics";
import { errorOf } from "./customFunctionsStub";

const NA = "#N/A";
const VALUE = "#VALUE!";
const error = (code: string, message: string) => expect.objectContaining({ code, message }) as unknown;
const blank = (name: string) => error(NA, `${name} is blank; enter a figure, or 0 if there is none`);

test("BREAKEVEN.SALES: the published account, a bad margin and a blank", () => {
  expect(breakevenSalesColumn([[20_000], [20_000], [""], ["20 000"]], [[0.1], [0], [0.1], [0.1]])).toEqual([
    [200_000],
    [error(NA, "margin is 0; no sales pay for the cost unless the margin is positive")],
    [blank("cost")],
    [error(VALUE, 'cost, row 4, column 1: "20 000" is not a number: it is stored as text, convert it to a number')],
  ]);
});

test("BREAKEVEN.GROWTH: scalars stand for columns", () => {
  expect(breakevenGrowthColumn([[20_000]], [[0.1]], [[2_000_000], [0]])).toEqual([
    [0.1],
    [error(NA, "sales is 0; growth needs positive sales to start from")],
  ]);
});

test("ALLOCATE: a column of shares, blank where there is no driver", () => {
  expect(allocate(100, [[1], [3], [""]])).toEqual([[25], [75], [""]]);
  expect(errorOf(() => allocate(100, [[1], [-3]]))).toEqual({ code: VALUE, message: "drivers, row 2 is -3, a driver cannot be negative" });
  expect(errorOf(() => allocate(100, [[1], ["x"]]))).toEqual({ code: VALUE, message: 'drivers, row 2, column 1: "x" is not a number' });
  expect(errorOf(() => allocate("", [[1]]))).toEqual({ code: VALUE, message: "total is missing, a number is needed" });
});

test("COSTTOSERVE: unknown is blank, text is its row's error", () => {
  expect(costToServeColumn([[1000], [""], [500], [500]], [[600], [1], [1], [""]], [[4, 10], [1, 1], [1, "x"], [1, 1]], [[50], [5]])).toEqual([
    [150],
    [""],
    [error(VALUE, 'activities, row 3, column 2: "x" is not a number')],
    [""],
  ]);
  expect(errorOf(() => costToServeColumn([[1], [2], [3]], [[1]], [[1], [1]], [[1]]))).toEqual({
    code: VALUE,
    message: "revenue has 3 rows, 2 are needed: one per account",
  });
  expect(errorOf(() => costToServeColumn([[1]], [[1]], [[1, 2]], [[1]]))).toEqual({
    code: VALUE,
    message: "rates has 1 value and activities has 2 columns; give one rate per activity",
  });
});

test("WHALE: a table with a header row", () => {
  expect(whale([[-10], [60], [""], [50]])).toEqual([
    ["Rank", "Share of accounts", "Cumulative profit", "Share of total"],
    [1, 1 / 3, 60, 0.6],
    [2, 2 / 3, 110, 1.1],
    [3, 1, 100, 1],
  ]);
  expect(whale([[5], [-10]])).toEqual([expect.anything(), [1, 0.5, 5, ""], [2, 1, -5, ""]]);
  expect(errorOf(() => whale([[""], [" "]]))).toEqual({ code: NA, message: "no account has a profit; enter at least one figure" });
});

test("WALLET: above 1 is answered, no spend is not", () => {
  expect(wallet([[250], [150], [1], [""]], [[1000], [100], [0], [10]])).toEqual([
    [0.25],
    [1.5],
    [error(NA, "spend is 0; a share needs a spend above zero")],
    [blank("ours")],
  ]);
});

test("LIFETIME: at the end or the start, without a discount, refused", () => {
  expect(lifetime([[1000]], [[0.8]], [[0.1]])).toEqual([[expect.closeTo(2666.6667, 4)]]);
  expect(lifetime([[1000]], [[0.8]], [[0.1]], "start" as never)).toEqual([[expect.closeTo(3666.6667, 4)]]);
  expect(lifetime([[100], [100]], [[0.5], [80]])).toEqual([[100], [error(VALUE, "retention is 80; it must be a share from 0 to 1 (80 % is 0.8)")]]);
  expect(errorOf(() => lifetime([[1]], [[0.5]], null as never, "mid" as never))).toEqual({
    code: VALUE,
    message: 'timing must be one of end, start; received "mid"',
  });
});

test("ROTI: money per hour", () => {
  expect(roti([[9000], [1]], [[5570], [0]], [[56], [0]])).toEqual([
    [61.25],
    [error(NA, "hours is 0; a return per hour needs hours above zero")],
  ]);
});

test("TREND: each measure, too short a history", () => {
  const history = [[100, 110, 121], [5, "", ""]];
  expect(trend(history)).toEqual([[expect.closeTo(0.1, 12)], [error(NA, "a trend needs two periods with figures, there is 1")]]);
  expect(trend([[10, 12, 12]], "rising" as never)).toEqual([[0.5]]);
  expect(trend([[10, 12, 14]], "Slope" as never)).toEqual([[expect.closeTo(1 / 6, 12)]]);
  expect(errorOf(() => trend(history, "growth" as never))).toEqual({
    code: VALUE,
    message: 'measure must be one of cagr, rising, slope; received "growth"',
  });
});
