import { HostError, HostObject } from "../hostObject";
import { type ArgumentInfo, type ObjectPath, PathType } from "./messages";
import { call, locationOf, read, typeNameOf } from "./members";
import { LocatedError, type Visit } from "./query";
import type { References } from "./references";

export type Resolved = HostObject | null;
type Pending<T> = T | Promise<T>;

export interface PathRoots {
  /** The object of the Global path. */
  readonly root: () => HostObject;
  /** A host service by its server type name; undefined when this host has none of that name. */
  readonly service: (typeName: string) => HostObject | undefined;
  readonly references: References;
  readonly visit: Visit | undefined;
}

/** The object paths of one request. A path is evaluated once, at its first use: evaluating it again could write twice. */
export class ObjectPaths {
  readonly #resolved = new Map<number, Pending<Resolved>>();
  readonly #referenceIds = new Map<number, string>();

  constructor(
    private readonly paths: Readonly<Record<string, ObjectPath>>,
    private readonly roots: PathRoots,
  ) {}

  resolve(id: number): Pending<Resolved> {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const path = this.paths[String(id)];
    if (!path) throw new HostError("InvalidRequest", `The request uses object path ${id} without describing it.`);
    const resolved = this.#evaluate(path);
    this.#resolved.set(id, resolved);
    return then(resolved, (object) => {
      this.#resolved.set(id, object);
      return object;
    });
  }

  /** Id under which the object of a path is kept, if it is. */
  referenceId(id: number): string | undefined {
    const path = this.paths[String(id)];
    return path?.ObjectPathType === PathType.ReferenceId ? path.Name : this.#referenceIds.get(id);
  }

  keep(id: number, object: HostObject): void {
    if (this.referenceId(id) === undefined) this.#referenceIds.set(id, this.roots.references.keep(object));
  }

  /** The object a path hangs from, undefined for roots. */
  parentOf(id: number): Pending<Resolved> | undefined {
    const parent = this.paths[String(id)]?.ParentObjectPathId;
    return parent === undefined || !this.paths[String(parent)] ? undefined : this.resolve(parent);
  }

  /** Arguments with every `object of path n` put in place; an omitted optional argument is undefined. */
  arguments(info: ArgumentInfo | undefined): Pending<readonly unknown[]> {
    const values = info?.Arguments ?? [];
    const places = info?.ReferencedObjectPathIds ?? [];
    return all(values.map((value, index) => this.#argument(value === null ? undefined : value, places[index])));
  }

  /** Puts objects in place inside a plain value. */
  value(info: ArgumentInfo | undefined): Pending<unknown> {
    return this.#argument(info?.Arguments?.[0] ?? null, info?.ReferencedObjectPathIds?.[0]);
  }

  #argument(value: unknown, place: unknown): Pending<unknown> {
    if (typeof place === "number" && place !== 0) return this.resolve(place);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) {
      const places = Array.isArray(place) ? (place as unknown[]) : undefined;
      // Matrices of plain values are the bulk of all traffic: they pass as they are.
      if (!places?.some(Boolean) && !holdsObject(value)) return value;
      return all(value.map((entry: unknown, index) => this.#argument(entry, places?.[index])));
    }
    const path = (value as { _ObjectPathId?: unknown })._ObjectPathId;
    if (typeof path === "number") return this.resolve(path);
    if (!holdsObject(Object.values(value))) return value;
    const keys = Object.keys(value);
    return then(all(Object.values(value).map((entry) => this.#argument(entry, undefined))), (entries) =>
      Object.fromEntries(keys.map((key, index) => [key, entries[index]])),
    );
  }

  #evaluate(path: ObjectPath): Pending<Resolved> {
    switch (path.ObjectPathType) {
      case PathType.Global:
        return this.roots.root();
      case PathType.NewObject: {
        const service = this.roots.service(path.Name);
        if (!service) throw new HostError("NotImplemented", `${path.Name} is not implemented by this host.`);
        return service;
      }
      case PathType.ReferenceId:
        return this.roots.references.get(path.Name);
      case PathType.NullObject:
        return null;
      case PathType.Method:
      case PathType.Property:
      case PathType.Indexer:
        return then(this.resolve(path.ParentObjectPathId ?? 0), (parent) => (parent ? this.#member(parent, path) : null));
      default:
        throw new HostError("InvalidRequest", `Object path ${path.Id} has the unknown type ${path.ObjectPathType}.`);
    }
  }

  #member(parent: HostObject, path: ObjectPath): Pending<Resolved> {
    const name = path.ObjectPathType === PathType.Indexer ? "getItem" : path.Name;
    const location = locationOf(parent, name);
    const work = () => {
      this.roots.visit?.(location);
      if (path.ObjectPathType === PathType.Property) return read(parent, name);
      return then(this.arguments(path.ArgumentInfo), (args) => call(parent, name, args));
    };
    return located(location, () =>
      then(work(), (value) => {
        if (value instanceof HostObject) return value;
        if (value === null || value === undefined) return null;
        throw new HostError("InvalidRequest", `${location} of ${typeNameOf(parent)} is a value, not an object.`);
      }),
    );
  }
}

function holdsObject(values: readonly unknown[]): boolean {
  return values.some(
    (value) =>
      typeof value === "object" &&
      value !== null &&
      (Array.isArray(value) ? holdsObject(value) : "_ObjectPathId" in value || holdsObject(Object.values(value))),
  );
}

/** Waits only when there is something to wait for: a request of a thousand calls must not cost a thousand turns. */
export function then<T, R>(value: Pending<T>, next: (value: T) => Pending<R>): Pending<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}

function all(values: readonly Pending<unknown>[]): Pending<readonly unknown[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : values;
}

/** Runs work and marks whatever it throws with the place, innermost place first. */
export function located<T>(location: string, work: () => Pending<T>): Pending<T> {
  const mark = (error: unknown): never => {
    throw error instanceof LocatedError ? error : new LocatedError(location, error);
  };
  try {
    const result = work();
    return result instanceof Promise ? result.catch(mark) : result;
  } catch (error) {
    return mark(error);
  }
}
