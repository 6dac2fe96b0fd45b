import type { BuildProgress } from "../../../app/plans/buildPlans";
import { CancellableProgress } from "../../components/CancellableProgress";
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
      <CancellableProgress label={cancelling ? "Cancelling after this plan" : "Progress"} hint={where} value={done} total={total} cancelling={cancelling} onCancel={onCancel} />
    </>
  );
}
