import { useRef, useState } from "react";
import { refuseHiddenModel } from "../../../app/model/loadModel";
import { asProblem, type Problem } from "../../../app/problems";
import { Stopped } from "../../../app/tiering/background/runSteps";
import { writeScorecard } from "../../../app/tiering/writeScorecard";
import { columnConflicts, type WriteInput, type WriteOptions, type WriteOutcome, type WriteProgress } from "../../../app/tiering/writing";
import type { ReadyStepProps } from "../tiers/steps";

export type WritingState =
  | { readonly kind: "idle" }
  /** Columns the add-in has not made stand in the way; the person decides. */
  | { readonly kind: "asking"; readonly conflicts: readonly string[]; readonly options: WriteOptions }
  | { readonly kind: "writing"; readonly progress: WriteProgress; readonly cancelling: boolean }
  | { readonly kind: "cancelled" }
  | { readonly kind: "done"; readonly outcome: WriteOutcome }
  | { readonly kind: "failed"; readonly problem: Problem };

/** Drives the writing: compute, ask where columns would be overwritten, write with progress, cancel. */
export function useWriting({ services, model, list, listRevision }: Pick<ReadyStepProps, "services" | "model" | "list" | "listRevision">) {
  const { desk, scorecards } = services.tiering;
  const [state, setState] = useState<WritingState>({ kind: "idle" });
  const running = useRef<AbortController | undefined>(undefined);

  const run = async (options: WriteOptions, agreed: boolean, signal: AbortSignal): Promise<WritingState> => {
    const show = (progress: WriteProgress) => setState({ kind: "writing", progress, cancelling: signal.aborted });
    show({ done: 0, total: 1, words: "Reading the account list" });
    // Hiding a sheet is no change of its cells: nobody has told that the model cannot be seen any more.
    await refuseHiddenModel(services.model.store);
    const loaded = await desk.load(model, list, listRevision);
    const conflicts = agreed ? [] : await columnConflicts(scorecards, options, { model, list: loaded.list, portfolio: loaded.portfolio });
    if (conflicts.length > 0) return { kind: "asking", conflicts, options };
    const total = loaded.portfolio.accounts.keys.length;
    show({ done: 0, total, words: "Computing scores and tiers" });
    const computing = desk.columns(model, options);
    signal.addEventListener("abort", computing.cancel);
    const result = await computing.result;
    const input: WriteInput = {
      model,
      list: loaded.list,
      portfolio: loaded.portfolio,
      result,
      sheets: await services.workbook.sheets(),
      now: new Date(),
      ...(loaded.before ? { before: loaded.before.tiers } : {}),
    };
    const outcome = await writeScorecard({ store: scorecards, snapshots: services.snapshots }, input, options, signal, show);
    if (!outcome) return { kind: "cancelled" };
    desk.forget();
    return { kind: "done", outcome };
  };

  const write = (options: WriteOptions, agreed = false) => {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    run(options, agreed, controller.signal)
      .then(setState, (thrown: unknown) => setState(thrown instanceof Stopped ? { kind: "cancelled" } : { kind: "failed", problem: asProblem(thrown) }))
      .finally(() => (running.current = undefined));
  };
  const cancel = () => {
    running.current?.abort();
    setState((now) => (now.kind === "writing" ? { ...now, cancelling: true } : now));
  };
  return { state, write, cancel, reset: () => setState({ kind: "idle" }) };
}
