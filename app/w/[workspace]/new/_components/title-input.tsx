"use client";

import { useState } from "react";
import type { ControlProps } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import type { Draft } from "./draft";

type TitleInputProps = {
  control: ControlProps;
  title: string;
  suggested: string;
  onChange: (changes: Partial<Draft>) => void;
};

/** Holds the suggestion until it is typed over. Emptied, it stays empty while one types and has the suggestion again after. */
export function TitleInput({ control, title, suggested, onChange }: TitleInputProps) {
  const [isTyping, setTyping] = useState(false);
  return (
    <Input
      {...control}
      name="title"
      autoComplete="off"
      value={isTyping ? title : title || suggested}
      onChange={(event) => {
        setTyping(true);
        onChange({ title: event.target.value });
      }}
      onBlur={() => setTyping(false)}
    />
  );
}
