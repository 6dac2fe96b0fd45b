import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { usePageStyles } from "./usePageStyles";

interface Props {
  readonly label: string;
  /** What will happen and that it cannot be undone. */
  readonly question: string;
  /** The word on the button that does it. */
  readonly verb: string;
  readonly busy: boolean;
  /** Shown instead of the label while it is being done. */
  readonly busyLabel: string;
  readonly onConfirm: () => void;
}

/** A step Excel cannot undo asks first; the way out has the focus. */
export function AskedButton({ label, question, verb, busy, busyLabel, onConfirm }: Props) {
  const styles = usePageStyles();
  const [asking, setAsking] = useState(false);
  if (!asking || busy) {
    return (
      <Button disabledFocusable={busy} onClick={() => setAsking(true)}>
        {busy ? busyLabel : label}
      </Button>
    );
  }
  const confirm = () => {
    setAsking(false);
    onConfirm();
  };
  return (
    <div className={styles.tight} role="group" aria-label={label}>
      <p className={styles.text}>{question}</p>
      <div className={styles.actions}>
        <Button onClick={confirm}>{verb}</Button>
        <Button autoFocus onClick={() => setAsking(false)}>
          Keep
        </Button>
      </div>
    </div>
  );
}
