import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import type { ThemeChoice } from "./services";

const DARK_QUERY = "(prefers-color-scheme: dark)";

const systemIsDark = () => window.matchMedia?.(DARK_QUERY).matches ?? false;

function subscribeToSystem(listener: () => void): () => void {
  const query = window.matchMedia?.(DARK_QUERY);
  query?.addEventListener("change", listener);
  return () => query?.removeEventListener("change", listener);
}

/**
 * The theme the pane is drawn in: the person's choice, else Office's own, else the system's. Contrast themes need nothing
 * here: the browser puts its forced colours over Fluent's tokens.
 */
export function usePaneTheme(choice: ThemeChoice, officeIsDark: boolean | undefined): Theme {
  const systemDark = useSyncExternalStore(subscribeToSystem, systemIsDark);
  const dark = choice === "system" ? (officeIsDark ?? systemDark) : choice === "dark";
  return dark ? webDarkTheme : webLightTheme;
}
