import { DECISION_UNIT_ROLES, missingRoles } from "../../../src/core/relationships/missingRoles";

test("the required roles nobody holds, in their own order", () => {
  expect(missingRoles(["User", "Champion"], DECISION_UNIT_ROLES)).toEqual(["Decision maker", "Influencer", "Gatekeeper"]);
});

test("nobody at all misses every role, everybody none", () => {
  expect(missingRoles([], DECISION_UNIT_ROLES)).toEqual(DECISION_UNIT_ROLES);
  expect(missingRoles(DECISION_UNIT_ROLES, DECISION_UNIT_ROLES)).toEqual([]);
});

test("case and spaces do not matter", () => {
  expect(missingRoles(["  decision   MAKER "], ["Decision maker", "User"])).toEqual(["User"]);
});

test("a person may hold several roles", () => {
  expect(missingRoles(["Champion, User", "Influencer; Gatekeeper", "Buyer / Payer"], ["User", "Gatekeeper", "Payer", "Coach"])).toEqual(["Coach"]);
});

test("a role that has a comma in its name is found whole", () => {
  expect(missingRoles(["Head, R&D"], ["Head, R&D"])).toEqual([]);
});

test("a role named twice or blank is asked for once or not at all", () => {
  expect(missingRoles([], ["Coach", "", "coach"])).toEqual(["Coach"]);
});
