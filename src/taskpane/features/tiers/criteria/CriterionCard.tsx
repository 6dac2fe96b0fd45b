import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { FoldSummary } from "../../../components/FoldSummary";
import { useState } from "react";
import { SCALES } from "../../../../core/scoring/scaling";
import { MISSING_RULES } from "../../../../core/scoring/weighting";
import { lineRef } from "../../../../app/model/lineChanges";
import { DIRECTIONS } from "../../../../sheets/model/model";
import type { ModelLine } from "../../../../sheets/model/modelCells";
import { ModelCellInput, ModelCellSelect } from "../ModelCell";
import type { ModelStepProps } from "../steps";

const SCALE_WORDS = { minmax: "between floor and ceiling", percentile: "by place in the list", zscore: "by distance from the mean" };
const MISSING_WORDS = { skip: "leave it out", worst: "count as worst", average: "take the average", error: "show an error" };

const useStyles = makeStyles({
  card: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  main: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) 64px 44px auto", gap: tokens.spacingHorizontalXS, alignItems: "center" },
  share: { textAlign: "end", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  pair: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: tokens.spacingHorizontalS },
});

interface Props extends Pick<ModelStepProps, "editing" | "complaints"> {
  readonly line: ModelLine;
  /** Share of all weights, undefined while they cannot be summed up. */
  readonly share: number | undefined;
  readonly headers: readonly string[];
}

/** One criterion: name, weight and share at a glance, the rest folded away. */
export function CriterionCard({ line, share, headers, editing, complaints }: Props) {
  const styles = useStyles();
  const name = line.text("Criterion") || line.text("Column") || "new criterion";
  const cell = { line, editing, complaints };
  // Six boxes for each of a dozen criteria take the pane longer to draw than a frame; most are never opened.
  const [opened, setOpened] = useState(false);
  const faulty = complaints.some((c) => c.table === "criteria" && c.place === line.place && c.header !== "Weight" && c.header !== "Criterion");
  return (
    <div className={styles.card} role="group" aria-label={name}>
      <div className={styles.main}>
        <ModelCellInput {...cell} header="Criterion" kind="text" name={`Name of criterion ${line.place + 1}`} placeholder={line.text("Column")} />
        <ModelCellInput {...cell} header="Weight" kind="number" name={`Weight of ${name}`} />
        <span className={styles.share}>{share === undefined ? "" : `${Math.round(100 * share)} %`}</span>
        <Button
          size="small"
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={`Remove ${name}`}
          title={`Remove ${name}`}
          disabledFocusable={editing.saving}
          onClick={() => void editing.change((store) => store.save([{ kind: "remove", line: lineRef(line) }]))}
        />
      </div>
      <details open={faulty || undefined} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
        <FoldSummary>
          {line.text("Column") || "no column"}, {line.text("Direction") === "lower" ? "lower is better" : "higher is better"}
        </FoldSummary>
        {(faulty || opened) && (
          <div className={styles.pair}>
            <ModelCellSelect {...cell} header="Column" label="Column" name={`Column of ${name}`} words={headers} />
            <ModelCellSelect {...cell} header="Direction" label="Better is" name={`Direction of ${name}`} words={DIRECTIONS} />
            <ModelCellInput {...cell} header="Floor" kind="number" label="Worth 0" name={`Floor of ${name}`} placeholder="smallest" />
            <ModelCellInput {...cell} header="Ceiling" kind="number" label="Worth 100" name={`Ceiling of ${name}`} placeholder="largest" />
            <ModelCellSelect {...cell} header="Scale" label="Scale" name={`Scale of ${name}`} words={SCALES} wordings={SCALE_WORDS} />
            <ModelCellSelect {...cell} header="Missing" label="If blank" name={`Missing figures of ${name}`} words={MISSING_RULES} wordings={MISSING_WORDS} />
          </div>
        )}
      </details>
    </div>
  );
}
