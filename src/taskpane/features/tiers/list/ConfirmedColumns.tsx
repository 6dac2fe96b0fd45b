import { Button } from "@fluentui/react-components";
import type { ListPlace } from "../../../../app/model/accountListStore";
import type { ModelLine } from "../../../../sheets/model/modelCells";
import { usePageStyles } from "../../../components/usePageStyles";

interface Props {
  readonly place: ListPlace;
  readonly columns: readonly ModelLine[];
  readonly onChange: () => void;
}

/** The list that is used and what the user confirmed about it. */
export function ConfirmedColumns({ place, columns, onChange }: Props) {
  const styles = usePageStyles();
  return (
    <>
      <p className={styles.text}>
        {place.tableName === undefined ? "Range" : "Table"} <b>{place.name}</b> on “{place.sheetName}”: {place.body.rowCount.toLocaleString()} rows, {place.body.columnCount} columns.
      </p>
      <ul className={styles.list} aria-label="What the columns mean" tabIndex={0}>
        {columns.map((line) => (
          <li key={line.place} className={styles.item}>
            <span>{line.text("Meaning")}</span>
            <span className={styles.aside}>
              {line.text("Column")}
              {line.text("Unit") !== "" && ` (${line.text("Unit")})`}
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button size="small" onClick={onChange}>
          Change what columns mean
        </Button>
      </div>
    </>
  );
}
