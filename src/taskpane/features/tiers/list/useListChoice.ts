import { useCallback, useState } from "react";
import type { AccountListStore, ListPlace } from "../../../../app/model/accountListStore";
import { proposalFor, proposeList, type ProposedList } from "../../../../app/model/chooseList";
import { asProblem, type Problem } from "../../../../app/problems";

export type ListChoice =
  | { readonly kind: "idle" }
  | { readonly kind: "looking" }
  /** What the columns seem to mean, until the user confirms it. */
  | { readonly kind: "proposed"; readonly proposed: ProposedList }
  | { readonly kind: "failed"; readonly problem: Problem };

/** Finds a list and what its columns seem to mean; nothing is remembered before the user confirms it. */
export function useListChoice(store: AccountListStore) {
  const [choice, setChoice] = useState<ListChoice>({ kind: "idle" });
  const start = useCallback((work: () => Promise<ProposedList>) => {
    setChoice({ kind: "looking" });
    work().then(
      (proposed) => setChoice({ kind: "proposed", proposed }),
      (thrown: unknown) => setChoice({ kind: "failed", problem: asProblem(thrown) }),
    );
  }, []);
  return {
    choice,
    fromSelection: useCallback(() => start(() => proposeList(store)), [start, store]),
    again: useCallback((place: ListPlace) => start(() => proposalFor(store, place)), [start, store]),
    close: useCallback(() => setChoice({ kind: "idle" }), []),
  };
}
