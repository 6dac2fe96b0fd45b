import { usePageStyles } from "../../components/usePageStyles";
import type { ReadyStepProps } from "./steps";

/** What the model makes of the list, before anything is written. */
export function PreviewStep({ model, list }: ReadyStepProps) {
  const styles = usePageStyles();
  return (
    <p className={styles.text}>
      {list.place.body.rowCount} rows, {model.criteria.length} criteria, {model.tiers.length} tiers.
    </p>
  );
}
