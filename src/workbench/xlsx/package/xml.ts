import { damaged } from "./fileError";

/** An element of a part. Names are without their namespace prefix, which files choose freely. */
export interface XmlElement {
  readonly name: string;
  /** By their name as written (`r:id`). */
  readonly attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE[^>]*>|<(\/?)([^\s/>]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Reads a small part (not the cells of a sheet). `path` is for the message when it is malformed. */
export function parseXml(xml: string, path: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  TOKEN.lastIndex = 0;
  const source = xml.charCodeAt(0) === 0xfeff ? xml.slice(1) : xml;
  for (let end = 0; end < source.length; end = TOKEN.lastIndex) {
    const token = TOKEN.exec(source);
    if (!token) throw damaged(`the part ${path} is no valid XML at character ${end + 1}`);
    const [, cdata, closing, name, attributes, selfClosing, text] = token;
    const parent = open[open.length - 1] as XmlElement;
    if (text !== undefined) parent.text += decodeEntities(text);
    else if (cdata !== undefined) parent.text += cdata;
    else if (name === undefined) continue;
    else if (closing) {
      if (open.length === 1 || localName(name) !== parent.name) throw damaged(`the part ${path} is no valid XML: </${name}> closes nothing`);
      open.pop();
    } else {
      const element: XmlElement = { name: localName(name), attributes: readAttributes(attributes ?? ""), children: [], text: "" };
      parent.children.push(element);
      if (!selfClosing) open.push(element);
    }
  }
  const [document] = root.children;
  if (!document || open.length > 1) throw damaged(`the part ${path} ends too early`);
  return document;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

export function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(ATTRIBUTE)].map((match) => [match[1] as string, decodeEntities(match[2] ?? match[3] ?? "")]));
}

export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? all;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16));
  });
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** An attribute that is true or false; both spellings of XML Schema are in use. */
export function flag(element: XmlElement | undefined, name: string, otherwise = false): boolean {
  const value = element?.attributes[name];
  return value === undefined ? otherwise : value === "1" || value === "true";
}

export function number(element: XmlElement | undefined, name: string): number | undefined {
  const value = element?.attributes[name];
  return value === undefined || value.trim() === "" || Number.isNaN(Number(value)) ? undefined : Number(value);
}

export function escapeXml(text: string): string {
  // Control characters are not allowed in XML 1.0 at all.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"]/g, (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[character] ?? "&quot;");
}

/** An attribute left undefined is not written; true is written as 1, false as 0. */
export type XmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Text of an element; the content must be escaped already. */
export function xml(name: string, attributes: XmlAttributes = {}, content: string | readonly string[] = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "boolean" ? Number(value) : escapeXml(String(value))}"`)
    .join("");
  const inner = typeof content === "string" ? content : content.join("");
  return inner === "" ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}
