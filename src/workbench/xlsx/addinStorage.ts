import type { Losses } from "./losses";
import { WorkbookFileError } from "./package/fileError";
import { relationships, textOf } from "./package/relationships";
import { child, children, parseXml, xml } from "./package/xml";
import type { Parts } from "./package/zip";
import { addRelationships, editPart, OFFICE_RELATIONSHIPS } from "./write/parts";

type Entries = readonly (readonly [name: string, value: string])[];

/** What an add-in keeps in a document. */
export interface AddinStorage {
  /** The add-in as its manifest names it: a document may hold the settings of several. */
  readonly addin: { readonly id: string; readonly version: string };
  /** JSON texts by name. */
  readonly settings: Entries;
  /** XML by the id of its part. */
  readonly customXml: Entries;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OWN_DECLARATION = /^\ufeff?\s*<\?xml[^>]*\?>\s*/;
const CONTENT_TYPES = "[Content_Types].xml";
const WORKBOOK = "xl/workbook.xml";
const CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
// Places and names of [MS-OWEXML], as Excel writes them.
const WEB_EXTENSION = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11";
const TASK_PANES = "http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11";
const WEB_RELATIONSHIPS = "http://schemas.microsoft.com/office/2011/relationships";

function add(parts: Parts, path: string, text: string, contentType?: string): void {
  // Whatever the text says of its encoding, it is written in UTF-8.
  parts.set(path, new TextEncoder().encode(DECLARATION + text.replace(OWN_DECLARATION, "")));
  if (contentType) editPart(parts, CONTENT_TYPES, (types) => types.replace("</Types>", () => `${xml("Override", { PartName: `/${path}`, ContentType: contentType })}</Types>`));
}

/** Puts settings and custom XML parts where Excel keeps them: the settings in a web extension, as properties. */
export function writeAddinStorage(parts: Parts, { addin, settings, customXml }: AddinStorage): void {
  customXml.forEach(([id, content], index) => {
    const number = index + 1;
    add(parts, `customXml/item${number}.xml`, content);
    add(parts, `customXml/itemProps${number}.xml`, xml("ds:datastoreItem", { "ds:itemID": id, "xmlns:ds": CUSTOM_XML }, xml("ds:schemaRefs")), "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
    addRelationships(parts, `customXml/item${number}.xml`, xml("Relationship", { Id: "rId1", Type: `${OFFICE_RELATIONSHIPS}/customXmlProps`, Target: `itemProps${number}.xml` }));
    addRelationships(parts, WORKBOOK, xml("Relationship", { Id: `rIdCustomXml${number}`, Type: `${OFFICE_RELATIONSHIPS}/customXml`, Target: `../customXml/item${number}.xml` }));
  });
  if (settings.length === 0) return;
  const properties = settings.map(([name, value]) => xml("we:property", { name, value }));
  const reference = xml("we:reference", { id: addin.id, version: addin.version, store: "developer", storeType: "Registry" });
  add(parts, "xl/webextensions/webextension1.xml", xml("we:webextension", { "xmlns:we": WEB_EXTENSION, id: `{${addin.id}}` }, [reference, xml("we:alternateReferences"), xml("we:properties", {}, properties), xml("we:bindings")]), "application/vnd.ms-office.webextension+xml");
  // The pane itself is not opened with the file.
  const pane = xml("wetp:taskpane", { dockstate: "right", visibility: 0, width: 350, row: 0 }, xml("wetp:webextensionref", { "xmlns:r": OFFICE_RELATIONSHIPS, "r:id": "rId1" }));
  add(parts, "xl/webextensions/taskpanes.xml", xml("wetp:taskpanes", { "xmlns:wetp": TASK_PANES }, pane), "application/vnd.ms-office.webextensiontaskpanes+xml");
  addRelationships(parts, "xl/webextensions/taskpanes.xml", xml("Relationship", { Id: "rId1", Type: `${WEB_RELATIONSHIPS}/webextension`, Target: "webextension1.xml" }));
  addRelationships(parts, "", xml("Relationship", { Id: "rIdTaskPanes", Type: `${WEB_RELATIONSHIPS}/webextensiontaskpanes`, Target: "xl/webextensions/taskpanes.xml" }));
}

/** The settings of one add-in and all custom XML parts of a file. */
export function readAddinStorage(parts: Parts, workbookPath: string, addinId: string, losses: Losses): Pick<AddinStorage, "settings" | "customXml"> {
  const settings: (readonly [string, string])[] = [];
  for (const panes of relationships(parts, "").filter(({ kind }) => kind === "webextensiontaskpanes")) {
    for (const { target } of relationships(parts, panes.target).filter(({ kind }) => kind === "webextension")) {
      const extension = element(parts, target);
      const id = child(extension, "reference")?.attributes["id"] ?? "";
      const properties = children(child(extension, "properties"), "property");
      if (id.toLowerCase() !== addinId.toLowerCase()) losses.add("What # other add-in keeps in the file is left out", "What # other add-ins keep in the file is left out");
      else for (const { attributes } of properties) if (isJson(attributes["value"])) settings.push([attributes["name"] ?? "", attributes["value"]]);
    }
  }
  const customXml = relationships(parts, workbookPath).flatMap(({ kind, target }) => {
    const bytes = kind === "customXml" ? parts.get(target) : undefined;
    if (!bytes) return [];
    const properties = relationships(parts, target).find((one) => one.kind === "customXmlProps");
    const named = properties && Object.entries(element(parts, properties.target)?.attributes ?? {}).find(([name]) => /(^|:)itemID$/.test(name));
    return [[named?.[1] ?? `{${crypto.randomUUID().toUpperCase()}}`, textOf(bytes).replace(OWN_DECLARATION, "")] as const];
  });
  return { settings, customXml };
}

/** Parts of add-ins are not needed to show the workbook: one that cannot be read is as good as none. */
function element(parts: Parts, path: string) {
  const bytes = parts.get(path);
  try {
    return bytes && parseXml(textOf(bytes), path);
  } catch (error) {
    if (error instanceof WorkbookFileError) return undefined;
    throw error;
  }
}

function isJson(text: string | undefined): text is string {
  try {
    JSON.parse(text ?? "");
    return true;
  } catch {
    return false;
  }
}
