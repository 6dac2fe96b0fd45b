import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { InterruptedRun } from "../../../app/plans/interruptedRun";
import type { MadeSheet } from "../../../app/workbook";
import { AskedButton } from "../../components/AskedButton";
import { ProblemMessage } from "../../components/ProblemMessage";
import { SheetLink } from "../../components/SheetLink";
import { usePageStyles } from "../../components/usePageStyles";
import type { Interrupted } from "./useInterruptedRun";

interface Props {
  readonly interrupted: Interrupted;
  readonly onOpen: (sheet: MadeSheet) => void;
  readonly copyText: (text: string) => Promise<void>;
}

/** Says, when the pane comes back, what is there of a run it was closed in, and offers to keep it or take it back. */
export function InterruptedView({ interrupted, onOpen, copyText }: Props) {
  const styles = usePageStyles();
  const { state } = interrupted;
  if (state.kind === "none") return null;
  if (state.kind === "settled") {
    return (
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{state.words}</MessageBarBody>
      </MessageBar>
    );
  }
  const { run } = state;
  const finished = [...run.made, ...run.updated.map(({ successor }) => successor)];
  const [one, many] = [run.unfinished.length === 1, run.unfinished.length > 0];
  const copies = one ? "the unfinished copy" : "the unfinished copies";
  return (
    <section className={styles.tight} aria-label="Interrupted run">
      <MessageBar intent="warning" layout="multiline" politeness="assertive">
        <MessageBarBody>
          <MessageBarTitle>{title(run, finished.length)}</MessageBarTitle> {`The pane was closed during the run of ${shownTime(run.record.startedAt)}.`}
          {finished.length > 0 && " Every plan listed here is complete."}
          {many && ` ${run.unfinished.map(({ name }) => `“${name}”`).join(", ")} ${one ? "is a copy that has" : "are copies that have"} not taken its place: what it was to replace is as it was.`}
          {" If somebody else is building plans in this workbook right now, leave it to them."}
        </MessageBarBody>
      </MessageBar>
      {state.problem && <ProblemMessage problem={state.problem} copyText={copyText} />}
      {finished.length > 0 && (
        <ul className={styles.list} aria-label="Plans of the interrupted run" tabIndex={0}>
          {finished.map((sheet) => (
            <li key={sheet.id} className={styles.item}>
              <SheetLink sheet={sheet} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        <Button disabledFocusable={state.kind === "running"} onClick={interrupted.keep}>
          {finished.length === 0 ? `Remove ${copies}` : many ? `Keep the plans, remove ${copies}` : finished.length === 1 ? "Keep it" : "Keep them"}
        </Button>
        {finished.length > 0 && (
          <AskedButton
            label="Take the run back"
            question={`Remove what the run made, with everything typed in it since${run.updated.length > 0 ? ", and have the former plans back" : ""}? This cannot be undone.`}
            verb="Remove"
            busy={state.kind === "running"}
            busyLabel="Taking back"
            onConfirm={interrupted.takeBack}
          />
        )}
      </div>
    </section>
  );
}

function title({ record, updated, unfinished }: InterruptedRun, finished: number): string {
  if (finished === 0) return unfinished.length === 1 ? "A run was interrupted before it had finished a sheet" : "A run was interrupted";
  return `A run was interrupted: ${finished} of ${record.total} plans ${updated.length === finished ? "updated" : "finished"}`;
}

const shownTime = (iso: string): string => new Date(iso).toLocaleString(undefined, { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" });
