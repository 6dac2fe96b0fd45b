import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { HostObject } from "../../../../src/workbench/office-host/hostObject";
import { isRefused } from "../../../../src/workbench/office-host/rich-api/refusedProperties";

/**
 * Microsoft's typings are the reference: every member of the model must be in them with the same kind, and each class
 * must cover at least the share of its members stated below. A member the model lacks is answered with NotImplemented.
 */

const TYPINGS = resolve(__dirname, "../../../../node_modules/@types/office-js/index.d.ts");
const OBJECTS = resolve(__dirname, "../../../../src/workbench/office-host/objects");

type Kind = "method" | "property" | "readonly";

/** What every class of office.js has on the client's side only. */
const CLIENT_ONLY = /^(context|isNullObject|load|toJSON|set|track|untrack|on[A-Z]\w*|retrieve|update)$/;

function classesOfTypings(): Map<string, Map<string, Kind>> {
  const text = readFileSync(TYPINGS, "utf8");
  const start = text.indexOf("declare namespace Excel {");
  const end = text.indexOf("\ndeclare namespace ", start + 1);
  const lines = text.slice(start, end).replace(/\/\*[\s\S]*?\*\//g, "").split("\n");
  const classes = new Map<string, Map<string, Kind>>();
  let members: Map<string, Kind> | undefined;
  for (const line of lines) {
    const opening = /^ {4}class (\w+)/.exec(line);
    if (opening) classes.set(opening[1] as string, (members = new Map()));
    else if (/^ {4}\S/.test(line)) members = undefined;
    const member = /^ {8}(readonly )?(\w+)(\??: |\()/.exec(line);
    if (members && member && !CLIENT_ONLY.test(member[2] as string)) {
      members.set(member[2] as string, member[3] === "(" ? "method" : member[1] ? "readonly" : "property");
    }
  }
  return classes;
}

function classesOfModel(): Map<string, Map<string, Kind>> {
  const found = new Map<string, Map<string, Kind>>();
  for (const file of readdirSync(OBJECTS)) {
    const exported = jest.requireActual<Record<string, unknown>>(join(OBJECTS, file));
    for (const value of Object.values(exported)) {
      if (typeof value !== "function" || !(value.prototype instanceof HostObject)) continue;
      found.set(value.name, membersOf(value.prototype as object));
    }
  }
  return found;
}

function membersOf(prototype: object): Map<string, Kind> {
  const members = new Map<string, Kind>();
  for (let at = prototype; at !== HostObject.prototype; at = Object.getPrototypeOf(at) as object) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (members.has(name) || ["constructor", "identity"].includes(name) || name.startsWith("_")) continue;
      members.set(name, descriptor.get ? (descriptor.set ? "property" : "readonly") : "method");
    }
  }
  return members;
}

const typings = classesOfTypings();
const model = classesOfModel();
const isExcel = (name: string) => typings.has(name);

/** Parts of the model that are no class of the typings: shared bases, and the looks of named styles. */
const OWN = new Set(["RangeCore", "RangeValues", "RangeNavigation", "RangeEditing", "RecordObject", "StyleFont", "StyleFill", "CustomXmlParts"]);

test("every class of the model is one of Excel's", () => {
  expect([...model.keys()].filter((name) => !isExcel(name) && !OWN.has(name))).toEqual([]);
});

test.each([...model.keys()].filter(isExcel))("%s has only members of the typings, of the same kind", (name) => {
  const known = typings.get(name) as Map<string, Kind>;
  const wrong = [...(model.get(name) as Map<string, Kind>)].flatMap(([member, kind]) => {
    const expected = known.get(member);
    // Positional access belongs to the protocol, also where the typings show no getItemAt.
    if (expected === undefined && (member === "getItemAt" || member === "getItem")) return [];
    return expected === kind ? [] : [`${member} is a ${kind}, the typings say ${expected ?? "there is none"}`];
  });
  expect(wrong).toEqual([]);
});

test.each([...model.keys()].filter(isExcel))("each property of %s is there or known to be refused, so that none is taken for a misspelling", (name) => {
  const own = model.get(name) as Map<string, Kind>;
  const properties = [...(typings.get(name) as Map<string, Kind>)].filter(([, kind]) => kind !== "method").map(([member]) => member);
  expect(properties.filter((property) => !own.has(property) && !isRefused(name, property))).toEqual([]);
  expect(properties.filter((property) => own.has(property) && isRefused(name, property))).toEqual([]);
});

/** Members of a class that the model has, counting `getXOrNullObject` where `getX` is there: the protocol answers it. */
function coverage(name: string): { readonly share: number; readonly missing: string[] } {
  const known = [...(typings.get(name)?.keys() ?? [])];
  const own = model.get(name);
  const missing = known.filter((member) => !own?.has(member) && !own?.has(member.replace("OrNullObject", "")));
  return { share: 1 - missing.length / known.length, missing };
}

/** Least share of members, and what is left out at that share. */
const FLOORS: Readonly<Record<string, number>> = {
  Application: 0.75,
  AutoFilter: 1,
  Chart: 0.9,
  ChartAxis: 1,
  ChartCollection: 1,
  ChartDataLabels: 1,
  ChartLegend: 1,
  ChartSeries: 0.95,
  ChartTitle: 1,
  Comment: 1,
  CommentCollection: 1,
  ConditionalFormat: 1,
  ConditionalFormatCollection: 1,
  DataValidation: 1,
  NamedItem: 1,
  NamedItemCollection: 1,
  NoteCollection: 1,
  PageLayout: 1,
  Range: 0.9,
  PivotField: 1,
  PivotLayout: 1,
  PivotTable: 1,
  RangeAreas: 0.9,
  RangeFormat: 1,
  RangeView: 1,
  Functions: 1,
  Line: 1,
  Shape: 0.97,
  ShapeCollection: 1,
  Table: 1,
  TableColumn: 1,
  TableColumnCollection: 0.8,
  TableRowCollection: 0.8,
  Workbook: 0.55,
  Worksheet: 0.83,
  WorksheetCollection: 1,
  WorksheetFreezePanes: 1,
};

test.each(Object.entries(FLOORS))("%s covers at least %d of the typings", (name, floor) => {
  const { share, missing } = coverage(name);
  expect({ enough: share >= floor, missing: share >= floor ? [] : missing }).toEqual({ enough: true, missing: [] });
});
