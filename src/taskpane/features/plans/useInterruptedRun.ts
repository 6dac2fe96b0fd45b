import { useCallback, useEffect, useState } from "react";
import { takeBackRun } from "../../../app/plans/buildPlans";
import { interruptedRun, type InterruptedRun } from "../../../app/plans/interruptedRun";
import { refreshIndex } from "../../../app/plans/refreshIndex";
import { asProblem, type Problem } from "../../../app/problems";
import type { PaneServices } from "../../services";

export type InterruptedState =
  | { readonly kind: "none" }
  | { readonly kind: "found" | "running"; readonly run: InterruptedRun; readonly problem?: Problem }
  | { readonly kind: "settled"; readonly words: string };

export interface Interrupted {
  readonly state: InterruptedState;
  /** Keeps what was finished; copies that were not go. */
  readonly keep: () => void;
  readonly takeBack: () => void;
  readonly dismiss: () => void;
}

const counted = (count: number) => (count === 1 ? "1 plan" : `${count} plans`);

/** Looks once, when the page is first shown, whether a run was cut off, and settles it as the person says. */
export function useInterruptedRun({ workbook, planStore }: Pick<PaneServices, "workbook" | "planStore">, onSettled: () => void): Interrupted {
  const [state, setState] = useState<InterruptedState>({ kind: "none" });
  useEffect(() => {
    let gone = false;
    interruptedRun(workbook, planStore).then(
      (run) => {
        if (gone || !run) return;
        if (run.made.length + run.updated.length + run.unfinished.length > 0) setState({ kind: "found", run });
        else planStore.keepRun(undefined).catch(() => undefined); // nothing came of it
      },
      () => undefined, // outside Excel there is nothing to look at; what is asked for next says so
    );
    return () => {
      gone = true;
    };
  }, [workbook, planStore]);

  const settle = (work: (run: InterruptedRun) => Promise<string>) => {
    if (state.kind !== "found") return;
    const { run } = state;
    setState({ kind: "running", run });
    work(run)
      .then(async (words) => {
        await planStore.keepRun(undefined);
        setState({ kind: "settled", words });
        onSettled();
      })
      .catch((thrown: unknown) => setState({ kind: "found", run, problem: asProblem(thrown) }));
  };
  const keep = () =>
    settle(async ({ made, updated, unfinished }) => {
      if (unfinished.length > 0) await workbook.removeSheets(unfinished.map(({ id }) => id));
      // The last step of the run, which it did not come to.
      if (made.length + updated.length > 0) await refreshIndex(workbook, planStore);
      return made.length + updated.length === 0 ? "Removed. The workbook is as it was before the run." : `${counted(made.length + updated.length)} kept. Build the others when you like; those that are there are offered to be kept.`;
    });
  const takeBack = () =>
    settle(async (run) => {
      await takeBackRun(workbook, planStore, { made: [...run.made, ...run.unfinished], updated: run.updated });
      return "The run is taken back: the plans are as they were before it.";
    });
  const dismiss = useCallback(() => setState({ kind: "none" }), []);
  return { state, keep, takeBack, dismiss };
}
