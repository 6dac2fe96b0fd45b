/** @jest-environment jsdom */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

/*
 * What no schema sees in an add-in-only manifest. Lengths and element rules as documented for the manifest's Resources,
 * Icon, Control and Runtimes elements (Office Add-ins documentation, manifest reference).
 */
const ROOT = resolve(__dirname, "..");
const text = readFileSync(resolve(ROOT, "manifest.xml"), "utf8");
const xml = new DOMParser().parseFromString(text, "application/xml");
const all = (name: string) => [...xml.getElementsByTagName("*")].filter((element) => element.localName === name);
const attribute = (name: string) => (element: Element) => element.getAttribute(name) ?? "";
const resources = new Map(
  ["Image", "Url", "String"]
    .flatMap(all)
    .filter((element) => element.hasAttribute("id"))
    .map((element) => [attribute("id")(element), attribute("DefaultValue")(element)]),
);

test("the file is well-formed", () => {
  expect(xml.getElementsByTagName("parsererror")).toHaveLength(0);
});

test("every resid points to a resource, and every resource is used", () => {
  const used = [...xml.getElementsByTagName("*")].map(attribute("resid")).filter(Boolean);
  expect(used.filter((id) => !resources.has(id))).toEqual([]);
  expect([...resources.keys()].filter((id) => !used.includes(id))).toEqual([]);
});

test("ids are unique and short enough", () => {
  const ids = [...xml.getElementsByTagName("*")].filter((e) => e.localName !== "OfficeMenu").map(attribute("id")).filter(Boolean);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.filter((id) => id.length > 32)).toEqual([]);
});

test("every address is https on one origin", () => {
  const addresses = [...text.matchAll(/DefaultValue="([a-z]+:\/\/[^"]*)"/g)].map((match) => new URL(match[1] as string));
  expect(addresses.length).toBeGreaterThan(0);
  expect([...new Set(addresses.map((address) => address.origin))]).toEqual(["https://localhost:3000"]);
});

test("texts keep to Excel's lengths", () => {
  const strings = (kind: string) => all(kind).flatMap((list) => [...list.children]).map(attribute("DefaultValue"));
  expect(strings("ShortStrings").filter((value) => value.length > 125)).toEqual([]);
  expect(strings("LongStrings").filter((value) => value.length > 250)).toEqual([]);
});

test("every icon has the sizes Excel asks for, drawn at that size", () => {
  const needed = ["16", "20", "24", "32", "40", "48", "64", "80"];
  for (const icon of all("Icon")) {
    const images = [...icon.children];
    expect(images.map(attribute("size"))).toEqual(needed);
    for (const image of images) {
      const file = resolve(ROOT, new URL(resources.get(attribute("resid")(image)) as string).pathname.slice(1));
      expect(existsSync(file)).toBe(true);
      // Width and height stand at bytes 16 to 23 of a PNG.
      const png = readFileSync(file);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(attribute("size")(image)), Number(attribute("size")(image))]);
    }
  }
});

test("the shared runtime, the functions' page, the commands and the pane name one address", () => {
  const shared = attribute("resid")(all("Runtime")[0] as Element);
  const pages = [
    ...all("Page").flatMap((page) => [...page.children]),
    ...all("FunctionFile"),
    ...all("Action").filter((a) => a.getAttribute("xsi:type") === "ShowTaskpane").flatMap((action) => [...action.children]),
  ];
  expect(pages.length).toBeGreaterThanOrEqual(3);
  expect(pages.map(attribute("resid")).filter((id) => id !== shared)).toEqual([]);
  // A pane id is not allowed beside a shared runtime.
  expect(all("TaskpaneId")).toEqual([]);
});

test("the namespace of the functions is KAM", () => {
  expect(resources.get(attribute("resid")(all("Namespace")[0] as Element))).toBe("KAM");
});

test("every command of the ribbon and the context menu is one the add-in answers to", () => {
  const commands = [...new Set(all("FunctionName").map((element) => element.textContent))];
  expect(commands).toEqual(["buildPlans", "planList", "reviewPack", "tierAccounts", "checkSharing", "openHelp"]);
});

test("the version has four parts and the permission is the least that lets sheets be written", () => {
  expect(all("Version")[0]?.textContent).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  expect(all("Permissions")[0]?.textContent).toBe("ReadWriteDocument");
});
