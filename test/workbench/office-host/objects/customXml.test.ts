/** @jest-environment jsdom */
import { randomUUID } from "node:crypto";
import { CustomXmlPartCollection, CustomXmlStore } from "../../../../src/workbench/office-host/objects/customXml";

// jsdom has no randomUUID; browsers have.
Object.defineProperty(crypto, "randomUUID", { value: randomUUID, configurable: true });

const KAM = '<plan xmlns="urn:kam"/>';

test("parts are added, found by id and namespace, changed and deleted", () => {
  const parts = new CustomXmlPartCollection(new CustomXmlStore([["{1}", '<other xmlns="urn:other"/>']]));
  const part = parts.add(KAM);
  expect(part.id).toMatch(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/);
  expect([part.identity(), part.namespaceUri, part.getXml(), parts.getCount()]).toEqual([{ Id: part.id }, "urn:kam", KAM, 2]);
  const scoped = parts.getByNamespace("urn:kam");
  expect(scoped.getOnlyItem().id).toBe(part.id);
  expect(() => scoped.getItem("{1}")).toThrow(expect.objectContaining({ code: "ItemNotFound", message: "There is no custom XML part {1}." }));
  parts.getItem(part.id).setXml('<plan xmlns="urn:kam">2</plan>');
  expect(part.getXml()).toContain(">2<");
  part.delete();
  expect(parts.getCount()).toBe(1);
  expect(() => part.getXml()).toThrow(expect.objectContaining({ code: "ItemNotFound" }));
});

test("the only part of a namespace, when there is none or more than one", () => {
  const parts = new CustomXmlPartCollection(new CustomXmlStore());
  const scoped = parts.getByNamespace("urn:kam");
  expect(scoped.getOnlyItemOrNullObject()).toBeNull();
  expect(() => scoped.getOnlyItem()).toThrow(expect.objectContaining({ code: "ItemNotFound" }));
  parts.add(KAM);
  expect(scoped.getOnlyItemOrNullObject()).not.toBeNull();
  parts.add(KAM);
  expect(scoped.getOnlyItemOrNullObject()).toBeNull();
  expect(() => scoped.getOnlyItem()).toThrow(expect.objectContaining({ code: "GeneralException" }));
});

test("what is not well-formed is refused", () => {
  const parts = new CustomXmlPartCollection(new CustomXmlStore());
  expect(() => parts.add("<a>")).toThrow(expect.objectContaining({ code: "InvalidArgument", message: "A custom XML part needs well-formed XML." }));
  const part = parts.add(KAM);
  expect(() => part.setXml("")).toThrow(expect.objectContaining({ code: "InvalidArgument" }));
});
