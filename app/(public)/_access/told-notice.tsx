import { Callout } from "@/app/_components/ui/callout";

/** Why what was asked for was refused, if it was. */
export const ToldNotice = ({ told }: { told: string | null }) =>
  told ? (
    <Callout tone="bad" announce>
      {told}
    </Callout>
  ) : null;
