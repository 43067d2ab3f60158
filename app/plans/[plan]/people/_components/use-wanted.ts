"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { usePlan } from "../../_components/use-plan";
import type { Wanted } from "./invite-dialog";
import { mayInviteTo } from "./standing";

/** Who is being asked for; `?invite=champion` asks for one, so that other screens can lead straight to it. */
export function useWanted() {
  const { me, participants } = usePlan();
  const isAsked = useSearchParams().get("invite") === "champion" && mayInviteTo(me, "buyer");
  const [wanted, setWanted] = useState<Wanted | null>(() => {
    const place = participants.find(({ buyingRole, status }) => buyingRole === "champion" && status === "not_invited");
    return isAsked ? { side: "buyer", place, buyingRole: "champion" } : null;
  });
  const stop = () => {
    setWanted(null);
    if (isAsked) window.history.replaceState(null, "", window.location.pathname);
  };
  return { wanted, want: setWanted, stop };
}
