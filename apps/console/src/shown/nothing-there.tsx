interface NothingThereProps {
  readonly isAsking: boolean;
  /** Why the list is empty. */
  readonly words: string;
}

/** What stands in a list without lines: that it is still being read is not that there is none. */
export function NothingThere({ isAsking, words }: NothingThereProps) {
  return <span className="soft">{isAsking ? '正在读取……' : words}</span>;
}
