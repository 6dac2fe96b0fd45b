import { useCallback, useEffect, useRef, useState } from "react";
import type { AccountListStore } from "../../../../app/model/accountListStore";
import { applyFix, checkList, type CheckProgress } from "../../../../app/model/checkList";
import type { ConfirmedList } from "../../../../app/model/confirmedList";
import { asProblem, type Problem } from "../../../../app/problems";
import type { Finding } from "../../../../sheets/check/findings";
import type { DecimalMark } from "../../../../sheets/check/numberText";
import type { Model } from "../../../../sheets/model/model";

export type DataCheckState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly progress: CheckProgress }
  | { readonly kind: "done"; readonly findings: readonly Finding[]; readonly rowCount: number; readonly problem?: Problem }
  | { readonly kind: "failed"; readonly problem: Problem };

/** Checks the list on wish, and again after each fix, so that what is shown is what stands there. */
export function useDataCheck(store: AccountListStore, list: ConfirmedList | undefined, model: Pick<Model, "criteria" | "gates">) {
  const [state, setState] = useState<DataCheckState>({ kind: "idle" });
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(async () => {
    if (!list) return;
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const total = list.place.body.rowCount;
    setState({ kind: "running", progress: { done: 0, total } });
    try {
      const findings = await checkList(store, list, model, controller.signal, (progress) => controller.signal.aborted || setState({ kind: "running", progress }));
      if (!controller.signal.aborted) setState({ kind: "done", findings, rowCount: total });
    } catch (thrown) {
      if (!controller.signal.aborted) setState({ kind: "failed", problem: asProblem(thrown) });
    }
  }, [store, list, model]);

  const cancel = () => {
    running.current?.abort();
    setState({ kind: "idle" });
  };
  const fix = async (finding: Finding, mark: DecimalMark | undefined) => {
    if (!finding.fix || !list) return;
    try {
      await applyFix(store, list.place.sheetName, finding.fix, mark);
      await run();
    } catch (thrown) {
      setState((now) => (now.kind === "done" ? { ...now, problem: asProblem(thrown) } : { kind: "failed", problem: asProblem(thrown) }));
    }
  };
  return { state, run: () => void run(), cancel, fix: (finding: Finding, mark: DecimalMark | undefined) => void fix(finding, mark) };
}
