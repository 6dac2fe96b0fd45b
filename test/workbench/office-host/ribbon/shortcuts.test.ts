import { ActionService, keysOf, Shortcuts } from "../../../../src/workbench/office-host/ribbon/shortcuts";

const FILE = {
  actions: [{ id: "PLANS" }, { id: "TIERS" }, { id: "NONE" }],
  shortcuts: [
    { action: "PLANS", key: { default: "Ctrl+Alt+1", web: "Ctrl+Alt+P" } },
    { action: "TIERS", key: { default: "alt+ctrl+t" } },
  ],
};

test("keys are those for the web, however they are written", () => {
  const shortcuts = new Shortcuts(FILE);
  expect([shortcuts.actionOf("ctrl + alt + p"), shortcuts.actionOf("Ctrl+Alt+T"), shortcuts.actionOf("Ctrl+Alt+1")]).toEqual(["PLANS", "TIERS", undefined]);
  expect(shortcuts.all()).toEqual({ PLANS: "Ctrl+Alt+P", TIERS: "Ctrl+Alt+T", NONE: null });
  expect(new Shortcuts().all()).toEqual({});
});

test("a pressed key reads as a combination", () => {
  const key = { key: "k", ctrlKey: false, metaKey: true, altKey: false, shiftKey: true };
  expect(keysOf(key)).toBe("Ctrl+Shift+K");
});

test("the add-in asks for keys, whether some are taken, and changes them", () => {
  const shortcuts = new Shortcuts(FILE);
  const service = new ActionService(shortcuts);
  expect(service.areShortcutsInUse(["Ctrl+Alt+T", "Ctrl+9"])).toEqual([true, false]);
  service.replaceShortcuts({ TIERS: "Ctrl+9", PLANS: null });
  expect(service.getShortcuts()).toEqual({ PLANS: null, TIERS: "Ctrl+9", NONE: null });
});

test("an unknown action is refused and nothing is changed", () => {
  const shortcuts = new Shortcuts(FILE);
  const refusal = expect.objectContaining({ code: "InvalidArgument", message: 'There is no action "NOPE". The actions are: PLANS, TIERS, NONE.' }) as Error;
  expect(() => shortcuts.replace({ TIERS: null, NOPE: "Ctrl+1" })).toThrow(refusal);
  expect(shortcuts.actionOf("Ctrl+Alt+T")).toBe("TIERS");
  expect(() => new Shortcuts({ actions: [], shortcuts: [{ action: "X", key: { default: "Ctrl+1" } }] })).toThrow('There is no action "X". The actions are: none.');
});
