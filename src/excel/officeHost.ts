/** Opens a page in the person's browser, where a pane or a dialog would be too small to read in. */
export function openInBrowser(address: string): void {
  if (Office.context?.requirements?.isSetSupported("OpenBrowserWindowApi", "1.1")) {
    Office.context.ui.openBrowserWindow(address);
  } else {
    window.open(address, "_blank", "noopener");
  }
}

/** Whether Office's own theme is dark; undefined where Office does not tell (Excel on the web). */
export function isOfficeDark(): boolean | undefined {
  if (typeof Office === "undefined") return undefined;
  const theme = Office.context?.officeTheme;
  if (!theme) return undefined;
  return theme.isDarkTheme ?? darkColor(theme.bodyBackgroundColor);
}

function darkColor(color: string | undefined): boolean | undefined {
  const digits = /^#?([0-9a-f]{6})$/i.exec(color ?? "")?.[1];
  if (digits === undefined) return undefined;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16)) as [number, number, number];
  // Brightness as television weighs it; half of the scale parts dark from light.
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
