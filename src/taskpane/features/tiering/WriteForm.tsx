import { Button, Checkbox, Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { LoadedPortfolio } from "../../../app/tiering/loadPortfolio";
import { formFault, type ResultForm, type ResultTarget, type WriteOptions } from "../../../app/tiering/writing";
import { staticParts } from "../../../app/tiering/writingLimits";
import { usePageStyles } from "../../components/usePageStyles";
import type { ReadyStepProps } from "../tiers/steps";

const TARGETS: Readonly<Record<ResultTarget, string>> = { sheet: "On a sheet of their own (KAM Scorecard)", list: "As columns of the account list (KAM Score, KAM Tier, …)" };
const FORMS: Readonly<Record<ResultForm, string>> = {
  formulas: "Excel formulas: live for everybody, also without the add-in",
  values: "Values: a record of today, marked with date and model version",
  live: "One KAM.SCORECARD: live and short, but needs the add-in",
};

interface Props extends ReadyStepProps {
  readonly onWrite: (options: WriteOptions) => void;
}

/** Where the results go and what they are made of. Ways that cannot work say why. */
export function WriteForm({ services, model, list, listRevision, shown, onWrite }: Props) {
  const styles = usePageStyles();
  const [target, setTarget] = useState<ResultTarget>("sheet");
  const [chosen, setChosen] = useState<ResultForm | undefined>(undefined);
  const [stability, setStability] = useState(false);
  const [next, setNext] = useState(false);
  const loaded = useLoaded({ services, model, list, listRevision, shown });
  const faults = Object.fromEntries((Object.keys(FORMS) as ResultForm[]).map((form) => [form, loaded && formFault({ target, form }, { model, list: loaded.list, portfolio: loaded.portfolio })])) as Record<ResultForm, string | undefined>;
  // What the person chose, as long as it works; else the best way that does.
  const form = [chosen, "formulas" as const, "values" as const].find((one) => one !== undefined && faults[one] === undefined) ?? "values";
  const count = loaded?.portfolio.accounts.keys.length ?? 0;
  const statics = staticParts(model, count, { stability, next });
  const blocked = faults[form];
  return (
    <div className={styles.column}>
      <Field label="Where">
        <RadioGroup value={target} onChange={(_, data) => setTarget(data.value as ResultTarget)}>
          {(Object.keys(TARGETS) as ResultTarget[]).map((one) => (
            <Radio key={one} value={one} label={TARGETS[one]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label="As">
        <RadioGroup value={form} onChange={(_, data) => setChosen(data.value as ResultForm)}>
          {(Object.keys(FORMS) as ResultForm[]).map((one) => (
            <Radio key={one} value={one} disabled={faults[one] !== undefined} label={FORMS[one]} {...(faults[one] === undefined ? {} : { "aria-describedby": whyNot(one) })} />
          ))}
        </RadioGroup>
      </Field>
      {/* Beside a choice that cannot be made its reason would be as pale as the choice. */}
      {blocked === undefined && <Unavailable faults={faults} />}
      {form === "formulas" && statics.words.length > 0 && <p className={styles.text}>Written as values and marked so: {statics.words.join("; ")}.</p>}
      {form !== "live" && (
        <div role="group" aria-label="Also write" className={styles.tight}>
          <Checkbox label="Stability: how firmly each account sits in its tier" checked={stability} onChange={(_, data) => setStability(data.checked === true)} />
          <Checkbox label="Next tier: the one change that would lift it" checked={next} onChange={(_, data) => setNext(data.checked === true)} />
        </div>
      )}
      <p className={styles.text}>An earlier scorecard is brought up to date in place: your own columns, their order, filters and formats stay.</p>
      <Field validationState={blocked === undefined ? "none" : "error"} validationMessage={blocked}>
        <div className={styles.actions}>
          <Button appearance="primary" disabledFocusable={blocked !== undefined || !loaded} onClick={() => onWrite({ target, form, stability: form !== "live" && stability, next: form !== "live" && next, overwrite: [] })}>
            {count > 0 ? `Tier ${count.toLocaleString("en")} accounts` : "Tier accounts"}
          </Button>
        </div>
      </Field>
    </div>
  );
}

const whyNot = (form: ResultForm) => `why-not-${form}`;

/** Why ways of writing cannot be chosen here. */
function Unavailable({ faults }: { readonly faults: Readonly<Record<ResultForm, string | undefined>> }) {
  const styles = usePageStyles();
  return (Object.keys(FORMS) as ResultForm[]).map((form) => {
    const fault = faults[form];
    return fault === undefined ? null : (
      <p key={form} id={whyNot(form)} className={styles.text} role="note">
        Not here: {FORMS[form].split(":")[0]}. {fault}
      </p>
    );
  });
}

/** What was read for the preview, to know which ways of writing the list allows. */
function useLoaded({ services, model, list, listRevision, shown }: Pick<ReadyStepProps, "services" | "model" | "list" | "listRevision" | "shown">): LoadedPortfolio | undefined {
  const [loaded, setLoaded] = useState<LoadedPortfolio | undefined>(undefined);
  const { desk } = services.tiering;
  useEffect(() => {
    if (!shown) return;
    let gone = false;
    desk.load(model, list, listRevision).then(
      (portfolio) => !gone && setLoaded(portfolio),
      () => undefined, // writing reads again and says what is wrong
    );
    return () => void (gone = true);
  }, [desk, model, list, listRevision, shown]);
  return loaded;
}
