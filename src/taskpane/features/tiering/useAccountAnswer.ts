import { useEffect, useRef, useState } from "react";
import { asProblem, type Problem } from "../../../app/problems";
import type { AccountAnswer } from "../../../app/tiering/accountAnswer";
import { Stopped, type Cancelable } from "../../../app/tiering/background/runSteps";
import { accountAtSelection } from "../../../app/tiering/findAccounts";
import type { LoadedPortfolio } from "../../../app/tiering/loadPortfolio";
import type { Model } from "../../../sheets/model/model";
import type { PaneServices } from "../../services";

/** The account somebody asks about, and the answer by the model that is being tried. */
export function useAccountAnswer({ tiering, model: { list } }: PaneServices, loaded: LoadedPortfolio, tried: Model) {
  const [account, setAccount] = useState<number | undefined>(undefined);
  const [answer, setAnswer] = useState<AccountAnswer | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const running = useRef<Cancelable<AccountAnswer> | undefined>(undefined);
  // Another list was read: the account's place in it may be another one.
  const [of, setOf] = useState(loaded.portfolio);
  if (of !== loaded.portfolio) {
    const { keys } = loaded.portfolio.accounts;
    const key = account === undefined ? undefined : of.accounts.keys[account];
    const place = key === undefined ? -1 : keys.indexOf(key);
    setOf(loaded.portfolio);
    setAccount(place < 0 ? undefined : place);
    if (place < 0) setAnswer(undefined);
  }
  const { desk } = tiering;
  useEffect(() => {
    if (account === undefined) return;
    const run = desk.explain(tried, account);
    running.current = run;
    run.result.then(setAnswer, (thrown: unknown) => {
      if (!(thrown instanceof Stopped)) setProblem(asProblem(thrown));
    });
    return () => run.cancel();
  }, [desk, tried, account, of]);
  const choose = (chosen: number) => {
    setProblem(undefined);
    setAccount(chosen);
  };
  const chooseClicked = () => {
    setProblem(undefined);
    accountAtSelection(list, loaded.list, loaded.portfolio.accounts).then(choose, (thrown: unknown) => setProblem(asProblem(thrown)));
  };
  return { answer: account === undefined ? undefined : answer, problem, choose, chooseClicked };
}
