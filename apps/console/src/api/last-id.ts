/** The id of the last of what was read; whoever adds something says by it what they had seen. Null before the first. */
export const lastId = (lines: readonly { readonly id: string }[]): string | null =>
  lines[lines.length - 1]?.id ?? null;
