import type { SharingProgress } from "../../../app/sharing/scanWorkbook";
import { CancellableProgress } from "../../components/CancellableProgress";
import { usePageStyles } from "../../components/usePageStyles";

interface Props {
  readonly title: string;
  readonly progress: SharingProgress;
  readonly cancelling: boolean;
  readonly onCancel: () => void;
}

export function RunningView({ title, progress, cancelling, onCancel }: Props) {
  const styles = usePageStyles();
  const { done, total, words } = progress;
  return (
    <>
      <h1 className={styles.heading}>{title}</h1>
      <CancellableProgress
        label={cancelling ? "Cancelling" : "Progress"}
        hint={words === "" ? "Getting ready" : `${done} of ${total}, ${words}`}
        value={done}
        total={total}
        cancelling={cancelling}
        onCancel={onCancel}
      />
    </>
  );
}
