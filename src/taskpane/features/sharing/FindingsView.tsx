import { Link, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { FoldSummary } from "../../components/FoldSummary";
import { placesOf, type Findings, type KamBlock, type KamElsewhere } from "../../../app/sharing/findings";
import type { BookSheet, SheetCell } from "../../../app/sharing/sharingBook";
import { KAM_FUNCTIONS } from "../../../sheets/formulas/twins/kamFunctions";
import { hasTwin } from "../../../sheets/formulas/twins/twin";

/** Lines shown of one sheet; a person reads these and clicks, nobody reads hundreds. */
const SHOWN = 30;

const HAVE_TWINS: ReadonlySet<string> = new Set(KAM_FUNCTIONS.filter(hasTwin));

export const useFindingStyles = makeStyles({
  summary: { cursor: "pointer", color: tokens.colorNeutralForeground1, overflowWrap: "anywhere" },
  lines: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
  address: { fontFamily: tokens.fontFamilyMonospace },
});

export const counted = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;

/** A sheet as its tab shows it, or why no tab does. */
export const sheetWords = ({ name, visibility }: BookSheet): string => (visibility === "visible" ? name : `${name} (${visibility === "hidden" ? "hidden" : "very hidden"})`);

interface Props {
  readonly findings: Findings;
  readonly onGoTo: (cell: SheetCell) => void;
}

/** What a recipient would see, and where it is. */
export function FindingsView({ findings, onGoTo }: Props) {
  const { sheets, cells, elsewhere } = findings;
  const withFormulas = sheets.filter(({ id }) => cells.some(({ sheetId }) => sheetId === id));
  const blocks = placesOf(cells);
  return (
    <>
      <Verdict findings={findings} sheetCount={withFormulas.length} />
      {withFormulas.map((sheet) => (
        <SheetFindings key={sheet.id} sheet={sheet} blocks={blocks.filter(({ sheetId }) => sheetId === sheet.id)} onGoTo={onGoTo} />
      ))}
      <Elsewhere sheets={sheets} elsewhere={elsewhere} />
    </>
  );
}

function Verdict({ findings, sheetCount }: { readonly findings: Findings; readonly sheetCount: number }) {
  const { cells, elsewhere, sheets } = findings;
  const stuck = cells.filter(({ isStuck }) => isStuck).length;
  if (cells.length === 0 && elsewhere.length === 0) {
    return (
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>Nothing here needs KAM Planner.</MessageBarTitle> {counted(sheets.length, "sheet")} with {counted(findings.cellCount, "cell")} looked through: everyone sees the same as you.
        </MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {cells.length > 0 ? `${counted(cells.length, "formula")} on ${counted(sheetCount, "sheet")} need KAM Planner.` : `${counted(elsewhere.length, "name or rule", "names and rules")} need KAM Planner.`}
        </MessageBarTitle>{" "}
        {cells.length > 0 && "Without it people see today's figures until Excel calculates a cell again, then #NAME?."}
        {stuck > 0 && ` ${counted(stuck, "cell shows", "cells show")} #NAME? here already: repair those first.`}
      </MessageBarBody>
    </MessageBar>
  );
}

interface SheetProps {
  readonly sheet: BookSheet;
  readonly blocks: readonly KamBlock[];
  readonly onGoTo: (cell: SheetCell) => void;
}

function SheetFindings({ sheet, blocks, onGoTo }: SheetProps) {
  const own = useFindingStyles();
  const formulas = blocks.reduce((sum, { cells }) => sum + cells.length, 0);
  return (
    <details>
      <FoldSummary className={own.summary}>
        {sheetWords(sheet)}: {counted(formulas, "formula")}
        {sheet.isProtected && ", protected"}
      </FoldSummary>
      <ul className={own.lines}>
        {blocks.slice(0, SHOWN).map((block) => (
          <li key={block.address}>
            <Place sheet={sheet} block={block} onGoTo={onGoTo} /> {functionWords(block)}
          </li>
        ))}
        {blocks.length > SHOWN && <li>and {counted(blocks.length - SHOWN, "more place")} on this sheet</li>}
      </ul>
    </details>
  );
}

/** Cells of hidden sheets cannot be shown, so they are no link. */
function Place({ sheet, block, onGoTo }: { readonly sheet: BookSheet; readonly block: KamBlock; readonly onGoTo: (cell: SheetCell) => void }) {
  const own = useFindingStyles();
  if (sheet.visibility !== "visible") return <span className={own.address}>{block.address}</span>;
  return (
    <Link as="button" className={own.address} aria-label={`${sheet.name} ${block.address}`} onClick={() => onGoTo({ sheetId: sheet.id, row: block.area.row, column: block.area.column })}>
      {block.address}
    </Link>
  );
}

function functionWords({ cells }: KamBlock): string {
  const [first] = cells;
  const functions = first?.functions ?? [];
  const names = functions.map((name) => `KAM.${name}`).join(", ");
  const keepsResult = functions.some((name) => !HAVE_TWINS.has(name));
  return `${names}${cells.length > 1 ? ` in ${counted(cells.length, "cell")}` : ""}${first?.isStuck ? ", shows #NAME?" : ""}${keepsResult ? ", has no native formula" : ""}`;
}

const KINDS: Readonly<Record<KamElsewhere["kind"], string>> = { name: "Name", validation: "Entry check of", conditionalFormat: "Conditional format of" };

function Elsewhere({ sheets, elsewhere }: { readonly sheets: readonly BookSheet[]; readonly elsewhere: readonly KamElsewhere[] }) {
  const own = useFindingStyles();
  if (elsewhere.length === 0) return null;
  const nameOf = (id: string | undefined) => sheets.find((sheet) => sheet.id === id)?.name;
  return (
    <details>
      <FoldSummary className={own.summary}>Names and rules: {counted(elsewhere.length, "formula")}</FoldSummary>
      <ul className={own.lines}>
        {elsewhere.slice(0, SHOWN).map(({ kind, sheetId, place, formula, functions }) => (
          <li key={`${kind} ${sheetId} ${place} ${formula}`}>
            {KINDS[kind]} <span className={own.address}>{place}</span>
            {sheetId !== undefined && ` on “${nameOf(sheetId) ?? ""}”`}: {functions.map((name) => `KAM.${name}`).join(", ")}
            {kind !== "name" && ". Excel does not calculate add-in functions in rules: the rule has no effect for anybody."}
          </li>
        ))}
        {elsewhere.length > SHOWN && <li>and {counted(elsewhere.length - SHOWN, "more")}</li>}
      </ul>
    </details>
  );
}
