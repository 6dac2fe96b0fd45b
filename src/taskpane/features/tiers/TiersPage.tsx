import { Spinner } from "@fluentui/react-components";
import { ProblemMessage } from "../../components/ProblemMessage";
import type { PaneServices } from "../../services";
import { ModelNotice } from "./ModelNotice";
import { TierSteps } from "./TierSteps";
import { useModel } from "./useModel";

interface Props {
  readonly services: PaneServices;
  /** Grows by one each time the ribbon asks for tiers. */
  readonly askedCount: number;
  /** Whether the page is on screen; nothing is read before it is. */
  readonly shown: boolean;
}

/** The model in the workbook and what comes of it; without a readable model, what to do about that. */
export function TiersPage({ services, askedCount, shown }: Props) {
  const editing = useModel(services.model.store, shown);
  const { state } = editing;
  if (state.kind === "waiting") return <Spinner size="small" label="Reading the model" labelPosition="after" />;
  if (state.kind === "failed") return <ProblemMessage problem={state.problem} copyText={services.copyText} onRetry={editing.reload} />;
  const { loaded } = state;
  if (loaded.kind === "tooNew" || loaded.kind === "veryHidden" || loaded.kind === "outdated") {
    return <ModelNotice loaded={loaded} editing={editing} copyText={services.copyText} />;
  }
  return <TierSteps services={services} loaded={loaded} editing={editing} askedCount={askedCount} shown={shown} />;
}
