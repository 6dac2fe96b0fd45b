import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Preview } from "../../../app/tiering/preview";
import { wholeNumber } from "./numbers";

const useStyles = makeStyles({
  track: { position: "relative", height: "10px", backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusSmall, overflow: "hidden" },
  bar: { height: "100%", backgroundColor: tokens.colorPaletteGreenBackground3 },
  over: { backgroundColor: tokens.colorPaletteDarkOrangeBackground3 },
  words: { margin: 0 },
  warn: { color: tokens.colorPaletteDarkOrangeForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** What the tiers promise against what the team has. */
export function CapacityLine({ hoursPromised, hoursAvailable }: Pick<Preview, "hoursPromised" | "hoursAvailable">) {
  const styles = useStyles();
  if (hoursPromised === undefined) return <p className={styles.words}>Give every tier its hours per account (step 3) to compare promises with the team’s time.</p>;
  if (hoursAvailable === undefined) return <p className={styles.words}>{wholeNumber(hoursPromised)} hours a year promised. Say how many the team has (step 3, Hours available) to compare.</p>;
  const over = hoursPromised - hoursAvailable;
  const share = hoursAvailable > 0 ? hoursPromised / hoursAvailable : 2;
  return (
    <>
      <div className={styles.track} aria-hidden="true">
        <div className={mergeClasses(styles.bar, over > 0 && styles.over)} style={{ width: `${Math.min(100, 100 * share)}%` }} />
      </div>
      <p className={mergeClasses(styles.words, over > 0 && styles.warn)}>
        {wholeNumber(hoursPromised)} of {wholeNumber(hoursAvailable)} hours a year promised{over > 0 ? `: ${wholeNumber(over)} too many` : over < 0 ? `, ${wholeNumber(-over)} free` : ""}.
      </p>
    </>
  );
}
