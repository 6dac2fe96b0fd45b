import { Button, Field, ProgressBar } from "@fluentui/react-components";
import type { SharingProgress } from "../../../app/sharing/scanWorkbook";
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
      <Field label={cancelling ? "Cancelling" : "Progress"} hint={words === "" ? "Getting ready" : `${done} of ${total}, ${words}`}>
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
