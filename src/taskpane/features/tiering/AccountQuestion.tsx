import { Button, Input, Link, makeStyles, tokens, useAnnounce } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { AccountAnswer } from "../../../app/tiering/accountAnswer";
import { accountsMatching } from "../../../app/tiering/findAccounts";
import type { LoadedPortfolio } from "../../../app/tiering/loadPortfolio";
import type { Model } from "../../../sheets/model/model";
import { ProblemMessage } from "../../components/ProblemMessage";
import { usePageStyles } from "../../components/usePageStyles";
import type { PaneServices } from "../../services";
import { useAccountAnswer } from "./useAccountAnswer";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, padding: tokens.spacingHorizontalM, backgroundColor: tokens.colorNeutralBackground2, borderRadius: tokens.borderRadiusMedium },
  head: { display: "flex", justifyContent: "space-between", gap: tokens.spacingHorizontalS, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  tier: { whiteSpace: "nowrap" },
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200 },
  name: { textAlign: "start", fontWeight: tokens.fontWeightRegular, padding: "2px 0", overflowWrap: "anywhere" },
  figure: { textAlign: "end", fontWeight: tokens.fontWeightRegular, whiteSpace: "nowrap", padding: "2px 0 2px 8px", fontVariantNumeric: "tabular-nums" },
  heads: { color: tokens.colorNeutralForeground2 },
  track: { display: "block", height: "3px", backgroundColor: tokens.colorNeutralStroke2 },
  bar: { display: "block", height: "100%", backgroundColor: tokens.colorBrandBackground },
  words: { margin: 0, overflowWrap: "anywhere" },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

interface Props {
  readonly services: PaneServices;
  readonly loaded: LoadedPortfolio;
  readonly tried: Model;
}

/** "Why is this one a B, and what would make it an A?" for any account of the list. */
export function AccountQuestion({ services, loaded, tried }: Props) {
  const page = usePageStyles();
  const styles = useStyles();
  const [typed, setTyped] = useState("");
  const { answer, problem, choose, chooseClicked } = useAccountAnswer(services, loaded, tried);
  const { accounts } = loaded.portfolio;
  const matches = useMemo(() => accountsMatching(accounts, typed), [accounts, typed]);
  const { announce } = useAnnounce();
  const spoken = answer ? `${answer.tier}. ${answer.reason} ${answer.up}` : "";
  useEffect(() => {
    if (spoken !== "") announce(spoken);
  }, [spoken, announce]);
  const take = (account: number) => {
    setTyped("");
    choose(account);
  };
  return (
    <section className={page.tight} aria-labelledby="account-question">
      <h2 id="account-question" className={page.heading}>
        Why this account?
      </h2>
      <Input
        size="small"
        aria-label="Name or ID of an account"
        placeholder="Type a name or an ID"
        value={typed}
        onChange={(_, data) => setTyped(data.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && matches[0] !== undefined) take(matches[0]);
          if (event.key === "Escape") setTyped("");
        }}
      />
      {typed.trim() !== "" && (
        <ul className={page.list} aria-label="Accounts found">
          {matches.map((account) => (
            <li key={account} className={page.item}>
              <Link as="button" onClick={() => take(account)}>
                {(accounts.names[account] ?? "").slice(0, 60)}
              </Link>
              <span className={page.aside}>{String(accounts.keys[account]).slice(0, 30)}</span>
            </li>
          ))}
          {matches.length === 0 && <li className={page.item}>No account has that in its name or ID.</li>}
        </ul>
      )}
      <div className={page.actions}>
        <Button size="small" onClick={chooseClicked}>
          The one in the row I clicked
        </Button>
      </div>
      {problem && <ProblemMessage problem={problem} copyText={services.copyText} />}
      {answer && <Answer answer={answer} name={accounts.names[answer.account] ?? ""} accountKey={String(accounts.keys[answer.account])} styles={styles} />}
    </section>
  );
}

const FIGURE = new Intl.NumberFormat("en", { maximumSignificantDigits: 6 });

interface AnswerProps {
  readonly answer: AccountAnswer;
  readonly name: string;
  readonly accountKey: string;
  readonly styles: ReturnType<typeof useStyles>;
}

function Answer({ answer: { tier, score, rank, reason, criteria, up, ways, down }, name, accountKey, styles }: AnswerProps) {
  return (
    <div className={styles.box} role="group" aria-label={`Why ${name.slice(0, 60)}`}>
      <div className={styles.head}>
        <span>
          {name.slice(0, 80)} ({accountKey.slice(0, 30)})
        </span>
        <span className={styles.tier}>{tier === "" ? "no tier" : `${tier} · ${score.toFixed(1)} · #${rank}`}</span>
      </div>
      <p className={styles.words}>{reason}</p>
      <table className={styles.table}>
        <thead className={styles.heads}>
          <tr>
            <th className={styles.name}>Criterion</th>
            <th className={styles.figure}>Figure</th>
            <th className={styles.figure}>Points</th>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ criterion, column, figure, got, most }) => (
            <tr key={criterion}>
              <th scope="row" className={styles.name} title={column}>
                {criterion}
                {got !== undefined && most !== undefined && (
                  <span className={styles.track} aria-hidden="true">
                    <span className={styles.bar} style={{ width: `${(100 * got) / most}%` }} />
                  </span>
                )}
              </th>
              <td className={styles.figure}>{figure === undefined ? "not known" : FIGURE.format(figure)}</td>
              <td className={styles.figure}>{got === undefined || most === undefined ? "–" : `${got.toFixed(1)} of ${most.toFixed(1)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {up !== "" && <p className={styles.words}>{up}</p>}
      {ways.length > 0 && (
        <>
          <p className={styles.words}>{ways.length === 1 ? "This change alone would do:" : "Any one of these changes would do, the smallest first:"}</p>
          <ul className={styles.list}>
            {ways.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ul>
        </>
      )}
      {down !== "" && <p className={styles.words}>{down}</p>}
    </div>
  );
}
