import { useCallback, useRef, useState } from "react";
import { asProblem, type Problem } from "../../../app/problems";
import { writePortfolio, type PortfolioOutcome } from "../../../app/tiering/portfolio/writePortfolio";
import type { ScorecardStore } from "../../../app/tiering/scorecardStore";
import type { Workbook } from "../../../app/workbook";

export type PortfolioState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly words: string; readonly cancelling: boolean }
  | { readonly kind: "cancelled" }
  | { readonly kind: "done"; readonly outcome: PortfolioOutcome }
  | { readonly kind: "failed"; readonly problem: Problem };

/** Makes or refreshes the portfolio sheet and shows it. */
export function usePortfolio(workbook: Workbook, store: ScorecardStore) {
  const [state, setState] = useState<PortfolioState>({ kind: "idle" });
  const running = useRef<AbortController | undefined>(undefined);
  const write = useCallback(() => {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    const stamp = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
    writePortfolio({ workbook, store }, stamp, controller.signal, (words) => setState({ kind: "running", words, cancelling: controller.signal.aborted }))
      .then(async (outcome) => {
        if (!outcome) return setState({ kind: "cancelled" });
        await workbook.openSheet(outcome.sheet.id);
        setState({ kind: "done", outcome });
      })
      .catch((thrown: unknown) => setState({ kind: "failed", problem: asProblem(thrown) }))
      .finally(() => (running.current = undefined));
  }, [workbook, store]);
  const cancel = useCallback(() => {
    running.current?.abort();
    setState((now) => (now.kind === "running" ? { ...now, cancelling: true } : now));
  }, []);
  return { state, write, cancel };
}
