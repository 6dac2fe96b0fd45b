import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownRegular } from "@fluentui/react-icons/svg/arrow-down";
import { ArrowUpRegular } from "@fluentui/react-icons/svg/arrow-up";
import { useState } from "react";
import { weightsByRank } from "../../../../app/model/weighting";
import { ProposedWeights } from "./ProposedWeights";

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto auto", alignItems: "center", overflowWrap: "anywhere" },
});

interface Props {
  readonly names: readonly string[];
  readonly saving: boolean;
  readonly onUse: (weights: readonly number[]) => void;
}

/** The criteria in order of importance; the weights follow from the order alone (rank order centroid). */
export function RankWeights({ names, saving, onUse }: Props) {
  const own = useStyles();
  const [order, setOrder] = useState<readonly number[]>(() => names.map((_, i) => i));
  const move = (position: number, by: -1 | 1) =>
    setOrder((now) => {
      const next = [...now];
      [next[position], next[position + by]] = [next[position + by] as number, next[position] as number];
      return next;
    });
  return (
    <>
      <ol className={own.list} aria-label="Most important first">
        {order.map((criterion, position) => (
          <li key={criterion}>
            <div className={own.row}>
              <span>{names[criterion]}</span>
              <Button size="small" appearance="subtle" icon={<ArrowUpRegular />} aria-label={`${names[criterion]} is more important`} disabledFocusable={position === 0} onClick={() => position > 0 && move(position, -1)} />
              <Button size="small" appearance="subtle" icon={<ArrowDownRegular />} aria-label={`${names[criterion]} is less important`} disabledFocusable={position === order.length - 1} onClick={() => position < order.length - 1 && move(position, 1)} />
            </div>
          </li>
        ))}
      </ol>
      <ProposedWeights names={names} weights={weightsByRank(order)} saving={saving} onUse={onUse} />
    </>
  );
}
