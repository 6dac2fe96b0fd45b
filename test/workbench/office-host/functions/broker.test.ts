import { AnswerCache } from "../../../../src/workbench/office-host/functions/answerCache";
import { CustomFunctionBroker } from "../../../../src/workbench/office-host/functions/broker";
import type { FunctionMetadata } from "../../../../src/workbench/office-host/functions/metadata";
import type { RichApiMessageEntry } from "../../../../src/workbench/office-host/objectEvents";
import type { CellPosition } from "../../../../src/workbench/spreadsheet/spreadsheet";

const SUM: FunctionMetadata = { id: "SUM_ID", name: "Sum", parameters: [{ name: "a", type: "number" }, { name: "b", type: "number", optional: true }] };
const SLOW: FunctionMetadata = { id: "SLOW", name: "SLOW", parameters: [{ name: "a" }], options: { cancelable: true } };
const CLOCK: FunctionMetadata = { id: "CLOCK", name: "CLOCK", parameters: [], options: { stream: true } };
const NOW: FunctionMetadata = { id: "NOW", name: "NOW", parameters: [], options: { volatile: true } };
const WHERE: FunctionMetadata = { id: "WHERE", name: "WHERE", parameters: [], options: { requiresAddress: true } };

const at = (row: number, column = 0): CellPosition => ({ sheetId: "s", row, column });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function setUp(cache?: AnswerCache) {
  const sent: (readonly RichApiMessageEntry[])[] = [];
  const recalculations: boolean[] = [];
  const gone = new Set<number>();
  let formulas: () => void = () => undefined;
  const broker = new CustomFunctionBroker({
    namespace: "kam",
    metadata: { functions: [SUM, SLOW, CLOCK, NOW, WHERE] },
    send: (entries) => sent.push(entries),
    recalculate: async (all) => {
      recalculations.push(all);
      formulas();
    },
    hasFormula: (cell) => !gone.has(cell.row),
    addressOf: (cell) => `Sheet!A${cell.row + 1}`,
    ...(cache ? { cache } : {}),
  });
  const call = (name: string, args: readonly (string | number | number[][] | null)[], cell?: CellPosition) => {
    const found = broker.functions().find((candidate) => candidate.name === name);
    if (!found) throw new Error(`no function ${name}`);
    return found.call(args, cell);
  };
  const messages = () => sent.flat().map(([category, type, , text]) => ({ category, type, message: JSON.parse(text) as unknown }));
  return { broker, call, sent, messages, recalculations, gone, whenRecalculated: (work: () => void) => (formulas = work) };
}

const settle = () => jest.advanceTimersByTimeAsync(0);

test("functions are named with their namespace, in upper case", () => {
  expect(setUp().broker.functions().map((f) => f.name)).toEqual(["KAM.SUM", "KAM.SLOW", "KAM.CLOCK", "KAM.NOW", "KAM.WHERE"]);
});

test("all calls of one calculation go out in one message, equal ones once", async () => {
  const { broker, call, sent, messages } = setUp();
  broker.connect();
  expect([call("KAM.SUM", [1, 2], at(0)), call("KAM.SUM", [1, 2], at(1)), call("KAM.SUM", [[[3]]], at(2))]).toEqual(["#BUSY!", "#BUSY!", "#BUSY!"]);
  expect(sent).toEqual([]);
  await settle();
  expect(sent).toHaveLength(1);
  expect(messages()).toEqual([
    { category: 1, type: 1000, message: [1, "SUM_ID", [1, 2], null, 0, null] },
    { category: 1, type: 1000, message: [2, "SUM_ID", [3, null], null, 0, null] },
  ]);
  expect(broker.pending()).toBe(2);
});

test("an answer makes the formulas be worked out again and stays until everything is recalculated", async () => {
  const { broker, call, recalculations, sent } = setUp();
  broker.connect();
  call("KAM.SUM", [1, 2], at(0));
  await settle();
  const idle = broker.idle();
  broker.receive([[1, true, 3]]);
  await settle();
  await idle;
  expect(recalculations).toEqual([false]);
  expect(call("KAM.SUM", [1, 2], at(0))).toBe(3);
  await settle();
  expect(sent).toHaveLength(1);
  broker.forgetAnswers();
  expect(call("KAM.SUM", [1, 2], at(0))).toBe("#BUSY!");
});

test("answers that come in parts are shown together", async () => {
  const { broker, call, recalculations } = setUp();
  broker.connect();
  for (const value of [1, 2, 3]) call("KAM.SUM", [value], at(value));
  await settle();
  broker.receive([[1, true, 1]]);
  await jest.advanceTimersByTimeAsync(10);
  broker.receive([[2, true, 2]]);
  expect(recalculations).toEqual([]);
  broker.receive([[3, true, 3]]);
  await settle();
  expect(recalculations).toEqual([false]);
});

test("a part that has to wait for the rest is shown after a moment", async () => {
  const { broker, call, recalculations } = setUp();
  broker.connect();
  call("KAM.SUM", [1], at(1));
  call("KAM.SUM", [2], at(2));
  await settle();
  broker.receive([[1, true, 1]]);
  await jest.advanceTimersByTimeAsync(60);
  expect(recalculations).toEqual([false]);
  expect(broker.pending()).toBe(1);
});

test("a chain: an argument that is busy keeps its caller busy, without a call", async () => {
  const { broker, call, sent } = setUp();
  broker.connect();
  expect(call("KAM.SUM", ["#BUSY!", 1], at(0))).toBe("#BUSY!");
  await settle();
  expect(sent).toEqual([]);
  expect(broker.pending()).toBe(0);
});

