"use client";

import type { ReactNode } from "react";
import { PageHeader } from "@/app/_components/shell/page-header";
import { HereNow } from "./here-now";

export type SectionHeadProps = { title: ReactNode; lead?: ReactNode; actions?: ReactNode };

/** The head of a section other than the overview: its own title, and who is here. */
export function SectionHead(props: SectionHeadProps) {
  return <PageHeader {...props} presence={<HereNow />} />;
}
