import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { type AccentShades, accentShades } from "@/app/_look/accent";
import { withOutlookComments } from "@/emails/_components/outlook";
import { type Look, MailLook, withDarkColours } from "@/emails/_components/tokens";
import { clipped } from "./plain";
import { templates, UnrenderableMail } from "./templates";
import { wordsFor } from "./words";

export { UnrenderableMail } from "./templates";
export { wordsFor } from "./words";

const MOST_IN_SUBJECT = 200;

/** The one that mail programs are used to: with it, cells are as high as what stands in them. */
const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

type Rendered = { subject: string; html: string; text: string };
/** What a workspace has chosen for its mails. */
export type WorkspaceLook = { name: string; accent: string | null };
type MailToRender = { template: string; props: unknown; to: string; locale: string; look?: WorkspaceLook | null };

/** The same row makes the same mail, whenever it is rendered. */
export async function renderMail({ template: name, props, to, locale, look }: MailToRender): Promise<Rendered> {
  const template = Object.hasOwn(templates, name) ? templates[name] : undefined;
  if (!template) throw new UnrenderableMail(`no template ${name}`);
  const { subject, text, element } = template.draw(props, wordsFor(locale, to));
  // Rendering is the dearest part of sending: this way it takes half the time of react-email's own, which streams.
  const own: Look = { name: look?.name ?? null, shades: look?.accent ? shadesOf(look.accent) : null };
  const drawn = renderToStaticMarkup(createElement(MailLook, { value: own }, element));
  const html = `${doctype}${withOutlookComments(withDarkColours(drawn, own))}`;
  return { subject: clipped(subject, MOST_IN_SUBJECT), html, text };
}

const MOST_KEPT = 1_000;
const mended = new Map<string, AccentShades>();

/** A workspace's mails come one after another: its colour is mended once. */
function shadesOf(accent: string): AccentShades {
  const shades = mended.get(accent) ?? accentShades(accent);
  if (mended.size >= MOST_KEPT) mended.clear();
  mended.set(accent, shades);
  return shades;
}
