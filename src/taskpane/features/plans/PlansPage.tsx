import { Button, Spinner, useAnnounce } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { asProblem } from "../../../app/problems";
import type { MadeSheet } from "../../../app/workbook";
import { ProblemMessage } from "../../components/ProblemMessage";
import { usePageStyles } from "../../components/usePageStyles";
import { useOpenSheet } from "../../components/useOpenSheet";
import type { PageRequest, PaneServices } from "../../services";
import { PlanListView } from "../planList/PlanListView";
import { usePlanList } from "../planList/usePlanList";
import { BuildingView } from "./BuildingView";
import { InterruptedView } from "./InterruptedView";
import { OutcomeView } from "./OutcomeView";
import { ProposalView } from "./ProposalView";
import { useInterruptedRun } from "./useInterruptedRun";
import { usePlans, type PlansState } from "./usePlans";

interface Props {
  readonly services: PaneServices;
  /** The latest wish of the ribbon or the context menu for this page; each is answered once. */
  readonly asked: PageRequest | undefined;
}

/** Select accounts, look at what will be made, make it; below, all plans with their status. */
export function PlansPage({ services, asked }: Props) {
  const styles = usePageStyles();
  const plans = usePlans(services);
  const lists = usePlanList(services);
  const { state, read, reset } = plans;
  const { read: readList, makePack } = lists;
  const opening = useOpenSheet(services.workbook);
  const interrupted = useInterruptedRun(services, readList);
  const answered = useRef(0);
  useEffect(() => {
    if (!asked || asked.count === answered.current) return;
    answered.current = asked.count;
    if (asked.action === "list") readList();
    else if (asked.action === "pack") makePack();
    else read();
    // The list stands below the start of the page, not below a run that has ended.
    if (asked.action !== undefined) reset();
  }, [asked, read, readList, makePack, reset]);
  const runEnded = state.kind === "done" ? state.removal.kind : undefined;
  useEffect(() => {
    if (runEnded === "offered" || runEnded === "removed") readList();
  }, [runEnded, readList]);
  const { dismiss } = interrupted;
  useEffect(() => {
    // The new run is put down in the place of the old one.
    if (state.kind === "building") dismiss();
  }, [state.kind, dismiss]);
  useSpokenState(state);

  const problem = state.kind === "failed" ? state.problem : opening.problem;
  const atStart = state.kind === "idle" || state.kind === "failed";
  return (
    <div className={styles.column}>
      {problem && <ProblemMessage problem={asProblem(problem)} copyText={services.copyText} />}
      {state.kind !== "building" && <InterruptedView interrupted={interrupted} onOpen={opening.open} copyText={services.copyText} />}
      {atStart && (
        <>
          <h1 className={styles.heading}>Account plans</h1>
          <p className={styles.text}>Select the rows of the accounts in your list (a cell in each is enough). Each account gets a sheet with its figures, live.</p>
          <div className={styles.actions}>
            <Button appearance="primary" onClick={() => read()}>
              Build plans
            </Button>
          </div>
        </>
      )}
      {state.kind === "reading" && <Spinner size="small" label="Reading the selection" labelPosition="after" />}
      {state.kind === "proposed" && <ProposalView proposal={state.proposal} tier={state.tier} selectionMoved={state.selectionMoved} onBuild={plans.build} onRead={read} />}
      {state.kind === "building" && <BuildingView progress={state.progress} cancelling={state.cancelling} onCancel={plans.cancel} />}
      {state.kind === "done" && (
        <OutcomeView
          outcome={state.outcome}
          removal={state.removal}
          onOpen={(sheet: MadeSheet) => opening.open(sheet)}
          onRemove={plans.remove}
          onMore={plans.reset}
          copyText={services.copyText}
        />
      )}
      {(atStart || state.kind === "done") && <PlanListView lists={lists} onOpen={(sheet) => opening.open(sheet)} copyText={services.copyText} />}
    </div>
  );
}

/** Says to screen readers what the eye sees change. Problems speak for themselves. */
function useSpokenState(state: PlansState): void {
  const { announce } = useAnnounce();
  const spoken = spokenState(state);
  useEffect(() => {
    if (spoken !== "") announce(spoken);
  }, [spoken, announce]);
}

function spokenState(state: PlansState): string {
  switch (state.kind) {
    case "proposed":
      return `${state.proposal.plans.length} accounts selected`;
    case "building":
      return state.progress.account === "" ? "" : `${state.progress.done + 1} of ${state.progress.total}, ${state.progress.account}`;
    case "done":
      return `${state.outcome.made.length} plans made, ${state.outcome.updated.length} updated${state.outcome.cancelled ? ", cancelled" : ""}`;
    default:
      return "";
  }
}
