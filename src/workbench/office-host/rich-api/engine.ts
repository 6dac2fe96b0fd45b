import { HostError, HostObject } from "../hostObject";
import { EVENT_TYPES } from "./eventTypes";
import { assign, call, findMember, locationOf, membersOf, read, typeNameOf } from "./members";
import { type Action, ActionType, type ResponseError, type RichApiRequest, type RichApiResponse } from "./messages";
import { located, ObjectPaths, then } from "./objectPaths";
import { answerQuery, JSON_NAMES, LocatedError, type Visit, WIRE_NAMES } from "./query";
import { References } from "./references";

/** Counts handlers of object events; `target` is an object's id or "Workbook". */
export interface EventRegistrations {
  register(eventType: number, target: string): void;
  unregister(eventType: number, target: string): void;
}

export interface EngineOptions {
  readonly root: () => HostObject;
  readonly service: (typeName: string) => HostObject | undefined;
  readonly registrations: EventRegistrations;
  /** Waits until formulas that earlier actions of a request changed are computed; undefined when none are pending. */
  readonly settled?: () => Promise<void> | undefined;
  /** Told of an exception that is no HostError: a fault of the object model, answered as GeneralException. */
  readonly onUnexpected?: (error: unknown, location: string) => void;
}

/** Target of events that concern the whole workbook (`OfficeExtension.Constants.eventWorkbookId`). */
export const WORKBOOK_TARGET = "Workbook";

const REGISTER = /^_(Un)?[Rr]egister(.+)$/;

/**
 * Executes requests of the Rich API on objects it knows nothing about but their members. Actions run strictly in the
 * order of the request; at the first failure it stops and keeps what was done, as Excel does.
 */
export class RichApiEngine {
  readonly references = new References();

  constructor(private readonly options: EngineOptions) {}

  /** `visit` is told each `Type.member` before it is used and may throw to make it fail. */
  async execute(request: RichApiRequest, visit?: Visit): Promise<RichApiResponse> {
    const { root, service } = this.options;
    const paths = new ObjectPaths(request.ObjectPaths, { root, service, references: this.references, visit });
    const results: { ActionId: number; Value: unknown }[] = [];
    const traceIds: number[] = [];
    for (const [index, action] of request.Actions.entries()) {
      try {
        const outcome = this.#run(action, paths, visit);
        const value = outcome instanceof Promise ? await outcome : outcome;
        results.push({ ActionId: action.Id, Value: value ?? null });
        if (action.ActionType === ActionType.Trace) traceIds.push(action.Id);
      } catch (error) {
        return { Results: results, TraceIds: traceIds, Error: this.#errorOf(error, index) };
      }
    }
    return { Results: results, TraceIds: traceIds };
  }

  #run(action: Action, paths: ObjectPaths, visit: Visit | undefined): unknown {
    if (action.ActionType === ActionType.Trace) return null;
    const id = action.ObjectPathId;
    return then(paths.resolve(id), (object) => {
      // Whatever is asked of a null object is answered with null.
      if (!object) return null;
      switch (action.ActionType) {
        case ActionType.Instantiate:
          return { ...object.identity(), ...referenceOf(paths, id) };
        case ActionType.Query:
          return then(this.options.settled?.(), () => answerQuery(object, action.QueryInfo ?? {}, WIRE_NAMES, referenceOf(paths, id), visit));
        case ActionType.QueryAsJson:
          return then(this.options.settled?.(), () => answerQuery(object, action.QueryInfo ?? {}, JSON_NAMES, {}, visit));
        case ActionType.Method:
          return this.#method(object, action, paths, visit);
        case ActionType.SetProperty:
          return then(paths.value(action.ArgumentInfo), (value) => set(object, action.Name, value, visit));
        case ActionType.Update:
          return then(paths.value({ Arguments: [action.ObjectState ?? {}] }), (state) => update(object, state as State, visit));
        case ActionType.EnsureUnchanged:
          return ensureUnchanged(object, action.ObjectState ?? {});
        default:
          throw new HostError("NotImplemented", `Action type ${action.ActionType} of the Rich API is not implemented by this host.`);
      }
    });
  }

