/** What the workbench takes from an add-in's manifest.xml: its name, its functions' namespace and its commands. */
export interface AddinManifest {
  readonly id: string;
  readonly version: string;
  readonly displayName: string;
  /** Pages besides the add-in's own that dialogs may open. */
  readonly appDomains: readonly string[];
  /** Prefix of the custom functions; "" without any. */
  readonly namespace: string;
  readonly tabs: readonly RibbonTabInfo[];
  /** Commands of the cell context menu. */
  readonly contextMenu: readonly ControlInfo[];
}

export interface RibbonTabInfo {
  /** Id of an own tab, or of the built-in one the groups are added to (`TabHome`). */
  readonly id: string;
  readonly label: string;
  readonly groups: readonly { readonly id: string; readonly label: string; readonly controls: readonly ControlInfo[] }[];
}

export type CommandAction =
  | { readonly kind: "showTaskpane"; readonly url: string }
  | { readonly kind: "executeFunction"; readonly functionName: string };

export interface ButtonInfo {
  readonly kind: "button";
  readonly id: string;
  readonly label: string;
  readonly supertip: { readonly title: string; readonly description: string };
  /** Address of the icon for each size in pixels. */
  readonly icons: Readonly<Record<number, string>>;
  readonly action: CommandAction;
  /** State at start; `Office.ribbon.requestUpdate` changes it later. */
  readonly enabled: boolean;
}

export interface MenuInfo extends Omit<ButtonInfo, "kind" | "action"> {
  readonly kind: "menu";
  readonly items: readonly ButtonInfo[];
}

export type ControlInfo = ButtonInfo | MenuInfo;

/** A manifest that cannot be used; the message says what is wrong. */
export class ManifestError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ManifestError";
  }
}

/** Label of built-in tabs an add-in may put groups on. */
const BUILT_IN_TABS: Readonly<Record<string, string>> = { TabHome: "Home", TabInsert: "Insert", TabData: "Data", TabReview: "Review", TabView: "View", TabFormulas: "Formulas" };

/** Reads an add-in-only (XML) manifest. Texts are those of the locale, or the default ones where it has none. */
export function readManifest(xml: string, locale = "en-US"): AddinManifest {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  const failure = document.querySelector("parsererror");
  if (failure) throw new ManifestError(`The manifest is not well-formed XML: ${failure.textContent ?? ""}`);
  const root = document.documentElement;
  if (root.localName !== "OfficeApp") throw new ManifestError(`The manifest starts with <${root.localName}>, expected <OfficeApp>.`);
  const resources = readResources(root, locale);
  const points = descendants(root, "ExtensionPoint");
  const pointsOf = (type: string) => points.filter((point) => typeOf(point) === type);
  const surface = pointsOf("PrimaryCommandSurface");
  return {
    id: textOf(child(root, "Id")),
    version: textOf(child(root, "Version")),
    displayName: defaultValue(child(root, "DisplayName")),
    appDomains: descendants(root, "AppDomain").map(textOf),
    namespace: pointsOf("CustomFunctions").map((point) => resources(resid(child(point, "Namespace"))))[0] ?? "",
    tabs: surface.flatMap((point) => children(point).filter((tab) => tab.localName === "CustomTab" || tab.localName === "OfficeTab").map((tab) => readTab(tab, resources))),
    contextMenu: pointsOf("ContextMenu").flatMap((point) =>
      children(point, "OfficeMenu")
        .filter((menu) => menu.getAttribute("id") === "ContextMenuCell")
        .flatMap((menu) => children(menu, "Control").map((control) => readControl(control, resources))),
    ),
  };
}

type Resources = (resid: string) => string;

