import type { ReactNode } from "react";
import { MAIL_WIDTH } from "./tokens";

/** Outlook on Windows draws with Word, which knows no max-width: it gets a table of that width around the mail. */
export function OutlookFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <div className="outlook-open" />
      {children}
      <div className="outlook-close" />
    </>
  );
}

const open = `<table role="presentation" width="${MAIL_WIDTH}" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td>`;
const close = "</td></tr></table>";
const style = "<style>td,p,a,h1,h2,span{font-family:'Segoe UI',Arial,sans-serif!important}</style>";

/** React writes no comments, and Outlook reads its instructions from them: they are put in their places afterwards. */
export const withOutlookComments = (html: string) =>
  html
    .replace('<div class="outlook-open"></div>', () => `<!--[if mso]>${open}<![endif]-->`)
    .replace('<div class="outlook-close"></div>', () => `<!--[if mso]>${close}<![endif]-->`)
    .replace("</head>", () => `<!--[if mso]>${style}<![endif]--></head>`);
