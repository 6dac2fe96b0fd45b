import { Button, Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { ExistingChoice, Proposal, ProposedPlan } from "../../../app/plans/buildPlans";
import { ListNotes } from "../../components/ListNotes";
import { usePageStyles } from "../../components/usePageStyles";

interface Props {
  readonly proposal: Proposal;
  readonly selectionMoved: boolean;
  readonly onBuild: (choice: ExistingChoice) => void;
  readonly onReadAgain: () => void;
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** What the run would make, before anything is made. */
export function ProposalView({ proposal, selectionMoved, onBuild, onReadAgain }: Props) {
  const styles = usePageStyles();
  const [choice, setChoice] = useState<ExistingChoice>("keep");
  const { plans, selected } = proposal;
  const existingCount = plans.filter((plan) => plan.existing).length;
  const newCount = choice === "keep" ? plans.length - existingCount : plans.length;
  return (
    <>
      <h1 className={styles.heading}>{counted(plans.length, "account", "accounts")} selected</h1>
      {selected.hiddenCount > 0 && <p className={styles.text}>{counted(selected.hiddenCount, "hidden row is", "hidden rows are")} left out.</p>}
      {selectionMoved && <p className={styles.text}>The selection in the sheet has changed since.</p>}
      <ul className={styles.list} aria-label="Plans to build" tabIndex={0}>
        {plans.map((plan) => (
          <li key={plan.account.row} className={styles.item}>
            <span>{plan.account.name.slice(0, 120)}</span>
            <span className={styles.aside}>{fate(plan, choice)}</span>
          </li>
        ))}
      </ul>
      {existingCount > 0 && (
        <Field label={`${counted(existingCount, "account has", "accounts have")} a plan already`} hint="Existing plans are never overwritten.">
          <RadioGroup value={choice} onChange={(_, data) => setChoice(data.value as ExistingChoice)}>
            <Radio value="keep" label="Keep it, make no other" />
            <Radio value="newCopy" label="Make a new one beside it" />
          </RadioGroup>
        </Field>
      )}
      <ListNotes remarks={selected.remarks} complaints={selected.complaints} sheetName={selected.list.sheetName} />
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={newCount === 0} onClick={() => onBuild(choice)}>
          {newCount === 0 ? "No plan to build" : `Build ${counted(newCount, "plan", "plans")}`}
        </Button>
        <Button onClick={onReadAgain}>Read the selection again</Button>
      </div>
    </>
  );
}

function fate(plan: ProposedPlan, choice: ExistingChoice): string {
  if (plan.existing && choice === "keep") return `keeps “${plan.existing.name}”`;
  return plan.sheetName === plan.account.name ? "new sheet" : `as “${plan.sheetName}”`;
}
