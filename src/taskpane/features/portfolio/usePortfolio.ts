import { useCallback, useState } from "react";
import { asProblem, type Problem } from "../../../app/problems";
import { writePortfolio, type PortfolioOutcome } from "../../../app/tiering/portfolio/writePortfolio";
import type { ScorecardStore } from "../../../app/tiering/scorecardStore";
import type { Workbook } from "../../../app/workbook";

export type PortfolioState =
  | { readonly kind: "idle" }
  | { readonly kind: "running" }
  | { readonly kind: "done"; readonly outcome: PortfolioOutcome }
  | { readonly kind: "failed"; readonly problem: Problem };

/** Makes or refreshes the portfolio sheet and shows it. */
export function usePortfolio(workbook: Workbook, store: ScorecardStore) {
  const [state, setState] = useState<PortfolioState>({ kind: "idle" });
  const write = useCallback(() => {
    setState({ kind: "running" });
    const stamp = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
    writePortfolio({ workbook, store }, stamp)
      .then(async (outcome) => {
        await workbook.openSheet(outcome.sheet.id);
        setState({ kind: "done", outcome });
      })
      .catch((thrown: unknown) => setState({ kind: "failed", problem: asProblem(thrown) }));
  }, [workbook, store]);
  return { state, write };
}
