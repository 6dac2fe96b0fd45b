import { Button, Spinner, useAnnounce } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { asProblem } from "../../../app/problems";
import type { MadeSheet } from "../../../app/workbook";
import { ProblemMessage } from "../../components/ProblemMessage";
import { usePageStyles } from "../../components/usePageStyles";
import { useOpenSheet } from "../../components/useOpenSheet";
import type { PaneServices } from "../../services";
import { BuildingView } from "./BuildingView";
import { OutcomeView } from "./OutcomeView";
import { ProposalView } from "./ProposalView";
import { usePlans, type PlansState } from "./usePlans";

interface Props {
  readonly services: PaneServices;
  /** Grows by one each time the ribbon or the context menu asks for plans; then the selection is read at once. */
  readonly askedCount: number;
}

/** Select accounts, look at what will be made, make it. */
export function PlansPage({ services, askedCount }: Props) {
  const styles = usePageStyles();
  const plans = usePlans(services.workbook);
  const { state, read } = plans;
  const opening = useOpenSheet(services.workbook);
  const answered = useRef(0);
  useEffect(() => {
    if (askedCount === answered.current) return;
    answered.current = askedCount;
    read();
  }, [askedCount, read]);
  useSpokenState(state);

  const problem = state.kind === "failed" ? state.problem : opening.problem;
  return (
    <div className={styles.column}>
      {problem && <ProblemMessage problem={asProblem(problem)} copyText={services.copyText} />}
      {(state.kind === "idle" || state.kind === "failed") && (
        <>
          <h1 className={styles.heading}>Account plans</h1>
          <p className={styles.text}>Select the rows of the accounts in your list (a cell in each is enough). Each account gets a sheet with its figures, live.</p>
          <div className={styles.actions}>
            <Button appearance="primary" onClick={read}>
              Build plans
            </Button>
          </div>
        </>
      )}
      {state.kind === "reading" && <Spinner size="small" label="Reading the selection" labelPosition="after" />}
      {state.kind === "proposed" && <ProposalView proposal={state.proposal} selectionMoved={state.selectionMoved} onBuild={plans.build} onReadAgain={read} />}
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
      return `${state.outcome.made.length} plans made${state.outcome.cancelled ? ", cancelled" : ""}`;
    default:
      return "";
  }
}
