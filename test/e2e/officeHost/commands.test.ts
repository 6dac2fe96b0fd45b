import { setUpContract } from "./setUpContract";

const contract = setUpContract();
const { inAddin } = contract;

describe("commands", () => {
  const press = (id: string) => contract.page().evaluate(async (control) => (await window.hostPage).host.press(control), id);

  test("a button runs its function and waits until it is completed", async () => {
    expect(await press("Hello")).toEqual({ status: "completed" });
    expect(await inAddin(async () => document.title)).toBe("hello from Hello");
    expect(await press("Lost")).toEqual({ status: "unknownFunction" });
  });

  test("keys run their action, and the add-in may change them", async () => {
    const pressKeys = (keys: string) => contract.page().evaluate(async (combination) => (await window.hostPage).host.pressKeys(combination), keys);
    expect([await pressKeys("Ctrl+Alt+K"), await pressKeys("Ctrl+9")]).toEqual([true, false]);
    await contract.addin().waitForFunction(() => document.title === "shortcut");
    const shortcuts = await inAddin(async () => {
      await Office.actions.replaceShortcuts({ SHORTCUT: "Ctrl+9" });
      return [await Office.actions.getShortcuts(), await Office.actions.areShortcutsInUse(["Ctrl+9"])];
    });
    expect(shortcuts).toEqual([{ SHORTCUT: "Ctrl+9" }, [{ shortcut: "Ctrl+9", inUse: true }]]);
    expect(await pressKeys("Ctrl+9")).toBe(true);
  });

  test("the add-in disables a button and hides its tab", async () => {
    await inAddin(() => Office.ribbon.requestUpdate({ tabs: [{ id: "Tab", visible: false, groups: [{ id: "Group", controls: [{ id: "Hello", enabled: false }] }] } as Office.Tab] }));
    expect(await press("Hello")).toEqual({ status: "disabled" });
    expect(await contract.page().evaluate(async () => (await window.hostPage).host.ribbon.isTabVisible("Tab"))).toBe(false);
  });

  test("the add-in shows and hides its pane and remembers how to start", async () => {
    const result = await inAddin(async () => {
      const seen: string[] = [];
      await Office.addin.onVisibilityModeChanged((message) => void seen.push(String(message.visibilityMode)));
      await Office.addin.hide();
      await Office.addin.showAsTaskpane();
      await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return [...seen, await Office.addin.getStartupBehavior()];
    });
    expect(result).toEqual(["Hidden", "Taskpane", "Load"]);
    expect(await contract.page().evaluate(async () => (await window.hostPage).paneVisible)).toBe(true);
  });
});

test("a dialog inside the page talks with the add-in and can be closed by either", async () => {
  const result = inAddin(
    () =>
      new Promise<string[]>((done) => {
        const heard: string[] = [];
        Office.context.ui.displayDialogAsync(new URL("dialog.html", location.href).href, { displayInIframe: true }, ({ value: dialog }) => {
          dialog.addEventHandler(Office.EventType.DialogMessageReceived, (message) => {
            const text = "message" in message ? message.message : `error ${message.error}`;
            heard.push(text);
            if (text === "dialog is ready") dialog.messageChild("hello");
            if (text === "echo hello") document.title = "waiting for close";
          });
          dialog.addEventHandler(Office.EventType.DialogEventReceived, (event) => {
            if ("error" in event) heard.push(`error ${event.error}`);
            done(heard);
          });
        });
      }),
  );
  await contract.addin().waitForFunction(() => document.title === "waiting for close");
  await contract.page().evaluate(async () => (await window.hostPage).closeDialog());
  expect(await result).toEqual(["dialog is ready", "echo hello", "error 12006"]);
});

test("a dialog in a window of its own talks with the add-in", async () => {
  const heard = await inAddin(
    () =>
      new Promise<string>((done) => {
        Office.context.ui.displayDialogAsync(new URL("dialog.html", location.href).href, { promptBeforeOpen: false }, ({ value: dialog }) => {
          dialog.addEventHandler(Office.EventType.DialogMessageReceived, (message) => {
            if (!("message" in message)) return;
            if (message.message === "dialog is ready") dialog.messageChild("hello");
            else done(message.message);
          });
        });
      }),
  );
  expect(heard).toBe("echo hello");
});
