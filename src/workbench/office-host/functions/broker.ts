import type { CellPosition, CellValue, GridFunction } from "../../spreadsheet/spreadsheet";
import type { RichApiMessageEntry } from "../objectEvents";
import { AnswerCache } from "./answerCache";
import { type BlankCell, BUSY, type GridArgument, readArguments } from "./arguments";
import { Callers } from "./callers";
import type { FunctionMetadata, FunctionsMetadata } from "./metadata";
import { type Answer, readResult } from "./results";
import type { ResultReceiver } from "./service";

export interface BrokerOptions {
  /** Prefix of the functions in cells, without the dot. */
  readonly namespace: string;
  readonly metadata: FunctionsMetadata;
  readonly send: (entries: readonly RichApiMessageEntry[]) => void;
  /** Works out again the formulas that wait for an answer, or all of them. */
  readonly recalculate: (all: boolean) => Promise<void>;
  readonly hasFormula: (cell: CellPosition) => boolean;
  /** `Sheet1!B2`, for functions that ask for the address of their cell. */
  readonly addressOf: (cell: CellPosition) => string;
  /** Default "". */
  readonly blank?: BlankCell;
  readonly cache?: AnswerCache;
}

interface WaitingCall {
  readonly invocationId: number;
  readonly call: string;
  readonly metadata: FunctionMetadata;
  /** The invocation as office.js reads it, built as text because its arguments already are. */
  readonly message: string;
  sent: boolean;
  /** Has answered at least once: only streaming functions are still here then. */
  answered: boolean;
}

const CUSTOM_FUNCTION_CATEGORY = 1;
const MessageType = { invocation: 1000, cancellation: 1001 } as const;
const InvocationFlag = { cancelable: 1, streaming: 2, errorsAllowed: 4 } as const;

/** Answers that come in parts are shown together when they follow one another within this time. */
const GATHER_MILLISECONDS = 50;

/**
 * Lets formulas call the functions of the add-in. The grid computes in one go while the add-in answers later, so a call
 * first shows `#BUSY!`, goes out together with all others of the same calculation, and its formula is worked out
 * again when the answer is there. Equal calls of one function share an answer until everything is recalculated.
 *
 * Calls made before the add-in is ready wait for it. When its frame is dropped, unanswered calls stay `#BUSY!` and go
 * out again to the next one that gets ready.
 */
export class CustomFunctionBroker implements ResultReceiver {
  readonly #cache: AnswerCache;
  readonly #callers = new Callers();
  readonly #waiting = new Map<string, WaitingCall>();
  readonly #byId = new Map<number, WaitingCall>();
  readonly #volatile = new Set<string>();
  #lastId = 0;
  #connected = false;
  #endOfBurst: ReturnType<typeof setTimeout> | undefined;
  #recalculation: { readonly timer: ReturnType<typeof setTimeout>; readonly all: boolean; readonly soon: boolean } | undefined;
  #recalculating = false;
  #idle: (() => void)[] = [];

  constructor(private readonly options: BrokerOptions) {
    this.#cache = options.cache ?? new AnswerCache();
  }

  /** The functions as the grid knows them. */
  functions(): GridFunction[] {
    return this.options.metadata.functions.map((metadata) => ({
      name: `${this.options.namespace}.${metadata.name}`.toUpperCase(),
      call: (args, caller) => this.#call(metadata, args, caller),
    }));
  }

  connect(): void {
    this.#connected = true;
    this.#sendWaiting();
  }

