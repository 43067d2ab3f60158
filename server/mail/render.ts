import { renderToStaticMarkup } from "react-dom/server";
import { withOutlookComments } from "@/emails/_components/outlook";
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
type MailToRender = { template: string; props: unknown; to: string; locale: string };

/** The same row makes the same mail, whenever it is rendered. */
export async function renderMail({ template: name, props, to, locale }: MailToRender): Promise<Rendered> {
  const template = Object.hasOwn(templates, name) ? templates[name] : undefined;
  if (!template) throw new UnrenderableMail(`no template ${name}`);
  const { subject, text, element } = template.draw(props, wordsFor(locale, to));
  // Rendering is the dearest part of sending: this way it takes half the time of react-email's own, which streams.
  const html = `${doctype}${withOutlookComments(renderToStaticMarkup(element))}`;
  return { subject: clipped(subject, MOST_IN_SUBJECT), html, text };
}
