"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

/** Submits the form it stands in and shows that the form is on its way. */
export function SubmitButton({ variant = "primary", pending, ...rest }: ButtonProps) {
  const form = useFormStatus();
  return <Button {...rest} type="submit" variant={variant} pending={pending ?? form.pending} />;
}
