import { Button, Link, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { useState } from "react";
import type { AccountListStore } from "../../../../app/model/accountListStore";
import { fixedCells, SHOWN_CHANGES } from "../../../../app/model/checkList";
import { cellAddress } from "../../../../sheets/a1";
import type { Finding, Fix } from "../../../../sheets/check/findings";
import { parseNumberText, type DecimalMark } from "../../../../sheets/check/numberText";
import { usePageStyles } from "../../../components/usePageStyles";

/** Addresses shown as links before the rest is folded away. */
const SHOWN_ADDRESSES = 6;

const useStyles = makeStyles({
  card: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: "anywhere" },
  warning: { color: tokens.colorStatusWarningForeground1, fontSize: "18px" },
  note: { color: tokens.colorNeutralForeground2, fontSize: "18px" },
  body: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase200, "& th, & td": { textAlign: "start", padding: "2px 4px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: "anywhere" } },
});

interface Props {
  readonly finding: Finding;
  readonly sheetName: string;
  readonly store: Pick<AccountListStore, "goTo">;
  readonly onFix: (finding: Finding, mark: DecimalMark | undefined) => void;
}

/** One finding: what, where, what to do, and the fix with its before and after. */
export function FindingCard({ finding, sheetName, store, onFix }: Props) {
  const styles = usePageStyles();
  const own = useStyles();
  const [open, setOpen] = useState(false);
  const goTo = (address: string) => void store.goTo(sheetName, address).catch(() => undefined);
  return (
    <div className={own.card} role="group" aria-label={finding.message}>
      {finding.weight === "warning" ? <WarningRegular className={own.warning} aria-label="Warning" /> : <InfoRegular className={own.note} aria-label="Note" />}
      <div className={own.body}>
        <span>{finding.message}</span>
        <span className={styles.text}>{finding.nextStep}</span>
        <span>
          {finding.addresses.slice(0, SHOWN_ADDRESSES).map((address, i) => (
            <span key={address}>
              {i > 0 && ", "}
              <Link as="button" inline aria-label={`Go to ${address}`} onClick={() => goTo(address)}>
                {address}
              </Link>
            </span>
          ))}
          {finding.addresses.length > SHOWN_ADDRESSES && " …"}
        </span>
        {finding.fix && !open && (
          <div className={styles.actions}>
            <Button size="small" onClick={() => setOpen(true)}>
              {fixWords(finding.fix)}
            </Button>
          </div>
        )}
        {finding.fix && open && <FixForm fix={finding.fix} onCancel={() => setOpen(false)} onFix={(mark) => onFix(finding, mark)} />}
      </div>
    </div>
  );
}

const fixWords = (fix: Fix) => (fix.kind === "numbers" ? "Turn into numbers…" : fix.kind === "unmerge" ? "Unmerge…" : "Remove the spaces…");

const MARK_WORDS: Readonly<Record<DecimalMark, string>> = { ".": "a point marks decimals", ",": "a comma marks decimals" };

/** Before and after of the first cells, and the question nobody but the user can answer. */
function FixForm({ fix, onFix, onCancel }: { readonly fix: Fix; readonly onFix: (mark: DecimalMark | undefined) => void; readonly onCancel: () => void }) {
  const styles = usePageStyles();
  const own = useStyles();
  const marks = fix.kind === "numbers" ? fix.marks : [];
  const [mark, setMark] = useState<DecimalMark | undefined>(marks.length === 1 ? marks[0] : undefined);
  const changes = fixedCells(fix, mark);
  const count = fix.kind === "unmerge" ? fix.addresses.length : fix.cells.length;
  const undecided = fix.kind === "numbers" && mark === undefined;
  return (
    <div className={styles.tight}>
      {fix.kind === "numbers" && marks.length > 1 && (
        <RadioGroup aria-label="Decimals" value={mark ?? ""} onChange={(_, data) => setMark(data.value as DecimalMark)}>
          {marks.map((one) => (
            <Radio key={one} value={one} label={`${MARK_WORDS[one]}: ${example(fix, one)}`} />
          ))}
        </RadioGroup>
      )}
      {changes.length > 0 && (
        <table className={own.table} aria-label="Before and after">
          <thead>
            <tr>
              <th scope="col">Cell</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, SHOWN_CHANGES).map((change) => (
              <tr key={`${change.row} ${change.column}`}>
                <td>{cellAddress(change.row, change.column)}</td>
                <td>“{String(change.from).slice(0, 40)}”</td>
                <td>{typeof change.to === "number" ? String(change.to) : `“${String(change.to).slice(0, 40)}”`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {count > SHOWN_CHANGES && changes.length > 0 && <span className={styles.text}>and {(count - SHOWN_CHANGES).toLocaleString("en")} more</span>}
      {fix.kind === "unmerge" && <span className={styles.text}>{fix.addresses.slice(0, SHOWN_CHANGES).join(", ")}</span>}
      <div className={styles.actions}>
        <Button size="small" appearance="primary" disabledFocusable={undecided} onClick={() => !undecided && onFix(mark)}>
          Change {count === 1 ? "1 place" : `${count.toLocaleString("en")} places`}
        </Button>
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

/** The text that tells the two readings apart best, as both would read it. */
function example(fix: Extract<Fix, { kind: "numbers" }>, mark: DecimalMark): string {
  const telling = fix.cells.find(({ text }) => parseNumberText(text, ".") !== parseNumberText(text, ",")) ?? fix.cells[0];
  return telling ? `“${telling.text.slice(0, 20)}” is ${parseNumberText(telling.text, mark) ?? "no number"}` : "";
}
