import { Button, Field, ProgressBar } from "@fluentui/react-components";
import type { BuildProgress } from "../../../app/plans/buildPlans";
import { usePageStyles } from "../../components/usePageStyles";

interface Props {
  readonly progress: BuildProgress;
  readonly cancelling: boolean;
  readonly onCancel: () => void;
}

export function BuildingView({ progress, cancelling, onCancel }: Props) {
  const styles = usePageStyles();
  const { done, total, account } = progress;
  const where = account === "" ? "Getting ready" : `${Math.min(done + 1, total)} of ${total}, ${account}`;
  return (
    <>
      <h1 className={styles.heading}>Building plans</h1>
      <Field label={cancelling ? "Cancelling after this plan" : "Progress"} hint={where}>
        <ProgressBar value={done} max={Math.max(total, 1)} />
      </Field>
      <div className={styles.actions}>
        <Button onClick={onCancel} disabledFocusable={cancelling}>
          Cancel
        </Button>
      </div>
    </>
  );
}
