import { Button, useAnnounce } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { ShareOutcome } from "../../../app/sharing/shareWorkbook";
import { ProblemMessage } from "../../components/ProblemMessage";
import { usePageStyles } from "../../components/usePageStyles";
import type { PaneServices } from "../../services";
import { SheetLink } from "../../components/SheetLink";
import { useOpenSheet } from "../../components/useOpenSheet";
import { CompareSection } from "./CompareSection";
import { counted, FindingsView } from "./FindingsView";
import { OutcomeView } from "./OutcomeView";
import { Reminders } from "./Reminders";
import { RunningView } from "./RunningView";
import { ShareForm } from "./ShareForm";
import { useShare, type ShareState } from "./useShare";

interface Props {
  readonly services: PaneServices;
  /** Grows by one each time the ribbon asks for a check; then it begins at once. */
  readonly askedCount: number;
}

/** Make sure that people without the add-in see the same figures. */
export function SharePage({ services, askedCount }: Props) {
  const styles = usePageStyles();
  const { state, problem, check, share, restore, repair, cancel, back, goTo } = useShare(services);
  const opening = useOpenSheet(services.workbook);
  const { announce } = useAnnounce();
  const answered = useRef(0);
  useEffect(() => {
    if (askedCount === answered.current) return;
    answered.current = askedCount;
    check();
  }, [askedCount, check]);
  const words = announcement(state);
  useEffect(() => {
    if (words !== "") announce(words);
  }, [words, announce]);

  const shown = problem ?? opening.problem;
  return (
    <div className={styles.column}>
      {shown && <ProblemMessage problem={shown} copyText={services.copyText} />}
      {state.kind === "idle" && (
        <>
          <h1 className={styles.heading}>Share the workbook</h1>
          <p className={styles.text}>People without KAM Planner cannot calculate KAM functions. Check what they would see before you send the file; the check changes nothing.</p>
          <div className={styles.actions}>
            <Button appearance="primary" onClick={check}>
              Check before sharing
            </Button>
          </div>
          <h2 className={styles.heading}>Got a workbook back?</h2>
          <p className={styles.text}>Bring back the KAM functions that were replaced when it was shared. Cells that were edited since stay as they are.</p>
          <div className={styles.actions}>
            <Button onClick={restore}>Restore formulas</Button>
          </div>
          <h2 className={styles.heading}>Cells show #NAME?</h2>
          <p className={styles.text}>Excel connects formulas with an add-in only when they are entered. If KAM Planner came later, have them entered again.</p>
          <div className={styles.actions}>
            <Button onClick={repair}>Repair formulas</Button>
          </div>
          <CompareSection services={services} />
        </>
      )}
      {state.kind === "running" && <RunningView title={state.title} progress={state.progress} cancelling={state.cancelling} onCancel={cancel} />}
      {state.kind === "checked" && (
        <>
          <h1 className={styles.heading}>Before you share</h1>
          <FindingsView findings={state.findings} onGoTo={goTo} />
          {state.findings.cells.length > 0 && <ShareForm findings={state.findings} onShare={share} />}
          <Reminders findings={state.findings} onGoTo={goTo} />
          <div className={styles.actions}>
            {state.findings.cells.some(({ isStuck }) => isStuck) && <Button onClick={repair}>Repair formulas</Button>}
            <Button onClick={check}>Check again</Button>
            <Button appearance="subtle" onClick={back}>
              Back
            </Button>
          </div>
        </>
      )}
      {state.kind === "shared" && (
        <>
          <h1 className={styles.heading}>Ready to share</h1>
          <OutcomeView title={sharedTitle(state.outcome)} untouched={state.outcome.untouched} untouchedTitle={(count) => `${count} could not be replaced`}>
            {state.outcome.log && (
              <>
                What stood where is noted on <SheetLink sheet={state.outcome.log} onOpen={opening.open} />.
              </>
            )}
          </OutcomeView>
          {"copies" in state.outcome ? (
            <ul className={styles.points}>
              {state.outcome.copies.map((copy) => (
                <li key={copy.id}>
                  <SheetLink sheet={copy} onOpen={opening.open} />
                </li>
              ))}
            </ul>
          ) : (
            <p className={styles.text}>Save a copy and send that (File, Save a Copy), then restore the formulas here.</p>
          )}
          <div className={styles.actions}>
            {!("copies" in state.outcome) && <Button onClick={restore}>Restore formulas</Button>}
            <Button onClick={check}>Check again</Button>
            <Button appearance="subtle" onClick={back}>
              Back
            </Button>
          </div>
        </>
      )}
      {state.kind === "restored" && (
        <>
          <h1 className={styles.heading}>Formulas restored</h1>
          <OutcomeView title={`${counted(state.outcome.restored, "formula")} restored.`} untouched={state.outcome.kept} untouchedTitle={(count) => `${count} stayed`}>
            {state.outcome.logsLeft === 0 ? "The share log had done its work and is gone." : "The share log keeps the formulas of the places that stayed."}
          </OutcomeView>
          <BackToStart onCheck={check} onBack={back} />
        </>
      )}
      {state.kind === "repaired" && (
        <>
          <h1 className={styles.heading}>Formulas repaired</h1>
          <OutcomeView
            title={state.outcome.repaired === 0 && state.outcome.untouched.length === 0 ? "No formula needed repair." : `${counted(state.outcome.repaired, "formula")} entered again.`}
            untouched={state.outcome.untouched}
            untouchedTitle={(count) => `${count} could not be repaired`}
          />
          <BackToStart onCheck={check} onBack={back} />
        </>
      )}
    </div>
  );
}

function BackToStart({ onCheck, onBack }: { readonly onCheck: () => void; readonly onBack: () => void }) {
  const styles = usePageStyles();
  return (
    <div className={styles.actions}>
      <Button onClick={onCheck}>Check before sharing</Button>
      <Button appearance="subtle" onClick={onBack}>
        Back
      </Button>
    </div>
  );
}

function sharedTitle({ nativeFormulas, values }: ShareOutcome): string {
  const total = nativeFormulas + values;
  if (total === 0) return "Nothing was replaced.";
  const parts = [nativeFormulas > 0 ? `${nativeFormulas.toLocaleString("en-US")} by native formulas` : "", values > 0 ? `${values.toLocaleString("en-US")} by ${values === 1 ? "its result" : "their results"}` : ""].filter(Boolean);
  return `${counted(total, "formula")} replaced, ${parts.join(", ")}.`;
}

/** Said aloud when a run has ended. */
function announcement(state: ShareState): string {
  switch (state.kind) {
    case "checked":
      return `Checked: ${counted(state.findings.cells.length, "formula needs", "formulas need")} KAM Planner`;
    case "shared":
      return sharedTitle(state.outcome);
    case "restored":
      return `${counted(state.outcome.restored, "formula")} restored`;
    case "repaired":
      return `${counted(state.outcome.repaired, "formula")} entered again`;
    default:
      return "";
  }
}
