import { useCallback, useMemo, useRef, useState } from "react";
import { asProblem, type Problem } from "../../../app/problems";
import type { Findings } from "../../../app/sharing/findings";
import { repairFormulas, type RepairOutcome } from "../../../app/sharing/repairFormulas";
import { replacements } from "../../../app/sharing/replacements";
import { restoreFormulas, type RestoreOutcome } from "../../../app/sharing/restoreFormulas";
import { scanWorkbook, type SharingProgress } from "../../../app/sharing/scanWorkbook";
import { shareCopies, type CopiesOutcome } from "../../../app/sharing/shareCopies";
import { shareWorkbook, type ShareOutcome, type SharingTools } from "../../../app/sharing/shareWorkbook";
import type { SheetCell } from "../../../app/sharing/sharingBook";
import type { PaneServices } from "../../services";
import type { ShareWhere } from "./ShareForm";

export type ShareState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly title: string; readonly progress: SharingProgress; readonly cancelling: boolean }
  | { readonly kind: "checked"; readonly findings: Findings }
  | { readonly kind: "shared"; readonly outcome: ShareOutcome | CopiesOutcome }
  | { readonly kind: "restored"; readonly outcome: RestoreOutcome }
  | { readonly kind: "repaired"; readonly outcome: RepairOutcome };

export interface Share {
  readonly state: ShareState;
  readonly problem: Problem | undefined;
  readonly check: () => void;
  readonly share: (sheetIds: readonly string[], where: ShareWhere) => void;
  readonly restore: () => void;
  readonly repair: () => void;
  readonly cancel: () => void;
  readonly back: () => void;
  readonly goTo: (cell: SheetCell) => void;
}

type Work<T> = (signal: AbortSignal, onProgress: (progress: SharingProgress) => void) => Promise<T>;

/** How long functions are given to answer between two looks at them. */
const PAUSE_MILLISECONDS = 250;

function toolsOf({ sharing, workbook }: PaneServices): SharingTools {
  return {
    book: sharing,
    workbook,
    replacements,
    // The same in every language, and sorted by text it is sorted by time.
    now: () => new Date().toLocaleString("sv-SE").slice(0, 16),
    pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS)),
  };
}

/** Drives the page *Share*: one run at a time, each with progress and a way to stop it. */
export function useShare(services: PaneServices): Share {
  const [state, setState] = useState<ShareState>({ kind: "idle" });
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const running = useRef<AbortController | undefined>(undefined);
  const tools = useMemo(() => toolsOf(services), [services]);

  /** A run that is cancelled or fails leaves the page as it was before. */
  const start = useCallback(<T,>(title: string, before: ShareState, work: Work<T>, done: (result: T) => ShareState) => {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    setProblem(undefined);
    const show = (progress: SharingProgress) => setState({ kind: "running", title, progress, cancelling: controller.signal.aborted });
    show({ done: 0, total: 1, words: "" });
    work(controller.signal, show)
      .then(
        (result) => setState(done(result)),
        (thrown: unknown) => {
          const met = asProblem(thrown);
          if (met.code !== "cancelled") setProblem(met);
          setState(before);
        },
      )
      .finally(() => (running.current = undefined));
  }, []);

  const check = useCallback(() => {
    start("Checking the workbook", { kind: "idle" }, (signal, onProgress) => scanWorkbook(tools.book, signal, onProgress), (findings) => ({ kind: "checked", findings }));
  }, [tools, start]);

  return {
    state,
    problem,
    check,
    share: (sheetIds, where) => {
      const work = where === "here" ? shareWorkbook : shareCopies;
      start(where === "here" ? "Replacing formulas" : "Making copies", state, (signal, onProgress) => work(tools, sheetIds, signal, onProgress), (outcome) => ({ kind: "shared", outcome }));
    },
    restore: () => start("Restoring formulas", state, (signal, onProgress) => restoreFormulas(tools, signal, onProgress), (outcome) => ({ kind: "restored", outcome })),
    repair: () => start("Repairing formulas", state, (signal, onProgress) => repairFormulas(tools.book, signal, onProgress), (outcome) => ({ kind: "repaired", outcome })),
    cancel: () => {
      running.current?.abort();
      setState((now) => (now.kind === "running" ? { ...now, cancelling: true } : now));
    },
    back: () => {
      setProblem(undefined);
      setState({ kind: "idle" });
    },
    goTo: (cell) => {
      setProblem(undefined);
      tools.book.goTo(cell).catch((thrown: unknown) => setProblem(asProblem(thrown)));
    },
  };
}
