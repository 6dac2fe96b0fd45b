/** @jest-environment jsdom */
import { webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { act, renderHook } from "@testing-library/react";
import { usePaneTheme } from "../../src/taskpane/usePaneTheme";

let dark = false;
const listeners = new Set<() => void>();
beforeAll(() => {
  window.matchMedia = () =>
    ({ get matches() { return dark; }, addEventListener: (_: string, l: () => void) => listeners.add(l), removeEventListener: (_: string, l: () => void) => listeners.delete(l) }) as unknown as MediaQueryList;
});

test("the person's choice comes first, then Office's theme, then the system's", () => {
  dark = true;
  expect(renderHook(() => usePaneTheme("light", true)).result.current).toBe(webLightTheme);
  expect(renderHook(() => usePaneTheme("dark", false)).result.current).toBe(webDarkTheme);
  expect(renderHook(() => usePaneTheme("system", false)).result.current).toBe(webLightTheme);
  expect(renderHook(() => usePaneTheme("system", undefined)).result.current).toBe(webDarkTheme);
});

test("a system that turns dark takes the pane along", () => {
  dark = false;
  const { result } = renderHook(() => usePaneTheme("system", undefined));
  expect(result.current).toBe(webLightTheme);
  dark = true;
  act(() => listeners.forEach((listener) => listener()));
  expect(result.current).toBe(webDarkTheme);
});
