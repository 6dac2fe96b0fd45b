import { isOfficeDark, openInBrowser } from "../../src/excel/officeHost";

const install = (context: unknown) => Object.assign(globalThis, { Office: { context } });
afterEach(() => {
  Reflect.deleteProperty(globalThis, "Office");
  Reflect.deleteProperty(globalThis, "window");
});

test("Office's theme is dark when it says so, or when its ground is", () => {
  expect(isOfficeDark()).toBeUndefined();
  install({});
  expect(isOfficeDark()).toBeUndefined();
  install({ officeTheme: { isDarkTheme: true } });
  expect(isOfficeDark()).toBe(true);
  install({ officeTheme: { bodyBackgroundColor: "#262626" } });
  expect(isOfficeDark()).toBe(true);
  install({ officeTheme: { bodyBackgroundColor: "#FFFFFF" } });
  expect(isOfficeDark()).toBe(false);
});

test("help opens in the person's browser where Office can do that, else in a new window", () => {
  const openBrowserWindow = jest.fn();
  const open = jest.fn();
  Object.assign(globalThis, { window: { open } });
  install({ requirements: { isSetSupported: () => true }, ui: { openBrowserWindow } });
  openInBrowser("https://example.org/help");
  expect(openBrowserWindow).toHaveBeenCalledWith("https://example.org/help");
  install({ requirements: { isSetSupported: () => false } });
  openInBrowser("https://example.org/help");
  expect(open).toHaveBeenCalledWith("https://example.org/help", "_blank", "noopener");
});
