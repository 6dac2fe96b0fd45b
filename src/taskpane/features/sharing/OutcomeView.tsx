import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Untouched } from "../../../app/sharing/changes";
import { counted } from "./FindingsView";

/** Lines a person reads; what is behind them is in the share log. */
const SHOWN = 30;

const useStyles = makeStyles({
  lines: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly title: string;
  readonly children?: ReactNode;
  /** What could not be done, and why. */
  readonly untouched: readonly Untouched[];
  readonly untouchedTitle: (count: string) => string;
}

/** What a run did, and what it left alone. */
export function OutcomeView({ title, children, untouched, untouchedTitle }: Props) {
  const own = useStyles();
  return (
    <>
      <MessageBar intent={untouched.length === 0 ? "success" : "warning"} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle> {children}
        </MessageBarBody>
      </MessageBar>
      {untouched.length > 0 && (
        <>
          <strong>{untouchedTitle(counted(untouched.length, "place"))}</strong>
          <ul className={own.lines}>
            {untouched.slice(0, SHOWN).map(({ sheetName, place, reason }) => (
              <li key={`${sheetName} ${place} ${reason}`}>
                {[sheetName && `“${sheetName}”`, place].filter(Boolean).join(" ")}: {reason}
              </li>
            ))}
            {untouched.length > SHOWN && <li>and {counted(untouched.length - SHOWN, "more")}</li>}
          </ul>
        </>
      )}
    </>
  );
}
