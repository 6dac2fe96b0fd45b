import { serveTiering, type WorkerScope } from "./serveTiering";

/** Entry of the worker's own script. */
serveTiering(globalThis as unknown as WorkerScope);
