"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/app/_components/ui/select";
import { type WorkspaceRole, workspaceRoles } from "@/db/vocabulary";
import { useStanding } from "./use-members";

type RoleChoiceProps = { name: string; role: WorkspaceRole; onChoose: (role: WorkspaceRole) => void };

export function RoleChoice({ name, role, onChoose }: RoleChoiceProps) {
  const t = useTranslations("workspace.members");
  const roles = useTranslations("common.workspaceRole");
  const { rolesToGive } = useStanding();
  return (
    <Select
      aria-label={t("roleOf", { name })}
      value={role}
      className="max-md:max-w-44"
      onChange={({ target }) => {
        const chosen = workspaceRoles.find((each) => each === target.value);
        if (chosen) onChoose(chosen);
      }}
    >
      {rolesToGive.map((each) => (
        <option key={each} value={each}>
          {roles(each)}
        </option>
      ))}
    </Select>
  );
}
