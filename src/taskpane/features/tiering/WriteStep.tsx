import { Button, MessageBar, MessageBarBody, MessageBarTitle, useAnnounce } from "@fluentui/react-components";
import { useEffect } from "react";
import type { WriteOutcome } from "../../../app/tiering/writing";
import type { MadeSheet } from "../../../app/workbook";
import { ProblemMessage } from "../../components/ProblemMessage";
import { SheetLink } from "../../components/SheetLink";
import { useOpenSheet } from "../../components/useOpenSheet";
import { CancellableProgress } from "../../components/CancellableProgress";
import { usePageStyles } from "../../components/usePageStyles";
import type { ReadyStepProps } from "../tiers/steps";
import { counted } from "./numbers";
import { useWriting, type WritingState } from "./useWriting";
import { WriteForm } from "./WriteForm";

/** Puts scores and tiers into the workbook: where, how, with progress and a way back. */
export function WriteStep(props: ReadyStepProps) {
  const { services } = props;
  const { state, write, cancel, reset } = useWriting(props);
  const opening = useOpenSheet(services.workbook);
  const { announce } = useAnnounce();
  const spoken = spokenState(state);
  useEffect(() => {
    if (spoken !== "") announce(spoken);
  }, [spoken, announce]);

  const problem = state.kind === "failed" ? state.problem : opening.problem;
  const isForm = state.kind === "idle" || state.kind === "failed" || state.kind === "cancelled";
  return (
    <>
      {problem && <ProblemMessage problem={problem} copyText={services.copyText} />}
      {state.kind === "cancelled" && (
        <MessageBar intent="info">
          <MessageBarBody>Cancelled. The workbook is as it was before.</MessageBarBody>
        </MessageBar>
      )}
      {/* The choices stay while something else is shown, so that nothing has to be chosen twice. */}
      <div hidden={!isForm}>
        <WriteForm {...props} onWrite={(options) => write(options)} />
      </div>
      {state.kind === "asking" && <Conflicts conflicts={state.conflicts} onAgree={() => write({ ...state.options, overwrite: state.conflicts }, true)} onBack={reset} />}
      {state.kind === "writing" && <Progress state={state} onCancel={cancel} />}
      {state.kind === "done" && <Outcome outcome={state.outcome} onOpen={opening.open} onAgain={reset} />}
    </>
  );
}

function Conflicts({ conflicts, onAgree, onBack }: { readonly conflicts: readonly string[]; readonly onAgree: () => void; readonly onBack: () => void }) {
  const styles = usePageStyles();
  return (
    <div className={styles.tight} role="group" aria-label="Columns to overwrite">
      <p className={styles.text}>
        {conflicts.length === 1 ? "This column was" : "These columns were"} not made by KAM Planner: {conflicts.map((header) => `“${header.slice(0, 60)}”`).join(", ")}. Overwrite {conflicts.length === 1 ? "it" : "them"}?
      </p>
      <div className={styles.actions}>
        <Button onClick={onAgree}>Overwrite</Button>
        <Button autoFocus onClick={onBack}>
          Keep
        </Button>
      </div>
    </div>
  );
}

function Progress({ state: { progress, cancelling }, onCancel }: { readonly state: Extract<WritingState, { kind: "writing" }>; readonly onCancel: () => void }) {
  const { done, total, words, isFinal } = progress;
  return (
    <CancellableProgress
      label={cancelling && !isFinal ? "Putting everything back" : words}
      hint={done > 0 ? `${done.toLocaleString("en")} of ${total.toLocaleString("en")}` : "This may take a moment"}
      {...(done > 0 ? { value: done } : {})}
      total={total}
      cancelling={cancelling}
      {...(isFinal ? {} : { onCancel })}
    />
  );
}

function Outcome({ outcome, onOpen, onAgain }: { readonly outcome: WriteOutcome; readonly onOpen: (sheet: MadeSheet) => void; readonly onAgain: () => void }) {
  const styles = usePageStyles();
  const { sheet, accountCount, values, goneRows, remarks } = outcome;
  const isWhole = values.includes("all cells");
  return (
    <>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{counted(accountCount, "account", "accounts")} tiered</MessageBarTitle> on <SheetLink sheet={sheet} onOpen={onOpen} />.
        </MessageBarBody>
      </MessageBar>
      <p className={styles.text}>
        {isWhole ? "Everything is values, marked with date and model version: tier again after a change." : values.length === 0 ? "Every cell follows the list and the model." : `The formulas follow the list and the model. Values, marked on the sheet: ${values.join("; ")}.`}
      </p>
      {goneRows > 0 && <p className={styles.text}>{counted(goneRows, "row", "rows")} of accounts that have left the list stay, because you wrote something beside them.</p>}
      {remarks.map((remark) => (
        <p key={remark} className={styles.text}>
          {remark}
        </p>
      ))}
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => onOpen(sheet)}>
          Open the sheet
        </Button>
        <Button onClick={onAgain}>Write again</Button>
      </div>
    </>
  );
}

function spokenState(state: WritingState): string {
  switch (state.kind) {
    case "writing":
      return state.progress.words;
    case "done":
      return `${state.outcome.accountCount} accounts tiered`;
    case "cancelled":
      return "Cancelled, the workbook is as it was before";
    default:
      return "";
  }
}
