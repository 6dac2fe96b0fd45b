import { children, parseXml } from "./xml";
import type { Parts } from "./zip";

export interface Relationship {
  readonly id: string;
  /** Last part of the type's address: `worksheet`, `table`, `hyperlink`. */
  readonly kind: string;
  /** Path of a part, or the address of something outside the file. */
  readonly target: string;
}

/** What a part refers to; empty when it refers to nothing. "" asks for the package itself. */
export function relationships(parts: Parts, path: string): readonly Relationship[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const bytes = parts.get(`${folder}_rels/${path.slice(folder.length)}.rels`);
  if (!bytes) return [];
  return children(parseXml(textOf(bytes), path), "Relationship").map(({ attributes }) => ({
    id: attributes["Id"] ?? "",
    kind: (attributes["Type"] ?? "").split("/").pop() ?? "",
    target: attributes["TargetMode"] === "External" ? (attributes["Target"] ?? "") : resolve(folder, attributes["Target"] ?? ""),
  }));
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}
