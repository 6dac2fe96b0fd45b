import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { TierSummary } from "../../../app/tiering/preview";
import { compactNumber, wholeNumber } from "./numbers";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none", display: "grid", rowGap: tokens.spacingVerticalS },
  line: { display: "grid", gridTemplateColumns: "72px minmax(0, 1fr) 44px", columnGap: tokens.spacingHorizontalS, rowGap: "2px", alignItems: "center" },
  name: { fontWeight: tokens.fontWeightSemibold, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  track: { height: "14px", backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusSmall, overflow: "hidden" },
  bar: { height: "100%", backgroundColor: tokens.colorBrandBackground, minWidth: "2px" },
  second: { backgroundColor: tokens.colorPaletteBlueBorderActive, opacity: 0.6 },
  third: { backgroundColor: tokens.colorBrandStroke2 },
  rest: { backgroundColor: tokens.colorNeutralStroke1 },
  count: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
  more: { gridColumn: "1 / -1", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** How many accounts each tier holds, what they are worth and what they are promised. The words say what the bars show. */
export function TierBars({ tiers, accountCount }: { readonly tiers: readonly TierSummary[]; readonly accountCount: number }) {
  const styles = useStyles();
  const most = Math.max(1, ...tiers.map(({ count }) => count));
  const shades = [undefined, styles.second, styles.third];
  return (
    <ul className={styles.list} aria-label="Accounts by tier">
      {tiers.map((tier, place) => (
        <li key={tier.label} className={styles.line}>
          <span className={styles.name} title={tier.label}>
            {tier.label}
          </span>
          <span className={styles.track} aria-hidden="true">
            {tier.count > 0 && <span className={mergeClasses(styles.bar, place < shades.length ? shades[place] : styles.rest)} style={{ display: "block", width: `${(100 * tier.count) / most}%` }} />}
          </span>
          <span className={styles.count}>{wholeNumber(tier.count)}</span>
          <span className={styles.more}>{describe(tier, accountCount)}</span>
        </li>
      ))}
    </ul>
  );
}

function describe({ count, revenue, lowestScore, hours }: TierSummary, accountCount: number): string {
  if (count === 0) return "nobody";
  const parts = [`${Math.round((100 * count) / Math.max(1, accountCount))} % of accounts`];
  if (lowestScore !== undefined) parts.push(`from ${lowestScore.toFixed(1)} points`);
  if (revenue !== undefined) parts.push(`revenue ${compactNumber(revenue)}`);
  if (hours !== undefined) parts.push(`${wholeNumber(hours)} hours`);
  return parts.join(" · ");
}
