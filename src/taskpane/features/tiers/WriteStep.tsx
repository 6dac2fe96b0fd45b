import { usePageStyles } from "../../components/usePageStyles";
import type { ReadyStepProps } from "./steps";

/** Puts the results into the workbook. */
export function WriteStep({ list }: ReadyStepProps) {
  const styles = usePageStyles();
  return <p className={styles.text}>{list.place.name}</p>;
}
