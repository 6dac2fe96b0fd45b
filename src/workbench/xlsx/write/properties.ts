import type { WorkbookState } from "../../office-host/objects/workbookState";
import type { FileToWrite } from "../library";

type FileProperties = NonNullable<FileToWrite["properties"]>;

/** Document properties of the API against those of the library. */
const NAMES: readonly (readonly [string, keyof FileProperties])[] = [
  ["title", "title"],
  ["subject", "subject"],
  ["author", "creator"],
  ["keywords", "keywords"],
  ["comments", "description"],
  ["category", "category"],
  ["manager", "manager"],
  ["company", "company"],
  ["lastAuthor", "lastModifiedBy"],
];

export function writeProperties({ properties, customProperties }: WorkbookState): FileProperties {
  const texts = NAMES.flatMap(([property, name]) => (properties[property] ? [[name, String(properties[property])] as const] : []));
  const created = new Date(String(properties["creationDate"] ?? ""));
  return {
    ...Object.fromEntries(texts),
    ...(Number.isNaN(created.getTime()) ? {} : { created }),
    ...(customProperties.length > 0 ? { custom: Object.fromEntries(customProperties.map(({ key, value, type }) => [key, type === "Date" ? new Date(String(value)) : value])) } : {}),
  };
}
