"use client";

import { SectionError } from "@/app/_components/section-error";

export default SectionError;
