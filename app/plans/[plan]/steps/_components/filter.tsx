"use client";

import { Button } from "@/app/_components/ui/button";
import { DropdownMenu, MenuChoice } from "@/app/_components/ui/dropdown-menu";

type FilterProps<Value extends string> = {
  label: string;
  value: Value;
  options: { value: Value; label: string }[];
  onChoose: (value: Value) => void;
};

/** One way to look at fewer steps; what is chosen of it, the first of them if it is no longer there, stands on its button. */
export function Filter<Value extends string>({ label, value, options, onChoose }: FilterProps<Value>) {
  const chosen = options.find((option) => option.value === value) ?? options[0];
  return (
    <DropdownMenu
      label={label}
      className="max-h-96 max-w-[min(20rem,calc(100vw-1rem))]"
      trigger={(props) => (
        <Button {...props} size="sm" className="max-w-full min-w-0 shrink sm:max-w-64">
          {label}: <span className="truncate text-ink">{chosen?.label}</span>
        </Button>
      )}
    >
      <MenuChoice label={label} value={value} options={options} onValueChange={onChoose} />
    </DropdownMenu>
  );
}
