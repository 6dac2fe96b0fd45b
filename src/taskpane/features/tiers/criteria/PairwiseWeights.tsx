import { Select } from "@fluentui/react-components";
import { useState } from "react";
import { MOST_COMPARED, pairsOf, weightsByComparison } from "../../../../app/model/weighting";
import { usePageStyles } from "../../../components/usePageStyles";
import { ProposedWeights } from "./ProposedWeights";

/** Saaty's scale, in words: how many times as important. */
const DEGREES = [
  { times: 9, words: "extremely more" },
  { times: 7, words: "very much more" },
  { times: 5, words: "much more" },
  { times: 3, words: "somewhat more" },
  { times: 1, words: "equally" },
  { times: 1 / 3, words: "somewhat less" },
  { times: 1 / 5, words: "much less" },
  { times: 1 / 7, words: "very much less" },
  { times: 1 / 9, words: "extremely less" },
] as const;
const EQUAL = 4;
/** Commonly accepted up to here. */
const ACCEPTED = 0.1;

interface Props {
  readonly names: readonly string[];
  readonly saving: boolean;
  readonly onUse: (weights: readonly number[]) => void;
}

/** Every pair compared once; the consistency ratio says whether the answers contradict each other. */
export function PairwiseWeights({ names, saving, onUse }: Props) {
  const styles = usePageStyles();
  const pairs = pairsOf(names.length);
  const [degrees, setDegrees] = useState<readonly number[]>(() => pairs.map(() => EQUAL));
  if (names.length < 2) return <p className={styles.text}>There is nothing to compare: choose at least two criteria.</p>;
  if (names.length > MOST_COMPARED) {
    return <p className={styles.text}>{`${names.length} criteria make ${pairs.length} pairs, and how much contradiction is normal is known for up to ${MOST_COMPARED} criteria. Put them in order instead.`}</p>;
  }
  const result = weightsByComparison(names.length, degrees.map((degree) => DEGREES[degree]?.times ?? 1));
  const consistent = result.consistencyRatio <= ACCEPTED;
  return (
    <>
      {pairs.map(([first, second], i) => (
        <label key={`${first} ${second}`} className={styles.tight}>
          <span>
            <b>{names[first]}</b> is
          </span>
          <Select size="small" aria-label={`${names[first]} compared with ${names[second]}`} value={String(degrees[i])} onChange={(_, data) => setDegrees((now) => now.map((old, at) => (at === i ? Number(data.value) : old)))}>
            {DEGREES.map(({ words }, degree) => (
              <option key={words} value={String(degree)}>
                {words} important {words === "equally" ? "as" : "than"} {names[second]}
              </option>
            ))}
          </Select>
        </label>
      ))}
      <p className={styles.text} role="status">
        Consistency ratio {result.consistencyRatio.toFixed(3)} (Saaty&apos;s random index): {consistent ? "the answers agree well enough." : "the answers contradict each other; above 0.1 look at them again."}
        {!consistent && result.worst && ` ${names[result.worst.first]} against ${names[result.worst.second]} agrees least with the others.`}
      </p>
      <ProposedWeights names={names} weights={result.weights} saving={saving} onUse={onUse} />
    </>
  );
}
