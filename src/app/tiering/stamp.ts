import { MODEL_SETTINGS, type Model } from "../../sheets/model/model";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const two = (number: number) => String(number).padStart(2, "0");

/** `25 Nov 2026, 14:05`: read the same in every language. In the person's own time. */
export const dateWords = (date: Date): string => `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()}, ${two(date.getHours())}:${two(date.getMinutes())}`;

export const modelVersionOf = (model: Model): number => {
  const version = model.settings[MODEL_SETTINGS.modelVersion];
  return typeof version === "number" ? version : model.version;
};

/** `25 Nov 2026, 14:05, model version 2, check 3F9A`; the check changes with anything in the model that decides about tiers. */
export const stampWords = (model: Model, now: Date): string => `${dateWords(now)}, model version ${modelVersionOf(model)}, check ${modelCheck(model)}`;

/** Four characters that differ between different models, to see at a glance whether values belong to the model of today. */
export function modelCheck({ criteria, gates, tiers, settings }: Model): string {
  let hash = 0x811c9dc5; // FNV-1a, 32 bits, folded to 16: http://www.isthe.com/chongo/tech/comp/fnv/
  const rules = [criteria, gates, tiers, settings[MODEL_SETTINGS.method], settings[MODEL_SETTINGS.buffer]];
  for (const character of JSON.stringify(rules)) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
  return (((hash >>> 16) ^ hash) & 0xffff).toString(16).toUpperCase().padStart(4, "0");
}
