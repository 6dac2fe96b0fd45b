import { expectCase, type CalledCase } from "./calledCase";
import cases from "./published.json";

interface PublishedCase extends CalledCase {
  readonly source: string;
}

const all = cases as readonly PublishedCase[];

test("there are forty published cases", () => {
  expect(new Set(all.map((c) => c.id)).size).toBe(40);
});

test.each(all.map((c) => [`${c.id} ${c.function} (${c.source})`, c] as const))("%s", (_, example) => expectCase(example));
