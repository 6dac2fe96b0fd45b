import { useCallback, useRef, useState } from "react";
import { asProblem, type Problem } from "../../../app/problems";
import type { Findings } from "../../../app/sharing/findings";
import { scanWorkbook, type SharingProgress } from "../../../app/sharing/scanWorkbook";
import type { SharingBook, SheetCell } from "../../../app/sharing/sharingBook";

export type ShareState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly title: string; readonly progress: SharingProgress; readonly cancelling: boolean }
  | { readonly kind: "checked"; readonly findings: Findings; readonly problem?: Problem }
  | { readonly kind: "failed"; readonly problem: Problem };

export interface Share {
  readonly state: ShareState;
  readonly check: () => void;
  readonly cancel: () => void;
  readonly goTo: (cell: SheetCell) => void;
}

/** Drives the page *Share*: one run at a time, each with progress and a way to stop it. */
export function useShare(book: SharingBook): Share {
  const [state, setState] = useState<ShareState>({ kind: "idle" });
  const running = useRef<AbortController | undefined>(undefined);

  const start = useCallback(<T,>(title: string, work: (signal: AbortSignal, onProgress: (progress: SharingProgress) => void) => Promise<T>, done: (result: T) => ShareState) => {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    const show = (progress: SharingProgress) => setState({ kind: "running", title, progress, cancelling: controller.signal.aborted });
    show({ done: 0, total: 1, words: "" });
    work(controller.signal, show)
      .then(
        (result) => setState(done(result)),
        (thrown: unknown) => {
          const problem = asProblem(thrown);
          setState(problem.code === "cancelled" ? { kind: "idle" } : { kind: "failed", problem });
        },
      )
      .finally(() => (running.current = undefined));
  }, []);

  const check = useCallback(() => {
    start("Checking the workbook", (signal, onProgress) => scanWorkbook(book, signal, onProgress), (findings) => ({ kind: "checked", findings }));
  }, [book, start]);

  const cancel = () => {
    running.current?.abort();
    setState((now) => (now.kind === "running" ? { ...now, cancelling: true } : now));
  };

  const goTo = (cell: SheetCell) => {
    book.goTo(cell).catch((thrown: unknown) => setState((now) => (now.kind === "checked" ? { ...now, problem: asProblem(thrown) } : now)));
  };

  return { state, check, cancel, goTo };
}
