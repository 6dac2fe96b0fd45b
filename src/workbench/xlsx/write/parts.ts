import { textOf } from "../package/relationships";
import { damaged } from "../package/fileError";
import type { Parts } from "../package/zip";

/** Rewrites one part of the package the library made. */
export function editPart(parts: Parts, path: string, edit: (xml: string) => string): void {
  const bytes = parts.get(path);
  if (!bytes) throw damaged(`the part ${path} was not written`);
  parts.set(path, new TextEncoder().encode(edit(textOf(bytes))));
}

/** Replaces what must be there; a library that writes something else must not go unnoticed. */
export function replaceOnce(xml: string, pattern: RegExp, replacement: string): string {
  if (!pattern.test(xml)) throw damaged(`${pattern.source} was not written`);
  return xml.replace(pattern, () => replacement);
}

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
export const OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Adds relationships (as XML) to a part, which may have none so far. */
export function addRelationships(parts: Parts, path: string, added: string): void {
  if (added === "") return;
  const at = path.lastIndexOf("/") + 1;
  const rels = `${path.slice(0, at)}_rels/${path.slice(at)}.rels`;
  const known = parts.get(rels);
  const xml = known ? textOf(known) : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;
  parts.set(rels, new TextEncoder().encode(xml.replace("</Relationships>", () => `${added}</Relationships>`)));
}
