import { Button, Field, makeStyles, Slider, tokens } from "@fluentui/react-components";
import { FoldSummary } from "../../components/FoldSummary";
import type { Model } from "../../../sheets/model/model";
import { methodOf } from "../../../app/tiering/tieringRule";
import { usePageStyles } from "../../components/usePageStyles";

const useStyles = makeStyles({
  summary: { cursor: "pointer", fontWeight: tokens.fontWeightSemibold, padding: `${tokens.spacingVerticalXS} 0` },
  sliders: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
});

interface Props {
  readonly model: Model;
  readonly tried: Model;
  readonly isTrying: boolean;
  readonly saving: boolean;
  readonly onWeight: (criterion: number, weight: number) => void;
  readonly onFrom: (tier: number, from: number) => void;
  readonly onReset: () => void;
  readonly onKeep: () => void;
}

/** What if: other weights and cut-offs, tried without touching the workbook until they are kept. */
export function TryOut({ model, tried, isTrying, saving, onWeight, onFrom, onReset, onKeep }: Props) {
  const styles = useStyles();
  const page = usePageStyles();
  const total = tried.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const most = 2 * Math.max(1, ...model.criteria.map(({ weight }) => weight));
  // Whole numbers need no step, and one would draw a mark for each.
  const step = most > 20 ? {} : { step: most / 100 };
  return (
    <details>
      <FoldSummary className={styles.summary}>Try other weights{methodOf(model) === "cutoff" ? " and cut-offs" : ""}</FoldSummary>
      <div className={styles.sliders}>
        {tried.criteria.map(({ criterion, weight }, i) => (
          <Field key={criterion} label={`${criterion}: ${total > 0 ? Math.round((100 * weight) / total) : 0} %`}>
            <Slider size="small" min={0} max={most} {...step} value={weight} onChange={(_, data) => onWeight(i, data.value)} />
          </Field>
        ))}
        {methodOf(model) === "cutoff" &&
          tried.tiers.map(({ tier, from }, i) =>
            from === undefined || i === tried.tiers.length - 1 ? null : (
              <Field key={tier} label={`${tier} from ${from} points`}>
                <Slider size="small" min={0} max={100} value={from} onChange={(_, data) => onFrom(i, data.value)} />
              </Field>
            ),
          )}
        {isTrying && (
          <div className={page.actions}>
            <Button size="small" appearance="primary" disabledFocusable={saving} onClick={onKeep}>
              {saving ? "Keeping" : "Keep in the model"}
            </Button>
            <Button size="small" onClick={onReset}>
              Back to the model
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}
