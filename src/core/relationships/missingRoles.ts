/** The decision-unit roles an account plan looks for unless others are named. */
export const DECISION_UNIT_ROLES: readonly string[] = ["Decision maker", "Influencer", "Champion", "User", "Gatekeeper"];

/**
 * The required roles nobody holds, in their own order and spelling, each once. Case and outer spaces do not matter, and
 * a person may hold several roles in one text, separated by comma, semicolon, slash or line break.
 */
export function missingRoles(held: readonly string[], required: readonly string[]): string[] {
  const seen = new Set(held.flatMap((text) => [text, ...text.split(/[,;/\n]/)]).map(key));
  const missing: string[] = [];
  for (const role of required) {
    if (key(role) === "" || seen.has(key(role))) continue;
    seen.add(key(role));
    missing.push(role.trim());
  }
  return missing;
}

function key(role: string): string {
  return role.trim().replace(/\s+/g, " ").toLowerCase();
}
