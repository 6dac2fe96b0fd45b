import { Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import { ArrowUpRegular } from "@fluentui/react-icons/svg/arrow-up";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { lineRef } from "../../../../app/model/lineChanges";
import { addTier, renameTiers } from "../../../../app/model/tierLines";
import { MODEL_METHODS, MODEL_SETTINGS, type ModelMethod } from "../../../../sheets/model/model";
import { TIER_NAMES } from "../../../../sheets/model/presets";
import { MOST_TIERS } from "../../../../sheets/model/checkTiers";
import { usePageStyles } from "../../../components/usePageStyles";
import { ModelCellInput, ModelCellSelect } from "../ModelCell";
import type { ModelStepProps } from "../steps";

const METHOD_WORDS: Readonly<Record<ModelMethod, string>> = {
  cutoff: "scores from a cut-off up",
  quota: "a number or share of accounts",
  pareto: "a share of all points (ABC)",
  natural: "where scores lie furthest apart",
  capacity: "as many as the hours allow",
};
const FROM_WORDS: Readonly<Record<ModelMethod, string>> = { cutoff: "Score from", quota: "Accounts", pareto: "Up to share", natural: "", capacity: "" };

const useStyles = makeStyles({
  tier: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr) auto auto", gap: tokens.spacingHorizontalXS, alignItems: "start", padding: `${tokens.spacingVerticalS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  aside: { alignSelf: "end", color: tokens.colorNeutralForeground2 },
  button: { marginTop: "20px" },
  rest: { gridColumn: "1 / -1", display: "grid", gridTemplateColumns: "minmax(0, 2fr) minmax(0, 1fr)", gap: tokens.spacingHorizontalXS },
});

/** The tiers, best first: how an account gets in, and what it is promised there. */
export function TiersEditor({ reading, editing, complaints }: ModelStepProps) {
  const styles = usePageStyles();
  const own = useStyles();
  const { tiers, settings } = reading.lines;
  const methodLine = settings.find((line) => line.text("Setting").toLowerCase() === MODEL_SETTINGS.method.toLowerCase());
  const method = (reading.settings[MODEL_SETTINGS.method] ?? "cutoff") as ModelMethod;
  return (
    <div role="group" aria-label="Tiers">
      <h2 className={styles.heading}>Tiers, best first</h2>
      {methodLine && <ModelCellSelect line={methodLine} header="Value" name="Method" label="An account gets in by" editing={editing} complaints={complaints} words={MODEL_METHODS} wordings={METHOD_WORDS} />}
      {tiers.map((line, i) => {
        const cell = { line, editing, complaints };
        const name = line.text("Tier") || `tier ${i + 1}`;
        const isLast = i === tiers.length - 1;
        return (
          <div key={line.place} className={own.tier} role="group" aria-label={`Tier ${name}`}>
            <ModelCellInput {...cell} header="Tier" kind="text" label="Name" name={`Name of tier ${i + 1}`} />
            {FROM_WORDS[method] === "" ? <span /> : isLast ? <span className={own.aside}>takes the rest</span> : <ModelCellInput {...cell} header="From" kind="number" label={FROM_WORDS[method]} name={`${FROM_WORDS[method]} of ${name}`} />}
            <Button
              className={own.button}
              size="small"
              appearance="subtle"
              icon={<ArrowUpRegular />}
              aria-label={`Move ${name} up`}
              title={`Move ${name} up`}
              disabledFocusable={i === 0 || editing.saving}
              onClick={() => i > 0 && void editing.change((store) => store.save([{ kind: "swap", line: lineRef(line), other: lineRef(tiers[i - 1] ?? line), staying: ["From"] }]))}
            />
            <Button
              className={own.button}
              size="small"
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={`Remove ${name}`}
              title={`Remove ${name}`}
              disabledFocusable={tiers.length <= 2 || editing.saving}
              onClick={() => tiers.length > 2 && void editing.change((store) => store.save([{ kind: "remove", line: lineRef(line) }]))}
            />
            <div className={own.rest}>
              <ModelCellInput {...cell} header="Service promise" kind="text" label="Promise" name={`Service promise of ${name}`} />
              <ModelCellInput {...cell} header="Hours per account" kind="number" label="Hours a year" name={`Hours a year for an account of ${name}`} />
            </div>
          </div>
        );
      })}
      <div className={styles.actions}>
        <TierNames reading={reading} editing={editing} />
        <Button size="small" disabledFocusable={tiers.length >= MOST_TIERS || editing.saving} onClick={() => void editing.change((store) => store.save(addTier(tiers, method)))}>
          Add a tier
        </Button>
      </div>
    </div>
  );
}

/** Ready sets of names for as many tiers as there are; gates that name a tier follow. */
function TierNames({ reading, editing }: Pick<ModelStepProps, "reading" | "editing">) {
  const { tiers, gates } = reading.lines;
  const sets = TIER_NAMES.filter((set) => set.tiers.length >= tiers.length);
  if (sets.length === 0) return null;
  return (
    <Select size="small" aria-label="Name the tiers" value="" disabled={editing.saving} onChange={(_, data) => void editing.change((store) => store.save(renameTiers(tiers, gates, TIER_NAMES.find(({ name }) => name === data.value)?.tiers ?? [])))}>
      <option value="">Name the tiers…</option>
      {sets.map(({ name }) => (
        <option key={name}>{name}</option>
      ))}
    </Select>
  );
}
