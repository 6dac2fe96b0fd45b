import { MOVE_CAUSES, type MoveCause } from "../../../app/tiering/movements";
import type { Preview } from "../../../app/tiering/preview";
import type { LoadedPortfolio } from "../../../app/tiering/loadPortfolio";
import { dateWords } from "../../../app/tiering/stamp";
import { usePageStyles } from "../../components/usePageStyles";
import { MovedAccounts } from "./AccountReasons";
import { counted } from "./numbers";

const SHORT_CAUSES: Readonly<Record<MoveCause, string>> = { data: "by data", weights: "by weights", cutoffs: "by tiers and gates", other: "set by hand before" };

/** Who would change tiers, and through what. */
export function MovementView({ movement, loaded }: { readonly movement: Preview["movement"]; readonly loaded: LoadedPortfolio }) {
  const styles = usePageStyles();
  const { beforeSource, portfolio } = loaded;
  if (!movement || !beforeSource) return <p className={styles.text}>Nothing to compare with yet: the list has no tier column, and nothing has been written.</p>;
  const since = beforeSource.kind === "list" ? `the column “${beforeSource.header}”` : `what was written on ${dateWords(new Date(beforeSource.snapshot.writtenAt))}`;
  const total = movement.up + movement.down;
  const causes = MOVE_CAUSES.filter((cause) => movement.byCause[cause] > 0).map((cause) => `${movement.byCause[cause]} ${SHORT_CAUSES[cause]}`);
  return (
    <>
      <p className={styles.text}>
        Against {since}: {total === 0 ? "nobody moves" : `${counted(movement.up, "account moves", "accounts move")} up, ${movement.down} down`}
        {total > 0 && causes.length > 0 ? ` (${causes.join(", ")})` : ""}.
      </p>
      <MovedAccounts title={`Who moves${movement.moves.length < total ? ` (the ${movement.moves.length} largest moves)` : ""}`} moves={movement.moves} of={portfolio.accounts} />
    </>
  );
}
