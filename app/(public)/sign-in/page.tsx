import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { call } from "@/app/_trpc/server";
import { lookUp } from "../_access/look-up";
import { type Query, readQuery, toldBy } from "../_access/told";
import { AddressForm } from "./_components/address-form";
import { CodeStep } from "./_components/code-step";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.signIn");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

/** First the address, then what was mailed to it: one page, so that Back and a reload keep what was typed. */
export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const query = await readQuery(searchParams);
  const to = query.to ?? query.callbackUrl ?? null;
  const told = await toldBy(query);
  if (query.sent) return <CodeStep email={query.sent.slice(0, 254)} to={to} told={told} />;
  return <AddressForm email={query.email ?? ""} to={to} told={told} signedInAs={await emailOfReader()} />;
}

async function emailOfReader(): Promise<string | null> {
  const { person } = await call();
  return (await lookUp(person.me({})))?.email ?? null;
}
