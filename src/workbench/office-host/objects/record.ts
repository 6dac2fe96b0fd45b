import { HostObject } from "../hostObject";
import { checkBoolean, checkColor, checkNumber, checkOneOf, checkString } from "./arguments";

/** Where a record object keeps what was set, and whom it tells. */
export interface RecordHandle {
  read(): Record<string, unknown>;
  changed(): void;
}

/** One property of a record: what it is until it is set, and how a new value is checked. Without a check it is read-only. */
export interface Field {
  readonly otherwise: unknown;
  readonly check?: (name: string, value: unknown) => unknown;
  /** Name it is kept under when that is not its own. */
  readonly key?: string;
}

export const text = (otherwise: string): Field => ({ otherwise, check: checkString });
export const flag = (otherwise: boolean): Field => ({ otherwise, check: checkBoolean });
export const color = (otherwise: string): Field => ({ otherwise, check: checkColor });
export const number = (otherwise: number, from = -Infinity, to = Infinity): Field => ({ otherwise, check: (name, value) => checkNumber(name, value, from, to) });
export const oneOf = (otherwise: string, ...others: readonly string[]): Field => ({ otherwise, check: (name, value) => checkOneOf(name, value, [otherwise, ...others]) });
export const free = (otherwise: unknown): Field => ({ otherwise, check: (_name, value) => value });
export const keptAs = (key: string, field: Field): Field => ({ ...field, key });
export const readOnly = (otherwise: unknown): Field => ({ otherwise });

/**
 * An Excel object that is nothing but properties kept as they were set, such as the format of a chart's axis. A
 * subclass names its properties with `fields(this, …)` in a static block.
 */
export abstract class RecordObject extends HostObject {
  readonly #handle: RecordHandle;

  constructor(handle: RecordHandle) {
    super();
    this.#handle = handle;
  }
  static handle(record: RecordObject): RecordHandle {
    return record.#handle;
  }
}

export const handleOf = RecordObject.handle;

interface RecordClass {
  readonly prototype: RecordObject;
}

export function fields(target: RecordClass, definitions: Readonly<Record<string, Field>>): void {
  for (const [name, { otherwise, check, key = name }] of Object.entries(definitions)) {
    Object.defineProperty(target.prototype, name, {
      configurable: true,
      get(this: RecordObject): unknown {
        return handleOf(this).read()[key] ?? otherwise;
      },
      ...(check
        ? {
            set(this: RecordObject, value: unknown): void {
              const handle = handleOf(this);
              handle.read()[key] = check(name, value);
              handle.changed();
            },
          }
        : {}),
    });
  }
}

/** The part of a record that is a record itself, kept under a key of its own. */
export function part(record: RecordObject | RecordHandle, key: string): RecordHandle {
  const handle = record instanceof RecordObject ? handleOf(record) : record;
  return {
    read: () => (handle.read()[key] ??= {}) as Record<string, unknown>,
    changed: () => handle.changed(),
  };
}
