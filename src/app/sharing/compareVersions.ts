import type { CriterionLine, GateLine, Model, TierLine } from "../../sheets/model/model";
import { accountKeyOf, type AccountKey } from "../tiering/snapshots";

export interface VersionAccount {
  readonly key: AccountKey;
  readonly name?: string;
  /** "" where it has none. */
  readonly tier: string;
  readonly score?: number;
}

/** What is known of one state of the model; a part that is absent is not compared. */
export interface Version {
  readonly title: string;
  readonly model?: Model;
  readonly accounts?: readonly VersionAccount[];
  readonly plans?: readonly { readonly key: AccountKey; readonly name: string }[];
}

/** In the order people ask for them. */
export const CHANGE_KINDS = ["Tier", "Account", "Criterion", "Gate", "Tier rule", "Setting", "Column", "Plan"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface VersionChange {
  readonly kind: ChangeKind;
  /** The account, criterion, tier, setting … it is about. */
  readonly item: string;
  /** What of it, "" for the whole. */
  readonly what: string;
  /** "" where it was not there. */
  readonly before: string;
  readonly after: string;
}

export interface Comparison {
  readonly changes: readonly VersionChange[];
  /** What could not be compared, and why. */
  readonly notes: readonly string[];
}

/** What changed from one version to another, line by line. */
export function compareVersions(before: Version, after: Version): Comparison {
  const notes: string[] = [];
  const both = <T>(part: string, a: T | undefined, b: T | undefined, compare: (a: T, b: T) => VersionChange[]): VersionChange[] => {
    if (a !== undefined && b !== undefined) return compare(a, b);
    const lacking = [a === undefined ? before.title : "", b === undefined ? after.title : ""].filter(Boolean);
    notes.push(`${part} could not be compared: ${lacking.map((title) => `“${title}”`).join(" and ")} ${lacking.length > 1 ? "hold" : "holds"} none.`);
    return [];
  };
  const changes = [
    ...both("Tiers", before.accounts, after.accounts, (a, b) => accountChanges(a, b, after.model ?? before.model)),
    ...both("Models", before.model, after.model, modelChanges),
    ...both("Plans", before.plans, after.plans, planChanges),
  ];
  const rank = (kind: ChangeKind) => CHANGE_KINDS.indexOf(kind);
  return { changes: changes.sort((a, b) => rank(a.kind) - rank(b.kind)), notes };
}

/** Pairs lines of two lists by a name, those left over by the next name; lines without a partner come alone. */
function paired<T>(before: readonly T[], after: readonly T[], ...namings: readonly ((line: T) => string)[]): [T | undefined, T | undefined][] {
  const partners = new Map<number, T>();
  let rest = after;
  for (const nameOf of namings) {
    const named = new Map<string, T[]>();
    // Taken from the end, so that the first of several comes first.
    for (const line of [...rest].reverse()) {
      const same = named.get(nameOf(line));
      if (same) same.push(line);
      else named.set(nameOf(line), [line]);
    }
    before.forEach((line, i) => {
      const partner = partners.has(i) ? undefined : named.get(nameOf(line))?.pop();
      if (partner !== undefined) partners.set(i, partner);
    });
    const taken = new Set(partners.values());
    rest = after.filter((line) => !taken.has(line));
  }
  return [...before.map((line, i): [T, T | undefined] => [line, partners.get(i)]), ...rest.map((line): [undefined, T] => [undefined, line])];
}

const MISSING = "no tier";

/** Accounts that moved, those that moved furthest up or down among the tiers first. */
function accountChanges(before: readonly VersionAccount[], after: readonly VersionAccount[], model: Model | undefined): VersionChange[] {
  const places = new Map((model?.tiers ?? []).map(({ tier }, place) => [tier.toLowerCase(), place]));
  const placeOf = (tier: string) => places.get(tier.toLowerCase());
  const moves: (VersionChange & { readonly distance: number })[] = [];
  // Lists are sorted anew between versions: of accounts that share a key, those with the same tier are the same.
  for (const [a, b] of paired(before, after, ({ key, tier }) => `${accountKeyOf(key)} ${tier.toLowerCase()}`, ({ key }) => accountKeyOf(key))) {
    const account = (b ?? a) as VersionAccount;
    const item = account.name ? `${account.name} (${account.key})` : String(account.key);
    if (!a || !b) moves.push({ kind: "Account", item, what: "", before: a ? a.tier || MISSING : "", after: b ? b.tier || MISSING : "", distance: 0 });
    else if (a.tier.toLowerCase() !== b.tier.toLowerCase()) {
      const [from, to] = [placeOf(a.tier), placeOf(b.tier)];
      const distance = from === undefined || to === undefined ? 0 : Math.abs(from - to);
      const score = a.score !== undefined && b.score !== undefined ? `score ${figure(a.score)} → ${figure(b.score)}` : "";
      moves.push({ kind: "Tier", item, what: score, before: a.tier || MISSING, after: b.tier || MISSING, distance });
    }
  }
  return moves.sort((a, b) => b.distance - a.distance).map(({ distance: _, ...change }) => change);
}

const figure = (value: number): string => String(Math.round(value * 10) / 10);

function modelChanges(before: Model, after: Model): VersionChange[] {
  return [...criterionChanges(before.criteria, after.criteria), ...gateChanges(before.gates, after.gates), ...tierChanges(before.tiers, after.tiers), ...settingChanges(before, after), ...columnChanges(before, after)];
}

type Shown = Readonly<Record<string, string | number | undefined>>;

/** The properties that differ, or one line for what came or went. */
function differences(kind: ChangeKind, item: string, a: Shown | undefined, b: Shown | undefined, summary: (shown: Shown) => string): VersionChange[] {
  if (!a || !b) return [{ kind, item, what: "", before: a ? summary(a) : "", after: b ? summary(b) : "" }];
  return Object.keys({ ...a, ...b }).flatMap((what) => {
    const [was, is] = [shownValue(a[what]), shownValue(b[what])];
    return was === is ? [] : [{ kind, item, what, before: was, after: is }];
  });
}

const shownValue = (value: string | number | undefined): string => (value === undefined ? "" : String(value));

/** Only the ratio of weights counts, so two models with weights 1, 1 and 2, 2 are the same. */
function criterionChanges(before: readonly CriterionLine[], after: readonly CriterionLine[]): VersionChange[] {
  const total = (lines: readonly CriterionLine[]) => lines.reduce((sum, { weight }) => sum + weight, 0);
  const shown = (line: CriterionLine | undefined, all: number): Shown | undefined =>
    line && { Column: line.column, Weight: share(line.weight, all), Direction: line.direction, Scale: line.scale, Floor: line.floor, Ceiling: line.ceiling, Missing: line.missing };
  const [a, b] = [total(before), total(after)];
  return paired(before, after, ({ criterion }) => criterion.toLowerCase()).flatMap(([old, now]) => differences("Criterion", ((now ?? old) as CriterionLine).criterion, shown(old, a), shown(now, b), (line) => `weight ${line.Weight}`));
}

const share = (weight: number, total: number): string => (total > 0 ? `${Math.round((weight / total) * 1000) / 10} %` : String(weight));

function gateChanges(before: readonly GateLine[], after: readonly GateLine[]): VersionChange[] {
  const nameOf = ({ column, test }: GateLine) => `${column.toLowerCase()} ${test}`;
  const shown = (line: GateLine | undefined): Shown | undefined => line && { Limit: line.limit, "Best tier": line.bestTier };
  return paired(before, after, nameOf).flatMap(([old, now]) => {
    const { column, test } = (now ?? old) as GateLine;
    return differences("Gate", `${column} ${test}`, shown(old), shown(now), (line) => `limit ${shownValue(line.Limit)}`);
  });
}

function tierChanges(before: readonly TierLine[], after: readonly TierLine[]): VersionChange[] {
  const shown = (line: TierLine | undefined): Shown | undefined => line && { From: line.from, "Service promise": line.servicePromise, "Hours per account": line.hoursPerAccount };
  return paired(before, after, ({ tier }) => tier.toLowerCase()).flatMap(([old, now]) => differences("Tier rule", ((now ?? old) as TierLine).tier, shown(old), shown(now), (line) => (line.From === undefined ? "takes the rest" : `from ${line.From}`)));
}

function settingChanges(before: Model, after: Model): VersionChange[] {
  const names = Object.keys({ ...before.settings, ...after.settings });
  return names.flatMap((name) => {
    const [was, is] = [shownValue(before.settings[name]), shownValue(after.settings[name])];
    return was === is ? [] : [{ kind: "Setting" as const, item: name, what: "", before: was, after: is }];
  });
}

function columnChanges(before: Model, after: Model): VersionChange[] {
  const shown = (line: Model["columns"][number] | undefined): Shown | undefined => line && { Column: line.column, Unit: line.unit };
  return paired(before.columns, after.columns, ({ meaning }) => meaning).flatMap(([old, now]) => differences("Column", ((now ?? old) as Model["columns"][number]).meaning, shown(old), shown(now), (line) => shownValue(line.Column)));
}

function planChanges(before: NonNullable<Version["plans"]>, after: NonNullable<Version["plans"]>): VersionChange[] {
  return paired(before, after, ({ key }) => accountKeyOf(key)).flatMap(([old, now]) =>
    old && now ? [] : [{ kind: "Plan" as const, item: ((now ?? old) as { name: string }).name, what: "", before: old ? "plan" : "", after: now ? "plan" : "" }],
  );
}
