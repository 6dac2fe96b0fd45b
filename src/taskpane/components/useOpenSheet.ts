import { useState } from "react";
import { asProblem, type Problem } from "../../app/problems";
import type { MadeSheet, Workbook } from "../../app/workbook";

/** Opens sheets on click and keeps the problem when one cannot be opened (any more). */
export function useOpenSheet(workbook: Workbook): { readonly open: (sheet: MadeSheet) => void; readonly problem: Problem | undefined } {
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const open = (sheet: MadeSheet) => {
    setProblem(undefined);
    workbook.openSheet(sheet.id).catch((thrown: unknown) => setProblem(asProblem(thrown)));
  };
  return { open, problem };
}
