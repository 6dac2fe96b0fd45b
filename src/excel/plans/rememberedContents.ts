import type { StoredContents } from "../../app/plans/carryOver/knownContents";
import type { RunRecord } from "../../app/plans/interruptedRun";
import { readSetting, writeSetting } from "./workbookSetting";

/** Without it an update only keeps more than it has to. */
const CONTENTS = "KamTemplateContents";
const RUN = "KamPlanRun";

export async function readRemembered(context: Excel.RequestContext): Promise<StoredContents> {
  const read = await readSetting(context, CONTENTS);
  return typeof read === "object" && read !== null ? Object.fromEntries(Object.entries(read).filter((entry): entry is [string, number] => typeof entry[1] === "number")) : {};
}

export const writeRemembered = (context: Excel.RequestContext, contents: StoredContents): Promise<void> => writeSetting(context, CONTENTS, contents);

export async function readRun(context: Excel.RequestContext): Promise<RunRecord | undefined> {
  const read = (await readSetting(context, RUN)) as Partial<RunRecord> | undefined;
  const isRecord = typeof read?.startedAt === "string" && [read.keys, read.before, read.updating].every(Array.isArray);
  return isRecord ? (read as RunRecord) : undefined;
}

export const writeRun = (context: Excel.RequestContext, run: RunRecord | undefined): Promise<void> => writeSetting(context, RUN, run);
