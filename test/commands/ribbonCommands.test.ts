import { associateCommands } from "../../src/commands/ribbonCommands";

type Action = (event: { completed: () => void }) => void | Promise<void>;

function fakeOffice(showAsTaskpane: () => Promise<void>) {
  const actions = new Map<string, Action>();
  Object.assign(globalThis, { Office: { actions: { associate: (id: string, action: Action) => actions.set(id, action) }, addin: { showAsTaskpane } } });
  return async (id: string) => {
    const completed = jest.fn();
    const action = actions.get(id);
    if (!action) throw new Error(`${id} is not associated`);
    await action({ completed });
    return completed;
  };
}
afterEach(() => {
  Reflect.deleteProperty(globalThis, "Office");
});

test("each command of the manifest asks for its page, shows the pane and says it has completed", async () => {
  const show = jest.fn(() => Promise.resolve());
  const press = fakeOffice(show);
  const targets = { open: jest.fn(), openHelp: jest.fn() };
  associateCommands(targets);
  expect(await press("buildPlans")).toHaveBeenCalledTimes(1);
  expect(await press("planList")).toHaveBeenCalledTimes(1);
  expect(await press("reviewPack")).toHaveBeenCalledTimes(1);
  expect(await press("tierAccounts")).toHaveBeenCalledTimes(1);
  expect(await press("checkSharing")).toHaveBeenCalledTimes(1);
  expect(await press("openHelp")).toHaveBeenCalledTimes(1);
  expect(targets.open.mock.calls).toEqual([["plans"], ["plans", "list"], ["plans", "pack"], ["tiers"], ["share"]]);
  expect(targets.openHelp).toHaveBeenCalledTimes(1);
  expect(show).toHaveBeenCalledTimes(5);
});

test("a pane that may not be shown does not keep the ribbon waiting", async () => {
  const press = fakeOffice(() => Promise.reject(new Error("refused")));
  const targets = { open: jest.fn(), openHelp: jest.fn() };
  associateCommands(targets);
  expect(await press("buildPlans")).toHaveBeenCalledTimes(1);
  expect(targets.open).toHaveBeenCalledWith("plans");
});
