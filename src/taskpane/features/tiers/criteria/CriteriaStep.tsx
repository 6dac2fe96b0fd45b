import { Button } from "@fluentui/react-components";
import type { ListPlace } from "../../../../app/model/accountListStore";
import { newCriterion } from "../../../../app/model/newLines";
import { weightShares, weightWarnings } from "../../../../app/model/weightWarnings";
import { usePageStyles } from "../../../components/usePageStyles";
import { ComplaintList } from "../ComplaintList";
import { HeaderSelect } from "../list/HeaderSelect";
import type { ModelStepProps } from "../steps";
import { CriterionCard } from "./CriterionCard";

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
      <ComplaintList complaints={complaints} tables={["criteria", "columns"]} store={services.model.store} />
      {criteria.length === 0 && <p className={styles.text}>Choose what makes an account key. Several criteria, of which turnover is at most one.</p>}
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
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => onStep("tiers")}>
          Go on to gates and tiers
        </Button>
      </div>
    </>
  );
}
