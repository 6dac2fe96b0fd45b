import { expectCase, isKnown, type CalledCase } from "./calledCase";
import cases from "./published.json";

interface PublishedCase extends CalledCase {
  readonly source: string;
}

const all = cases as readonly PublishedCase[];
const known = all.filter(isKnown);

test("there are forty published cases", () => {
  expect(new Set(all.map((c) => c.id)).size).toBe(40);
});

if (known.length > 0) test.each(known.map((c) => [`${c.id} ${c.function} (${c.source})`, c] as const))("%s", (_, example) => expectCase(example));
