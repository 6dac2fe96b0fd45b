/** What addin.html puts on its window. */
declare global {
  interface Window {
    started: Promise<{ host: Office.HostType; platform: Office.PlatformType }>;
    calls: { readonly cancelled: number[] };
  }
}

export {};
