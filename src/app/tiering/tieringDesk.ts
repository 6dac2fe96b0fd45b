import type { AccountListStore } from "../model/accountListStore";
import type { ConfirmedList } from "../model/confirmedList";
import type { Model } from "../../sheets/model/model";
import type { Cancelable } from "./background/runSteps";
import type { TieringEngine } from "./background/tieringEngine";
import { loadPortfolio, type LoadedPortfolio } from "./loadPortfolio";
import type { AccountAnswer } from "./accountAnswer";
import type { Preview } from "./preview";
import type { ScorecardStore } from "./scorecardStore";
import type { SnapshotStore } from "./snapshots";
import type { ResultColumns, Wishes } from "./tieringSession";

/** What the pages that preview and write need. */
export interface TieringServices {
  readonly desk: TieringDesk;
  readonly scorecards: ScorecardStore;
}

/** The portfolio the pane works on: read once for the preview and the writing, read again when list or model ask for it. */
export class TieringDesk {
  private open: { readonly key: string; readonly loaded: Promise<LoadedPortfolio> } | undefined;

  constructor(
    private readonly engine: TieringEngine,
    private readonly list: AccountListStore,
    private readonly snapshots: SnapshotStore,
  ) {}

  /** @param revision grows with every change of the list's sheet */
  load(model: Model, list: ConfirmedList, revision: number): Promise<LoadedPortfolio> {
    const key = JSON.stringify([list.place, list.keyColumn, list.nameColumn, [...list.columns], revision, model.criteria.map(({ column }) => column), model.gates]);
    if (this.open?.key !== key) {
      const loaded = loadPortfolio(this.list, this.snapshots, model, list).then((portfolio) => {
        const { before } = portfolio;
        const { revenue, data } = portfolio.portfolio;
        this.engine.load({ data, ...(before ? { before } : {}), ...(revenue ? { revenue } : {}) });
        return portfolio;
      });
      loaded.catch(() => this.forget());
      this.open = { key, loaded };
    }
    return this.open.loaded;
  }

  /** What was written since changes what the next movements are compared with. */
  forget(): void {
    this.open = undefined;
  }

  /** Of the portfolio loaded last. */
  preview(model: Model): Cancelable<Preview> {
    return this.engine.preview(model);
  }

  explain(model: Model, account: number): Cancelable<AccountAnswer> {
    return this.engine.explain(model, account);
  }

  columns(model: Model, wishes: Wishes): Cancelable<ResultColumns> {
    return this.engine.columns(model, wishes);
  }
}
