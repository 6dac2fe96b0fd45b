import { Button, makeStyles, Spinner, tokens, useAnnounce } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import { FoldSummary } from "../../components/FoldSummary";
import { keepTrial } from "../../../app/tiering/keepTrial";
import { asProblem, type Problem } from "../../../app/problems";
import type { LoadedPortfolio } from "../../../app/tiering/loadPortfolio";
import type { LeftOutRow } from "../../../app/tiering/portfolioData";
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
  summary: { cursor: "pointer", padding: `${tokens.spacingVerticalXS} 0` },
  note: { margin: `0 0 ${tokens.spacingVerticalS}`, paddingInlineStart: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
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
      <LeftOutNotes loaded={loaded} onCheck={() => onStep("list")} />
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

/** Cells of one kind that are named; one is enough to see what is meant. */
const SHOWN_CELLS = 4;

function byKind(notes: readonly LeftOutRow[]): ReadonlyMap<string, readonly LeftOutRow[]> {
  const kinds = new Map<string, LeftOutRow[]>();
  for (const note of notes) {
    const rows = kinds.get(note.kind);
    if (rows) rows.push(note);
    else kinds.set(note.kind, [note]);
  }
  return kinds;
}

/** Rows that are no account and cells that are no figure, kind by kind with the first addresses. */
function LeftOutNotes({ loaded, onCheck }: { readonly loaded: LoadedPortfolio; readonly onCheck: () => void }) {
  const own = useStyles();
  const page = usePageStyles();
  const { leftOut, refusals } = loaded.portfolio;
  const count = refusals.length + leftOut.length;
  // Once for each reading of the list: a slider draws this anew with every move.
  const kinds = useMemo(() => byKind([...refusals, ...leftOut]), [refusals, leftOut]);
  if (count === 0) return null;
  return (
    <details>
      <FoldSummary className={own.summary}>{counted(count, "cell needs a look", "cells need a look")}</FoldSummary>
      <ul className={own.note}>
        {[...kinds].map(([kind, rows]) => (
          <li key={kind}>
            {`${rows[0]?.address}: ${rows[0]?.reason}`}
            {rows.length > 1 && `; and ${rows.slice(1, SHOWN_CELLS).map(({ address }) => address).join(", ")}${rows.length > SHOWN_CELLS ? ` and ${rows.length - SHOWN_CELLS} more` : ""}`}
          </li>
        ))}
      </ul>
      <div className={page.actions}>
        <Button size="small" onClick={onCheck}>
          Go to the data check
        </Button>
      </div>
    </details>
  );
}
