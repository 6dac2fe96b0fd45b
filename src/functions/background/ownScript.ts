import { serveStability, type WorkerScope } from "./serveStability";

/**
 * The address this very script was loaded from, to load it again in a worker; null where that is not known. It can only
 * be read while the script runs for the first time.
 */
export const ownScriptAddress: string | null =
  typeof document !== "undefined" && document.currentScript instanceof HTMLScriptElement ? document.currentScript.src || null : null;

/** In a worker there is no page; an engine that only runs functions has no page either, but Excel's global. */
const isWorker = typeof document === "undefined" && typeof CustomFunctions === "undefined" && typeof postMessage === "function";

/*
 * The functions are one script, and it is its own worker: loaded there it answers jobs. Its functions are still
 * evaluated after this module, so the registration they call is given something that ignores it.
 */
if (isWorker) {
  Object.assign(globalThis, { CustomFunctions: { associate: () => undefined } });
  serveStability(globalThis as unknown as WorkerScope);
}
