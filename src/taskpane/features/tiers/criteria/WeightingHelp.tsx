import { Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { FoldSummary } from "../../../components/FoldSummary";
import type { ListPlace } from "../../../../app/model/accountListStore";
import { roundedWeights, weightChanges } from "../../../../app/model/weighting";
import { weightShares } from "../../../../app/model/weightWarnings";
import type { ModelLine } from "../../../../sheets/model/modelCells";
import { usePageStyles } from "../../../components/usePageStyles";
import type { PaneServices } from "../../../services";
import type { ModelEditing } from "../useModel";
import { DataWeights } from "./DataWeights";
import { PairwiseWeights } from "./PairwiseWeights";
import { ProposedWeights } from "./ProposedWeights";
import { RankWeights } from "./RankWeights";

const METHODS = ["points", "rank", "pairwise", "entropy", "critic"] as const;
type Method = (typeof METHODS)[number];
const METHOD_WORDS: Readonly<Record<Method, string>> = {
  points: "I give points myself",
  rank: "I put them in order of importance",
  pairwise: "I compare them two by two",
  entropy: "From the figures (entropy)",
  critic: "From the figures (CRITIC)",
};

interface Props {
  readonly services: PaneServices;
  readonly editing: ModelEditing;
  readonly criteria: readonly ModelLine[];
  readonly place: ListPlace;
}

/** Ways to find weights; whatever the way, what is written are plain weights in the model. */
export function WeightingHelp({ services, editing, criteria, place }: Props) {
  const styles = usePageStyles();
  const [method, setMethod] = useState<Method>("points");
  const names = criteria.map((line) => line.text("Criterion") || line.text("Column"));
  const use = (weights: readonly number[]) => void editing.change((store) => store.save(weightChanges(criteria, weights)));
  const shown = { names, saving: editing.saving, onUse: use };
  // What was ordered or compared belongs to these criteria; with others one begins afresh.
  const key = names.join("\n");
  return (
    <details>
      <FoldSummary>Help with the weights</FoldSummary>
      <div className={styles.column}>
        <Field label="How do you want to find them?">
          <Select value={method} onChange={(_, data) => setMethod(data.value as Method)}>
            {METHODS.map((one) => (
              <option key={one} value={one}>
                {METHOD_WORDS[one]}
              </option>
            ))}
          </Select>
        </Field>
        {method === "points" && <Points {...shown} criteria={criteria} />}
        {method === "rank" && <RankWeights key={key} {...shown} />}
        {method === "pairwise" && <PairwiseWeights key={key} {...shown} />}
        {(method === "entropy" || method === "critic") && <DataWeights key={method + key} {...shown} method={method} criteria={criteria} place={place} store={services.model.list} copyText={services.copyText} />}
      </div>
    </details>
  );
}

/** What the typed weights add up to, and the way to 100. */
function Points({ names, criteria, saving, onUse }: { readonly names: readonly string[]; readonly criteria: readonly ModelLine[]; readonly saving: boolean; readonly onUse: (weights: readonly number[]) => void }) {
  const styles = usePageStyles();
  const shares = weightShares(criteria);
  if (!shares) return <p className={styles.text}>Type a weight of 0 or more at each criterion above.</p>;
  return (
    <>
      <p className={styles.text}>Type weights above; only their ratio counts. Spread over 100 they are:</p>
      <ProposedWeights names={names} weights={roundedWeights(shares)} saving={saving} onUse={onUse} />
    </>
  );
}
