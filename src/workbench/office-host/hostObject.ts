/** What identifies an object on the wire: `Id` for most, `_Id` for named items and settings. */
export interface Identity {
  readonly Id?: string | number;
  readonly _Id?: string | number;
}

/**
 * Base of every object the host offers to office.js. A subclass is written like the class in Microsoft's typings and
 * carries the same member names in camelCase: a getter is a property that can be loaded (a getter that returns a
 * HostObject is a navigation property), a setter makes it writable, a method can be called, a method or getter that
 * returns `null` where an object is expected gives the null object.
 *
 * The engine reaches every member declared on a subclass by its name, so whatever office.js must not reach is a
 * `#private` member or a function outside the class. What the subclass does not declare is answered with
 * NotImplemented and the name.
 *
 * The class carries the name of the Excel type (`Range`, `WorksheetCollection`): errors and events go by it. An omitted
 * optional argument arrives as `undefined`. `getXOrNullObject` needs no declaration where `getX` throws ItemNotFound.
 * A load without names reads every getter, so a getter of a navigation property must not throw. Keeping references,
 * registering events and announcing the size of a matrix (`_KeepReference`, `_RegisterXxxEvent`,
 * `_ValidateArraySize`) are the engine's business; methods may return promises.
 */
export abstract class HostObject {
  identity(): Identity {
    return {};
  }
}

/** A collection: `items` in order; `getItem(key)` serves the indexer path, `getItemAt(index)` positional access. */
export abstract class HostCollection<Item extends HostObject> extends HostObject {
  abstract get items(): readonly Item[];
  abstract getItem(key: string | number): Item;

  getItemAt(index: number): Item {
    const item = this.items[index];
    if (!item) throw new HostError("InvalidArgument", `there is no item ${index}`);
    return item;
  }
}

/** An error the add-in sees as OfficeExtension.Error with this code. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "HostError";
  }
}

/** Where the object model reports what happened; the engine turns it into messages for registered handlers. */
export interface HostEvents {
  /** False while the add-in wants to hear of nothing (`context.runtime.enableEvents`). */
  enabled: boolean;
  /** `eventType` numbers and argument fields as Excel sends them; `targets` are object ids or "Workbook". */
  raise(eventType: number, targets: readonly string[], args: EventFields | (() => EventFields)): void;
}

/** Fields of an event; given as a function where making them is work that only a listener is worth. */
export type EventFields = Readonly<Record<string, unknown>>;
