import { Button } from "@fluentui/react-components";
import type { ListPlace } from "../../../../app/model/accountListStore";
import { newCriterion } from "../../../../app/model/newLines";
import { weightShares, weightWarnings } from "../../../../app/model/weightWarnings";
import { usePageStyles } from "../../../components/usePageStyles";
import { ComplaintList } from "../ComplaintList";
import { HeaderSelect } from "../list/HeaderSelect";
import type { ModelLine } from "../../../../sheets/model/modelCells";
import type { ModelStepProps } from "../steps";
import { CriterionCard } from "./CriterionCard";
import { HeaderNotice } from "./HeaderNotice";
import { PresetPicker } from "./PresetPicker";
import { WeightingHelp } from "./WeightingHelp";

interface Props extends ModelStepProps {
  readonly place: ListPlace;
}

/** What makes an account key, and how much each of it counts. */
export function CriteriaStep({ services, reading, editing, place, complaints, onStep }: Props) {
  const styles = usePageStyles();
  const { criteria } = reading.lines;
  const shares = weightShares(criteria);
  const headers = place.headers.filter((header) => header.trim() !== "");
  const add = (column: string) => column !== "" && void editing.change((store) => store.save([newCriterion(column, criteria)]));
  return (
    <>
      <ComplaintList complaints={complaints} tables={["criteria", "columns"]} store={services.model.store} editing={editing} lines={reading.lines} />
      <HeaderNotice store={services.model.store} place={place} saving={editing.saving} />
      {criteria.length === 0 && <p className={styles.text}>Choose what makes an account key. Several criteria, of which turnover is at most one.</p>}
      {/* Opened anew when the first criteria are there: then it has done its work. */}
      <PresetPicker key={String(criteria.length === 0)} services={services} editing={editing} place={place} lines={reading.lines} />
      <div>
        {criteria.map((line, i) => (
          <CriterionCard key={line.place} line={line} share={shares?.[i]} headers={headers} editing={editing} complaints={complaints} />
        ))}
      </div>
      {weightWarnings(reading.lines).map((warning) => (
        <p key={warning} className={styles.text} role="note">
          {warning}
        </p>
      ))}
      <HeaderSelect label="Add a criterion" headers={headers} value="" emptyWords="Add a criterion from the list…" onChange={add} />
      {criteria.length > 0 && <Sum criteria={criteria} />}
      {criteria.length > 1 && <WeightingHelp services={services} editing={editing} criteria={criteria} place={place} />}
      <div className={styles.actions}>
        <Button appearance={criteria.length === 0 ? "secondary" : "primary"} onClick={() => onStep("tiers")}>
          Go on to gates and tiers
        </Button>
      </div>
    </>
  );
}

/** Who shares out 100 points sees what is left; other scales are as good. */
function Sum({ criteria }: { readonly criteria: readonly ModelLine[] }) {
  const styles = usePageStyles();
  const sum = Number(criteria.reduce((total, line) => total + (Number(line.value("Weight")) || 0), 0).toPrecision(10));
  const rest = Number((100 - sum).toPrecision(10));
  return (
    <p className={styles.text} role="status">
      The weights add up to {sum}
      {rest > 0 ? `; ${rest} of 100 left.` : rest < 0 ? `; ${-rest} above 100. Only their ratio counts.` : "."}
    </p>
  );
}
