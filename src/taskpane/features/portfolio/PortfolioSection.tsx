import { Button, MessageBar, MessageBarBody, useAnnounce } from "@fluentui/react-components";
import { useEffect } from "react";
import { CancellableProgress } from "../../components/CancellableProgress";
import { ProblemMessage } from "../../components/ProblemMessage";
import { SheetLink } from "../../components/SheetLink";
import { useOpenSheet } from "../../components/useOpenSheet";
import { usePageStyles } from "../../components/usePageStyles";
import type { PaneServices } from "../../services";
import { usePortfolio } from "./usePortfolio";

/** One button for the portfolio sheet: made once, then refreshed in place. */
export function PortfolioSection({ services }: { readonly services: PaneServices }) {
  const styles = usePageStyles();
  const { state, write, cancel } = usePortfolio(services.workbook, services.tiering.scorecards);
  const opening = useOpenSheet(services.workbook);
  const { announce } = useAnnounce();
  const done = state.kind === "done" ? state.outcome : undefined;
  useEffect(() => {
    if (done) announce(`The sheet ${done.sheet.name} is up to date`);
  }, [done, announce]);
  const problem = state.kind === "failed" ? state.problem : opening.problem;
  return (
    <section className={styles.column} aria-labelledby="portfolio-title">
      <h2 className={styles.heading} id="portfolio-title">
        Portfolio
      </h2>
      <p className={styles.text}>One sheet to print: money and hours by tier, whale curve, revenue against profit, attractiveness and strength, break-even growth.</p>
      {problem && <ProblemMessage problem={problem} copyText={services.copyText} />}
      {done && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            {done.isRefreshed ? "Refreshed" : "Made"} for {done.accountCount.toLocaleString("en")} accounts: <SheetLink sheet={done.sheet} onOpen={opening.open} />. {done.remarks.join(" ")}
          </MessageBarBody>
        </MessageBar>
      )}
      {state.kind === "cancelled" && (
        <MessageBar intent="info">
          <MessageBarBody>Cancelled. The workbook is as it was before.</MessageBarBody>
        </MessageBar>
      )}
      {state.kind === "running" ? (
        <CancellableProgress label={state.cancelling ? "Putting everything back" : state.words} hint="This may take a moment" total={1} cancelling={state.cancelling} onCancel={cancel} />
      ) : (
        <div className={styles.actions}>
          <Button onClick={write}>{done ? "Refresh the portfolio" : "Make or refresh the portfolio"}</Button>
        </div>
      )}
    </section>
  );
}
