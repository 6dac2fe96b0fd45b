import { makeStyles, tokens } from "@fluentui/react-components";
import { FoldSummary } from "./FoldSummary";
import type { Complaint } from "../../sheets/read/accounts";

/** More lines than this are a list to repair in Excel, not to read in a pane. */
const SHOWN = 30;

const useStyles = makeStyles({
  summary: { cursor: "pointer", color: tokens.colorNeutralForeground1 },
  lines: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
  address: { fontFamily: tokens.fontFamilyMonospace },
});

interface Props {
  readonly remarks: readonly string[];
  readonly complaints: readonly Complaint[];
  readonly sheetName: string;
}

/** How the list was understood and which cells need a look, folded away until somebody wants to know. */
export function ListNotes({ remarks, complaints, sheetName }: Props) {
  const styles = useStyles();
  const count = remarks.length + complaints.length;
  if (count === 0) return null;
  return (
    <details>
      <FoldSummary className={styles.summary}>
        {count === 1 ? "1 note" : `${count} notes`} on the list “{sheetName}”
      </FoldSummary>
      <ul className={styles.lines}>
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
        {complaints.slice(0, SHOWN).map((complaint) => (
          <li key={complaint.address + complaint.message}>
            <span className={styles.address}>{complaint.address}</span>: {complaint.message}
          </li>
        ))}
        {complaints.length > SHOWN && <li>and {complaints.length - SHOWN} more of the kind</li>}
      </ul>
    </details>
  );
}
