import { useState } from "react";
import { asProblem, Problem } from "../../../app/problems";
import { compareVersions, type Comparison, type Version } from "../../../app/sharing/compareVersions";
import { listVersions, readVersion, type VersionChoice, type VersionTools } from "../../../app/sharing/versions";
import type { MadeSheet } from "../../../app/workbook";
import { sheetNameFor, sheetNameKey } from "../../../sheets/limits";
import { CHANGES_SHEET, changesSheet } from "../../../sheets/sharing/changesSheet";
import type { PaneServices } from "../../services";

export type CompareState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly words: string }
  | { readonly kind: "choosing"; readonly choices: readonly VersionChoice[] }
  | { readonly kind: "compared"; readonly before: string; readonly after: string; readonly comparison: Comparison; readonly sheet?: MadeSheet }
  | { readonly kind: "failed"; readonly problem: Problem };

/** Drives *Compare versions*: list them, compare two, put the changes on a sheet. */
export function useCompare({ sharing, workbook, snapshots }: PaneServices) {
  const [state, setState] = useState<CompareState>({ kind: "idle" });
  const tools: VersionTools = { book: sharing, workbook, snapshots };
  const run = (words: string, work: (signal: AbortSignal) => Promise<CompareState>) => {
    setState({ kind: "running", words });
    work(new AbortController().signal).then(setState, (thrown: unknown) => setState({ kind: "failed", problem: asProblem(thrown) }));
  };

  const list = () => run("Looking for versions", async (signal) => ({ kind: "choosing", choices: await listVersions(tools, signal) }));
  const compare = (before: VersionChoice, after: VersionChoice) =>
    run("Comparing", async (signal) => {
      const [a, b] = [await required(readVersion(tools, before, signal), before), await required(readVersion(tools, after, signal), after)];
      return { kind: "compared", before: a.title, after: b.title, comparison: compareVersions(a, b) };
    });
  const write = () => {
    if (state.kind !== "compared") return;
    const { before, after, comparison } = state;
    run("Writing the sheet", async () => {
      const taken = new Set((await sharing.sheets()).map(({ name }) => sheetNameKey(name)));
      const sheet = await workbook.addSheet(changesSheet(sheetNameFor(CHANGES_SHEET, taken), before, after, comparison.changes, comparison.notes));
      await workbook.openSheet(sheet.id);
      return { ...state, sheet };
    });
  };
  return { state, list, compare, write, close: () => setState({ kind: "idle" }) };
}

async function required(reading: Promise<Version | undefined>, { title }: VersionChoice): Promise<Version> {
  const version = await reading;
  if (!version) throw new Problem("versionGone", `The version “${title}” is not there any more.`, "Look for versions again and choose another one.");
  return version;
}