  #method(object: HostObject, action: Action, paths: ObjectPaths, visit: Visit | undefined): unknown {
    const { Name: name } = action;
    return then(paths.arguments(action.ArgumentInfo), (args) => {
      const handled = this.#protocolMethod(object, action, args, paths);
      if (handled !== undefined) return handled;
      const location = locationOf(object, name);
      return located(location, () => {
        visit?.(location);
        return then(call(object, name, args), (value) => (value instanceof HostObject ? null : value));
      });
    });
  }

  /** Methods of the protocol itself, the same for every type; undefined for all others. */
  #protocolMethod(object: HostObject, action: Action, args: readonly unknown[], paths: ObjectPaths): unknown {
    if (!action.Name.startsWith("_") || membersOf(object).has(action.Name)) return undefined;
    switch (action.Name) {
      case "_KeepReference":
        paths.keep(action.ObjectPathId, object);
        return null;
      case "_RemoveReference":
        this.references.release(String(args[0]));
        return null;
      case "_RemoveAllReferences":
        this.references.releaseAll();
        return null;
      case "_GetReferenceCount":
        return this.references.count;
      case "_ValidateArraySize":
        return validateArraySize(object, args);
      default:
        return this.#registration(object, action, paths);
    }
  }

  #registration(object: HostObject, action: Action, paths: ObjectPaths): unknown {
    const match = REGISTER.exec(action.Name);
    if (!match) return undefined;
    const eventType = EVENT_TYPES[`${typeNameOf(object)}.${match[2]}`];
    if (eventType === undefined) return undefined;
    return then(paths.parentOf(action.ObjectPathId) ?? null, (parent) => {
      // A collection has no id: its events are those of the object it belongs to, at the top of the workbook.
      const target = String(object.identity().Id ?? parent?.identity().Id ?? WORKBOOK_TARGET);
      const { registrations } = this.options;
      if (match[1]) registrations.unregister(eventType, target);
      else registrations.register(eventType, target);
      return null;
    });
  }

  #errorOf(error: unknown, actionIndex: number): ResponseError {
    const location = error instanceof LocatedError ? error.location : "";
    const reason = error instanceof LocatedError ? error.reason : error;
    if (!(reason instanceof HostError)) this.options.onUnexpected?.(reason, location);
    const code = reason instanceof HostError ? reason.code : "GeneralException";
    const message = reason instanceof Error ? reason.message : String(reason);
    return { Code: code, Message: message, Location: location, ActionIndex: actionIndex, HttpStatusCode: STATUS[code] ?? 400 };
  }
}

/** HTTP status that goes with a code; everything else is 400. */
const STATUS: Readonly<Record<string, number>> = {
  AccessDenied: 401,
  ItemNotFound: 404,
  ItemAlreadyExists: 409,
  ActivityLimitReached: 429,
  GeneralException: 500,
  NotImplemented: 501,
};

type State = Readonly<Record<string, unknown>>;

function referenceOf(paths: ObjectPaths, id: number): Record<string, unknown> {
  const reference = paths.referenceId(id);
  return reference === undefined ? {} : { _ReferenceId: reference };
}

function set(object: HostObject, name: string, value: unknown, visit: Visit | undefined): unknown {
  const location = locationOf(object, name);
  return located(location, () => {
    visit?.(location);
    assign(object, name, value);
    return null;
  });
}

/** Sets several properties; a navigation property takes an object with the properties to set on it. */
function update(object: HostObject, state: State, visit: Visit | undefined): null {
  for (const [name, value] of Object.entries(state)) {
    const child = located(locationOf(object, name), () => (isPlainObject(value) && !isWritable(object, name) ? read(object, name) : undefined));
    if (child instanceof HostObject) update(child, value as State, visit);
    else set(object, name, value, visit);
  }
  return null;
}

function isWritable(object: HostObject, name: string): boolean {
  return findMember(object, name, "property").writable;
}

function isPlainObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof HostObject);
}

function ensureUnchanged(object: HostObject, state: State): null {
  for (const [name, expected] of Object.entries(state)) {
    const found = read(object, name);
    if (JSON.stringify(found ?? null) !== JSON.stringify(expected ?? null)) {
      throw new LocatedError(locationOf(object, name), new HostError("Conflict", `${locationOf(object, name)} is no longer ${JSON.stringify(expected)} but ${JSON.stringify(found)}.`));
    }
  }
  return null;
}

/** office.js announces a large matrix before it writes it in pieces, so that a wrong size is refused before any write. */
function validateArraySize(object: HostObject, [rows, columns]: readonly unknown[]): null {
  const [rowCount, columnCount] = [read(object, "rowCount"), read(object, "columnCount")];
  if (rows !== rowCount || columns !== columnCount) {
    const message = `The array has ${String(rows)} rows and ${String(columns)} columns, the range ${String(rowCount)} and ${String(columnCount)}.`;
    throw new LocatedError(locationOf(object, "values"), new HostError("InvalidArgument", message));
  }
  return null;
}
