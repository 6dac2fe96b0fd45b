import { Button, Checkbox, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { FoldSummary } from "../../../components/FoldSummary";
import type { ProposedList } from "../../../../app/model/chooseList";
import type { ColumnLine } from "../../../../sheets/model/model";
import { FIELD_LABELS } from "../../../../sheets/read/fieldLabels";
import type { FigureUnit } from "../../../../sheets/read/figureUnits";
import { recogniseHeader, type Field as Meaning } from "../../../../sheets/read/headers";
import { usePageStyles } from "../../../components/usePageStyles";
import { HeaderSelect } from "./HeaderSelect";

const UNIT_WORDS: Readonly<Record<FigureUnit, string>> = { share: "0.12 means 12 %", percent: "12 means 12 %", amount: "an amount of money" };
const WITH_UNIT: ReadonlySet<Meaning> = new Set(["margin", "growth"]);
const SINGLE_MEANINGS = (Object.keys(FIELD_LABELS) as Meaning[]).filter((meaning) => meaning !== "revenue");

const useStyles = makeStyles({
  row: { display: "grid", gridTemplateColumns: "minmax(0, 2fr) minmax(0, 3fr)", gap: tokens.spacingHorizontalS, alignItems: "center" },
  unit: { gridColumn: "2" },
});

interface Props {
  readonly proposed: ProposedList;
  readonly saving: boolean;
  readonly onConfirm: (lines: readonly ColumnLine[]) => void;
  readonly onCancel: () => void;
}

/** What the columns of the list seem to mean, for the user to confirm or to correct. */
export function ColumnsForm({ proposed, saving, onConfirm, onCancel }: Props) {
  const styles = usePageStyles();
  const { place, proposal } = proposed;
  const [lines, setLines] = useState<readonly ColumnLine[]>(proposal.lines);
  const headers = place.headers.filter((header) => header.trim() !== "");
  const set = (meaning: Meaning, column: string, unit?: FigureUnit) =>
    setLines((now) => [...now.filter((line) => line.meaning !== meaning), ...(column === "" ? [] : [{ meaning, column, ...(unit === undefined ? {} : { unit }) }])]);
  const revenues = lines.filter((line) => line.meaning === "revenue").map(({ column }) => column);
  const setRevenue = (column: string, used: boolean) =>
    setLines((now) => (used ? [...now, { meaning: "revenue", column }] : now.filter((line) => line.meaning !== "revenue" || line.column !== column)));
  const recognised = (meaning: Meaning) => proposal.lines.some((line) => line.meaning === meaning);
  const row = (meaning: Meaning) => (
    <MeaningRow key={meaning} meaning={meaning} line={lines.find((line) => line.meaning === meaning)} headers={headers} onChange={set} />
  );
  const first = SINGLE_MEANINGS.filter((meaning) => recognised(meaning) || meaning === "key" || meaning === "name");
  const others = SINGLE_MEANINGS.filter((meaning) => !first.includes(meaning));
  const identified = lines.some(({ meaning }) => meaning === "key" || meaning === "name");
  return (
    <>
      <p className={styles.text}>
        “{place.tableName ?? place.sheetName}”, {place.body.rowCount.toLocaleString()} rows below row {place.headerRow + 1}. This is what its columns seem to mean. Correct what is wrong, then confirm.
      </p>
      {proposal.remarks.length > 0 && (
        <ul className={styles.points} aria-label="Please check">
          {proposal.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      <div className={styles.tight}>{first.map(row)}</div>
      <RevenueColumns headers={headers} chosen={revenues} proposed={proposal.lines.filter(({ meaning }) => meaning === "revenue").map(({ column }) => column)} onChange={setRevenue} />
      <details>
        <FoldSummary>Other columns ({others.length})</FoldSummary>
        <div className={styles.tight}>{others.map(row)}</div>
      </details>
      <Field validationState={identified ? "none" : "error"} validationMessage={identified ? undefined : "Say which column is the account key or the account name."}>
        <div className={styles.actions}>
          <Button appearance="primary" disabledFocusable={saving || !identified} onClick={() => onConfirm(lines)}>
            {saving ? "Saving" : "Confirm"}
          </Button>
          <Button onClick={onCancel}>Cancel</Button>
        </div>
      </Field>
    </>
  );
}

interface RowProps {
  readonly meaning: Meaning;
  readonly line: ColumnLine | undefined;
  readonly headers: readonly string[];
  readonly onChange: (meaning: Meaning, column: string, unit?: FigureUnit) => void;
}

function MeaningRow({ meaning, line, headers, onChange }: RowProps) {
  const own = useStyles();
  const label = FIELD_LABELS[meaning];
  const unit = line?.unit ?? "share";
  return (
    <div className={own.row}>
      <span id={`meaning-${meaning}`}>{label}</span>
      <HeaderSelect label={label} headers={headers} value={line?.column ?? ""} emptyWords="not in the list" onChange={(column) => onChange(meaning, column, WITH_UNIT.has(meaning) ? unit : undefined)} />
      {line && WITH_UNIT.has(meaning) && (
        <Select size="small" className={own.unit} aria-label={`Unit of ${label}`} value={unit} onChange={(_, data) => onChange(meaning, line.column, data.value as FigureUnit)}>
          {(Object.keys(UNIT_WORDS) as FigureUnit[])
            .filter((word) => word !== "amount" || meaning === "margin")
            .map((word) => (
              <option key={word} value={word}>
                {UNIT_WORDS[word]}
              </option>
            ))}
        </Select>
      )}
    </div>
  );
}

interface RevenueProps {
  readonly headers: readonly string[];
  readonly chosen: readonly string[];
  readonly proposed: readonly string[];
  readonly onChange: (column: string, used: boolean) => void;
}

/** Revenue may stand in several columns, one a year; one more can be added that was not recognised. */
function RevenueColumns({ headers, chosen, proposed, onChange }: RevenueProps) {
  const styles = usePageStyles();
  const listed = [...new Set([...proposed, ...chosen])];
  const others = headers.filter((header) => !listed.includes(header) && !recogniseHeader(header));
  return (
    <div className={styles.tight} role="group" aria-label="Revenue columns">
      <span>{FIELD_LABELS.revenue}</span>
      {listed.map((column) => (
        <Checkbox key={column} label={column} checked={chosen.includes(column)} onChange={(_, data) => onChange(column, data.checked === true)} />
      ))}
      {others.length > 0 && <HeaderSelect label="Add a revenue column" headers={others} value="" emptyWords={listed.length > 0 ? "add another column" : "not in the list"} onChange={(column) => column !== "" && onChange(column, true)} />}
    </div>
  );
}