function readResources(root: Element, locale: string): Resources {
  const values = new Map<string, string>();
  for (const name of ["Image", "Url", "String"]) {
    for (const resource of descendants(root, name)) {
      const id = resource.getAttribute("id");
      if (!id) continue;
      const override = children(resource, "Override").find((element) => element.getAttribute("Locale")?.toLowerCase() === locale.toLowerCase());
      values.set(id, (override?.getAttribute("Value") ?? resource.getAttribute("DefaultValue")) || "");
    }
  }
  return (id) => {
    const value = values.get(id);
    if (value === undefined) throw new ManifestError(`The manifest has no resource with the id "${id}".`);
    return value;
  };
}

function readTab(tab: Element, resources: Resources): RibbonTabInfo {
  const id = tab.getAttribute("id") ?? "";
  return {
    id,
    label: tab.localName === "CustomTab" ? resources(resid(child(tab, "Label"))) : (BUILT_IN_TABS[id] ?? id),
    groups: children(tab, "Group").map((group) => ({
      id: group.getAttribute("id") ?? "",
      label: resources(resid(child(group, "Label"))),
      controls: children(group, "Control").map((control) => readControl(control, resources)),
    })),
  };
}

function readControl(control: Element, resources: Resources): ControlInfo {
  const looks = {
    id: control.getAttribute("id") ?? "",
    label: resources(resid(child(control, "Label"))),
    supertip: readSupertip(control, resources),
    icons: readIcons(control, resources),
    enabled: textOf(child(control, "Enabled")) !== "false",
  };
  switch (typeOf(control)) {
    case "Button":
      return { kind: "button", ...looks, action: readAction(control, resources) };
    case "Menu":
      return { kind: "menu", ...looks, items: children(child(control, "Items"), "Item").map((item) => readItem(item, resources)) };
    default:
      throw new ManifestError(`The control "${looks.id}" is of the type "${typeOf(control)}", expected Button or Menu.`);
  }
}

function readItem(item: Element, resources: Resources): ButtonInfo {
  return {
    kind: "button",
    id: item.getAttribute("id") ?? "",
    label: resources(resid(child(item, "Label"))),
    supertip: readSupertip(item, resources),
    icons: readIcons(item, resources),
    enabled: textOf(child(item, "Enabled")) !== "false",
    action: readAction(item, resources),
  };
}

function readSupertip(control: Element, resources: Resources): ButtonInfo["supertip"] {
  const supertip = child(control, "Supertip");
  if (!supertip) return { title: "", description: "" };
  return { title: resources(resid(child(supertip, "Title"))), description: resources(resid(child(supertip, "Description"))) };
}

function readIcons(control: Element, resources: Resources): Readonly<Record<number, string>> {
  return Object.fromEntries(children(child(control, "Icon"), "Image").map((image) => [Number(image.getAttribute("size")), resources(resid(image))]));
}

function readAction(control: Element, resources: Resources): CommandAction {
  const action = child(control, "Action");
  const type = action ? typeOf(action) : "";
  if (type === "ShowTaskpane") return { kind: "showTaskpane", url: resources(resid(child(action, "SourceLocation"))) };
  if (type === "ExecuteFunction") return { kind: "executeFunction", functionName: textOf(child(action, "FunctionName")) };
  throw new ManifestError(`The action of "${control.getAttribute("id")}" is "${type}", expected ShowTaskpane or ExecuteFunction.`);
}

function children(parent: Element | undefined, name?: string): Element[] {
  return [...(parent?.children ?? [])].filter((element) => name === undefined || element.localName === name);
}

function child(parent: Element | undefined, name: string): Element | undefined {
  return children(parent, name)[0];
}

function descendants(root: Element, name: string): Element[] {
  return [...root.getElementsByTagNameNS("*", name)];
}

function typeOf(element: Element): string {
  return element.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type") ?? "";
}

function textOf(element: Element | undefined): string {
  return element?.textContent?.trim() ?? "";
}

function defaultValue(element: Element | undefined): string {
  return element?.getAttribute("DefaultValue") ?? "";
}

function resid(element: Element | undefined): string {
  return element?.getAttribute("resid") ?? "";
}
