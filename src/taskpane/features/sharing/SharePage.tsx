import { Button, useAnnounce } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { ProblemMessage } from "../../components/ProblemMessage";
import { usePageStyles } from "../../components/usePageStyles";
import type { PaneServices } from "../../services";
import { counted, FindingsView } from "./FindingsView";
import { RunningView } from "./RunningView";
import { useShare } from "./useShare";

interface Props {
  readonly services: PaneServices;
  /** Grows by one each time the ribbon asks for a check; then it begins at once. */
  readonly askedCount: number;
}

/** Make sure that people without the add-in see the same figures. */
export function SharePage({ services, askedCount }: Props) {
  const styles = usePageStyles();
  const { state, check, cancel, goTo } = useShare(services.sharing);
  const { announce } = useAnnounce();
  const answered = useRef(0);
  useEffect(() => {
    if (askedCount === answered.current) return;
    answered.current = askedCount;
    check();
  }, [askedCount, check]);
  const found = state.kind === "checked" ? state.findings.cells.length : undefined;
  useEffect(() => {
    if (found !== undefined) announce(`Checked: ${counted(found, "formula needs", "formulas need")} KAM Planner`);
  }, [found, announce]);

  const problem = state.kind === "failed" || state.kind === "checked" ? state.problem : undefined;
  return (
    <div className={styles.column}>
      {problem && <ProblemMessage problem={problem} copyText={services.copyText} />}
      {(state.kind === "idle" || state.kind === "failed") && (
        <>
          <h1 className={styles.heading}>Share the workbook</h1>
          <p className={styles.text}>People without KAM Planner cannot calculate KAM functions. Check what they would see before you send the file. Nothing is changed by the check.</p>
          <div className={styles.actions}>
            <Button appearance="primary" onClick={check}>
              Check before sharing
            </Button>
          </div>
        </>
      )}
      {state.kind === "running" && <RunningView title={state.title} progress={state.progress} cancelling={state.cancelling} onCancel={cancel} />}
      {state.kind === "checked" && (
        <>
          <h1 className={styles.heading}>Before you share</h1>
          <FindingsView findings={state.findings} onGoTo={goTo} />
          <div className={styles.actions}>
            <Button onClick={check}>Check again</Button>
          </div>
        </>
      )}
    </div>
  );
}
