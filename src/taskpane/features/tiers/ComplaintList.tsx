import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { columnRenamed } from "../../../app/model/lineChanges";
import type { ModelStore } from "../../../app/model/modelStore";
import type { ModelTable } from "../../../sheets/model/model";
import type { ModelComplaint } from "../../../sheets/model/modelCells";
import type { ModelReading } from "../../../sheets/model/readModel";
import type { ModelEditing } from "./useModel";

/** More lines than this are a sheet to repair in Excel, not to read in a pane. */
const SHOWN = 20;

const useStyles = makeStyles({
  lines: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
});

interface Props {
  readonly complaints: readonly ModelComplaint[];
  /** Only complaints about these tables are shown in full; the others are counted. */
  readonly tables: readonly ModelTable[];
  readonly store: Pick<ModelStore, "goTo">;
  readonly editing: ModelEditing;
  readonly lines: ModelReading["lines"];
}

/** Cells of the model that cannot be calculated with; each leads to its cell in Excel. */
export function ComplaintList({ complaints, tables, store, editing, lines }: Props) {
  const styles = useStyles();
  const own = complaints.filter(({ table }) => tables.includes(table));
  if (own.length === 0) return null;
  const renamed = new Map(own.flatMap(({ renamed: pair }) => (pair ? [[pair.from.toLowerCase(), pair] as const] : [])));
  return (
    <MessageBar intent="error" layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{own.length === 1 ? "1 cell of the model needs a look" : `${own.length} cells of the model need a look`}</MessageBarTitle>
        <ul className={styles.lines}>
          {own.slice(0, SHOWN).map((complaint) => (
            <li key={complaint.address + complaint.message}>
              <Link as="button" inline aria-label={`Go to ${complaint.sheetName} ${complaint.address}`} onClick={() => void store.goTo(complaint.sheetName, complaint.address).catch(() => undefined)}>
                {complaint.address}
              </Link>
              {": "}
              {complaint.message} {complaint.nextStep}
            </li>
          ))}
          {own.length > SHOWN && <li>and {own.length - SHOWN} more</li>}
        </ul>
      </MessageBarBody>
      {renamed.size > 0 && (
        <MessageBarActions>
          {[...renamed.values()].map(({ from, to }) => (
            <Button key={from} size="small" onClick={() => void editing.change((model) => model.save(columnRenamed(lines, from, to)))}>
              {`Take “${to.slice(0, 40)}” for “${from.slice(0, 40)}”`}
            </Button>
          ))}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
