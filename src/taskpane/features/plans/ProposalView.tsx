import { Button, Field, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { BuildWishes, ExistingChoice } from "../../../app/plans/buildPlans";
import { USUAL_TEMPLATE, type TemplateWishes } from "../../../app/plans/planTemplate";
import type { Proposal, ProposedPlan } from "../../../app/plans/proposePlans";
import { ListNotes } from "../../components/ListNotes";
import { usePageStyles } from "../../components/usePageStyles";
import { TemplateSection } from "./TemplateSection";

interface Props {
  readonly proposal: Proposal;
  /** The tier whose accounts are shown; undefined: the selected rows. */
  readonly tier: string | undefined;
  readonly selectionMoved: boolean;
  readonly onBuild: (wishes: BuildWishes) => void;
  readonly onRead: (tier?: string) => void;
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** What the run would make, before anything is made. */
export function ProposalView({ proposal, tier, selectionMoved, onBuild, onRead }: Props) {
  const styles = usePageStyles();
  const [choice, setChoice] = useState<ExistingChoice>("keep");
  const [template, setTemplate] = useState<TemplateWishes>(() => ({ ...USUAL_TEMPLATE, paper: usualPaper(), ...(proposal.template?.isBroken ? { fresh: true } : {}) }));
  const { plans, selected } = proposal;
  const existing = plans.filter((plan) => plan.existing).length;
  const isStuck = proposal.template?.isBroken === true && !template.fresh;
  const label = isStuck ? undefined : buildLabel(plans.length - existing, existing, choice) ?? (template.fresh ? "Make the fresh template" : undefined);
  return (
    <>
      <h1 className={styles.heading}>
        {counted(plans.length, "account", "accounts")} {tier === undefined ? "selected" : `in tier ${tier}`}
      </h1>
      {proposal.tiers.length > 0 && (
        <Field label="Accounts">
          <Select value={tier ?? ""} onChange={(_, data) => onRead(data.value === "" ? undefined : data.value)}>
            <option value="">Selected rows</option>
            {proposal.tiers.map((one) => (
              <option key={one.tier} value={one.tier}>
                All of tier {one.tier} ({one.count})
              </option>
            ))}
          </Select>
        </Field>
      )}
      {selected.hiddenCount > 0 && <p className={styles.text}>{counted(selected.hiddenCount, "hidden row is", "hidden rows are")} left out.</p>}
      {selectionMoved && tier === undefined && <p className={styles.text}>The selection in the sheet has changed since.</p>}
      <ul className={styles.list} aria-label="Plans to build" tabIndex={0}>
        {plans.map((plan) => (
          <li key={plan.account.row} className={styles.item}>
            <span>{plan.account.name.slice(0, 120)}</span>
            <span className={styles.aside}>{fate(plan, choice)}</span>
          </li>
        ))}
      </ul>
      {existing > 0 && (
        <Field label={`${counted(existing, "account has", "accounts have")} a plan already`} hint="Existing plans are never overwritten.">
          <RadioGroup value={choice} onChange={(_, data) => setChoice(data.value as ExistingChoice)}>
            <Radio value="keep" label="Keep it, make no other" />
            <Radio value="update" label="Update it from the template, with all that is typed in it" />
            <Radio value="newCopy" label="Make a new one beside it" />
          </RadioGroup>
        </Field>
      )}
      <TemplateSection template={proposal.template} wishes={template} onChange={setTemplate} />
      <ListNotes remarks={selected.remarks} complaints={selected.complaints} sheetName={selected.list.sheetName} />
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={label === undefined} onClick={() => onBuild({ existing: choice, template })}>
          {label ?? (isStuck ? "The template cannot be copied" : "No plan to build")}
        </Button>
        <Button onClick={() => onRead()}>Read the selection again</Button>
      </div>
    </>
  );
}

/** Letter where people print on it: North America and its neighbours to the south, the Philippines. */
const usualPaper = (): TemplateWishes["paper"] => (/-(US|CA|MX|CL|CO|VE|GT|PH|PR)$/i.test(navigator.language) ? "Letter" : "A4");

/** undefined when there is nothing to do. */
function buildLabel(fresh: number, existing: number, choice: ExistingChoice): string | undefined {
  const built = choice === "newCopy" ? fresh + existing : fresh;
  const updated = choice === "update" ? existing : 0;
  if (built + updated === 0) return undefined;
  if (updated === 0) return `Build ${counted(built, "plan", "plans")}`;
  return built === 0 ? `Update ${counted(updated, "plan", "plans")}` : `Build ${built} and update ${counted(updated, "plan", "plans")}`;
}

function fate(plan: ProposedPlan, choice: ExistingChoice): string {
  if (plan.existing && choice === "keep") return `keeps “${plan.existing.name}”`;
  if (plan.existing && choice === "update") return `updates “${plan.existing.name}”`;
  return plan.sheetName === plan.account.name ? "new sheet" : `as “${plan.sheetName}”`;
}
