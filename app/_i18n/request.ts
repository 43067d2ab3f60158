import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { compiledMessages } from "./compiled";
import { chooseLocale, chooseTimeZone, localeCookie, timeZoneCookie } from "./locales";

export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale(jar.get(localeCookie)?.value, head.get("accept-language"));
  return {
    locale,
    messages: compiledMessages(locale),
    now: new Date(),
    timeZone: chooseTimeZone(jar.get(timeZoneCookie)?.value),
  };
});
