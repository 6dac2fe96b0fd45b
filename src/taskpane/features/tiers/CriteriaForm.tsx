import { Button, Checkbox, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { tierRequestFaults, type ScorableList, type TierRequest } from "../../../app/tierAccounts";
import type { CriterionCandidate } from "../../../sheets/read/criteria";
import type { Direction } from "../../../sheets/model/model";
import { usePageStyles } from "../../components/usePageStyles";

/** A starting point everybody changes: the best quarter of the scale, the better half, the rest. */
const LABELS = ["A", "B", "C"] as const;
const FIRST_CUTOFFS = ["75", "50"] as const;
/** Enough to start with; volume is only one of them, because size alone makes no key account. */
const CHOSEN_AT_FIRST = 4;

interface Choice {
  readonly candidate: CriterionCandidate;
  readonly chosen: boolean;
  readonly weight: string;
  readonly direction: Direction;
}

const useStyles = makeStyles({
  pair: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: tokens.spacingHorizontalS, paddingInlineStart: tokens.spacingHorizontalXXL },
  narrow: { minWidth: 0 },
});

interface Props {
  readonly scorable: ScorableList;
  readonly onWrite: (request: TierRequest) => void;
  readonly onReadAgain: () => void;
}

export function CriteriaForm({ scorable, onWrite, onReadAgain }: Props) {
  const styles = usePageStyles();
  const own = useStyles();
  const [choices, setChoices] = useState<readonly Choice[]>(() =>
    scorable.candidates.map((candidate) => ({ candidate, chosen: chosenAtFirst(scorable.candidates).includes(candidate), weight: "1", direction: candidate.lowerIsBetter ? "lower" : "higher" })),
  );
  const [cutoffs, setCutoffs] = useState<readonly string[]>(FIRST_CUTOFFS);
  const [tried, setTried] = useState(false);
  const change = (index: number, changed: Partial<Choice>) => setChoices((all) => all.map((choice, i) => (i === index ? { ...choice, ...changed } : choice)));

  const request: TierRequest = {
    criteria: choices.filter((c) => c.chosen).map(({ candidate, weight, direction }) => ({ column: candidate.column, weight: numberOf(weight), direction })),
    cutoffs: cutoffs.map(numberOf),
    labels: LABELS,
  };
  const faults = tierRequestFaults(request);
  const total = request.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const ruler = request.criteria.find(({ weight }) => weight > total / 2);
  const write = () => {
    setTried(true);
    if (faults.length === 0) onWrite(request);
  };

  return (
    <>
      <h1 className={styles.heading}>Criteria in “{scorable.list.tableName ?? scorable.list.sheetName}”</h1>
      {choices.map((choice, i) => (
        <div key={choice.candidate.column.column} className={styles.tight}>
          <Checkbox label={criterionLabel(choice.candidate)} checked={choice.chosen} onChange={(_, data) => change(i, { chosen: data.checked === true })} />
          {choice.chosen && (
            <div className={own.pair}>
              <Field label="Weight">
                <Input
                  className={own.narrow}
                  inputMode="decimal"
                  value={choice.weight}
                  aria-label={`Weight of ${choice.candidate.column.header}`}
                  onChange={(_, data) => change(i, { weight: data.value })}
                />
              </Field>
              <Field label="Better is">
                <Select value={choice.direction} aria-label={`Better ${choice.candidate.column.header}`} onChange={(_, data) => change(i, { direction: data.value as Direction })}>
                  <option value="higher">higher</option>
                  <option value="lower">lower</option>
                </Select>
              </Field>
            </div>
          )}
        </div>
      ))}
      {ruler && <p className={styles.text}>“{ruler.column.header}” decides more than half of the score.</p>}
      <h2 className={styles.heading}>Tiers by score</h2>
      <div className={own.pair}>
        {cutoffs.map((cutoff, i) => (
          <Field key={LABELS[i]} label={`${LABELS[i]} from`}>
            <Input className={own.narrow} inputMode="decimal" value={cutoff} onChange={(_, data) => setCutoffs((all) => all.map((old, at) => (at === i ? data.value : old)))} />
          </Field>
        ))}
      </div>
      <p className={styles.text}>Scores run from 0 to 100. All others are tier {LABELS.at(-1)}.</p>
      <Field validationState={tried && faults.length > 0 ? "error" : "none"} validationMessage={tried ? faults.join(" ") : undefined}>
        <div className={styles.actions}>
          <Button appearance="primary" onClick={write}>
            Write scores and tiers
          </Button>
          <Button onClick={onReadAgain}>Read the list again</Button>
        </div>
      </Field>
    </>
  );
}

/** The newest column of each kind of figure that was recognised, so that five years of revenue count once. */
function chosenAtFirst(candidates: readonly CriterionCandidate[]): readonly CriterionCandidate[] {
  const newest = new Map<string, CriterionCandidate>();
  for (const candidate of candidates.filter((c) => c.isRecognised)) {
    const { field, year } = candidate.column;
    const known = newest.get(field);
    if (!known || (year ?? 0) > (known.column.year ?? 0)) newest.set(field, candidate);
  }
  const chosen = [...newest.values()].slice(0, CHOSEN_AT_FIRST);
  return chosen.length > 0 ? chosen : candidates.slice(0, 1);
}

/** What is typed in the reader's own way: a comma or a point for decimals. */
const numberOf = (typed: string): number => (typed.trim() === "" ? NaN : Number(typed.trim().replace(",", ".")));

function criterionLabel({ column, notNumbers }: CriterionCandidate): string {
  return notNumbers === 0 ? column.header : `${column.header} (${notNumbers === 1 ? "1 cell is" : `${notNumbers} cells are`} not a number)`;
}
