import type { Page, PageAction, PageRequest, PageRequests } from "./services";

/** Keeps the last page that was asked for, also before the pane has been drawn. */
export function pageRequestQueue(): PageRequests & { open(page: Page, action?: PageAction): void } {
  let latest: PageRequest | undefined;
  const listeners = new Set<() => void>();
  return {
    current: () => latest,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(page, action) {
      latest = { page, count: (latest?.count ?? 0) + 1, ...(action ? { action } : {}) };
      for (const listener of listeners) listener();
    },
  };
}
