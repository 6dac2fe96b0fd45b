import { Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { FoldSummary } from "../../components/FoldSummary";
import type { Comparison, VersionChange } from "../../../app/sharing/compareVersions";
import type { VersionChoice } from "../../../app/sharing/versions";
import { usePageStyles } from "../../components/usePageStyles";
import { counted, useFindingStyles } from "./FindingsView";

/** Lines of one kind shown in the pane; a sheet takes them all. */
const SHOWN = 20;

interface ChooseProps {
  readonly choices: readonly VersionChoice[];
  readonly onCompare: (before: VersionChoice, after: VersionChoice) => void;
}

/** Two versions to compare: at first the latest kept one with now. */
export function ChooseVersions({ choices, onCompare }: ChooseProps) {
  const styles = usePageStyles();
  const [before, setBefore] = useState(choices[1]?.id ?? "");
  const [after, setAfter] = useState(choices[0]?.id ?? "");
  const find = (id: string) => choices.find((choice) => choice.id === id);
  const [a, b] = [find(before), find(after)];
  if (choices.length < 2) {
    return (
      <p className={styles.text}>
        There is only one version of the model here. Each time scores and tiers are written a version is kept; copies of the sheets “KAM Model” and “KAM Scorecard” count as versions too.
      </p>
    );
  }
  const options = choices.map(({ id, title }) => (
    <option key={id} value={id}>
      {title}
    </option>
  ));
  return (
    <>
      <Field label="Before">
        <Select value={before} onChange={(_, data) => setBefore(data.value)}>
          {options}
        </Select>
      </Field>
      <Field label="After">
        <Select value={after} onChange={(_, data) => setAfter(data.value)}>
          {options}
        </Select>
      </Field>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={before === after} onClick={() => a && b && before !== after && onCompare(a, b)}>
          Compare
        </Button>
      </div>
    </>
  );
}

interface ChangesProps {
  readonly comparison: Comparison;
  readonly before: string;
  readonly after: string;
  readonly onWrite: () => void;
}

const HEADINGS: Readonly<Record<VersionChange["kind"], string>> = {
  Tier: "Tiers moved",
  Account: "Accounts added or removed",
  Criterion: "Criteria and weights",
  Gate: "Gates",
  "Tier rule": "Tiers and cut-offs",
  Setting: "Settings",
  Column: "Columns of the list",
  Plan: "Plans added or removed",
};

export function ChangesView({ comparison, before, after, onWrite }: ChangesProps) {
  const styles = usePageStyles();
  const own = useFindingStyles();
  const { changes, notes } = comparison;
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return (
    <>
      <p className={styles.text}>
        From “{before}” to “{after}”: {changes.length === 0 ? "nothing changed." : `${counted(changes.length, "change")}.`}
      </p>
      {kinds.map((kind) => {
        const lines = changes.filter((change) => change.kind === kind);
        return (
          <details key={kind} open={lines.length <= SHOWN}>
            <FoldSummary className={own.summary}>
              {HEADINGS[kind]}: {lines.length.toLocaleString("en-US")}
            </FoldSummary>
            <ul className={own.lines}>
              {lines.slice(0, SHOWN).map((line, i) => (
                <li key={i}>{changeWords(line)}</li>
              ))}
              {lines.length > SHOWN && <li>and {counted(lines.length - SHOWN, "more")} on the sheet</li>}
            </ul>
          </details>
        );
      })}
      {notes.map((note) => (
        <p key={note} className={styles.text}>
          {note}
        </p>
      ))}
      {changes.length > 0 && (
        <div className={styles.actions}>
          <Button appearance="primary" onClick={onWrite}>
            Put on a sheet
          </Button>
        </div>
      )}
    </>
  );
}

function changeWords({ item, what, before, after }: VersionChange): string {
  const subject = what === "" ? item : `${item}, ${what}`;
  if (before === "") return `${subject}: new${after === "" ? "" : ` (${after})`}`;
  return after === "" ? `${subject}: gone (was ${before})` : `${subject}: ${before} → ${after}`;
}
