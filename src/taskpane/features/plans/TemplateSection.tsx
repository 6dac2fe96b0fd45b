import { Checkbox, Field, makeStyles, Select } from "@fluentui/react-components";
import { FoldSummary } from "../../components/FoldSummary";
import type { TemplateWishes } from "../../../app/plans/planTemplate";
import type { Proposal } from "../../../app/plans/proposePlans";
import { PLAN_VARIANTS, type PlanVariant } from "../../../sheets/plan/planSources";
import { usePageStyles } from "../../components/usePageStyles";

const useStyles = makeStyles({ summary: { cursor: "pointer" } });

interface Props {
  readonly template: Proposal["template"];
  readonly wishes: TemplateWishes;
  readonly onChange: (wishes: TemplateWishes) => void;
}

const VARIANT_WORDS: Readonly<Record<PlanVariant, string>> = { full: "Full, two pages", compact: "Compact, one page", fiveStep: "Five steps, two pages" };

/** What a template made now is like; where there is one, whether a fresh one takes its place. */
export function TemplateSection({ template, wishes, onChange }: Props) {
  const styles = usePageStyles();
  const own = useStyles();
  if (!template) {
    return (
      <section className={styles.tight} aria-label="Template">
        <Choices wishes={wishes} onChange={onChange} />
        <p className={styles.text}>This run makes the sheet “KAM Plan Template”, which plans are copies of. It is yours: restyle it, move or remove blocks, add your logo.</p>
      </section>
    );
  }
  return (
    <details open={template.isBroken}>
      <FoldSummary className={own.summary}>Template</FoldSummary>
      <section className={styles.tight} aria-label="Template">
        <p className={styles.text}>
          {template.isBroken
            ? `“${template.name}” has lost the cell that says whose plan it is, so nothing can be copied from it. Undo the deletion, or have a fresh template made.`
            : `Plans are copies of “${template.name}”.`}
        </p>
        <Checkbox
          checked={wishes.fresh === true}
          onChange={(_, data) => onChange({ ...wishes, fresh: data.checked === true })}
          label="Make a fresh template; the present one is kept under another name"
        />
        {wishes.fresh && <Choices wishes={wishes} onChange={onChange} />}
      </section>
    </details>
  );
}

function Choices({ wishes, onChange }: Omit<Props, "template">) {
  return (
    <>
      <Field label="Kind of plan">
        <Select value={wishes.variant} onChange={(_, data) => onChange({ ...wishes, variant: data.value as PlanVariant })}>
          {PLAN_VARIANTS.map((one) => (
            <option key={one} value={one}>
              {VARIANT_WORDS[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Paper">
        <Select value={wishes.paper} onChange={(_, data) => onChange({ ...wishes, paper: data.value as TemplateWishes["paper"] })}>
          <option value="A4">A4</option>
          <option value="Letter">Letter</option>
        </Select>
      </Field>
      <Checkbox
        checked={wishes.locked}
        onChange={(_, data) => onChange({ ...wishes, locked: data.checked === true })}
        label="Lock the figures, leave the cream cells free (no password)"
      />
    </>
  );
}
