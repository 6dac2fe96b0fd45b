import { Badge, Button, Field, Link, makeStyles, MessageBar, MessageBarBody, SearchBox, Select, Spinner, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { FittedPlans } from "../../../app/plans/fitPlans";
import { PLAN_GAPS, type ListedPlan, type PlanGap, type PlanList } from "../../../app/plans/listPlans";
import type { MadeSheet } from "../../../app/workbook";
import { dayOfExcel } from "../../../sheets/excelDays";
import { AskedButton } from "../../components/AskedButton";
import { ProblemMessage } from "../../components/ProblemMessage";
import { SheetLink } from "../../components/SheetLink";
import { usePageStyles } from "../../components/usePageStyles";
import type { ListDeed, PlanLists } from "./usePlanList";

const GAP_WORDS: Readonly<Record<PlanGap, string>> = {
  noObjective: "No open objective",
  noNextStep: "No next step",
  fewContacts: "Fewer than three contacts",
  reviewOverdue: "Review overdue",
  reviewerIsOwner: "Reviewer is the owner",
};

/** Which plans are shown: all, those with any gap, those with one, or those whose figures have moved. */
type Shown = "all" | "gaps" | "moved" | PlanGap;

const useStyles = makeStyles({
  rows: { maxHeight: "none" },
  row: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, padding: `${tokens.spacingVerticalS} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: "anywhere" },
  first: { display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalS, justifyContent: "space-between" },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  attention: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
});

const matches = (plan: ListedPlan, shown: Shown): boolean => {
  if (shown === "all") return true;
  if (shown === "gaps") return plan.gaps.length > 0;
  if (shown === "moved") return (plan.moved ?? 0) > 0;
  return plan.gaps.includes(shown);
};

const holdsText = (plan: ListedPlan, text: string): boolean => {
  const wanted = text.trim().toLocaleLowerCase();
  return wanted === "" || [plan.account, plan.name, plan.owner, String(plan.key)].some((own) => own.toLocaleLowerCase().includes(wanted));
};

interface Props {
  readonly lists: PlanLists;
  readonly onOpen: (sheet: MadeSheet) => void;
  readonly copyText: (text: string) => Promise<void>;
}

/** All plans with their status; finds those that need something, opens one with a click. */
export function PlanListView({ lists, onOpen, copyText }: Props) {
  const styles = usePageStyles();
  const { state } = lists;
  const { list, busy, problem, deed } = state;
  return (
    <section className={styles.column} aria-label="All plans">
      <h2 className={styles.heading}>All plans</h2>
      {busy && <Spinner size="tiny" label={busy} labelPosition="after" />}
      {problem && <ProblemMessage problem={problem} copyText={copyText} />}
      {deed && <Deed deed={deed} onOpen={onOpen} />}
      {!list && !busy && (
        <div className={styles.actions}>
          <Button onClick={lists.read}>Show plans</Button>
        </div>
      )}
      {list && list.plans.length === 0 && <p className={styles.text}>The workbook has no plan yet.</p>}
      {list && list.plans.length > 0 && <Listed list={list} lists={lists} onOpen={onOpen} />}
      {list && list.former.length > 0 && (
        <div className={styles.actions}>
        <AskedButton
          label={list.former.length === 1 ? "Remove 1 former plan" : `Remove ${list.former.length} former plans`}
          question={`Former plans are the sheets as they were before an update: ${list.former.slice(0, 3).map(({ name }) => `“${name}”`).join(", ")}${list.former.length > 3 ? " …" : ""}. What was typed in them is in the updated plans; comments, notes and pictures as far as Excel let them be copied; charts of your own as you had formatted them are only here. Removing them cannot be undone.`}
          verb="Remove"
          busy={busy !== undefined}
          busyLabel="Removing"
          onConfirm={lists.removeFormer}
        />
        </div>
      )}
    </section>
  );
}

function Listed({ list, lists, onOpen }: { readonly list: PlanList; readonly lists: PlanLists; readonly onOpen: Props["onOpen"] }) {
  const page = usePageStyles();
  const styles = useStyles();
  const [shown, setShown] = useState<Shown>("all");
  const [text, setText] = useState("");
  const { plans } = list;
  const visible = plans.filter((plan) => matches(plan, shown) && holdsText(plan, text));
  const busy = lists.state.busy !== undefined;
  const option = (value: Shown, words: string) => {
    const count = plans.filter((plan) => matches(plan, value)).length;
    return count === 0 && value !== shown && value !== "all" ? null : (
      <option key={value} value={value}>
        {words} ({count})
      </option>
    );
  };
  return (
    <>
      <Field label="Show">
        <Select value={shown} onChange={(_, data) => setShown(data.value as Shown)}>
          {option("all", "All plans")}
          {option("gaps", "With gaps")}
          {PLAN_GAPS.map((gap) => option(gap, GAP_WORDS[gap]))}
          {option("moved", "Figures moved since agreed")}
        </Select>
      </Field>
      {plans.length > 8 && <SearchBox aria-label="Find a plan" placeholder="Account or owner" value={text} onChange={(_, data) => setText(data.value)} />}
      {plans.some((plan) => plan.isUnlisted) && <p className={page.text}>Some plans are not in the list “KAM Plans” yet: bring it up to date to see their status.</p>}
      <ul className={`${page.list} ${styles.rows}`} aria-label="Plans">
        {visible.map((plan) => (
          <PlanRow key={plan.id} plan={plan} onOpen={onOpen} />
        ))}
      </ul>
      {visible.length === 0 && <p className={page.text}>No plan is like that.</p>}
      <div className={page.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={lists.makePack}>
          Review pack
        </Button>
        <Button disabledFocusable={busy} onClick={lists.refresh}>
          Bring up to date
        </Button>
      </div>
      <div className={page.actions}>
        <AskedButton
          label="Agree on the open plan"
          question="Take the figures the open plan shows now for those agreed on? They replace the ones agreed before; the plan then shows what moves from today on."
          verb="Agree"
          busy={busy}
          busyLabel="Agree on the open plan"
          onConfirm={() => lists.agree()}
        />
        {visible.length > 1 && (
          <AskedButton
            label={`Agree on these ${visible.length} plans`}
            question={`Take the figures these ${visible.length} plans show now for those agreed on? They replace the ones agreed before.`}
            verb="Agree"
            busy={busy}
            busyLabel={`Agree on these ${visible.length} plans`}
            onConfirm={() => lists.agree(visible.map(({ id }) => id))}
          />
        )}
      </div>
      <div className={page.actions}>
        <Button disabledFocusable={busy} onClick={() => lists.fit()}>
          Fit the open plan to print
        </Button>
        {visible.length > 1 && (
          <Button disabledFocusable={busy} onClick={() => lists.fit(visible.map(({ id }) => id))}>
            Fit these {visible.length}
          </Button>
        )}
      </div>
    </>
  );
}

function PlanRow({ plan, onOpen }: { readonly plan: ListedPlan; readonly onOpen: Props["onOpen"] }) {
  const styles = useStyles();
  const counted = (count: number, one: string, many: string) => (count === 0 ? "" : `${count} ${count === 1 ? one : many}`);
  const facts = [plan.owner, plan.nextReview === undefined ? "" : `review ${shownDay(plan.nextReview)}`];
  const late = [
    counted(plan.overdueActions, "action overdue", "actions overdue"),
    counted(plan.comments, "comment to answer", "comments to answer"),
    counted(plan.moved ?? 0, "figure moved", "figures moved"),
    ...plan.gaps.map((gap) => GAP_WORDS[gap].toLowerCase()),
  ];
  return (
    <li className={styles.row}>
      <div className={styles.first}>
        <Link as="button" onClick={() => onOpen(plan)} style={{ textAlign: "start" }}>
          {plan.account.slice(0, 120)}
        </Link>
        {plan.tier !== "" && (
          <Badge appearance="tint" color="informative">
            Tier {plan.tier.slice(0, 20)}
          </Badge>
        )}
      </div>
      <Facts className={styles.facts} words={plan.isUnlisted ? ["status not read yet"] : facts} />
      <Facts className={styles.attention} words={late} />
    </li>
  );
}

function Facts({ className, words }: { readonly className: string | undefined; readonly words: readonly string[] }) {
  const said = words.filter((word) => word !== "");
  return said.length === 0 ? null : <span className={className}>{said.join(" · ")}</span>;
}

const shownDay = (serial: number): string => dayOfExcel(serial).toLocaleDateString(undefined, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

function Deed({ deed, onOpen }: { readonly deed: ListDeed; readonly onOpen: Props["onOpen"] }) {
  const names = (sheets: readonly MadeSheet[]) => sheets.slice(0, 5).map(({ name }) => `“${name}”`).join(", ") + (sheets.length > 5 ? ` and ${sheets.length - 5} more` : "");
  return (
    <MessageBar intent={deed.kind === "agreed" && deed.agreement.agreed.length === 0 ? "warning" : "success"} layout="multiline">
      <MessageBarBody>
        {deed.kind === "pack" && (
          <>
            Review pack made: <SheetLink sheet={deed.sheet} onOpen={onOpen} />. Print it with File, Print.
          </>
        )}
        {deed.kind === "removed" && `${deed.count} former ${deed.count === 1 ? "plan" : "plans"} removed.`}
        {deed.kind === "fitted" && <Fitted plans={deed.plans} names={names} />}
        {deed.kind === "agreed" && (
          <>
            {deed.agreement.agreed.length === 0 ? "No plan has been agreed on." : deed.agreement.agreed.length === 1 ? `Agreed on the figures of ${names(deed.agreement.agreed)}.` : `Agreed on the figures of ${deed.agreement.agreed.length} plans.`}
            {deed.agreement.notInList.length > 0 && ` ${names(deed.agreement.notInList)}: the account is not in the list any more, so the figures agreed last stay.`}
            {deed.agreement.protectedPlans.length > 0 && ` ${names(deed.agreement.protectedPlans)}: protected with a password, so nothing was written there. Take the protection off (Review, Unprotect Sheet), then agree again.`}
            {deed.agreement.withoutArea.length > 0 && ` ${names(deed.agreement.withoutArea)}: no place for agreed figures; update the plan from the template.`}
          </>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

function Fitted({ plans: { fitted, tooLong, protectedPlans, unchanged }, names }: { readonly plans: FittedPlans; readonly names: (sheets: readonly MadeSheet[]) => string }) {
  const [one] = fitted;
  const pages = (count: number) => (count === 1 ? "one page" : `${count} pages`);
  return (
    <>
      {fitted.length === 1 && one && `“${one.name}” shows its long texts and prints on ${pages(one.pages)} at ${one.percent} % of its size.`}
      {fitted.length > 1 && `${fitted.length} plans show their long texts and print on their pages, at ${Math.min(...fitted.map(({ percent }) => percent))} to ${Math.max(...fitted.map(({ percent }) => percent))} % of their size.`}
      {tooLong.length > 0 && ` ${names(tooLong)}: too much text for letters one can read; it prints on more pages. Shorten texts or delete empty rows, then fit again.`}
      {protectedPlans.length > 0 && ` ${names(protectedPlans)}: protected with a password. Unprotect it (Review, Unprotect Sheet), then fit again.`}
      {unchanged.length > 0 && ` ${names(unchanged)}: left as it is, because Excel fits it to its page or its paper or print area is one of your own.`}
    </>
  );
}
