import type { Page, PageRequest, PageRequests } from "./services";

/** Keeps the last page that was asked for, also before the pane has been drawn. */
export function pageRequestQueue(): PageRequests & { open(page: Page): void } {
  let latest: PageRequest | undefined;
  const listeners = new Set<() => void>();
  return {
    current: () => latest,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(page) {
      latest = { page, count: (latest?.count ?? 0) + 1 };
      for (const listener of listeners) listener();
    },
  };
}
