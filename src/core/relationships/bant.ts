/** The four questions of a pre-qualification, as they are named in the answer. */
export const BANT_QUESTIONS = ["Budget", "Authority", "Need", "Timing"] as const;

export type BantQuestion = (typeof BANT_QUESTIONS)[number];

/** Not knowing is not a no. */
export type BantReply = "yes" | "no" | "unknown";

/**
 * `Qualified` when all four are yes, `Not qualified` when any is no, else `Unknown: ` and the questions still to be
 * asked. One no settles it, however much is unknown.
 */
export function bantVerdict(replies: Readonly<Record<BantQuestion, BantReply>>): string {
  if (BANT_QUESTIONS.some((question) => replies[question] === "no")) return "Not qualified";
  const open = BANT_QUESTIONS.filter((question) => replies[question] === "unknown");
  return open.length === 0 ? "Qualified" : `Unknown: ${open.join(", ")}`;
}
