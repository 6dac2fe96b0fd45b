import type { Answer } from "../channel/conversation";
import type { RichApiMessageEntry } from "../objectEvents";
import type { RibbonState } from "./ribbonState";

/** What came of pressing a control. */
export type CommandOutcome =
  | { readonly status: "completed" }
  /** The add-in knows no function of that name. */
  | { readonly status: "unknownFunction" }
  /** It never called `event.completed()` in time. */
  | { readonly status: "timedOut" }
  /** The control is disabled. */
  | { readonly status: "disabled" };

export interface CommandsOptions {
  readonly state: RibbonState;
  /** Resolves when the add-in can be told. */
  readonly ready: () => Promise<void>;
  readonly raise: (eventName: string, data: unknown) => void;
  readonly send: (entries: readonly RichApiMessageEntry[]) => void;
  readonly showPane: () => void;
  /** Default: the five minutes that Excel gives a command. */
  readonly timeoutMilliseconds?: number;
}

/** Dispatch id under which office.js says that a command is done. */
export const COMMAND_COMPLETED_DISPATCH_ID = 94;

const ACTION_CATEGORY = 2;
const ACTION_INVOCATION = 1000;
const FIVE_MINUTES = 300_000;

/** Presses buttons of the ribbon and the context menu, and runs actions bound to keys. */
export class RibbonCommands {
  readonly #running = new Map<string, (outcome: CommandOutcome) => void>();
  #lastId = 0;

  constructor(private readonly options: CommandsOptions) {}

  /** Does what pressing the control does; resolves when its function has called `event.completed()`. */
  async press(controlId: string): Promise<CommandOutcome> {
    const { state, ready, raise, showPane } = this.options;
    const button = state.button(controlId);
    if (!state.isEnabled(controlId)) return { status: "disabled" };
    if (button.action.kind === "showTaskpane") {
      showPane();
      return { status: "completed" };
    }
    await ready();
    const commandId = `command${++this.#lastId}`;
    const outcome = this.#outcomeOf(commandId);
    raise("appCommandInvoked", [commandId, button.action.functionName, JSON.stringify({ source: { id: controlId } })]);
    return outcome;
  }

  /** Runs what the add-in gave `Office.actions.associate`, as a keyboard shortcut does. Nothing tells when it is done. */
  async runAction(actionId: string, argument?: unknown): Promise<void> {
    await this.options.ready();
    const message = JSON.stringify([actionId, argument === undefined ? "" : JSON.stringify(argument)]);
    this.options.send([[ACTION_CATEGORY, ACTION_INVOCATION, "", message, null, false]]);
  }

  /** Takes office.js's word that a command is done: `{"0": command, "1": status, …}`. */
  completed(data: Readonly<Record<string, unknown>>): Answer {
    this.#running.get(String(data["0"]))?.({ status: data["1"] === 0 ? "completed" : "unknownFunction" });
    return { data: { Error: 0 } };
  }

  #outcomeOf(commandId: string): Promise<CommandOutcome> {
    return new Promise((resolve) => {
      const end = (outcome: CommandOutcome) => {
        clearTimeout(timer);
        this.#running.delete(commandId);
        resolve(outcome);
      };
      const timer = setTimeout(() => end({ status: "timedOut" }), this.options.timeoutMilliseconds ?? FIVE_MINUTES);
      this.#running.set(commandId, end);
    });
  }
}
