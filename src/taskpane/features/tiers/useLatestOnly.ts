import { useCallback, useEffect, useRef } from "react";

/**
 * Runs a reading one at a time: calls that come while one runs are answered by a single further one, so that a hundred
 * changes in a row cost two readings.
 */
export function useLatestOnly(read: () => Promise<unknown>): () => void {
  const running = useRef(false);
  const again = useRef(false);
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  }, [read]);
  return useCallback(() => {
    if (running.current) {
      again.current = true;
      return;
    }
    const run = (): void => {
      running.current = true;
      again.current = false;
      void latest.current().finally(() => {
        running.current = false;
        if (again.current) run();
      });
    };
    run();
  }, []);
}