  /** The add-in's frame is gone: what it has not answered waits for the next one. */
  disconnect(): void {
    this.#connected = false;
    for (const waiting of this.#waiting.values()) waiting.sent = false;
  }

  receive(results: readonly unknown[]): void {
    let streamed = false;
    for (const result of results) {
      const { invocationId, answer } = readResult(result);
      const waiting = this.#byId.get(invocationId);
      // Cancelled meanwhile, or asked of a frame that is gone.
      if (!waiting) continue;
      this.#cache.set(waiting.call, answer);
      if (waiting.metadata.options?.stream) {
        streamed ||= waiting.answered;
        waiting.answered = true;
      } else this.#forget(waiting);
    }
    this.#scheduleRecalculation(streamed);
  }

  /** Calls that have no answer yet. */
  pending(): number {
    return this.#unanswered().length;
  }

  /** Resolves when no call waits and every answer has reached its cell. */
  idle(): Promise<void> {
    if (this.#isIdle()) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Forgets all answers, so that the next calculation asks the add-in again. */
  forgetAnswers(): void {
    this.#cache.clear();
  }

  /**
   * Cells have been computed: calls whose formula is gone are cancelled. It may also have moved to where nobody knows
   * that it waits, so everything is worked out again.
   */
  cellsCalculated(): void {
    if (this.#waiting.size === 0) return;
    const gone = this.#callers.release(
      (cell) => !this.options.hasFormula(cell),
      (call) => this.#waiting.has(call),
    );
    if (gone.length === 0) return;
    this.#cancel(gone);
    this.#scheduleRecalculation(true);
  }

  /** Text of the error at a place of what a formula gives; the formula stands in `cell`. */
  errorMessage(cell: CellPosition, rowOffset = 0, columnOffset = 0): string | undefined {
    for (const call of this.#callers.callsOf(cell)) {
      const message = this.#cache.get(call)?.messages.get(`${rowOffset},${columnOffset}`);
      if (message !== undefined) return message;
    }
    return undefined;
  }

  #call(metadata: FunctionMetadata, given: readonly GridArgument[], caller: CellPosition | undefined): CellValue | CellValue[][] {
    const errorsAllowed = metadata.allowErrorForDataTypeAny ?? this.options.metadata.allowErrorForDataTypeAny ?? false;
    const read = readArguments(metadata, given, { errorsAllowed, blank: this.options.blank ?? "" });
    if (caller) this.#callers.begin(caller);
    this.#burst();
    if ("error" in read) return read.error;
    const address = metadata.options?.requiresAddress && caller ? this.options.addressOf(caller) : null;
    const argumentsText = JSON.stringify(read.args);
    const call = `${metadata.id}${argumentsText}${address ?? ""}`;
    if (caller) this.#callers.add(caller, call);
    const known = this.#cache.get(call);
    if (known) return copyOf(known);
    if (!this.#waiting.has(call)) this.#ask(metadata, call, argumentsText, address, errorsAllowed);
    return BUSY;
  }

  #ask(metadata: FunctionMetadata, call: string, argumentsText: string, address: string | null, errorsAllowed: boolean): void {
    const { cancelable, stream, volatile } = metadata.options ?? {};
    const invocationId = ++this.#lastId;
    const flags =
      (cancelable ? InvocationFlag.cancelable : 0) | (stream ? InvocationFlag.streaming : 0) | (errorsAllowed ? InvocationFlag.errorsAllowed : 0);
    const message = `[${invocationId},${JSON.stringify(metadata.id)},${argumentsText},${JSON.stringify(address)},${flags},null]`;
    const waiting: WaitingCall = { invocationId, call, metadata, message, sent: false, answered: false };
    if (volatile) this.#volatile.add(call);
    this.#waiting.set(call, waiting);
    this.#byId.set(invocationId, waiting);
  }

  /** Everything computed before the next turn belongs together: one message takes all its calls. */
  #burst(): void {
    this.#endOfBurst ??= setTimeout(() => {
      this.#endOfBurst = undefined;
      this.#cancel(this.#callers.settle());
      this.#sendWaiting();
      this.#settleIfIdle();
    }, 0);
  }

  #sendWaiting(): void {
    if (!this.#connected) return;
    const unsent = [...this.#waiting.values()].filter((waiting) => !waiting.sent);
    if (unsent.length === 0) return;
    for (const waiting of unsent) waiting.sent = true;
    this.options.send(unsent.map((waiting) => entry(MessageType.invocation, waiting.message)));
  }

  /** Ends calls that no formula asks for any more. */
  #cancel(calls: readonly string[]): void {
    const dropped = calls.flatMap((call) => this.#waiting.get(call) ?? []);
    if (dropped.length === 0) return;
    for (const waiting of dropped) {
      this.#forget(waiting);
      if (waiting.metadata.options?.stream) this.#cache.delete(waiting.call);
    }
    const told = dropped.filter(({ sent, metadata }) => sent && (metadata.options?.cancelable || metadata.options?.stream));
    if (told.length > 0 && this.#connected) {
      this.options.send(told.map(({ invocationId }) => entry(MessageType.cancellation, JSON.stringify({ invocationId }))));
    }
    this.#settleIfIdle();
  }

  #forget(waiting: WaitingCall): void {
    this.#waiting.delete(waiting.call);
    this.#byId.delete(waiting.invocationId);
  }

  #unanswered(): WaitingCall[] {
    return [...this.#waiting.values()].filter((waiting) => !waiting.answered);
  }

  #scheduleRecalculation(all: boolean): void {
    const soon = this.#unanswered().length === 0;
    const scheduled = this.#recalculation;
    if (scheduled && (scheduled.soon || !soon) && (scheduled.all || !all)) return;
    if (scheduled) clearTimeout(scheduled.timer);
    const wanted = all || (scheduled?.all ?? false);
    const timer = setTimeout(() => void this.#recalculate(wanted), soon ? 0 : GATHER_MILLISECONDS);
    this.#recalculation = { timer, all: wanted, soon };
  }

  async #recalculate(all: boolean): Promise<void> {
    this.#recalculation = undefined;
    if (this.#recalculating) return this.#scheduleRecalculation(all);
    this.#recalculating = true;
    try {
      await this.options.recalculate(all);
    } finally {
      this.#recalculating = false;
      this.#settleIfIdle();
    }
  }

  #isIdle(): boolean {
    return this.#endOfBurst === undefined && !this.#recalculation && !this.#recalculating && this.#unanswered().length === 0;
  }

  #settleIfIdle(): void {
    if (!this.#isIdle()) return;
    for (const call of this.#volatile) this.#cache.delete(call);
    this.#volatile.clear();
    this.#cache.trim();
    const waiting = this.#idle;
    this.#idle = [];
    for (const resolve of waiting) resolve();
  }
}

function entry(type: number, message: string): RichApiMessageEntry {
  return [CUSTOM_FUNCTION_CATEGORY, type, "", message, null, false];
}

/** The grid may keep and change what it is given. */
function copyOf({ value }: Answer): CellValue | CellValue[][] {
  return Array.isArray(value) ? value.map((row) => [...row]) : value;
}

