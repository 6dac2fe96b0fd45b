import type { Preferences, ThemeChoice } from "./services";

const THEME_KEY = "kam-planner.theme";
const STARTED_KEY = "kam-planner.started";
const isChoice = (text: string | null): text is ThemeChoice => text === "system" || text === "light" || text === "dark";

/** Preferences in the browser's storage. A browser that forbids storage forgets them with the pane, and nothing else happens. */
export function storedPreferences(storage: () => Storage): Preferences {
  const read = (key: string): string | null => {
    try {
      return storage().getItem(key);
    } catch {
      return null;
    }
  };
  const write = (key: string, value: string): void => {
    try {
      storage().setItem(key, value);
    } catch {
      // Nothing to do: the choice holds until the pane is closed.
    }
  };
  const choice = read(THEME_KEY);
  return {
    themeChoice: isChoice(choice) ? choice : "system",
    hasStarted: read(STARTED_KEY) === "yes",
    saveThemeChoice: (value) => write(THEME_KEY, value),
    saveHasStarted: () => write(STARTED_KEY, "yes"),
  };
}
