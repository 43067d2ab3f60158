/** Blocks with an empty line between; what is empty is left out. */
export const paragraphs = (...blocks: (string | null | undefined | false)[]) =>
  `${blocks.filter(Boolean).join("\n\n")}\n`;

export const lines = (...given: (string | null | undefined | false)[]) => given.filter(Boolean).join("\n");
