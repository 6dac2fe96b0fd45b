import { type HostEvents, HostObject } from "../hostObject";
import { checkBoolean } from "./arguments";

/** `context.runtime`. */
export class Runtime extends HostObject {
  readonly #events: HostEvents;

  constructor(events: HostEvents) {
    super();
    this.#events = events;
  }

  /** Whether the add-in's handlers are told of events. */
  get enableEvents(): boolean {
    return this.#events.enabled;
  }
  set enableEvents(enabled: unknown) {
    this.#events.enabled = checkBoolean("enableEvents", enabled);
  }
}
