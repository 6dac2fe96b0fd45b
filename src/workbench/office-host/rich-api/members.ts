import { HostError, HostObject } from "../hostObject";

export interface Member {
  /** camelCase, as in Microsoft's typings. */
  readonly name: string;
  readonly kind: "method" | "property";
  readonly writable: boolean;
}

/** `identity` is how the engine asks an object who it is; it is no member of any Excel type. */
const NOT_MEMBERS = new Set(["constructor", "identity"]);

/** office.js sends these setters under names that differ from the property that is loaded. */
const SETTER_ALIASES: Readonly<Record<string, string>> = { gridlines: "showGridlines", headings: "showHeadings", orientation: "textOrientation" };

const membersOfClass = new WeakMap<object, ReadonlyMap<string, Member>>();

/**
 * Name of the Excel type an object plays: the name of its class, without what webpack puts before one that is also the
 * name of something in browsers (`shapeImage_Image`).
 */
export function typeNameOf(object: HostObject): string {
  return object.constructor.name.replace(/^\w*_(?=[A-Z])/, "");
}

/** Every member declared below HostObject on the class of an object, by its camelCase name. */
export function membersOf(object: HostObject): ReadonlyMap<string, Member> {
  const prototype = Object.getPrototypeOf(object) as object;
  const known = membersOfClass.get(prototype);
  if (known) return known;
  const members = new Map<string, Member>();
  for (let at = prototype; at !== HostObject.prototype; at = Object.getPrototypeOf(at) as object) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (NOT_MEMBERS.has(name) || members.has(name)) continue;
      if (typeof descriptor.value === "function") members.set(name, { name, kind: "method", writable: false });
      else if (descriptor.get) members.set(name, { name, kind: "property", writable: descriptor.set !== undefined });
    }
  }
  membersOfClass.set(prototype, members);
  return members;
}

/** `TabColor` → `tabColor`; names that start with `_` are the same on both sides. */
export function memberName(wireName: string): string {
  return wireName.charAt(0).toLowerCase() + wireName.slice(1);
}

/** `tabColor` → `TabColor`. */
export function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function locationOf(object: HostObject, wire: string): string {
  return `${typeNameOf(object)}.${memberName(wire)}`;
}

function memberOf(object: HostObject, wire: string): Member | undefined {
  const members = membersOf(object);
  const name = memberName(wire);
  return members.get(name) ?? members.get(SETTER_ALIASES[name] ?? name) ?? anyCase(members, name);
}

export function hasMember(object: HostObject, wire: string): boolean {
  return memberOf(object, wire) !== undefined;
}

/** The member behind a wire name; NotImplemented with `Type.member` when the class does not declare it. */
export function findMember(object: HostObject, wire: string, kind: Member["kind"]): Member {
  const member = memberOf(object, wire);
  if (!member || member.kind !== kind) {
    throw new HostError("NotImplemented", `${locationOf(object, wire)} is not implemented by this host.`);
  }
  return member;
}

/** Some names differ from the typings in their capitals only (`VLookup` is `vlookup`). */
function anyCase(members: ReadonlyMap<string, Member>, name: string): Member | undefined {
  const wanted = name.toLowerCase();
  for (const member of members.values()) if (member.name.toLowerCase() === wanted) return member;
  return undefined;
}

type Indexed = Readonly<Record<string, unknown>>;

/** Value of a property. */
export function read(object: HostObject, wire: string): unknown {
  const member = findMember(object, wire, "property");
  return (object as unknown as Indexed)[member.name];
}

/** Assigns a property; one without a setter is refused as read-only. */
export function assign(object: HostObject, wire: string, value: unknown): void {
  const member = findMember(object, wire, "property");
  if (!member.writable) {
    throw new HostError("InvalidOperation", `${locationOf(object, wire)} is read-only.`);
  }
  (object as unknown as Record<string, unknown>)[member.name] = value;
}

const OR_NULL = "OrNullObject";

/**
 * Calls a method. `getXOrNullObject` falls back to `getX` with "not found" answered as the null object, so a class has
 * to declare it only where it means something else.
 */
export function call(object: HostObject, wire: string, args: readonly unknown[]): unknown {
  const name = memberName(wire);
  if (!membersOf(object).has(name) && name.endsWith(OR_NULL) && membersOf(object).has(name.slice(0, -OR_NULL.length))) {
    return orNull(() => call(object, name.slice(0, -OR_NULL.length), args));
  }
  const member = findMember(object, wire, "method");
  return (object as unknown as Record<string, (...values: readonly unknown[]) => unknown>)[member.name]?.(...args);
}

function orNull(work: () => unknown): unknown {
  const nullIfNotFound = (error: unknown): null => {
    if (error instanceof HostError && error.code === "ItemNotFound") return null;
    throw error;
  };
  try {
    const result = work();
    return result instanceof Promise ? result.catch(nullIfNotFound) : result;
  } catch (error) {
    return nullIfNotFound(error);
  }
}
