import { RibbonCommands } from "../../../../src/workbench/office-host/ribbon/commands";
import type { AddinManifest, ButtonInfo } from "../../../../src/workbench/office-host/ribbon/manifest";
import { RibbonState } from "../../../../src/workbench/office-host/ribbon/ribbonState";
import type { RichApiMessageEntry } from "../../../../src/workbench/office-host/objectEvents";

const looks = { label: "Label", supertip: { title: "", description: "" }, icons: {}, enabled: true };
const runs = (id: string, functionName: string): ButtonInfo => ({ kind: "button", id, ...looks, action: { kind: "executeFunction", functionName } });
const MANIFEST: AddinManifest = {
  id: "id",
  version: "1.0",
  displayName: "Name",
  appDomains: [],
  namespace: "KAM",
  tabs: [
    {
      id: "Tab",
      label: "Tab",
      groups: [
        {
          id: "Group",
          label: "Group",
          controls: [
            { kind: "button", id: "Open", ...looks, action: { kind: "showTaskpane", url: "" } },
            runs("Build", "buildPlans"),
            { ...runs("Off", "off"), enabled: false },
            { kind: "menu", id: "Menu", ...looks, items: [runs("Item", "item")] },
          ],
        },
      ],
    },
  ],
  contextMenu: [runs("Cell", "fromCell")],
};

function setUp(ready = Promise.resolve()) {
  const raised: [string, unknown][] = [];
  const sent: RichApiMessageEntry[] = [];
  let shown = 0;
  const state = new RibbonState(MANIFEST);
  const commands = new RibbonCommands({
    state,
    ready: () => ready,
    raise: (name, data) => raised.push([name, data]),
    send: (entries) => sent.push(...entries),
    showPane: () => (shown += 1),
    timeoutMilliseconds: 1000,
  });
  return { state, commands, raised, sent, shown: () => shown };
}

test("a button of the pane shows it", async () => {
  const { commands, shown, raised } = setUp();
  expect(await commands.press("Open")).toEqual({ status: "completed" });
  expect([shown(), raised]).toEqual([1, []]);
});

test("a function is told to the add-in and is done when the add-in says so", async () => {
  const { commands, raised } = setUp();
  const pressed = commands.press("Build");
  await Promise.resolve();
  await Promise.resolve();
  expect(raised).toEqual([["appCommandInvoked", ["command1", "buildPlans", '{"source":{"id":"Build"}}']]]);
  expect(commands.completed({ "0": "command1", "1": 0, "2": "{}" })).toEqual({ data: { Error: 0 } });
  expect(await pressed).toEqual({ status: "completed" });
});

test.each(["Item", "Cell"])("%s of a menu runs too", async (id) => {
  const { commands, raised } = setUp();
  const pressed = commands.press(id);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(raised).toHaveLength(1);
  commands.completed({ "0": "command1", "1": 11101, "2": "" });
  expect(await pressed).toEqual({ status: "unknownFunction" });
});

test("a function that never says it is done times out", async () => {
  jest.useFakeTimers();
  try {
    const pressed = setUp().commands.press("Build");
    await jest.advanceTimersByTimeAsync(1000);
    expect(await pressed).toEqual({ status: "timedOut" });
  } finally {
    jest.useRealTimers();
  }
});

test("nothing is told before the add-in is ready", async () => {
  let go: () => void = () => undefined;
  const { commands, raised } = setUp(new Promise((resolve) => (go = resolve)));
  void commands.press("Build");
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(raised).toEqual([]);
  go();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(raised).toHaveLength(1);
  commands.completed({ "0": "command1", "1": 0 });
});

test("an action goes out as a message with its argument", async () => {
  const { commands, sent } = setUp();
  await commands.runAction("TIER", { a: 1 });
  await commands.runAction("PLAIN");
  expect(sent.map(([category, type, , text]) => [category, type, JSON.parse(text) as unknown])).toEqual([
    [2, 1000, ["TIER", '{"a":1}']],
    [2, 1000, ["PLAIN", ""]],
  ]);
});

test("disabled controls do nothing until they are enabled", async () => {
  const { commands, state, raised } = setUp();
  let drawn = 0;
  state.onChanged = () => (drawn += 1);
  expect(await commands.press("Off")).toEqual({ status: "disabled" });
  state.setEnabled("Off", true);
  state.setEnabled("Build", false);
  expect([state.isEnabled("Off"), state.isEnabled("Build"), drawn]).toEqual([true, false, 2]);
  expect(await commands.press("Build")).toEqual({ status: "disabled" });
  expect(raised).toEqual([]);
});

test("tabs are hidden and shown", () => {
  const { state } = setUp();
  state.setTabVisible("Tab", false);
  expect(state.isTabVisible("Tab")).toBe(false);
  state.setTabVisible("Tab", true);
  expect(state.isTabVisible("Tab")).toBe(true);
});

test("an unknown control is named together with the known ones, a menu with its items", async () => {
  const { commands } = setUp();
  await expect(commands.press("Nope")).rejects.toMatchObject({
    code: "ControlIdNotFound",
    message: 'The manifest has no control "Nope". It has: Open, Build, Off, Menu, Item, Cell.',
  });
  await expect(commands.press("Menu")).rejects.toMatchObject({ message: '"Menu" is a menu; press one of its items: Item.' });
});
