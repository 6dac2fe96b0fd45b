import { useCallback, useRef, useState } from "react";
import { agreePlans, type Agreement } from "../../../app/plans/agreePlans";
import { removeFormerPlans } from "../../../app/plans/buildPlans";
import { fitPlans, type FittedPlans } from "../../../app/plans/fitPlans";
import { listPlans, type PlanList } from "../../../app/plans/listPlans";
import { refreshIndex } from "../../../app/plans/refreshIndex";
import { makeReviewPack } from "../../../app/plans/reviewPack";
import { asProblem, type Problem } from "../../../app/problems";
import type { MadeSheet } from "../../../app/workbook";
import { excelDay } from "../../../sheets/excelDays";
import type { PaneServices } from "../../services";

/** What the list has just done, besides being read. */
export type ListDeed =
  | { readonly kind: "pack"; readonly sheet: MadeSheet }
  | { readonly kind: "agreed"; readonly agreement: Agreement }
  | { readonly kind: "fitted"; readonly plans: FittedPlans }
  | { readonly kind: "removed"; readonly count: number };

export interface PlanListState {
  /** Stays while it is read again, so that the page does not jump. */
  readonly list: PlanList | undefined;
  readonly busy: string | undefined;
  readonly problem: Problem | undefined;
  readonly deed: ListDeed | undefined;
}

export interface PlanLists {
  readonly state: PlanListState;
  /** Reads the list as the index shows it. */
  readonly read: () => void;
  /** Brings the index up to date first. */
  readonly refresh: () => void;
  readonly makePack: () => void;
  /** Absent ids: the plan that is open. */
  readonly agree: (ids?: readonly string[]) => void;
  /** Rows high enough for their texts, and as many printed pages as the plan has; absent ids: the plan that is open. */
  readonly fit: (ids?: readonly string[]) => void;
  readonly removeFormer: () => void;
}

/** A day as people write it in a sheet's name, without signs Excel forbids there. */
const dayName = (date: Date) => date.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });

/** Drives the list of plans: one thing at a time, the last list stays in view. */
export function usePlanList({ workbook, planStore }: Pick<PaneServices, "workbook" | "planStore">): PlanLists {
  const [state, setState] = useState<PlanListState>({ list: undefined, busy: undefined, problem: undefined, deed: undefined });
  const running = useRef(false);

  const run = useCallback(
    (busy: string, work: () => Promise<ListDeed | undefined>) => {
      if (running.current) return;
      running.current = true;
      setState((now) => ({ ...now, busy, problem: undefined, deed: undefined }));
      work()
        .then(async (deed) => ({ deed, list: await listPlans(workbook, planStore, excelDay(new Date())) }))
        .then(
          ({ deed, list }) => setState({ list, busy: undefined, problem: undefined, deed }),
          (thrown: unknown) => setState((now) => ({ ...now, busy: undefined, problem: asProblem(thrown) })),
        )
        .finally(() => (running.current = false));
    },
    [workbook, planStore],
  );

  const read = useCallback(() => run("Reading the plans", async () => undefined), [run]);
  const makePack = useCallback(
    () => run("Making the review pack", async () => ({ kind: "pack", sheet: await makeReviewPack(workbook, planStore, excelDay(new Date()), dayName(new Date())) })),
    [run, workbook, planStore],
  );
  const refresh = () =>
    run("Bringing the list up to date", async () => {
      await refreshIndex(workbook, planStore);
      return undefined;
    });
  const agree = (ids?: readonly string[]) => run("Writing the agreed figures", async () => ({ kind: "agreed", agreement: await agreePlans(workbook, planStore, excelDay(new Date()), ids) }));
  const fit = (ids?: readonly string[]) => run("Fitting the plans to their pages", async () => ({ kind: "fitted", plans: await fitPlans(workbook, planStore, ids) }));
  const removeFormer = () => run("Removing the former plans", async () => ({ kind: "removed", count: await removeFormerPlans(workbook, planStore, state.list?.former ?? []) }));

  return { state, read, refresh, makePack, agree, fit, removeFormer };
}
