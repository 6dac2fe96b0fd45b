import { makeStyles, tokens } from "@fluentui/react-components";
import { FoldSummary } from "../../../components/FoldSummary";
import { MODEL_SETTINGS } from "../../../../sheets/model/model";
import { ALL_SETTINGS, settingKey, type ModelSetting } from "../../../../sheets/model/modelSettings";
import { usePageStyles } from "../../../components/usePageStyles";
import { ModelCellInput, ModelCellSelect } from "../ModelCell";
import type { ModelStepProps } from "../steps";

/** Edited elsewhere on these pages, or by nobody. */
const ELSEWHERE: ReadonlySet<string> = new Set([MODEL_SETTINGS.accountList, MODEL_SETTINGS.method, MODEL_SETTINGS.modelVersion]);

const useStyles = makeStyles({
  pairs: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`, alignItems: "end" },
  summary: { cursor: "pointer" },
});

/** Costs, team and the other figures a tiering or a payback needs. */
export function SettingsEditor({ reading, editing, complaints }: ModelStepProps) {
  const styles = usePageStyles();
  const own = useStyles();
  const faulty = complaints.some(({ table }) => table === "settings");
  const shown = ALL_SETTINGS.filter(({ name }) => !ELSEWHERE.has(name));
  return (
    <details open={faulty || undefined}>
      <FoldSummary className={own.summary}>
        <span className={styles.heading}>Costs and settings</span>
      </FoldSummary>
      <div className={own.pairs}>
        {shown.map((setting) => {
          const line = reading.lines.settings.find((candidate) => settingKey(candidate.text("Setting")) === settingKey(setting.name));
          if (!line) return null;
          const cell = { line, header: "Value", label: labelOf(setting), name: setting.name, editing, complaints };
          return setting.words ? <ModelCellSelect key={setting.name} {...cell} words={setting.words} /> : <ModelCellInput key={setting.name} {...cell} kind={setting.style === "text" ? "text" : setting.style === "percent" ? "percent" : "number"} />;
        })}
      </div>
    </details>
  );
}

const labelOf = ({ name, unit }: ModelSetting) => (unit === "" ? name : `${name}, ${unit}`);
