import { Field, Input, makeStyles, Select } from "@fluentui/react-components";
import { useState } from "react";
import { cellChanges } from "../../../app/model/lineChanges";
import type { ModelComplaint, ModelLine } from "../../../sheets/model/modelCells";
import { typedNumber } from "./typedNumber";
import type { ModelEditing } from "./useModel";

const useStyles = makeStyles({ narrow: { minWidth: 0, width: "100%" } });

interface CellProps {
  readonly line: ModelLine;
  readonly header: string;
  /** Shown above the cell; `name` is what a screen reader says where that alone would not tell the lines apart. */
  readonly label?: string;
  readonly name: string;
  readonly editing: ModelEditing;
  readonly complaints: readonly ModelComplaint[];
}

const complaintOf = ({ line, header, complaints }: CellProps) => complaints.find((c) => c.table === line.table && c.place === line.place && c.header === header);

const writeCell = ({ line, header, editing }: CellProps, value: number | string) => {
  const changes = cellChanges(line, { [header]: value });
  if (changes.length > 0) void editing.change((store) => store.save(changes));
};

/** One cell of the model as a box: it shows what stands in the cell, and writes what was typed when it is left. */
export function ModelCellInput(props: CellProps & { readonly kind: "number" | "percent" | "text"; readonly placeholder?: string }) {
  const styles = useStyles();
  const { line, header, label, name, kind, placeholder } = props;
  const present = line.value(header);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const complaint = complaintOf(props);
  const message = refused ?? (complaint ? `${complaint.message} ${complaint.nextStep}` : undefined);
  const commit = () => {
    if (typed === undefined) return;
    const text = typed.trim();
    // A bare 12 in a box that shows percent means 12 %.
    const value = kind === "text" || text === "" ? text : typedNumber(kind === "percent" && !text.endsWith("%") ? `${text}%` : text);
    if (value === undefined) return setRefused(`"${text.slice(0, 30)}" is not a number.`);
    setTyped(undefined);
    setRefused(undefined);
    writeCell(props, value);
  };
  const forget = () => {
    setTyped(undefined);
    setRefused(undefined);
  };
  return (
    <Field size="small" validationState={message ? "error" : "none"} validationMessage={message} {...(label === undefined ? {} : { label })}>
      <Input
        size="small"
        className={styles.narrow}
        input={{ className: styles.narrow }}
        aria-label={name}
        value={typed ?? shownValue(present, kind)}
        placeholder={placeholder}
        inputMode={kind === "text" ? "text" : "decimal"}
        onChange={(_, data) => setTyped(data.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
          if (event.key === "Escape") forget();
        }}
      />
    </Field>
  );
}

/** A share is shown and typed as percent; the cell holds the share. */
function shownValue(value: ReturnType<ModelLine["value"]>, kind: "number" | "percent" | "text"): string {
  return kind === "percent" && typeof value === "number" ? `${Number((100 * value).toPrecision(12))} %` : String(value);
}

/** One cell of the model as a choice; a word that is none of the choices is shown as it stands. */
export function ModelCellSelect(props: CellProps & { readonly words: readonly string[]; readonly wordings?: Readonly<Record<string, string>>; readonly emptyWords?: string }) {
  const styles = useStyles();
  const { line, header, label, name, words, wordings, emptyWords } = props;
  const text = line.text(header);
  const found = words.find((word) => word.toLowerCase() === text.toLowerCase());
  const complaint = complaintOf(props);
  return (
    <Field size="small" validationState={complaint ? "error" : "none"} validationMessage={complaint && `${complaint.message} ${complaint.nextStep}`} {...(label === undefined ? {} : { label })}>
      <Select size="small" className={styles.narrow} aria-label={name} value={found ?? text} onChange={(_, data) => writeCell(props, data.value)}>
        {(emptyWords !== undefined || text === "") && <option value="">{emptyWords ?? ""}</option>}
        {found === undefined && text !== "" && <option value={text}>{text}</option>}
        {words.map((word) => (
          <option key={word} value={word}>
            {wordings?.[word] ?? word}
          </option>
        ))}
      </Select>
    </Field>
  );
}
