import { Button, Field, ProgressBar } from "@fluentui/react-components";
import { usePageStyles } from "./usePageStyles";

interface Props {
  readonly label: string;
  readonly hint: string;
  /** How far it is; absent while nobody can tell. */
  readonly value?: number;
  readonly total: number;
  readonly cancelling: boolean;
  /** Absent once it is too late. */
  readonly onCancel?: () => void;
}

/** A run under way, with what it is at and the way to stop it. */
export function CancellableProgress({ label, hint, value, total, cancelling, onCancel }: Props) {
  const styles = usePageStyles();
  return (
    <>
      <Field label={label} hint={hint}>
        <ProgressBar {...(value === undefined ? {} : { value, max: Math.max(total, 1) })} />
      </Field>
      {onCancel && (
        <div className={styles.actions}>
          <Button onClick={onCancel} disabledFocusable={cancelling}>
            Cancel
          </Button>
        </div>
      )}
    </>
  );
}
