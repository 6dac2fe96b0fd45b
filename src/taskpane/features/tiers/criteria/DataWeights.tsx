import { Spinner } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { AccountListStore, ListPlace } from "../../../../app/model/accountListStore";
import { weightsByData } from "../../../../app/model/weighting";
import { asProblem, type Problem } from "../../../../app/problems";
import type { ModelLine } from "../../../../sheets/model/modelCells";
import { ProblemMessage } from "../../../components/ProblemMessage";
import { usePageStyles } from "../../../components/usePageStyles";
import { ProposedWeights } from "./ProposedWeights";

const METHOD_NOTES = {
  entropy: "The more a criterion's figures differ between accounts, the more it weighs (Shannon's entropy).",
  critic: "A criterion weighs more when its figures differ and when it says what the others do not (CRITIC).",
} as const;

interface Props {
  readonly method: keyof typeof METHOD_NOTES;
  readonly criteria: readonly ModelLine[];
  readonly place: ListPlace;
  readonly store: AccountListStore;
  readonly names: readonly string[];
  readonly saving: boolean;
  readonly onUse: (weights: readonly number[]) => void;
  readonly copyText: (text: string) => Promise<void>;
}

/** Weights from the list's own figures. */
export function DataWeights({ method, criteria, place, store, names, saving, onUse, copyText }: Props) {
  const styles = usePageStyles();
  const [found, setFound] = useState<readonly number[] | Problem | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    weightsByData(store, place, criteria, method).then(
      (weights) => gone || setFound(weights),
      (thrown: unknown) => gone || setFound(asProblem(thrown)),
    );
    return () => {
      gone = true;
    };
  }, [store, place, criteria, method]);
  if (found === undefined) return <Spinner size="small" label="Reading the figures" labelPosition="after" />;
  if (!Array.isArray(found)) return <ProblemMessage problem={found as Problem} copyText={copyText} />;
  return (
    <>
      <p className={styles.text}>{METHOD_NOTES[method]} It says what tells accounts apart, not what is important to you.</p>
      <ProposedWeights names={names} weights={found as readonly number[]} saving={saving} onUse={onUse} />
    </>
  );
}
