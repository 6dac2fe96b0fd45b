/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ManifestError, readManifest } from "../../../../src/workbench/office-host/ribbon/manifest";

const OWN = readFileSync(join(__dirname, "../../../../manifest.xml"), "utf8");

function manifest(commands: string, resources = ""): string {
  return `<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0">
    <Id>id</Id><DisplayName DefaultValue="Name"/><AppDomains><AppDomain>https://a.example</AppDomain></AppDomains>
    <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides"><Hosts><Host xsi:type="Workbook"><DesktopFormFactor>${commands}</DesktopFormFactor></Host></Hosts>
    <Resources><bt:Images><bt:Image id="I16" DefaultValue="https://a.example/16.png"/></bt:Images>
    <bt:ShortStrings><bt:String id="L" DefaultValue="Label"><bt:Override Locale="de-DE" Value="Beschriftung"/></bt:String><bt:String id="N" DefaultValue="SPACE"/>${resources}</bt:ShortStrings></Resources></VersionOverrides></OfficeApp>`;
}
const tab = (controls: string, kind = "CustomTab") =>
  manifest(`<ExtensionPoint xsi:type="PrimaryCommandSurface"><${kind} id="TabHome"><Group id="G"><Label resid="L"/>${controls}</Group><Label resid="L"/></${kind}></ExtensionPoint>`);
const BUTTON = `<Control xsi:type="Button" id="B"><Label resid="L"/><Supertip><Title resid="L"/><Description resid="L"/></Supertip>
  <Icon><bt:Image size="16" resid="I16"/></Icon><Action xsi:type="ExecuteFunction"><FunctionName>run</FunctionName></Action><Enabled>false</Enabled></Control>`;

test("the add-in's own manifest: tab, groups, buttons, context menu and namespace", () => {
  const own = readManifest(OWN);
  expect(own).toMatchObject({ id: "7d5c9c0e-6c1f-4b0e-9d35-1f7a52a4c8e1", displayName: "KAM Planner", namespace: "KAM" });
  expect(own.tabs.map((t) => t.label)).toEqual(["KAM"]);
  const buttons = own.tabs.flatMap((t) => t.groups.flatMap((g) => g.controls));
  expect(buttons.map((b) => b.id)).toEqual(expect.arrayContaining(["KamOpenPane", "KamBuildPlans", "KamTierAccounts", "KamHelp"]));
  const open = buttons.find((b) => b.id === "KamOpenPane");
  expect(open).toMatchObject({ kind: "button", label: "KAM Planner", enabled: true, action: { kind: "showTaskpane", url: "https://localhost:3000/taskpane.html" } });
  expect(open?.icons[32]).toBe("https://localhost:3000/assets/brand-32.png");
  expect(own.contextMenu.map((b) => b.id)).toEqual(expect.arrayContaining(["KamCellBuildPlans", "KamCellTierAccounts"]));
});

test("a button: label, supertip, icon, function, state", () => {
  expect(readManifest(tab(BUTTON)).tabs[0]?.groups[0]).toEqual({
    id: "G",
    label: "Label",
    controls: [
      {
        kind: "button",
        id: "B",
        label: "Label",
        supertip: { title: "Label", description: "Label" },
        icons: { 16: "https://a.example/16.png" },
        action: { kind: "executeFunction", functionName: "run" },
        enabled: false,
      },
    ],
  });
});

test("a menu with items", () => {
  const menu = `<Control xsi:type="Menu" id="M"><Label resid="L"/><Items><Item id="One"><Label resid="L"/><Action xsi:type="ExecuteFunction"><FunctionName>one</FunctionName></Action></Item></Items></Control>`;
  expect(readManifest(tab(menu)).tabs[0]?.groups[0]?.controls[0]).toMatchObject({
    kind: "menu",
    id: "M",
    items: [{ kind: "button", id: "One", action: { kind: "executeFunction", functionName: "one" }, supertip: { title: "", description: "" } }],
  });
});

test("texts of the locale where there are any, and the label of a built-in tab", () => {
  const own = readManifest(tab(BUTTON), "de-DE");
  expect(own.tabs[0]?.groups[0]?.label).toBe("Beschriftung");
  expect(readManifest(tab(BUTTON, "OfficeTab")).tabs[0]?.label).toBe("Home");
});

test("dialogs' domains, and no commands at all", () => {
  expect(readManifest(manifest(""))).toMatchObject({ appDomains: ["https://a.example"], tabs: [], contextMenu: [], namespace: "" });
});

test.each([
  ["no XML", "<OfficeApp", /^The manifest is not well-formed XML/],
  ["another document", "<html/>", /^The manifest starts with <html>, expected <OfficeApp>\.$/],
  ["a missing resource", tab(BUTTON.replace('Label resid="L"', 'Label resid="Nope"')), /^The manifest has no resource with the id "Nope"\.$/],
  ["an unknown control", tab(BUTTON.replace('"Button"', '"Slider"')), /^The control "B" is of the type "Slider", expected Button or Menu\.$/],
  ["an unknown action", tab(BUTTON.replace('"ExecuteFunction"', '"Explode"')), /^The action of "B" is "Explode", expected ShowTaskpane or ExecuteFunction\.$/],
])("%s is refused", (_, xml, message) => {
  expect(() => readManifest(xml)).toThrow(ManifestError);
  expect(() => readManifest(xml)).toThrow(message);
});
