import { Button, MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { ProblemMessage } from "../../components/ProblemMessage";
import { SheetLink } from "../../components/SheetLink";
import { useOpenSheet } from "../../components/useOpenSheet";
import { usePageStyles } from "../../components/usePageStyles";
import type { PaneServices } from "../../services";
import { ChangesView, ChooseVersions } from "./CompareView";
import { useCompare } from "./useCompare";

/** What changed between two versions of the model and its results. */
export function CompareSection({ services }: { readonly services: PaneServices }) {
  const styles = usePageStyles();
  const { state, list, compare, write, close } = useCompare(services);
  const opening = useOpenSheet(services.workbook);
  const problem = state.kind === "failed" ? state.problem : opening.problem;
  return (
    <>
      <h2 className={styles.heading}>What has changed?</h2>
      {problem && <ProblemMessage problem={problem} copyText={services.copyText} />}
      {(state.kind === "idle" || state.kind === "failed") && (
        <>
          <p className={styles.text}>Compare the model, tiers and plans as they are with an earlier version.</p>
          <div className={styles.actions}>
            <Button onClick={list}>Compare versions</Button>
          </div>
        </>
      )}
      {state.kind === "running" && <Spinner size="small" label={state.words} labelPosition="after" />}
      {state.kind === "choosing" && <ChooseVersions choices={state.choices} onCompare={compare} />}
      {state.kind === "compared" && (
        <>
          {state.sheet && (
            <MessageBar intent="success">
              <MessageBarBody>
                The changes stand on <SheetLink sheet={state.sheet} onOpen={opening.open} />.
              </MessageBarBody>
            </MessageBar>
          )}
          <ChangesView comparison={state.comparison} before={state.before} after={state.after} onWrite={write} />
        </>
      )}
      {(state.kind === "choosing" || state.kind === "compared") && (
        <div className={styles.actions}>
          {state.kind === "compared" && <Button onClick={list}>Compare others</Button>}
          <Button appearance="subtle" onClick={close}>
            Close
          </Button>
        </div>
      )}
    </>
  );
}
