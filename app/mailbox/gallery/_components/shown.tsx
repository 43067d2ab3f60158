import { useTranslations } from "next-intl";
import { Field } from "@/app/_components/ui/field";
import { Select } from "@/app/_components/ui/select";
import { Tabs } from "@/app/_components/ui/tabs";
import { languages } from "@/db/vocabulary";
import { HeaderList } from "../../_components/header-list";
import { MailFrame } from "../../_components/mail-frame";
import { asIn } from "./as-in";
import type { GalleryMail } from "./read-gallery";
import { parts, type Theme, themes, type Wanted, type Width, widths } from "./use-wanted";

type ShownProps = {
  mail: GalleryMail;
  wanted: Wanted;
  want: (change: Partial<Wanted>) => void;
};

export function Shown({ mail, wanted, want }: ShownProps) {
  const { part } = wanted;
  const t = useTranslations("mailbox");
  const names = useTranslations("common.language");
  return (
    <section aria-label={t("gallery.example")} className="min-w-0">
      <h2 lang="zxx" className="text-lg wrap-anywhere">
        {mail.subject}
      </h2>
      <div className="mt-4 grid max-w-lg grid-cols-2 gap-3 sm:grid-cols-3">
        <Field label={t("gallery.language")}>
          {(control) => (
            <Select {...control} value={wanted.locale} onChange={(event) => want({ locale: event.target.value })}>
              {languages.map((language) => (
                <option key={language} value={language}>
                  {names(language)}
                </option>
              ))}
              <option value="en-XA">{t("gallery.pseudo")}</option>
            </Select>
          )}
        </Field>
        <Field label={t("gallery.theme")}>
          {(control) => (
            <Select
              {...control}
              value={wanted.theme}
              onChange={(event) => want({ theme: event.target.value as Theme })}
            >
              {themes.map((theme) => (
                <option key={theme} value={theme}>
                  {t(`gallery.themes.${theme}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("gallery.width")} className="max-sm:hidden">
          {(control) => (
            <Select
              {...control}
              value={wanted.width}
              onChange={(event) => want({ width: event.target.value as Width })}
            >
              {widths.map((width) => (
                <option key={width} value={width}>
                  {t(`gallery.widths.${width}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Tabs
        label={t("parts")}
        tabs={parts.map((value) => ({ value, label: t(value) }))}
        value={part}
        onValueChange={(next) => want({ part: next })}
        className="mt-4"
      >
        {part === "html" ? (
          <div lang="zxx" style={{ maxWidth: `${wanted.width}px` }}>
            <MailFrame html={asIn(wanted.theme, mail.html)} title={t("frame", { subject: mail.subject })} />
          </div>
        ) : null}
        {part === "text" ? (
          <pre
            lang="zxx"
            className="rounded-lg border border-line bg-surface p-5 text-sm whitespace-pre-wrap wrap-anywhere"
          >
            {mail.text}
          </pre>
        ) : null}
        {part === "headers" ? <HeaderList headers={mail.headers} /> : null}
      </Tabs>
    </section>
  );
}
