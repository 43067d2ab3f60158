import type { ReactNode } from "react";
import { Body, Container, Head, Html, Preview, Section } from "react-email";
import type { Words } from "../words";
import { Logo } from "./logo";
import { OutlookFrame } from "./outlook";
import { Small } from "./text";
import { font, MAIL_WIDTH, paint } from "./tokens";

// No quotes and no ">" in here: React would escape them.
const lightCss = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  "body{-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}",
  "a[x-apple-data-detectors]{color:inherit!important;text-decoration:none!important}",
  "@media (max-width:480px){.page{padding:20px 20px 32px!important}.wide{width:100%!important}}",
].join("");

type LayoutProps = { words: Words; title: string; preview: string; children: ReactNode; footer: ReactNode };

export function Layout({ words, title, preview, children, footer }: LayoutProps) {
  const { lang, dir, t } = words;
  return (
    <Html lang={lang} dir={dir}>
      <Head>
        <title>{title}</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no" />
        <style>{lightCss}</style>
      </Head>
      <Body lang={lang} dir={dir} className={paint({ ground: "paper" }).className} style={{ margin: 0, padding: 0 }}>
        <Preview useTitleTag={false}>{preview}</Preview>
        <Section {...paint({ ground: "paper", color: "ink" }, { fontFamily: font })}>
          <OutlookFrame>
            <Container tdClassName="page" style={{ maxWidth: MAIL_WIDTH, padding: "32px 24px 40px" }}>
              <Logo />
              {children}
              <Section {...paint({ border: "line" }, { borderTop: "1px solid", marginTop: 32, paddingTop: 20 })}>
                {footer}
                <Small style={{ margin: "8px 0 0" }}>{t("footer")}</Small>
              </Section>
            </Container>
          </OutlookFrame>
        </Section>
      </Body>
    </Html>
  );
}
