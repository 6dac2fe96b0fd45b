import { parseRegion } from "../office-host/objects/address";
import type { Region } from "../office-host/objects/region";
import type { FilterState } from "../office-host/objects/workbookState";
import type { Losses } from "./losses";
import { children, flag, number, type XmlElement, xml } from "./package/xml";

/** Words of dynamic filters that only start with another letter in files. */
const OWN_WORDS: Readonly<Record<string, string>> = { M1: "AllDatesInPeriodJanuary", M2: "AllDatesInPeriodFebruray", M3: "AllDatesInPeriodMarch", M4: "AllDatesInPeriodApril", M5: "AllDatesInPeriodMay", M6: "AllDatesInPeriodJune", M7: "AllDatesInPeriodJuly", M8: "AllDatesInPeriodAugust", M9: "AllDatesInPeriodSeptember", M10: "AllDatesInPeriodOctober", M11: "AllDatesInPeriodNovember", M12: "AllDatesInPeriodDecember", Q1: "AllDatesInPeriodQuarter1", Q2: "AllDatesInPeriodQuarter2", Q3: "AllDatesInPeriodQuarter3", Q4: "AllDatesInPeriodQuarter4" };

const SIGNS: readonly (readonly [file: string, sign: string])[] = [
  ["greaterThanOrEqual", ">="],
  ["lessThanOrEqual", "<="],
  ["notEqual", "<>"],
  ["greaterThan", ">"],
  ["lessThan", "<"],
  ["equal", "="],
];

export interface FilterSource {
  readonly region: Region;
  /** By index of the column in the region. */
  readonly criteria: Record<number, FilterState>;
}

/** Reads `autoFilter` of a sheet or table. */
export function readFilter(element: XmlElement | undefined, losses: Losses): FilterSource | undefined {
  const region = parseRegion(element?.attributes["ref"] ?? "");
  if (!region) return undefined;
  const criteria: Record<number, FilterState> = {};
  for (const column of children(element, "filterColumn")) {
    const [kind] = column.children;
    const read = kind && criterion(kind);
    if (read) criteria[number(column, "colId") ?? 0] = read;
    else if (kind) losses.add("# filter by colour or icon is left out, its rows stay hidden", "# filters by colour or icon are left out, their rows stay hidden");
  }
  return { region, criteria };
}

function criterion(element: XmlElement): FilterState | undefined {
  switch (element.name) {
    case "filters":
      return { filterOn: "Values", values: [...children(element, "filter").map((one) => one.attributes["val"] ?? ""), ...(flag(element, "blank") ? [""] : []), ...children(element, "dateGroupItem").map(dateGroup)] };
    case "customFilters": {
      const [first, second] = children(element, "customFilter").map((one) => (SIGNS.find(([name]) => name === (one.attributes["operator"] ?? "equal"))?.[1] ?? "=") + (one.attributes["val"] ?? ""));
      return first === undefined ? undefined : { filterOn: "Custom", criterion1: first, ...(second === undefined ? {} : { criterion2: second, operator: flag(element, "and") ? "And" : "Or" }) };
    }
    case "top10":
      return { filterOn: `${flag(element, "top", true) ? "Top" : "Bottom"}${flag(element, "percent") ? "Percent" : "Items"}`, criterion1: String(number(element, "val") ?? 10) };
    case "dynamicFilter": {
      const { type = "" } = element.attributes;
      return { filterOn: "Dynamic", dynamicCriteria: OWN_WORDS[type] ?? type.charAt(0).toUpperCase() + type.slice(1) };
    }
    default:
      return undefined;
  }
}

function dateGroup(element: XmlElement): { readonly date: string; readonly specificity: string } {
  const grouping = element.attributes["dateTimeGrouping"] ?? "day";
  const part = (name: string, otherwise: number) => String(number(element, name) ?? otherwise).padStart(2, "0");
  return { date: `${part("year", 1900)}-${part("month", 1)}-${part("day", 1)}`, specificity: grouping.charAt(0).toUpperCase() + grouping.slice(1) };
}

/** `autoFilter` for a file. `ref` is its address. */
export function filterXml(ref: string, criteria: Readonly<Record<number, FilterState>>, losses: Losses): string {
  const columns = Object.entries(criteria).map(([index, state]) => {
    const content = criterionXml(state);
    if (content === "") losses.add("# filter by colour or icon is saved without its rule, its rows stay hidden", "# filters by colour or icon are saved without their rule, their rows stay hidden");
    return content === "" ? "" : xml("filterColumn", { colId: index }, content);
  });
  return xml("autoFilter", { ref }, columns);
}

function criterionXml(state: FilterState): string {
  const { filterOn, criterion1, criterion2, operator, values, dynamicCriteria } = state as FilterState & Readonly<Record<string, string | undefined>> & { readonly values?: readonly unknown[] };
  if (filterOn === "Values") {
    const texts = (values ?? []).filter((value): value is string => typeof value === "string");
    const dates = (values ?? []).filter((value): value is { date: string; specificity: string } => typeof value === "object" && value !== null && "date" in value);
    return xml("filters", texts.includes("") ? { blank: 1 } : {}, [...texts.filter((text) => text !== "").map((val) => xml("filter", { val })), ...dates.map(dateGroupXml)]);
  }
  if (filterOn === "Custom") {
    const conditions = [criterion1, criterion2].flatMap((text) => (text === undefined || text === null ? [] : [customXml(String(text))]));
    return xml("customFilters", conditions.length > 1 && operator !== "Or" ? { and: 1 } : {}, conditions);
  }
  const top = /^(Top|Bottom)(Items|Percent)$/.exec(filterOn);
  if (top) return xml("top10", { top: top[1] === "Bottom" ? 0 : undefined, percent: top[2] === "Percent" ? 1 : undefined, val: Number(criterion1) });
  if (filterOn !== "Dynamic") return "";
  const word = dynamicCriteria ?? "";
  return xml("dynamicFilter", { type: Object.entries(OWN_WORDS).find(([, api]) => api === word)?.[0] ?? word.charAt(0).toLowerCase() + word.slice(1) });
}

function customXml(text: string): string {
  const sign = SIGNS.find(([, known]) => text.startsWith(known));
  return xml("customFilter", { operator: sign && sign[0] !== "equal" ? sign[0] : undefined, val: sign ? text.slice(sign[1].length) : text });
}

function dateGroupXml({ date, specificity }: { readonly date: string; readonly specificity: string }): string {
  const [year, month, day] = date.split(/[-T]/).map(Number);
  const depth = ["Year", "Month", "Day"].indexOf(specificity);
  return xml("dateGroupItem", { year, month: depth >= 1 || depth < 0 ? month : undefined, day: depth >= 2 || depth < 0 ? day : undefined, dateTimeGrouping: specificity.toLowerCase() });
}