test("an error among the arguments is the result", () => {
  const { call } = setUp();
  expect([call("KAM.SUM", ["#N/A"], at(0)), call("KAM.SUM", ["x"], at(0)), call("KAM.SUM", [1, 2, 3], at(0))]).toEqual(["#N/A", "#VALUE!", "#VALUE!"]);
});

test("a failure gives Excel's error and its text", async () => {
  const { broker, call } = setUp();
  broker.connect();
  call("KAM.SUM", [1], at(4, 2));
  await settle();
  broker.receive([[1, false, "weight 3 is -2", 7]]);
  await settle();
  expect(call("KAM.SUM", [1], at(4, 2))).toBe("#VALUE!");
  await settle();
  expect(broker.errorMessage(at(4, 2))).toBe("weight 3 is -2");
  expect(broker.errorMessage(at(4, 3))).toBeUndefined();
});

test("a call that no cell asks for any more is cancelled when it can be, and its answer ignored", async () => {
  const { broker, call, messages, gone } = setUp();
  broker.connect();
  call("KAM.SLOW", [1], at(0));
  call("KAM.SLOW", [1], at(1));
  call("KAM.SUM", [9], at(2));
  await settle();
  call("KAM.SLOW", [2], at(0));
  await settle();
  expect(messages().filter((m) => m.type === 1001)).toEqual([]);
  gone.add(1).add(2);
  broker.cellsCalculated();
  expect(messages().filter((m) => m.type === 1001)).toEqual([{ category: 1, type: 1001, message: { invocationId: 1 } }]);
  expect(broker.pending()).toBe(1);
  broker.receive([[1, true, "late"]]);
  expect(call("KAM.SLOW", [1], at(5))).toBe("#BUSY!");
});

test("a formula that has moved while it waited is worked out at its new place", async () => {
  const { broker, call, recalculations, gone, whenRecalculated } = setUp();
  broker.connect();
  call("KAM.SUM", [1], at(0));
  await settle();
  gone.add(0);
  whenRecalculated(() => void call("KAM.SUM", [1], at(1)));
  broker.cellsCalculated();
  await settle();
  expect(recalculations).toEqual([true]);
  await settle();
  broker.receive([[2, true, 1]]);
  expect(call("KAM.SUM", [1], at(1))).toBe(1);
  expect(broker.pending()).toBe(0);
});

test("another cell of the same calculation may take a call over", async () => {
  const { broker, call, messages } = setUp();
  broker.connect();
  call("KAM.SLOW", [1], at(0));
  await settle();
  call("KAM.SLOW", [2], at(0));
  call("KAM.SLOW", [1], at(1));
  await settle();
  expect(messages().map((m) => m.type)).toEqual([1000, 1000]);
});

test("calls wait for the add-in, and go out again when its frame was dropped", async () => {
  const { broker, call, messages } = setUp();
  call("KAM.SUM", [1], at(0));
  await settle();
  expect(messages()).toEqual([]);
  broker.connect();
  expect(messages()).toHaveLength(1);
  broker.disconnect();
  call("KAM.SUM", [2], at(1));
  await settle();
  expect(messages()).toHaveLength(1);
  broker.connect();
  expect(messages().map((m) => (m.message as unknown[])[2])).toEqual([[1, null], [1, null], [2, null]]);
});

test("a streaming function answers again and again, and every answer is shown", async () => {
  const { broker, call, recalculations, messages } = setUp();
  broker.connect();
  call("KAM.CLOCK", [], at(0));
  await settle();
  expect(messages()[0]?.message).toEqual([1, "CLOCK", [], null, 2, null]);
  broker.receive([[1, true, 1]]);
  await settle();
  expect(broker.pending()).toBe(0);
  broker.receive([[1, true, 2]]);
  await settle();
  expect(recalculations).toEqual([false, true]);
  expect(call("KAM.CLOCK", [], at(0))).toBe(2);
});

test("a volatile function is asked again in the next calculation, not without end", async () => {
  const { broker, call, messages, whenRecalculated } = setUp();
  broker.connect();
  whenRecalculated(() => expect(call("KAM.NOW", [], at(0))).toBe(5));
  call("KAM.NOW", [], at(0));
  await settle();
  broker.receive([[1, true, 5]]);
  await jest.runAllTimersAsync();
  expect(messages()).toHaveLength(1);
  expect(call("KAM.NOW", [], at(0))).toBe("#BUSY!");
});

test("the address of the cell goes along when the function asks for it, and makes calls differ", async () => {
  const { broker, call, messages } = setUp();
  broker.connect();
  call("KAM.WHERE", [], at(0));
  call("KAM.WHERE", [], at(1));
  await settle();
  expect(messages().map((m) => (m.message as unknown[])[3])).toEqual(["Sheet!A1", "Sheet!A2"]);
});

test("the memory of answers is bounded, but only once every cell has taken its own", async () => {
  const cache = new AnswerCache(60);
  const { broker, call } = setUp(cache);
  broker.connect();
  for (let value = 0; value < 10; value++) call("KAM.SUM", [value], at(value));
  await settle();
  broker.receive(Array.from({ length: 10 }, (_, index) => [index + 1, true, index]));
  expect(cache.count).toBe(10);
  await jest.runAllTimersAsync();
  expect(cache.count).toBeLessThan(4);
  expect(call("KAM.SUM", [9], at(9))).toBe(9);
});
