import { useCallback, useEffect, useState } from "react";
import type { AccountListStore, ListPlace } from "../../../app/model/accountListStore";
import { listNamed } from "../../../app/model/findAccountList";
import { asProblem, type Problem } from "../../../app/problems";
import { useLatestOnly } from "./useLatestOnly";
import { useWatch } from "./useModel";

export type ListState =
  /** The model names no list yet. */
  | { readonly kind: "none" }
  | { readonly kind: "looking" }
  | { readonly kind: "found"; readonly place: ListPlace; readonly revision: number }
  | { readonly kind: "lost"; readonly problem: Problem };

/**
 * The account list the model names, found again whenever its sheet changes.
 * @returns in `found`, a `revision` that grows with every change of the list's sheet
 */
export function useAccountList(store: AccountListStore, name: string | undefined, shown: boolean): ListState {
  const [state, setState] = useState<ListState>({ kind: "none" });
  const find = useCallback(async () => {
    if (name === undefined) return setState({ kind: "none" });
    try {
      const place = await listNamed(store, name);
      setState((now) => ({ kind: "found", place, revision: now.kind === "found" ? now.revision + 1 : 1 }));
    } catch (thrown) {
      setState({ kind: "lost", problem: asProblem(thrown) });
    }
  }, [store, name]);
  const look = useLatestOnly(find);
  useEffect(look, [look, name]);
  const sheetName = state.kind === "found" ? state.place.sheetName : undefined;
  useWatch(shown && sheetName !== undefined, (onChange) => store.watch(sheetName ?? "", onChange), look, sheetName);
  return state;
}
