import { Button, makeStyles, Spinner, tokens, useAnnounce } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { keepTrial } from "../../../app/tiering/keepTrial";
import { asProblem, type Problem } from "../../../app/problems";
import type { LoadedPortfolio } from "../../../app/tiering/loadPortfolio";
import { ProblemMessage } from "../../components/ProblemMessage";
import { usePageStyles } from "../../components/usePageStyles";
import type { ReadyStepProps } from "../tiers/steps";
import { AccountQuestion } from "./AccountQuestion";
import { RankedAccounts } from "./AccountReasons";
import { CapacityLine } from "./CapacityLine";
import { MovementView } from "./MovementView";
import { counted } from "./numbers";
import { TierBars } from "./TierBars";
import { TryOut } from "./TryOut";
import { usePreview } from "./usePreview";
import { useTriedModel } from "./useTriedModel";

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  trial: { margin: 0, padding: tokens.spacingHorizontalS, backgroundColor: tokens.colorNeutralBackground3, borderLeft: `3px solid ${tokens.colorBrandStroke1}` },
});

/** What the model makes of the list, before anything is written: the answer to "why is this one a B?" and "what if?". */
export function PreviewStep(props: ReadyStepProps) {
  const { services, model, onStep } = props;
  const styles = usePageStyles();
  const own = useStyles();
  const trial = useTriedModel(model);
  const { state, retry } = usePreview(props, trial.tried);
  const keeping = useKeeping(props, trial.tried);
  const { announce } = useAnnounce();
  const spoken = state.kind === "shown" ? state.preview.tiers.map(({ label, count }) => `${label} ${count}`).join(", ") : "";
  useEffect(() => {
    if (spoken !== "") announce(spoken);
  }, [spoken, announce]);

  if (state.kind === "reading") return <Spinner size="small" label="Reading the account list" labelPosition="after" />;
  if (state.kind === "failed") return <ProblemMessage problem={state.problem} copyText={services.copyText} onRetry={retry} />;
  const { preview, loaded } = state;
  const { accounts } = loaded.portfolio;
  return (
    <>
      {keeping.problem && <ProblemMessage problem={keeping.problem} copyText={services.copyText} />}
      {trial.isTrying && <p className={own.trial}>You are trying other weights or cut-offs. Nothing has changed in the workbook.</p>}
      <p className={styles.text}>
        {counted(preview.accountCount, "account", "accounts")}
        {preview.unscored > 0 ? `, ${preview.unscored} without a score` : ""}
        {preview.gated > 0 ? `, ${preview.gated} kept lower by a gate` : ""}.
      </p>
      <TierBars tiers={preview.tiers} accountCount={preview.accountCount} />
      <CapacityLine hoursPromised={preview.hoursPromised} hoursAvailable={preview.hoursAvailable} />
      <MovementView movement={preview.movement} loaded={loaded} />
      <AccountQuestion services={services} loaded={loaded} tried={trial.tried} />
      <RankedAccounts title={`Top ${preview.top.length}, and why`} accounts={preview.top} of={accounts} />
      <RankedAccounts title={`Bottom ${preview.bottom.length}, and why`} accounts={preview.bottom} of={accounts} />
      <TryOut model={model} tried={trial.tried} isTrying={trial.isTrying} saving={keeping.saving} onWeight={trial.setWeight} onFrom={trial.setFrom} onReset={trial.reset} onKeep={keeping.keep} />
      <LeftOutNotes loaded={loaded} />
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => onStep("write")}>
          Go on to writing
        </Button>
      </div>
    </>
  );
}

/** Puts what was tried into the model's cells; the workbook then sends the new model back. */
function useKeeping({ services, model }: ReadyStepProps, tried: ReadyStepProps["model"]) {
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const keep = () => {
    setSaving(true);
    setProblem(undefined);
    keepTrial(services.model.store, model, tried)
      .catch((thrown: unknown) => setProblem(asProblem(thrown)))
      .finally(() => setSaving(false));
  };
  return { saving, problem, keep };
}

const SHOWN_NOTES = 30;

/** Rows that are no account and cells that are no figure, with their addresses. */
function LeftOutNotes({ loaded }: { readonly loaded: LoadedPortfolio }) {
  const own = useStyles();
  const { leftOut, refusals } = loaded.portfolio;
  const notes = [...refusals, ...leftOut];
  if (notes.length === 0) return null;
  return (
    <details>
      <summary style={{ cursor: "pointer" }}>{counted(notes.length, "cell needs a look", "cells need a look")}</summary>
      <ul className={own.note}>
        {notes.slice(0, SHOWN_NOTES).map(({ address, reason }) => (
          <li key={address}>
            {address}: {reason}
          </li>
        ))}
        {notes.length > SHOWN_NOTES && <li>and {notes.length - SHOWN_NOTES} more</li>}
      </ul>
    </details>
  );
}
