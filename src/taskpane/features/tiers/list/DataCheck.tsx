import { Button, Field, ProgressBar, useAnnounce } from "@fluentui/react-components";
import { useEffect } from "react";
import type { ConfirmedList } from "../../../../app/model/confirmedList";
import type { Model } from "../../../../sheets/model/model";
import { ProblemMessage } from "../../../components/ProblemMessage";
import { usePageStyles } from "../../../components/usePageStyles";
import type { PaneServices } from "../../../services";
import { FindingCard } from "./FindingCard";
import { useDataCheck } from "./useDataCheck";

interface Props {
  readonly services: PaneServices;
  readonly list: ConfirmedList;
  readonly model: Pick<Model, "criteria" | "gates">;
}

/** What in the list would make tiers wrong or hard to explain, with what can be mended on the spot. */
export function DataCheck({ services, list, model }: Props) {
  const styles = usePageStyles();
  const { state, run, cancel, fix } = useDataCheck(services.model.list, list, model);
  const { announce } = useAnnounce();
  const found = state.kind === "done" ? state.findings.length : undefined;
  useEffect(() => {
    if (found !== undefined) announce(found === 0 ? "Nothing found" : `${found} findings`);
  }, [found, announce]);
  return (
    <div className={styles.tight} role="group" aria-label="Data check">
      <h2 className={styles.heading}>Data check</h2>
      {state.kind === "failed" && <ProblemMessage problem={state.problem} copyText={services.copyText} onRetry={run} />}
      {state.kind === "idle" && (
        <>
          <p className={styles.text}>Looks for errors, numbers stored as text, duplicate or missing keys, blanks, outliers and columns that never vary. Nothing is changed without being shown first.</p>
          <div className={styles.actions}>
            <Button onClick={run}>Check the list</Button>
          </div>
        </>
      )}
      {state.kind === "running" && (
        <>
          <Field label={`Checking ${state.progress.done.toLocaleString("en")} of ${state.progress.total.toLocaleString("en")} rows`}>
            <ProgressBar value={state.progress.total === 0 ? 0 : state.progress.done / state.progress.total} />
          </Field>
          <div className={styles.actions}>
            <Button onClick={cancel}>Cancel</Button>
          </div>
        </>
      )}
      {state.kind === "done" && (
        <>
          {state.problem && <ProblemMessage problem={state.problem} copyText={services.copyText} />}
          <p className={styles.text}>
            {state.findings.length === 0 ? `Nothing found in ${state.rowCount.toLocaleString("en")} rows.` : `${state.findings.length === 1 ? "1 finding" : `${state.findings.length} findings`} in ${state.rowCount.toLocaleString("en")} rows.`}
          </p>
          {state.findings.map((finding) => (
            <FindingCard key={finding.message} finding={finding} sheetName={list.place.sheetName} store={services.model.list} onFix={fix} />
          ))}
          <div className={styles.actions}>
            <Button onClick={run}>Check again</Button>
          </div>
        </>
      )}
    </div>
  );
}
