import { HostCollection, HostError, HostObject } from "../hostObject";
import type { QueryInfo } from "./messages";
import { type Member, hasMember, locationOf, memberName, membersOf, read, typeNameOf, wireName } from "./members";
import { isRefused } from "./refusedProperties";

/** What a load asks of one object: its own scalars, all of them or by name, and the same of its navigation properties. */
interface Wanted {
  all: boolean;
  readonly named: Map<string, Wanted>;
}

/** How a result is written: Query answers in wire names, QueryAsJson in the names of the typings. */
export interface ResultNames {
  readonly key: (name: string, object: HostObject) => string;
  readonly items: string;
}
/** Properties whose names office.js expects as the typings spell them, unlike all others. */
const IN_LOWER_CASE = new Set(["Image.format", "Line.connectorType"]);
export const WIRE_NAMES: ResultNames = { key: (name, object) => (IN_LOWER_CASE.has(locationOf(object, name)) ? name : wireName(name)), items: "_Items" };
export const JSON_NAMES: ResultNames = { key: (name) => name, items: "items" };

export type Visit = (location: string) => void;

function nothing(): Wanted {
  return { all: false, named: new Map() };
}

function add(wanted: Wanted, path: string, whole: boolean): void {
  let at = wanted;
  for (const step of path.split(/[/.]/)) {
    const name = memberName(step.trim());
    if (name === "*" || name === "$all") {
      at.all = true;
      return;
    }
    // Samples load "no-properties-needed" to get the items alone: what cannot be a name is left out.
    if (name === "$none" || !/^\w+$/.test(name)) return;
    let child = at.named.get(name);
    if (!child) at.named.set(name, (child = nothing()));
    at = child;
  }
  if (whole) at.all = true;
}

/** Reads the Select/Expand lists; without a Select everything scalar is wanted. */
function wantedBy(query: QueryInfo): Wanted {
  const wanted = nothing();
  if (!query.Select?.length) wanted.all = true;
  for (const path of query.Select ?? []) add(wanted, path, false);
  for (const path of query.Expand ?? []) add(wanted, path, true);
  return wanted;
}

/** Answers a load on an object; null for the null object. */
export function answerQuery(
  object: HostObject | null,
  query: QueryInfo,
  names: ResultNames,
  identity: Readonly<Record<string, unknown>>,
  visit?: Visit,
): unknown {
  if (!object) return null;
  return { ...identity, ...describe(object, wantedBy(query), names, visit, query) };
}

function describe(object: HostObject, wanted: Wanted, names: ResultNames, visit: Visit | undefined, page?: QueryInfo): Record<string, unknown> {
  return object instanceof HostCollection
    ? describeCollection(object, wanted, names, visit, page)
    : { ...object.identity(), ...describeProperties(object, wanted, names, visit) };
}

function describeCollection(
  collection: HostCollection<HostObject>,
  wanted: Wanted,
  names: ResultNames,
  visit: Visit | undefined,
  page: QueryInfo = {},
): Record<string, unknown> {
  const members = membersOf(collection);
  const own: Wanted = { all: wanted.all, named: new Map() };
  const ofItems: Wanted = { all: wanted.all, named: new Map() };
  let itemsWanted = wanted.all || wanted.named.size === 0;
  for (const [name, child] of wanted.named) {
    if (name === "items") {
      ofItems.all ||= child.all || child.named.size === 0;
      for (const [itemName, itemChild] of child.named) ofItems.named.set(itemName, itemChild);
      itemsWanted = true;
    } else if (members.has(name)) own.named.set(name, child);
    else {
      ofItems.named.set(name, child);
      itemsWanted = true;
    }
  }
  const result: Record<string, unknown> = { ...collection.identity(), ...describeProperties(collection, own, names, visit) };
  if (!itemsWanted) return result;
  const skip = page.Skip ?? 0;
  const items = collection.items.slice(skip, page.Top === undefined ? undefined : skip + page.Top);
  result[names.items] = items.map((item, index) => ({
    ...(skip > 0 ? { _Index: skip + index } : {}),
    ...describe(item, ofItems, names, visit),
  }));
  return result;
}

function describeProperties(object: HostObject, wanted: Wanted, names: ResultNames, visit: Visit | undefined): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  if (wanted.all) {
    for (const member of membersOf(object).values()) {
      if (!isScalarCandidate(member) || wanted.named.has(member.name)) continue;
      const value = readAt(object, member.name, visit);
      if (!(value instanceof HostObject)) result[names.key(member.name, object)] = plain(value);
    }
  }
  for (const [name, child] of wanted.named) {
    if (name === "isNullObject") {
      result[names.key(name, object)] = false;
      continue;
    }
    if (isUnknown(object, name)) continue;
    const value = readAt(object, name, visit);
    if (value instanceof HostObject) {
      // A navigation property named alone means its scalars.
      result[names.key(name, object)] = describe(value, child.named.size === 0 ? { ...child, all: true } : child, names, visit);
    } else if (child.named.size > 0 && value !== null) {
      throw new LocatedError(locationOf(object, name), new HostError("InvalidArgument", `${locationOf(object, name)} has no member ${[...child.named.keys()].join(", ")}.`));
    } else result[names.key(name, object)] = plain(value);
  }
  return result;
}

/** No property of Excel's at all: samples load `text` of an axis and `tableStyle` of a table, and Excel leaves them out of its answer. */
function isUnknown(object: HostObject, name: string): boolean {
  return !hasMember(object, name) && !isRefused(typeNameOf(object), name);
}

/** `xOrNullObject` properties are always navigation, also while they are null. */
function isScalarCandidate({ kind, name }: Member): boolean {
  return kind === "property" && name !== "items" && !name.startsWith("_") && !name.endsWith("OrNullObject");
}

function plain(value: unknown): unknown {
  return value === undefined ? null : value;
}

function readAt(object: HostObject, name: string, visit: Visit | undefined): unknown {
  try {
    visit?.(locationOf(object, name));
    return read(object, name);
  } catch (error) {
    throw error instanceof LocatedError ? error : new LocatedError(locationOf(object, name), error);
  }
}

/** Carries the place of a failure up to the answer, which names it as `Type.member`. */
export class LocatedError extends Error {
  constructor(
    readonly location: string,
    readonly reason: unknown,
  ) {
    super(location);
    this.name = "LocatedError";
  }
}
