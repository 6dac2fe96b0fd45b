import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { BuildOutcome } from "../../../app/plans/buildPlans";
import { ATTACHMENTS, type Attachment } from "../../../app/plans/planStore";
import type { Problem } from "../../../app/problems";
import type { MadeSheet } from "../../../app/workbook";
import { AskedButton } from "../../components/AskedButton";
import { ProblemMessage } from "../../components/ProblemMessage";
import { SheetLink } from "../../components/SheetLink";
import { usePageStyles } from "../../components/usePageStyles";
import type { Removal } from "./usePlans";

interface Props {
  readonly outcome: BuildOutcome;
  readonly removal: Removal;
  readonly onOpen: (sheet: MadeSheet) => void;
  readonly onRemove: () => void;
  readonly onMore: () => void;
  readonly copyText: (text: string) => Promise<void>;
}

const counted = (count: number) => (count === 1 ? "1 plan" : `${count} plans`);

/** What a run made, with links; what it could not make, with reasons; and the offer to take it back. */
export function OutcomeView({ outcome, removal, onOpen, onRemove, onMore, copyText }: Props) {
  const styles = usePageStyles();
  const removed = removal.kind === "removed";
  const changed = outcome.made.length + outcome.updated.length;
  return (
    <>
      <OutcomeMessage outcome={outcome} removal={removal} />
      {removal.kind === "failed" && <ProblemMessage problem={removal.problem} copyText={copyText} onRetry={onRemove} />}
      {!removed && outcome.made.length > 0 && <Sheets label="Plans made" sheets={outcome.made} onOpen={onOpen} />}
      {!removed && outcome.updated.length > 0 && <Updated outcome={outcome} onOpen={onOpen} copyText={copyText} />}
      {outcome.kept.length > 0 && (
        <>
          <p className={styles.text}>Kept as they are:</p>
          <Sheets label="Plans kept" sheets={outcome.kept} onOpen={onOpen} />
        </>
      )}
      <FirstSheets outcome={outcome} onOpen={onOpen} />
      {outcome.indexProblem && (
        <div className={styles.tight}>
          <p className={styles.text}>The list of all plans could not be brought up to date:</p>
          <ProblemMessage problem={outcome.indexProblem} copyText={copyText} />
        </div>
      )}
      {byProblem(outcome.failed).map(({ accounts, problem }) => (
        <div key={problem.code + problem.message + problem.details} className={styles.tight}>
          <p className={styles.text}>Nothing done for {accounts.join(", ")}:</p>
          <ProblemMessage problem={problem} copyText={copyText} />
        </div>
      ))}
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onMore}>
          Build more plans
        </Button>
        {!removed && changed > 0 && (
          <AskedButton
            label={outcome.updated.length > 0 ? "Take this run back" : `Remove ${changed === 1 ? "it" : `these ${counted(changed)}`}`}
            question={
              outcome.updated.length > 0
                ? `Remove what this run made, with everything typed in it since, and have the former plans back? This cannot be undone.`
                : `Remove ${counted(changed)} with everything typed in since? This cannot be undone.`
            }
            verb="Remove"
            busy={removal.kind === "running"}
            busyLabel="Removing"
            onConfirm={onRemove}
          />
        )}
      </div>
    </>
  );
}

/** Updated plans, and where the plans as they were are. */
function Updated({ outcome, onOpen, copyText }: Pick<Props, "outcome" | "onOpen" | "copyText">) {
  const styles = usePageStyles();
  const kept = outcome.updated.filter((plan) => plan.keptCount > 0);
  return (
    <>
      <p className={styles.text}>
        The plans as they were stand beside the updated ones, marked “(former)”. {attachmentWords(outcome)} Remove them in the list of plans when you no longer need them.
      </p>
      <Elsewhere outcome={outcome} copyText={copyText} />
      <Sheets label="Plans updated" sheets={outcome.updated.map((plan) => plan.successor)} onOpen={onOpen} />
      {kept.length > 0 && <p className={styles.text}>Words without a place in the template are listed below {kept.map((plan) => `“${plan.successor.name}”`).join(", ")}.</p>}
    </>
  );
}

/** What became of formulas on other sheets that read the plans. */
function Elsewhere({ outcome: { followed, followProblem }, copyText }: Pick<Props, "outcome" | "copyText">) {
  const styles = usePageStyles();
  if (followProblem) {
    return (
      <div className={styles.tight}>
        <p className={styles.text}>Formulas on other sheets that read these plans still read the former ones, because they could not be looked for:</p>
        <ProblemMessage problem={followProblem} copyText={copyText} />
      </div>
    );
  }
  const { count, stuck } = followed ?? { count: 0, stuck: [] };
  const words = [
    count === 0 ? "" : `${count === 1 ? "1 formula elsewhere that read these plans now reads" : `${count} formulas elsewhere that read these plans now read`} the updated ones.`,
    stuck.length === 0 ? "" : `Still reading a former plan: ${stuck.slice(0, 10).join(", ")}${stuck.length > 10 ? ` and ${stuck.length - 10} more` : ""}. What they read has no place in the updated plan, or their sheet is protected.`,
  ].filter((one) => one !== "");
  return words.length === 0 ? null : <p className={styles.text}>{words.join(" ")}</p>;
}

