import { bantVerdict } from "../../../src/core/relationships/bant";

const yes = { Budget: "yes", Authority: "yes", Need: "yes", Timing: "yes" } as const;

test("four times yes is qualified", () => {
  expect(bantVerdict(yes)).toBe("Qualified");
});

test.each(["Budget", "Authority", "Need", "Timing"] as const)("no %s is not qualified, whatever is unknown", (question) => {
  expect(bantVerdict({ ...yes, [question]: "no" })).toBe("Not qualified");
  expect(bantVerdict({ Budget: "unknown", Authority: "unknown", Need: "unknown", Timing: "unknown", [question]: "no" })).toBe("Not qualified");
});

test("what is unknown is named in order", () => {
  expect(bantVerdict({ ...yes, Timing: "unknown", Authority: "unknown" })).toBe("Unknown: Authority, Timing");
});
