import { Input, Select } from "@fluentui/react-components";
import { useId, useState } from "react";

/** With more columns than this, choosing from a list is slower than typing. */
const MOST_OPTIONS = 150;

interface Props {
  readonly label: string;
  readonly headers: readonly string[];
  readonly value: string;
  /** Said where no column is chosen. */
  readonly emptyWords: string;
  readonly onChange: (header: string) => void;
}

/** One column of the list: a choice, or with very many columns a box with suggestions. */
export function HeaderSelect({ label, headers, value, emptyWords, onChange }: Props) {
  if (headers.length > MOST_OPTIONS) return <HeaderInput label={label} headers={headers} value={value} emptyWords={emptyWords} onChange={onChange} />;
  const known = value === "" || headers.includes(value);
  return (
    <Select size="small" aria-label={label} value={value} onChange={(_, data) => onChange(data.value)}>
      <option value="">{emptyWords}</option>
      {!known && <option value={value}>{value} (not in the list)</option>}
      {headers.map((header, i) => (
        <option key={`${i} ${header}`} value={header}>
          {header}
        </option>
      ))}
    </Select>
  );
}

/** Suggestions for what is typed; only a header of the list is taken over. */
function HeaderInput({ label, headers, value, emptyWords, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const text = typed ?? value;
  const suggestions = headers.filter((header) => header.toLowerCase().includes(text.trim().toLowerCase())).slice(0, MOST_OPTIONS);
  const take = (entry: string) => {
    setTyped(entry);
    const header = headers.find((candidate) => candidate.toLowerCase() === entry.trim().toLowerCase());
    if (header === undefined && entry.trim() !== "") return;
    setTyped(undefined);
    onChange(header ?? "");
  };
  return (
    <>
      <Input size="small" aria-label={label} list={id} placeholder={emptyWords} value={text} onChange={(_, data) => take(data.value)} onBlur={() => setTyped(undefined)} />
      <datalist id={id}>
        {suggestions.map((header, i) => (
          <option key={`${i} ${header}`} value={header} />
        ))}
      </datalist>
    </>
  );
}
