import { storedPreferences } from "../../src/taskpane/storedPreferences";

function memoryStorage(entries: Record<string, string> = {}): Storage {
  const map = new Map(Object.entries(entries));
  return { getItem: (key) => map.get(key) ?? null, setItem: (key, value) => void map.set(key, value), removeItem: (key) => void map.delete(key), clear: () => map.clear(), key: () => null, length: 0 };
}

test("what is saved is read the next time", () => {
  const storage = memoryStorage();
  const first = storedPreferences(() => storage);
  expect([first.themeChoice, first.hasStarted]).toEqual(["system", false]);
  first.saveThemeChoice("dark");
  first.saveHasStarted();
  const next = storedPreferences(() => storage);
  expect([next.themeChoice, next.hasStarted]).toEqual(["dark", true]);
});

test("a browser that forbids storage, or holds rubbish, gives the defaults", () => {
  const forbidden = storedPreferences(() => {
    throw new Error("SecurityError");
  });
  forbidden.saveThemeChoice("dark");
  expect([forbidden.themeChoice, forbidden.hasStarted]).toEqual(["system", false]);
  const rubbish = memoryStorage();
  rubbish.setItem("kam-planner.theme", "pink");
  expect(storedPreferences(() => rubbish).themeChoice).toBe("system");
});
