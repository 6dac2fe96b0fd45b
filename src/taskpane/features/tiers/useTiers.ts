import { useCallback, useState } from "react";
import { asProblem, type Problem } from "../../../app/problems";
import { readScorableList, writeScores, type ScorableList, type TierRequest } from "../../../app/tierAccounts";
import type { MadeSheet, Workbook } from "../../../app/workbook";

export type TiersState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly words: string }
  | { readonly kind: "choosing"; readonly scorable: ScorableList; readonly problem?: Problem }
  | { readonly kind: "done"; readonly sheet: MadeSheet }
  | { readonly kind: "failed"; readonly problem: Problem };

/** Drives *Tier accounts*: read the list, choose criteria, write the sheet of scores. */
export function useTiers(workbook: Workbook) {
  const [state, setState] = useState<TiersState>({ kind: "idle" });
  const read = useCallback(() => {
    setState({ kind: "running", words: "Reading the list" });
    readScorableList(workbook).then(
      (scorable) => setState({ kind: "choosing", scorable }),
      (thrown: unknown) => setState({ kind: "failed", problem: asProblem(thrown) }),
    );
  }, [workbook]);
  const write = (scorable: ScorableList, request: TierRequest) => {
    setState({ kind: "running", words: "Writing the scores" });
    writeScores(workbook, scorable, request).then(
      (sheet) => setState({ kind: "done", sheet }),
      // The form comes back with the problem beside it, so that nothing has to be chosen twice.
      (thrown: unknown) => setState({ kind: "choosing", scorable, problem: asProblem(thrown) }),
    );
  };
  return { state, read, write };
}
