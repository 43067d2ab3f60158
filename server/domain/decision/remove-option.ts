import { refused, verb } from "../_kernel";
import { lockOption, saveOption } from "./option";
import { Option, OptionRef } from "./schemas";

/**
 * Takes an option off the decision. Ratings of it stay stored but count no more.
 * @throws Refusal `always_there` for this supplier and for doing nothing, which every decision is among.
 */
export const removeOption = verb({
  name: "option.remove",
  scope: "plan",
  kind: "mutation",
  input: OptionRef,
  output: Option,
  may: "option.edit",
  async act({ tx, actor, input, now, record }) {
    const row = await lockOption(tx, actor, input.optionId);
    if (row.kind === "this_supplier" || row.kind === "do_nothing") throw refused("always_there", { name: row.title });

    const saved = await saveOption(tx, row, { removedAt: now });
    await record("option.removed", {
      zone: row.zone,
      subject: { type: "option", id: row.id },
      before: { title: row.title, kind: row.kind },
      after: { title: row.title },
    });
    return saved;
  },
});
