import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useState } from "react";
import type { Problem } from "../../app/problems";

/** What a report needs to be of use; no cell contents. */
const report = (problem: Problem) => `KAM Planner problem ${problem.code}\n${problem.message}\n${problem.details}`.trim();

interface Props {
  readonly problem: Problem;
  readonly copyText: (text: string) => Promise<void>;
  readonly onRetry?: () => void;
}

/** A problem that stays on screen until it is dealt with: what is wrong, what to do, and the details for a report. */
export function ProblemMessage({ problem, copyText, onRetry }: Props) {
  const [copied, setCopied] = useState<"no" | "yes" | "refused">("no");
  const copy = () => {
    copyText(report(problem)).then(
      () => setCopied("yes"),
      () => setCopied("refused"),
    );
  };
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{problem.message}</MessageBarTitle> {problem.nextStep}
      </MessageBarBody>
      <MessageBarActions>
        {onRetry && (
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        )}
        <Button size="small" appearance="transparent" onClick={copy}>
          {copied === "yes" ? "Copied" : copied === "refused" ? "Copying is not allowed here" : "Copy details"}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
