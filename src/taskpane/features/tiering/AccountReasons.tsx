import { makeStyles, tokens } from "@fluentui/react-components";
import { FoldSummary } from "../../components/FoldSummary";
import type { MoveCause } from "../../../app/tiering/movements";
import type { ExplainedAccount, ExplainedMove } from "../../../app/tiering/preview";
import type { PortfolioAccounts } from "../../../app/tiering/portfolioData";

const useStyles = makeStyles({
  summary: { cursor: "pointer", fontWeight: tokens.fontWeightSemibold, padding: `${tokens.spacingVerticalXS} 0` },
  list: { margin: 0, padding: 0, listStyle: "none", maxHeight: "45vh", overflowY: "auto" },
  item: { padding: `${tokens.spacingVerticalXS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: "anywhere" },
  head: { display: "flex", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  name: { fontWeight: tokens.fontWeightSemibold, minWidth: 0 },
  tier: { whiteSpace: "nowrap", maxWidth: "50%", overflow: "hidden", textOverflow: "ellipsis" },
  reason: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Longer names are shown shortened; nothing in the workbook changes. */
const SHOWN_NAME = 80;

export const CAUSE_WORDS: Readonly<Record<MoveCause, string>> = {
  data: "its figures have changed",
  weights: "criteria or weights have changed",
  cutoffs: "tiers or gates have changed",
  other: "its tier was not the one written last",
};

interface Line {
  readonly account: number;
  readonly aside: string;
  readonly reason: string;
}

/** Accounts with the reason for each, folded away until somebody wants to know. */
function ReasonList({ title, lines, names, open = false }: { readonly title: string; readonly lines: readonly Line[]; readonly names: readonly string[]; readonly open?: boolean }) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <details open={open || undefined}>
      <FoldSummary className={styles.summary}>{title}</FoldSummary>
      <ul className={styles.list} aria-label={title} tabIndex={0}>
        {lines.map(({ account, aside, reason }) => (
          <li key={account} className={styles.item}>
            <div className={styles.head}>
              <span className={styles.name}>{(names[account] ?? "").slice(0, SHOWN_NAME)}</span>
              <span className={styles.tier}>{aside}</span>
            </div>
            <div className={styles.reason}>{reason}</div>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface RankedProps {
  readonly title: string;
  readonly accounts: readonly ExplainedAccount[];
  readonly of: PortfolioAccounts;
  readonly open?: boolean;
}

export const RankedAccounts = ({ title, accounts, of, open }: RankedProps) => (
  <ReasonList title={title} names={of.names} open={open ?? false} lines={accounts.map(({ account, tier, score, reason }) => ({ account, aside: `${tier} · ${score.toFixed(1)}`, reason }))} />
);

export const MovedAccounts = ({ title, moves, of }: { readonly title: string; readonly moves: readonly ExplainedMove[]; readonly of: PortfolioAccounts }) => (
  <ReasonList title={title} names={of.names} lines={moves.map(({ account, from, to, isUp, cause, reason }) => ({ account, aside: `${isUp ? "▲" : "▼"} ${from} → ${to}`, reason: `${capital(CAUSE_WORDS[cause])}. ${reason}` }))} />
);

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