const SINGULAR: Readonly<Record<Attachment, string>> = { comments: "comment", notes: "note", pictures: "picture or shape", charts: "chart of your own" };
const PLURAL: Readonly<Record<Attachment, string>> = { comments: "comments", notes: "notes", pictures: "pictures and shapes", charts: "charts of your own" };

/** What was brought along besides typed words, and what stands on the former sheets alone. */
function attachmentWords({ updated }: BuildOutcome): string {
  const total = (of: "carried" | "left") =>
    ATTACHMENTS.flatMap((kind) => {
      if (of === "carried" && kind === "charts") return [];
      const count = updated.reduce((sum, { attachments }) => sum + (attachments?.[of][kind] ?? 0), 0);
      return count === 0 ? [] : [`${count} ${count === 1 ? SINGULAR[kind] : PLURAL[kind]}`];
    }).join(", ");
  const [carried, left] = [total("carried"), total("left")];
  const charts = updated.reduce((sum, { attachments }) => sum + (attachments?.carried.charts ?? 0), 0);
  const unread = updated.filter(({ attachments }) => attachments === undefined).map(({ successor }) => `“${successor.name}”`);
  return [
    carried === "" ? "" : `Brought along: ${carried}.`,
    charts === 0 ? "" : `Made anew with ${charts === 1 ? "its" : "their"} figures: ${charts} ${charts === 1 ? SINGULAR.charts : PLURAL.charts}; look at colours and axes, the former sheets have ${charts === 1 ? "it" : "them"} as ${charts === 1 ? "it was" : "they were"}.`,
    left === "" ? "" : `Only on the former sheets: ${left}, which Excel does not let an add-in copy or whose cell has no place any more.`,
    unread.length === 0 ? "" : `Comments, notes and pictures of ${unread.join(", ")} could not be copied: they are on the former sheet.`,
  ].filter((words) => words !== "").join(" ");
}

/** Sheets the first run makes besides the plans. */
function FirstSheets({ outcome: { model, template, retiredTemplate, index }, onOpen }: Pick<Props, "outcome" | "onOpen">) {
  const styles = usePageStyles();
  return (
    <>
      {model && (
        <p className={styles.text}>
          The assumptions behind the figures stand on the new sheet <SheetLink sheet={model} onOpen={onOpen} />. Check them once.
        </p>
      )}
      {template && (
        <p className={styles.text}>
          New plans are copies of <SheetLink sheet={template} onOpen={onOpen} />. It is yours to restyle.
        </p>
      )}
      {retiredTemplate && (
        <p className={styles.text}>
          The template before it is kept as <SheetLink sheet={retiredTemplate} onOpen={onOpen} />. Choose “Update it” when you build plans to bring the fresh one to the plans there are.
        </p>
      )}
      {index && (
        <p className={styles.text}>
          All plans at a glance: <SheetLink sheet={index} onOpen={onOpen} />
        </p>
      )}
    </>
  );
}

/** Accounts that failed for the same reason are told together. */
function byProblem(failed: BuildOutcome["failed"]): { readonly accounts: readonly string[]; readonly problem: Problem }[] {
  const groups = new Map<string, { accounts: string[]; problem: Problem }>();
  for (const { account, problem } of failed) {
    const key = problem.code + problem.message + problem.details;
    const group = groups.get(key) ?? { accounts: [], problem };
    group.accounts.push(account);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function OutcomeMessage({ outcome, removal }: Pick<Props, "outcome" | "removal">) {
  if (removal.kind === "removed") {
    return (
      <MessageBar intent="info">
        <MessageBarBody>{outcome.updated.length > 0 ? `${counted(removal.count)} as before.` : `${counted(removal.count)} removed again.`}</MessageBarBody>
      </MessageBar>
    );
  }
  const { made, updated, failed, cancelled } = outcome;
  const complete = !cancelled && failed.length === 0;
  const done = [outcome.retiredTemplate ? "Fresh template made" : "", made.length > 0 || (updated.length === 0 && !outcome.retiredTemplate) ? `${counted(made.length)} made` : "", updated.length > 0 ? `${counted(updated.length)} updated` : ""].filter(Boolean).join(", ");
  const title = cancelled ? `Cancelled: ${counted(made.length + updated.length)} finished before` : done;
  return (
    <MessageBar intent={complete ? "success" : "warning"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {failed.length > 0 && ` ${counted(failed.length)} could not be made or updated.`}
      </MessageBarBody>
    </MessageBar>
  );
}

function Sheets({ label, sheets, onOpen }: { readonly label: string; readonly sheets: readonly MadeSheet[]; readonly onOpen: Props["onOpen"] }) {
  const styles = usePageStyles();
  return (
    <ul className={styles.list} aria-label={label} tabIndex={0}>
      {sheets.map((sheet) => (
        <li key={sheet.id} className={styles.item}>
          <SheetLink sheet={sheet} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}
