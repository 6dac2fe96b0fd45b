import { ADDIN, newBook, reopened, savedParts } from "./savedParts";

const SETTINGS = [
  ["schema", "3"],
  ["last choice", JSON.stringify({ text: 'a "quoted" <name> & more\n', list: [1, null, true] })],
] as const;
const CUSTOM_XML = [
  ["{0A0B0C0D-0000-4000-8000-00000000000A}", '<plans xmlns="urn:kam"><plan key="Ä &amp; B"/></plans>'],
  ["{0A0B0C0D-0000-4000-8000-00000000000B}", '<?xml version="1.0" encoding="utf-16"?><other/>'],
] as const;

test("what an add-in keeps in a workbook comes back from the file, with the ids of its parts", async () => {
  const { bytes } = await savedParts(newBook().book, { addin: ADDIN, settings: SETTINGS, customXml: CUSTOM_XML });
  const { storage, losses } = await reopened(bytes);
  expect(storage.settings).toEqual(SETTINGS);
  expect(storage.customXml).toEqual([CUSTOM_XML[0], [CUSTOM_XML[1][0], "<other/>"]]);
  expect(losses).toEqual([]);
});

test("the settings stand where Excel looks for them, under the add-in's id", async () => {
  const { part, paths } = await savedParts(newBook().book, { addin: ADDIN, settings: SETTINGS, customXml: CUSTOM_XML });
  expect(part("_rels/.rels")).toContain('Type="http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"');
  expect(part("xl/webextensions/webextension1.xml")).toContain(`<we:reference id="${ADDIN.id}" version="1.2.0.0"`);
  expect(part("xl/webextensions/webextension1.xml")).toContain('<we:property name="schema" value="3"/>');
  // Every part is named by its content type, or Excel repairs the file.
  for (const path of paths.filter((one) => /webextensions\/[^_]|itemProps/.test(one) && !one.endsWith(".rels"))) expect(part("[Content_Types].xml")).toContain(`PartName="/${path}"`);
  expect(part("xl/_rels/workbook.xml.rels").match(/relationships\/customXml"/g)).toHaveLength(2);
});

test("a workbook without them has no such parts; those of another add-in are named as left out", async () => {
  const empty = await savedParts(newBook().book, { addin: ADDIN, settings: [], customXml: [] });
  expect(empty.paths.filter((path) => /webextension|customXml/.test(path))).toEqual([]);
  const { bytes } = await savedParts(newBook().book, { addin: { id: "another", version: "1.0" }, settings: SETTINGS, customXml: [] });
  const { storage, losses } = await reopened(bytes);
  expect(storage.settings).toEqual([]);
  expect(losses).toEqual(["What 1 other add-in keeps in the file is left out"]);
});
