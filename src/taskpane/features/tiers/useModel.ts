import { useCallback, useEffect, useRef, useState } from "react";
import { loadModel, type LoadedModel } from "../../../app/model/loadModel";
import type { ModelStore } from "../../../app/model/modelStore";
import { asProblem, type Problem } from "../../../app/problems";
import { useLatestOnly } from "./useLatestOnly";

export type ModelState =
  | { readonly kind: "waiting" }
  | { readonly kind: "failed"; readonly problem: Problem }
  /** `loaded` stays on screen while it is read again. */
  | { readonly kind: "loaded"; readonly loaded: LoadedModel };

export interface ModelEditing {
  readonly state: ModelState;
  /** Reads the model again. */
  readonly reload: () => void;
  /** Does something to the model and reads it again; resolves with whether it went well. */
  readonly change: (work: (store: ModelStore) => Promise<unknown>) => Promise<boolean>;
  readonly saving: boolean;
  /** Why the last change was refused; nothing was written then. */
  readonly refusal: Problem | undefined;
}

/**
 * The workbook's model as it is now: read when the page is first shown, and again whenever anybody changed its sheets, in
 * Excel, by a co-author, by undo or from here.
 */
export function useModel(store: ModelStore, shown: boolean): ModelEditing {
  const [state, setState] = useState<ModelState>({ kind: "waiting" });
  const [saving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<Problem | undefined>(undefined);
  const load = useCallback(
    () =>
      loadModel(store).then(
        (loaded) => setState({ kind: "loaded", loaded }),
        (thrown: unknown) => setState({ kind: "failed", problem: asProblem(thrown) }),
      ),
    [store],
  );
  const reload = useLatestOnly(load);
  // Also when somebody comes back to the page: hiding or protecting the model's sheet is told by no event.
  useEffect(() => {
    if (shown) reload();
  }, [shown, reload]);
  useWatch(shown, (onChange) => store.watch(onChange), reload);

  const change = useCallback(
    async (work: (store: ModelStore) => Promise<unknown>) => {
      setSaving(true);
      setRefusal(undefined);
      try {
        await work(store);
        await load();
        return true;
      } catch (thrown) {
        setRefusal(asProblem(thrown));
        return false;
      } finally {
        setSaving(false);
      }
    },
    [store, load],
  );
  return { state, reload, change, saving, refusal };
}

/** Watches from the first time the page is shown until the pane goes. */
export function useWatch(shown: boolean, watch: (onChange: () => void) => Promise<() => void>, onChange: () => void, key: unknown = ""): void {
  const latest = useRef({ watch, onChange });
  useEffect(() => {
    latest.current = { watch, onChange };
  });
  const [wasShown, setWasShown] = useState(shown);
  if (shown && !wasShown) setWasShown(true);
  useEffect(() => {
    if (!wasShown) return;
    let stop: (() => void) | undefined;
    let gone = false;
    latest.current
      .watch(() => latest.current.onChange())
      .then(
        (stopWatching) => (gone ? stopWatching() : (stop = stopWatching)),
        () => undefined, // without the events the page shows what it read, and reads again when asked
      );
    return () => {
      gone = true;
      stop?.();
    };
  }, [wasShown, key]);
}
