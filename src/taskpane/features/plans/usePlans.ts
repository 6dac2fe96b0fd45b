import { useCallback, useEffect, useRef, useState } from "react";
import { buildPlans, proposePlans, removePlans, type BuildOutcome, type BuildProgress, type ExistingChoice, type Proposal } from "../../../app/plans/buildPlans";
import { asProblem, type Problem } from "../../../app/problems";
import type { Workbook } from "../../../app/workbook";

export type PlansState =
  | { readonly kind: "idle" }
  | { readonly kind: "reading" }
  | { readonly kind: "proposed"; readonly proposal: Proposal; readonly selectionMoved: boolean }
  | { readonly kind: "building"; readonly progress: BuildProgress; readonly cancelling: boolean }
  | { readonly kind: "done"; readonly outcome: BuildOutcome; readonly removal: Removal }
  | { readonly kind: "failed"; readonly problem: Problem };

/** The offer to take back what a run made. */
export type Removal =
  | { readonly kind: "offered" }
  | { readonly kind: "running" }
  | { readonly kind: "removed"; readonly count: number }
  | { readonly kind: "failed"; readonly problem: Problem };

export interface Plans {
  readonly state: PlansState;
  /** Reads the selection and proposes plans for it. */
  readonly read: () => void;
  readonly build: (choice: ExistingChoice) => void;
  readonly cancel: () => void;
  readonly remove: () => void;
  readonly reset: () => void;
}

/** Drives *Build plans*: propose, build with progress, list what was made, take it back. */
export function usePlans(workbook: Workbook): Plans {
  const [state, setState] = useState<PlansState>({ kind: "idle" });
  const running = useRef<AbortController | undefined>(undefined);

  const read = useCallback(() => {
    if (running.current) return;
    setState({ kind: "reading" });
    proposePlans(workbook).then(
      (proposal) => setState({ kind: "proposed", proposal, selectionMoved: false }),
      (thrown: unknown) => setState({ kind: "failed", problem: asProblem(thrown) }),
    );
  }, [workbook]);

  const proposed = state.kind === "proposed" ? state.proposal : undefined;
  useEffect(() => {
    if (!proposed) return;
    // Reading a long list at every click would slow Excel down, so the page only says that the selection is another one.
    let stop: (() => void) | undefined;
    let gone = false;
    workbook
      .onSelectionChanged(() => setState((now) => (now.kind === "proposed" ? { ...now, selectionMoved: true } : now)))
      .then(
        (stopWatching) => (gone ? stopWatching() : (stop = stopWatching)),
        () => undefined, // without the event the page just does not notice
      );
    return () => {
      gone = true;
      stop?.();
    };
  }, [proposed, workbook]);

  const build = (choice: ExistingChoice) => {
    if (!proposed || running.current) return;
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: "building", progress: { done: 0, total: proposed.plans.length, account: "" }, cancelling: false });
    buildPlans(workbook, proposed, choice, controller.signal, (progress) => setState({ kind: "building", progress, cancelling: controller.signal.aborted }))
      .then(
        (outcome) => setState({ kind: "done", outcome, removal: { kind: "offered" } }),
        (thrown: unknown) => setState({ kind: "failed", problem: asProblem(thrown) }),
      )
      .finally(() => (running.current = undefined));
  };

  const cancel = () => {
    running.current?.abort();
    setState((now) => (now.kind === "building" ? { ...now, cancelling: true } : now));
  };

  const remove = () => {
    if (state.kind !== "done") return;
    const { outcome } = state;
    const show = (removal: Removal) => setState({ kind: "done", outcome, removal });
    show({ kind: "running" });
    removePlans(workbook, outcome).then(
      (count) => show({ kind: "removed", count }),
      (thrown: unknown) => show({ kind: "failed", problem: asProblem(thrown) }),
    );
  };

  return { state, read, build, cancel, remove, reset: () => setState({ kind: "idle" }) };
}
