import { type AddinRequest, ActionKind, answerText, eventText, notificationText, readRequest } from "./envelope";

/** `_errorCode` of an answer: the host failed to handle the request. */
const HANDLING_FAILED = -2;

/** An answer to a call and what is to happen once it has been sent. */
export interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly sent?: () => void;
}

/** What a loaded add-in page asks of its host. */
export interface ConversationHandlers {
  appContext(): Readonly<Record<string, unknown>>;
  /** Focus, key and telemetry notices; no answer expected. */
  notify(actionId: number, argument: unknown): void;
  /** A call by dispatch id; resolves with `{ Error: 0, … }` or an office error number, and what to do once that is sent. */
  execute(dispatchId: number, data: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** An event handler was added or removed; resolves with 0 or an office error number. */
  registered?(eventName: string, targetId: string): number;
  unregistered?(eventName: string, targetId: string): number;
}

/** One loaded page's exchange with the host, from its first message to its end. Knows no DOM. */
export class Conversation {
  readonly #events = new Set<string>();
  readonly #waiting = new Map<string, (() => void)[]>();
  #open = true;

  constructor(
    readonly id: string,
    private readonly post: (text: string) => void,
    private readonly handlers: ConversationHandlers,
  ) {}

  /** Takes a message of the page; whatever does not belong to this conversation is ignored. */
  receive(text: unknown): void {
    const request = readRequest(text);
    if (!this.#open || request?.conversationId !== this.id) return;
    if (request.actionKind === ActionKind.invoke) void this.#invoke(request);
    else this.#registration(request);
  }

  isRegistered(eventName: string): boolean {
    return this.#events.has(eventName);
  }

  /** Resolves when the page has registered for an event. */
  registration(eventName: string): Promise<void> {
    if (this.#events.has(eventName)) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.set(eventName, [...(this.#waiting.get(eventName) ?? []), resolve]);
    });
  }

  /** Sends an event if the page listens to it. */
  raise(eventName: string, data: unknown): void {
    if (this.#open && this.#events.has(eventName)) this.post(eventText(this.id, eventName, data));
  }

  notifyPage(actionId: number, argument: unknown): void {
    if (this.#open) this.post(notificationText(this.id, actionId, argument));
  }

  /** Ends the exchange: later answers and events go nowhere. */
  close(): void {
    this.#open = false;
  }

  async #invoke(request: AddinRequest): Promise<void> {
    if (request.actionName === "executeMethod") return this.#execute(request);
    try {
      this.#answer(request, this.#result(request));
    } catch {
      this.#answer(request, null, HANDLING_FAILED);
    }
  }

  async #execute(request: AddinRequest): Promise<void> {
    const data = request.data as Readonly<Record<string, unknown>> & { readonly DdaMethod?: { readonly DispatchId?: number } };
    try {
      const answer = await this.handlers.execute(Number(data.DdaMethod?.DispatchId), data);
      this.#answer(request, { Version: 1, ...answer.data });
      answer.sent?.();
    } catch {
      this.#answer(request, null, HANDLING_FAILED);
    }
  }

  #result(request: AddinRequest): unknown {
    switch (request.actionName) {
      case "ContextActivationManager_getAppContextAsync":
        // A page that reloads itself starts over in the same conversation, without the handlers it had.
        this.#events.clear();
        return this.handlers.appContext();
      case "ContextActivationManager_notifyHost": {
        const [, actionId, argument] = request.data as readonly unknown[];
        this.handlers.notify(Number(actionId), argument);
        return null;
      }
      default:
        throw new Error(`unknown call ${request.actionName}`);
    }
  }

  #registration(request: AddinRequest): void {
    const name = request.actionName;
    const targetId = String((request.data as { readonly targetId?: unknown } | null)?.targetId ?? "");
    const adding = request.actionKind === ActionKind.register;
    const error = (adding ? this.handlers.registered?.(name, targetId) : this.handlers.unregistered?.(name, targetId)) ?? 0;
    if (error === 0 && adding) this.#events.add(name);
    if (error === 0 && !adding) this.#events.delete(name);
    // A null answer would count as a failure, so success is said in words.
    this.#answer(request, { Error: error });
    if (error !== 0 || !adding) return;
    for (const resolve of this.#waiting.get(name) ?? []) resolve();
    this.#waiting.delete(name);
  }

  #answer(request: AddinRequest, data: unknown, errorCode?: number): void {
    if (this.#open) this.post(answerText(request, data, errorCode));
  }
}
