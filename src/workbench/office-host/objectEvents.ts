import type { EventFields, HostEvents } from "./hostObject";
import type { EventRegistrations } from "./rich-api/engine";

/** Category of object events in a richApiMessage. */
export const OBJECT_EVENT_CATEGORY = 65536;

/** `[category, type, targetId, JSON text, id, isRemoteOverride]`, the form of every entry of a richApiMessage. */
export type RichApiMessageEntry = readonly [number, number, string, string, string | null, boolean];

const SELECTION_CHANGED = 14;

export interface EventSender {
  /** Sends entries to the add-in, after the answer of the request in work if there is one. */
  send(entries: readonly RichApiMessageEntry[]): void;
  /** Sends an event of the document, the older of office.js's two kinds. */
  sendDocumentEvent(name: "documentSelectionChanged" | "settingsChanged"): void;
}

/**
 * Turns what happened in the workbook into messages for the handlers an add-in has registered: one for each target
 * with a handler, none for the others.
 */
export class ObjectEvents implements HostEvents, EventRegistrations {
  readonly #counts = new Map<string, number>();
  enabled = true;

  constructor(private readonly sender: EventSender) {}

  register(eventType: number, target: string): void {
    const key = `${eventType} ${target}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  unregister(eventType: number, target: string): void {
    const key = `${eventType} ${target}`;
    const left = (this.#counts.get(key) ?? 0) - 1;
    if (left > 0) this.#counts.set(key, left);
    else this.#counts.delete(key);
  }

  /** Forgets all handlers: they do not outlive the page that added them. */
  clear(): void {
    this.#counts.clear();
    this.enabled = true;
  }

  raise(eventType: number, targets: readonly string[], args: EventFields | (() => EventFields)): void {
    if (!this.enabled) return;
    const listening = targets.filter((target) => this.#counts.has(`${eventType} ${target}`));
    if (listening.length > 0) {
      const message = JSON.stringify(typeof args === "function" ? args() : args);
      this.sender.send(listening.map((target) => [OBJECT_EVENT_CATEGORY, eventType, target, message, null, false]));
    }
    if (eventType === SELECTION_CHANGED) this.sender.sendDocumentEvent("documentSelectionChanged");
  }
}
