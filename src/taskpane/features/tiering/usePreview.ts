import { useCallback, useEffect, useRef, useState } from "react";
import { asProblem, type Problem } from "../../../app/problems";
import { Stopped, type Cancelable } from "../../../app/tiering/background/runSteps";
import type { LoadedPortfolio } from "../../../app/tiering/loadPortfolio";
import type { Preview } from "../../../app/tiering/preview";
import type { Model } from "../../../sheets/model/model";
import type { ReadyStepProps } from "../tiers/steps";

export type PreviewState =
  | { readonly kind: "reading" }
  | { readonly kind: "shown"; readonly loaded: LoadedPortfolio; readonly preview: Preview; readonly model: Model; readonly computing: boolean }
  | { readonly kind: "failed"; readonly problem: Problem };

/**
 * The preview of the list by a model that may be tried out: one question at a time, the newest one next, so that sliders
 * stay quick however fast they move.
 */
export function usePreview({ services, model, list, listRevision, shown }: Pick<ReadyStepProps, "services" | "model" | "list" | "listRevision" | "shown">, tried: Model) {
  const { desk } = services.tiering;
  const [state, setState] = useState<PreviewState>({ kind: "reading" });
  const [attempt, setAttempt] = useState(0);
  const running = useRef<Cancelable<Preview> | undefined>(undefined);
  const next = useRef<Model | undefined>(undefined);
  const loaded = useRef<LoadedPortfolio | undefined>(undefined);

  const compute = useCallback(
    (wanted: Model) => {
      const portfolio = loaded.current;
      if (!portfolio) return;
      next.current = wanted;
      if (running.current) return;
      const step = (): void => {
        const now = next.current;
        if (!now) return;
        next.current = undefined;
        const run = desk.preview(now);
        running.current = run;
        run.result.then(
          (preview) => setState({ kind: "shown", loaded: portfolio, preview, model: now, computing: next.current !== undefined }),
          (thrown: unknown) => {
            if (!(thrown instanceof Stopped)) setState({ kind: "failed", problem: asProblem(thrown) });
          },
        ).finally(() => {
          if (running.current === run) running.current = undefined;
          step();
        });
      };
      step();
    },
    [desk],
  );

  useEffect(() => {
    if (!shown) return;
    let gone = false;
    desk.load(model, list, listRevision).then(
      (portfolio) => {
        if (gone) return;
        loaded.current = portfolio;
        compute(tried);
      },
      (thrown: unknown) => !gone && setState({ kind: "failed", problem: asProblem(thrown) }),
    );
    return () => void (gone = true);
    // `tried` follows in the effect below; here it would read the list again at every move of a slider.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [desk, model, list, listRevision, shown, attempt]);

  useEffect(() => compute(tried), [compute, tried]);

  const retry = () => {
    desk.forget();
    setState({ kind: "reading" });
    setAttempt((count) => count + 1);
  };
  return { state, retry };
}
