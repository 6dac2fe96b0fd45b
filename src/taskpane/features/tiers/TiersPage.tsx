import { Button, MessageBar, MessageBarBody, Spinner, useAnnounce } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { ListNotes } from "../../components/ListNotes";
import { ProblemMessage } from "../../components/ProblemMessage";
import { SheetLink } from "../../components/SheetLink";
import { useOpenSheet } from "../../components/useOpenSheet";
import { usePageStyles } from "../../components/usePageStyles";
import type { PaneServices } from "../../services";
import { CriteriaForm } from "./CriteriaForm";
import { useTiers } from "./useTiers";

interface Props {
  readonly services: PaneServices;
  /** Grows by one each time the ribbon asks for tiers; then the list is read at once. */
  readonly askedCount: number;
}

/** Choose criteria of the list, get a sheet with scores and tiers. */
export function TiersPage({ services, askedCount }: Props) {
  const styles = usePageStyles();
  const { state, read, write } = useTiers(services.workbook);
  const opening = useOpenSheet(services.workbook);
  const { announce } = useAnnounce();
  const answered = useRef(0);
  useEffect(() => {
    if (askedCount === answered.current) return;
    answered.current = askedCount;
    read();
  }, [askedCount, read]);
  const made = state.kind === "done" ? state.sheet.name : "";
  useEffect(() => {
    if (made !== "") announce(`The sheet ${made} has been made`);
  }, [made, announce]);

  const problem = state.kind === "failed" || state.kind === "choosing" ? state.problem : opening.problem;
  return (
    <div className={styles.column}>
      {problem && <ProblemMessage problem={problem} copyText={services.copyText} />}
      {(state.kind === "idle" || state.kind === "failed") && (
        <>
          <h1 className={styles.heading}>Scores and tiers</h1>
          <p className={styles.text}>Click into your account list. Its columns of figures become criteria you can weight.</p>
          <div className={styles.actions}>
            <Button appearance="primary" onClick={read}>
              Choose criteria
            </Button>
          </div>
        </>
      )}
      {state.kind === "running" && <Spinner size="small" label={state.words} labelPosition="after" />}
      {state.kind === "choosing" && (
        <>
          <CriteriaForm scorable={state.scorable} onWrite={(request) => write(state.scorable, request)} onReadAgain={read} />
          <ListNotes remarks={state.scorable.remarks} complaints={[]} sheetName={state.scorable.list.sheetName} />
        </>
      )}
      {state.kind === "done" && (
        <>
          <MessageBar intent="success">
            <MessageBarBody>
              Scores and tiers stand on <SheetLink sheet={state.sheet} onOpen={opening.open} />.
            </MessageBarBody>
          </MessageBar>
          <p className={styles.text}>Weights, directions and cut-offs are cells there: change them and every score follows.</p>
          <div className={styles.actions}>
            <Button onClick={read}>Choose other criteria</Button>
          </div>
        </>
      )}
    </div>
  );
}
