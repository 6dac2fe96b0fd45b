import { Button, Checkbox, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { FoldSummary } from "../../../components/FoldSummary";
import type { ListPlace } from "../../../../app/model/accountListStore";
import { applyPreset, planPreset, type PlannedCriterion } from "../../../../app/model/presets";
import { PRESETS } from "../../../../sheets/model/presets";
import type { ModelReading } from "../../../../sheets/model/readModel";
import { usePageStyles } from "../../../components/usePageStyles";
import type { PaneServices } from "../../../services";
import type { ModelEditing } from "../useModel";

const useStyles = makeStyles({
  rows: { listStyle: "none", margin: 0, padding: 0 },
  row: { display: "grid", gridTemplateColumns: "28px minmax(0, 1fr)", gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalXXS} 0`, overflowWrap: "anywhere" },
  weight: { textAlign: "end", color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly services: PaneServices;
  readonly editing: ModelEditing;
  readonly place: ListPlace;
  readonly lines: ModelReading["lines"];
}

/** Ready sets of criteria: what each would use of this list, and which columns it could get, before anything is written. */
export function PresetPicker({ services, editing, place, lines }: Props) {
  const styles = usePageStyles();
  const own = useStyles();
  const [name, setName] = useState(PRESETS[0]?.name ?? "");
  const [wished, setWished] = useState<ReadonlySet<string>>(new Set());
  const preset = PRESETS.find((one) => one.name === name) ?? PRESETS[0];
  if (!preset) return null;
  const planned = planPreset(preset, place, lines);
  const wish = (header: string, wanted: boolean) => setWished((now) => new Set(wanted ? [...now, header] : [...now].filter((other) => other !== header)));
  const used = planned.criteria.filter((one) => one.kind === "column" || (one.kind === "offered" && wished.has(one.newColumn.header))).length;
  const apply = () => void editing.change((store) => applyPreset(store, services.model.list, place, lines, planned, wished));
  return (
    <details open={lines.criteria.length === 0 || undefined}>
      <FoldSummary>Start from a ready set of criteria</FoldSummary>
      <div className={styles.column}>
        <Field label="Set" hint={preset.description}>
          <Select value={preset.name} onChange={(_, data) => setName(data.value)}>
            {PRESETS.map((one) => (
              <option key={one.name}>{one.name}</option>
            ))}
          </Select>
        </Field>
        <ul className={own.rows} aria-label="Criteria of the set">
          {planned.criteria.map((one) => (
            <li key={one.criterion.criterion} className={own.row}>
              <span className={own.weight}>{one.criterion.weight}</span>
              <PlannedRow planned={one} wished={wished} onWish={wish} />
            </li>
          ))}
        </ul>
        {planned.gates.length > 0 && <p className={styles.text}>Gates: {planned.gates.map((gate) => `${gate.Column} ${gate.Test} ${gate.Limit}`).join("; ")}. Who breaks one gets the last tier at most.</p>}
        <div className={styles.actions}>
          <Button appearance={lines.criteria.length === 0 ? "primary" : "secondary"} disabledFocusable={used === 0 || editing.saving} onClick={() => used > 0 && !editing.saving && apply()}>
            {lines.criteria.length > 0 || lines.gates.length > 0 ? "Replace criteria and gates" : "Use this set"}
          </Button>
        </div>
      </div>
    </details>
  );
}

function PlannedRow({ planned, wished, onWish }: { readonly planned: PlannedCriterion; readonly wished: ReadonlySet<string>; readonly onWish: (header: string, wanted: boolean) => void }) {
  const own = useStyles();
  const name = planned.criterion.criterion;
  if (planned.kind === "column") {
    return (
      <span>
        {name} <span className={own.quiet}>from “{planned.column}”</span>
      </span>
    );
  }
  if (planned.kind === "leftOut") {
    return (
      <span className={own.quiet}>
        {name}: left out, {planned.why}
      </span>
    );
  }
  const { newColumn } = planned;
  const what = newColumn.formula === undefined ? "an empty column to rate 0 to 5" : "a computed column";
  return <Checkbox label={`${name}: add “${newColumn.header}” to the list, ${what}`} checked={wished.has(newColumn.header)} onChange={(_, data) => onWish(newColumn.header, data.checked === true)} />;
}
