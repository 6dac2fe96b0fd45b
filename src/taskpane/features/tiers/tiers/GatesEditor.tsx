import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { GATE_TESTS } from "../../../../core/scoring/gate";
import { lineRef } from "../../../../app/model/lineChanges";
import { usePageStyles } from "../../../components/usePageStyles";
import { HeaderSelect } from "../list/HeaderSelect";
import { ModelCellInput, ModelCellSelect } from "../ModelCell";
import type { ModelStepProps } from "../steps";

const TEST_WORDS = { ">=": "at least", ">": "more than", "<=": "at most", "<": "less than", "=": "equal to", "<>": "not equal to", filled: "filled in" };

const useStyles = makeStyles({
  gate: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: tokens.spacingHorizontalXS, padding: `${tokens.spacingVerticalS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { gridColumn: "1 / -1", display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", gap: tokens.spacingHorizontalXS },
  wide: { gridColumn: "1 / -1" },
});

/** What an account must satisfy whatever its score. */
export function GatesEditor({ reading, editing, complaints, place }: ModelStepProps) {
  const styles = usePageStyles();
  const own = useStyles();
  const headers = place?.headers.filter((header) => header.trim() !== "") ?? [];
  const tiers = reading.lines.tiers.map((line) => line.text("Tier")).filter((tier) => tier !== "");
  const add = (column: string) => {
    if (column === "") return;
    // Filled is a test that needs no limit, so that the new line is sound at once.
    void editing.change((store) => store.save([{ kind: "add", table: "gates", values: { Column: column, Test: "filled", "Best tier": tiers.at(-1) ?? "" } }]));
  };
  return (
    <div role="group" aria-label="Gates">
      <h2 className={styles.heading}>Gates</h2>
      <p className={styles.text}>An account that breaks one gets at most the tier named, whatever its score.</p>
      {reading.lines.gates.map((line) => {
        const name = line.text("Column") || `line ${line.place + 1}`;
        const cell = { line, editing, complaints };
        return (
          <div key={line.place} className={own.gate} role="group" aria-label={`Gate on ${name}`}>
            <div className={own.head}>
              <ModelCellSelect {...cell} header="Column" name={`Column of gate ${line.place + 1}`} words={headers} />
              <Button
                size="small"
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={`Remove the gate on ${name}`}
                title={`Remove the gate on ${name}`}
                disabledFocusable={editing.saving}
                onClick={() => void editing.change((store) => store.save([{ kind: "remove", line: lineRef(line) }]))}
              />
            </div>
            <ModelCellSelect {...cell} header="Test" name={`Test of ${name}`} label="Must be" words={GATE_TESTS} wordings={TEST_WORDS} />
            {line.text("Test") !== "filled" && <ModelCellInput {...cell} header="Limit" name={`Limit of ${name}`} label="Limit" kind={line.text("Test") === "=" || line.text("Test") === "<>" ? "text" : "number"} />}
            <ModelCellSelect {...cell} header="Best tier" name={`Best tier with ${name} broken`} label="Else at most" words={tiers} emptyWords="the last tier" />
          </div>
        );
      })}
      <HeaderSelect label="Add a gate" headers={headers} value="" emptyWords="Add a gate on a column…" onChange={add} />
    </div>
  );
}
