import { mergeEdit, verb } from "../_kernel";
import { lockOption, type OptionRow, saveOption } from "./option";
import { EditOption, Option } from "./schemas";

export const editOption = verb({
  name: "option.edit",
  scope: "plan",
  kind: "mutation",
  input: EditOption,
  output: Option,
  may: "option.edit",
  async act({ tx, actor, input, record }) {
    const row = await lockOption(tx, actor, input.optionId);
    const changes = mergeEdit<OptionRow, "title">(row, input.base, input.set);
    if (Object.keys(changes).length === 0) return row;

    const saved = await saveOption(tx, row, changes);
    await record("option.edited", {
      zone: row.zone,
      subject: { type: "option", id: row.id },
      before: { title: row.title },
      after: { title: saved.title },
    });
    return saved;
  },
});
