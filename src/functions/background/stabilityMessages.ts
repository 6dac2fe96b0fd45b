import type { StabilityJob } from "../../core/tiering/stabilityDraws";

/** What the pane's thread tells the worker. Ids tell jobs that run at the same time apart. */
export type StabilityRequest =
  | { readonly kind: "count"; readonly id: number; readonly job: StabilityJob }
  | { readonly kind: "cancel"; readonly id: number };

/** What the worker answers: once that it listens, then once per job that was not canceled. */
export type StabilityAnswer =
  | { readonly kind: "ready" }
  | { readonly kind: "counted"; readonly id: number; readonly failures: Int32Array };
