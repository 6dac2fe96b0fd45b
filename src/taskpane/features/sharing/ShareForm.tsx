import { Button, Checkbox, Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { Findings } from "../../../app/sharing/findings";
import { usePageStyles } from "../../components/usePageStyles";
import { counted, sheetWords } from "./FindingsView";

/** The sheets themselves, or copies of them. */
export type ShareWhere = "here" | "copies";

interface Props {
  readonly findings: Findings;
  readonly onShare: (sheetIds: readonly string[], where: ShareWhere) => void;
}

/** Which sheets to make work for everybody. */
export function ShareForm({ findings, onShare }: Props) {
  const styles = usePageStyles();
  const formulasOn = (id: string) => findings.cells.filter(({ sheetId }) => sheetId === id).length;
  const sheets = findings.sheets.filter(({ id }) => formulasOn(id) > 0);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [where, setWhere] = useState<ShareWhere>("here");
  const open = sheets.filter(({ isProtected }) => !isProtected);
  const chosen = open.filter(({ id }) => !left.has(id));
  const count = chosen.reduce((sum, { id }) => sum + formulasOn(id), 0);
  const choose = (id: string, isChosen: boolean) => setLeft((now) => new Set(isChosen ? [...now].filter((one) => one !== id) : [...now, id]));
  return (
    <>
      <h2 className={styles.heading}>Make it work for everyone</h2>
      <p className={styles.text}>Each formula becomes one of Excel’s own that calculates the same where there is one, else its result. What stood where is noted on a sheet of its own, and Restore brings it back.</p>
      <div className={styles.list} role="group" aria-label="Sheets to change">
        {sheets.length > 1 && (
          <Checkbox
            label="All sheets"
            checked={chosen.length === open.length ? open.length > 0 : chosen.length === 0 ? false : "mixed"}
            onChange={(_, data) => setLeft(new Set(data.checked === true ? [] : open.map(({ id }) => id)))}
          />
        )}
        {sheets.map((sheet) => (
          <Checkbox
            key={sheet.id}
            label={`${sheetWords(sheet)}${sheet.isProtected ? " (protected: unprotect it first)" : ""}`}
            checked={!left.has(sheet.id) && !sheet.isProtected}
            disabled={sheet.isProtected}
            onChange={(_, data) => choose(sheet.id, data.checked === true)}
          />
        ))}
      </div>
      <Field label="Where" hint={where === "copies" ? "The copies refer to each other, and to the other sheets of this workbook." : undefined}>
        <RadioGroup value={where} onChange={(_, data) => setWhere(data.value as ShareWhere)}>
          <Radio value="here" label="In these sheets" />
          <Radio value="copies" label="In copies of them" />
        </RadioGroup>
      </Field>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={count === 0} onClick={() => count > 0 && onShare(chosen.map(({ id }) => id), where)}>
          {where === "here" ? `Replace ${counted(count, "formula")}` : `Make ${counted(chosen.length, "copy", "copies")}`}
        </Button>
      </div>
    </>
  );
}
