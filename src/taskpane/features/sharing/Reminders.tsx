import { Link } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Findings } from "../../../app/sharing/findings";
import type { BookSheet, SheetCell } from "../../../app/sharing/sharingBook";
import { usePageStyles } from "../../components/usePageStyles";
import { counted, sheetWords, useFindingStyles } from "./FindingsView";

interface Props {
  readonly findings: Findings;
  readonly onGoTo: (cell: SheetCell) => void;
}

/** What no function has to do with, and what people regret having mailed. */
export function Reminders({ findings, onGoTo }: Props) {
  const own = useFindingStyles();
  const styles = usePageStyles();
  const { sheets, externalLinks, personal } = findings;
  const hidden = sheets.filter(({ visibility }) => visibility !== "visible");
  const lines: { readonly key: string; readonly words: ReactNode }[] = [
    ...externalLinks.map(({ file, count, sheetId, row, column }) => ({
      key: `link ${file}`,
      words: (
        <>
          Link to another workbook, “{file}”: {counted(count, "formula")}, <FirstPlace sheet={sheets.find(({ id }) => id === sheetId)} cell={{ sheetId, row, column }} onGoTo={onGoTo} />. People without that file see its last figures.
        </>
      ),
    })),
    ...(hidden.length > 0 ? [{ key: "hidden", words: `${counted(hidden.length, "hidden sheet goes", "hidden sheets go")} along: ${listed(hidden.map(sheetWords))}.` }] : []),
    ...personal.comments.map(({ sheetId, count, authors }) => ({
      key: `comments ${sheetId}`,
      words: `${counted(count, "comment or note", "comments and notes")} on “${sheets.find(({ id }) => id === sheetId)?.name ?? ""}”${authors.length > 0 ? `, by ${listed(authors)}` : ""}.`,
    })),
    ...(personal.properties.length > 0 ? [{ key: "properties", words: `File properties: ${personal.properties.map(({ caption, value }) => `${caption} ${value}`).join(", ")}.` }] : []),
  ];
  if (lines.length === 0) return <p className={styles.text}>No links to other workbooks, hidden sheets, comments or names in the file’s properties.</p>;
  return (
    <div>
      <h2 className={styles.heading}>Also look at</h2>
      <ul className={own.lines}>
        {lines.map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
    </div>
  );
}

function FirstPlace({ sheet, cell, onGoTo }: { readonly sheet: BookSheet | undefined; readonly cell: SheetCell; readonly onGoTo: (cell: SheetCell) => void }) {
  if (!sheet || sheet.visibility !== "visible") return <>on “{sheet?.name}”</>;
  return (
    <Link as="button" onClick={() => onGoTo(cell)}>
      first on “{sheet.name}”
    </Link>
  );
}

/** A few words of a long list. */
function listed(words: readonly string[], most = 8): string {
  return words.length <= most ? words.join(", ") : `${words.slice(0, most).join(", ")} and ${words.length - most} more`;
}
