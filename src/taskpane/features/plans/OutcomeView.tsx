import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useState } from "react";
import type { BuildOutcome } from "../../../app/plans/buildPlans";
import type { Problem } from "../../../app/problems";
import type { MadeSheet } from "../../../app/workbook";
import { ProblemMessage } from "../../components/ProblemMessage";
import { SheetLink } from "../../components/SheetLink";
import { usePageStyles } from "../../components/usePageStyles";
import type { Removal } from "./usePlans";

interface Props {
  readonly outcome: BuildOutcome;
  readonly removal: Removal;
  readonly onOpen: (sheet: MadeSheet) => void;
  readonly onRemove: () => void;
  readonly onMore: () => void;
  readonly copyText: (text: string) => Promise<void>;
}

const counted = (count: number) => (count === 1 ? "1 plan" : `${count} plans`);

/** What a run made, with links; what it could not make, with reasons; and the offer to take it back. */
export function OutcomeView({ outcome, removal, onOpen, onRemove, onMore, copyText }: Props) {
  const styles = usePageStyles();
  const removed = removal.kind === "removed";
  return (
    <>
      <OutcomeMessage outcome={outcome} removal={removal} />
      {removal.kind === "failed" && <ProblemMessage problem={removal.problem} copyText={copyText} onRetry={onRemove} />}
      {!removed && outcome.made.length > 0 && <Sheets label="Plans made" sheets={outcome.made} onOpen={onOpen} />}
      {outcome.kept.length > 0 && (
        <>
          <p className={styles.text}>Kept as they are:</p>
          <Sheets label="Plans kept" sheets={outcome.kept} onOpen={onOpen} />
        </>
      )}
      {outcome.model && (
        <p className={styles.text}>
          The assumptions behind the figures stand on the new sheet <SheetLink sheet={outcome.model} onOpen={onOpen} />. Check them once.
        </p>
      )}
      {byProblem(outcome.failed).map(({ accounts, problem }) => (
        <div key={problem.code + problem.details} className={styles.tight}>
          <p className={styles.text}>No plan for {accounts.join(", ")}:</p>
          <ProblemMessage problem={problem} copyText={copyText} />
        </div>
      ))}
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onMore}>
          Build more plans
        </Button>
        {!removed && outcome.made.length > 0 && <RemoveButton count={outcome.made.length} busy={removal.kind === "running"} onRemove={onRemove} />}
      </div>
    </>
  );
}

/** Accounts that failed for the same reason are told together. */
function byProblem(failed: BuildOutcome["failed"]): { readonly accounts: readonly string[]; readonly problem: Problem }[] {
  const groups = new Map<string, { accounts: string[]; problem: Problem }>();
  for (const { account, problem } of failed) {
    const key = problem.code + problem.details;
    const group = groups.get(key) ?? { accounts: [], problem };
    group.accounts.push(account);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function OutcomeMessage({ outcome, removal }: Pick<Props, "outcome" | "removal">) {
  if (removal.kind === "removed") {
    return (
      <MessageBar intent="info">
        <MessageBarBody>{counted(removal.count)} removed again.</MessageBarBody>
      </MessageBar>
    );
  }
  const complete = !outcome.cancelled && outcome.failed.length === 0;
  const title = outcome.cancelled ? `Cancelled: ${counted(outcome.made.length)} finished before` : `${counted(outcome.made.length)} made`;
  return (
    <MessageBar intent={complete ? "success" : "warning"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {outcome.failed.length > 0 && ` ${counted(outcome.failed.length)} could not be made.`}
      </MessageBarBody>
    </MessageBar>
  );
}

function Sheets({ label, sheets, onOpen }: { readonly label: string; readonly sheets: readonly MadeSheet[]; readonly onOpen: Props["onOpen"] }) {
  const styles = usePageStyles();
  return (
    <ul className={styles.list} aria-label={label} tabIndex={0}>
      {sheets.map((sheet) => (
        <li key={sheet.id} className={styles.item}>
          <SheetLink sheet={sheet} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

/** Removing sheets cannot be undone in Excel, so it asks first. */
function RemoveButton({ count, busy, onRemove }: { readonly count: number; readonly busy: boolean; readonly onRemove: () => void }) {
  const styles = usePageStyles();
  const [asking, setAsking] = useState(false);
  if (!asking || busy) {
    return (
      <Button disabledFocusable={busy} onClick={() => setAsking(true)}>
        {busy ? "Removing" : `Remove ${count === 1 ? "it" : `these ${counted(count)}`}`}
      </Button>
    );
  }
  return (
    <div className={styles.tight} role="group" aria-label="Remove plans">
      <p className={styles.text}>Remove {counted(count)} with everything typed in since? This cannot be undone.</p>
      <div className={styles.actions}>
        <Button onClick={onRemove}>Remove</Button>
        <Button autoFocus onClick={() => setAsking(false)}>
          Keep
        </Button>
      </div>
    </div>
  );
}
