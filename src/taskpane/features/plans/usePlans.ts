import { useCallback, useEffect, useRef, useState } from "react";
import { buildPlans, takeBackRun, type BuildOutcome, type BuildProgress, type BuildWishes } from "../../../app/plans/buildPlans";
import { proposePlans, type Proposal } from "../../../app/plans/proposePlans";
import { asProblem, type Problem } from "../../../app/problems";
import type { PaneServices } from "../../services";

export type PlansState =
  | { readonly kind: "idle" }
  | { readonly kind: "reading" }
  | { readonly kind: "proposed"; readonly proposal: Proposal; readonly tier: string | undefined; readonly selectionMoved: boolean }
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
  /** Reads the selection, or all accounts of a tier, and proposes plans. */
  readonly read: (tier?: string) => void;
  readonly build: (wishes: BuildWishes) => void;
  readonly cancel: () => void;
  readonly remove: () => void;
  readonly reset: () => void;
}

type PlanServices = Pick<PaneServices, "workbook" | "planStore">;

/** Drives *Build plans*: propose, build with progress, list what was made, take it back. */
export function usePlans({ workbook, planStore }: PlanServices): Plans {
  const [state, setState] = useState<PlansState>({ kind: "idle" });
  const running = useRef<AbortController | undefined>(undefined);

  const read = useCallback(
    (tier?: string) => {
      if (running.current) return;
      setState({ kind: "reading" });
      proposePlans(workbook, planStore, tier).then(
        (proposal) => setState({ kind: "proposed", proposal, tier, selectionMoved: false }),
        (thrown: unknown) => setState({ kind: "failed", problem: asProblem(thrown) }),
      );
    },
    [workbook, planStore],
  );

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

  const build = (wishes: BuildWishes) => {
    if (!proposed || running.current) return;
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: "building", progress: { done: 0, total: proposed.plans.length, account: "" }, cancelling: false });
    buildPlans(workbook, planStore, proposed, wishes, controller.signal, (progress) => setState({ kind: "building", progress, cancelling: controller.signal.aborted }))
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
    takeBackRun(workbook, planStore, outcome).then(
      (count) => show({ kind: "removed", count }),
      (thrown: unknown) => show({ kind: "failed", problem: asProblem(thrown) }),
    );
  };

  const reset = useCallback(() => setState((now) => (now.kind === "building" ? now : { kind: "idle" })), []);

  return { state, read, build, cancel, remove, reset };
}
