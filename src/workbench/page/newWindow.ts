import { HostError } from "../office-host/hostObject";

/** Opens a workbook in a workbench of its own, in a new tab of the browser. */
export function openInNewTab(bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes.slice()]));
  const page = new URL(location.href);
  page.searchParams.set("workbook", address);
  // The address stays valid while this page is open: the new one may be reloaded.
  if (!window.open(page.href, "_blank")) throw new HostError("GeneralException", "The browser has blocked the window of the new workbook.");
}
