import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { LoadedModel } from "../../../app/model/loadModel";
import { ProblemMessage } from "../../components/ProblemMessage";
import { usePageStyles } from "../../components/usePageStyles";
import type { ModelEditing } from "./useModel";

interface Props {
  readonly loaded: Extract<LoadedModel, { kind: "tooNew" | "veryHidden" | "outdated" }>;
  readonly editing: ModelEditing;
  readonly copyText: (text: string) => Promise<void>;
}

/** A model that cannot be used as it is: what it lacks and the one thing to do about it. */
export function ModelNotice({ loaded, editing, copyText }: Props) {
  const styles = usePageStyles();
  const { problem } = loaded;
  return (
    <div className={styles.column}>
      {editing.refusal && <ProblemMessage problem={editing.refusal} copyText={copyText} />}
      <MessageBar intent={loaded.kind === "tooNew" ? "error" : "warning"} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{problem.message}</MessageBarTitle> {problem.nextStep}
        </MessageBarBody>
      </MessageBar>
      <div className={styles.actions}>
        {loaded.kind === "outdated" && (
          <Button appearance="primary" disabledFocusable={editing.saving} onClick={() => void editing.change((store) => store.update(loaded.update))}>
            Bring the model up to date
          </Button>
        )}
        {loaded.kind === "veryHidden" && (
          <Button appearance="primary" disabledFocusable={editing.saving} onClick={() => void editing.change((store) => store.reveal(loaded.sheet.name))}>
            Show the sheet
          </Button>
        )}
        <Button onClick={editing.reload}>Read the model again</Button>
      </div>
    </div>
  );
}
