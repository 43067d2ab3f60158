import { expect, test } from "vitest";
import { handleTrpc } from "@/server/trpc/handler";
import { owner, useDatabase } from "../support/database";

useDatabase();

const ask = (door: string, email: string) =>
  handleTrpc(
    new Request(`http://localhost:3000/api/trpc/${door}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ json: { email } }),
    }),
  );

test("an error of the database tells the client neither the statement nor its values", async () => {
  await owner()`alter table sign_in rename to sign_in_away`;
  const answer = await ask("access.requestSignIn", "secret@people.test").finally(
    () => owner()`alter table sign_in_away rename to sign_in`,
  );
  expect(answer.status).toBe(500);
  const { error } = (await answer.json()) as { error: { json: { message: string; data: { refusal: unknown } } } };
  expect(error.json).toMatchObject({ message: "unexpected", data: { refusal: { code: "unexpected" } } });
  expect(JSON.stringify(error)).not.toMatch(/secret@people|sign_in|insert|Failed query/);
});

test("an unknown door is said to be not found, and no more", async () => {
  const answer = await ask("access.openSesame", "secret@people.test");
  expect(answer.status).toBe(404);
  expect(JSON.stringify(await answer.json())).not.toContain("openSesame");
});
