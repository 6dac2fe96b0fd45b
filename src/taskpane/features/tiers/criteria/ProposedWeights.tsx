import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { usePageStyles } from "../../../components/usePageStyles";

const useStyles = makeStyles({
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) 90px 48px", gap: tokens.spacingHorizontalS, alignItems: "center" },
  track: { height: "8px", borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground4 },
  bar: { height: "100%", borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorBrandBackground },
  figure: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, overflowWrap: "anywhere" },
});

interface Props {
  readonly names: readonly string[];
  readonly weights: readonly number[];
  readonly saving: boolean;
  readonly onUse: (weights: readonly number[]) => void;
}

/** Weights that were found, before they are written into the model. */
export function ProposedWeights({ names, weights, saving, onUse }: Props) {
  const styles = usePageStyles();
  const own = useStyles();
  return (
    <>
      <ul className={own.list} aria-label="Weights found">
        {names.map((name, i) => (
          <li key={name} className={own.row}>
            <span>{name}</span>
            <span className={own.track} aria-hidden>
              <span className={own.bar} style={{ width: `${weights[i] ?? 0}%`, display: "block" }} />
            </span>
            <span className={own.figure}>{(weights[i] ?? 0).toFixed(1)}</span>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button size="small" disabledFocusable={saving} onClick={() => !saving && onUse(weights)}>
          Use these weights
        </Button>
      </div>
    </>
  );
}
