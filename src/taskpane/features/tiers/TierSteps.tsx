import { Button, Tab, TabList } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState } from "react";
import type { LoadedModel } from "../../../app/model/loadModel";
import { modelComplaints, readiness } from "../../../app/model/readiness";
import { MODEL_SETTINGS } from "../../../sheets/model/model";
import { ProblemMessage } from "../../components/ProblemMessage";
import { usePageStyles } from "../../components/usePageStyles";
import type { PaneServices } from "../../services";
import { PortfolioSection } from "../portfolio/PortfolioSection";
import { CriteriaStep } from "./criteria/CriteriaStep";
import { ListStep } from "./list/ListStep";
import { PreviewStep } from "../tiering/PreviewStep";
import { STEP_TITLES, STEP_WORDS, STEPS, type ModelStepProps, type ReadyStepProps, type Step } from "./steps";
import { TiersStep } from "./tiers/TiersStep";
import { useAccountList } from "./useAccountList";
import type { ModelEditing } from "./useModel";
import { WriteStep } from "../tiering/WriteStep";

interface Props {
  readonly services: PaneServices;
  readonly loaded: Extract<LoadedModel, { kind: "absent" | "faulty" | "sound" }>;
  readonly editing: ModelEditing;
  readonly askedCount: number;
  readonly shown: boolean;
}

/** From a list to tiers in five steps; the first three edit the model, the others use it. */
export function TierSteps({ services, loaded, editing, askedCount, shown }: Props) {
  const styles = usePageStyles();
  const [step, setStep] = useState<Step>("list");
  const reading = loaded.kind === "absent" ? undefined : loaded.reading;
  const listName = reading?.settings[MODEL_SETTINGS.accountList];
  const list = useAccountList(services.model.list, typeof listName === "string" ? listName : undefined, shown);
  const place = list.kind === "found" ? list.place : undefined;
  const complaints = useMemo(() => modelComplaints(loaded, place), [loaded, place]);
  const state = useMemo(() => readiness(loaded, place, complaints), [loaded, place, complaints]);
  useStepOnRequest(askedCount, state.kind === "ready", setStep);

  const modelProps: ModelStepProps | undefined = reading && { services, reading, editing, place, complaints, onStep: setStep };
  const ready = (name: Step): ReadyStepProps | undefined =>
    state.kind === "ready" ? { services, model: state.model, list: state.list, listRevision: list.kind === "found" ? list.revision : 0, shown: shown && step === name, onStep: setStep } : undefined;
  const missing = state.kind === "missing" && <Missing message={state.message} onGo={() => setStep(reading ? state.step : "list")} />;
  const [preview, write] = [ready("preview"), ready("write")];
  const panels: Readonly<Record<Step, React.ReactNode>> = {
    list: <ListStep services={services} loaded={loaded} editing={editing} list={list} onDone={() => setStep("criteria")} />,
    criteria: modelProps && place ? <CriteriaStep {...modelProps} place={place} /> : missing,
    tiers: modelProps ? <TiersStep {...modelProps} /> : missing,
    preview: preview ? <PreviewStep {...preview} /> : missing,
    write: (
      <>
        {write ? <WriteStep {...write} /> : missing}
        <PortfolioSection services={services} />
      </>
    ),
  };
  return (
    <div className={styles.column}>
      <TabList aria-label="Steps" size="small" selectedValue={step} onTabSelect={(_, data) => setStep(data.value as Step)}>
        {STEPS.map((name) => (
          <Tab key={name} value={name} id={`step-${name}`} aria-controls={`panel-${name}`}>
            {STEP_WORDS[name]}
          </Tab>
        ))}
      </TabList>
      {editing.refusal && <ProblemMessage problem={editing.refusal} copyText={services.copyText} />}
      {STEPS.map((name, i) => (
        // Steps stay alive while hidden: what was computed or typed is there when the person comes back.
        <div key={name} role="tabpanel" id={`panel-${name}`} aria-labelledby={`step-${name}`} hidden={step !== name}>
          <div className={styles.column}>
            <h1 className={styles.heading}>
              {i + 1}. {STEP_TITLES[name]}
            </h1>
            {panels[name]}
          </div>
        </div>
      ))}
    </div>
  );
}

function Missing({ message, onGo }: { readonly message: string; readonly onGo: () => void }) {
  const styles = usePageStyles();
  return (
    <>
      <p className={styles.text}>{message}</p>
      <div className={styles.actions}>
        <Button onClick={onGo}>Go there</Button>
      </div>
    </>
  );
}

/** The ribbon's button leads to where the work goes on: to the preview once everything before it is done. */
function useStepOnRequest(askedCount: number, isReady: boolean, onStep: (step: Step) => void): void {
  const answered = useRef(0);
  useEffect(() => {
    if (askedCount === answered.current) return;
    answered.current = askedCount;
    if (isReady) onStep("preview");
  }, [askedCount, isReady, onStep]);
}
