/** What a command may touch: its words, its input and output, and nothing hidden. */
export interface CommandIo {
  readonly stdin: NodeJS.ReadableStream;
  /** Data goes here … */
  readonly stdout: NodeJS.WritableStream;
  /** … progress and log go here. */
  readonly stderr: NodeJS.WritableStream;
}

/** 0 good; 1 something in the input was refused, the rest was done; 2 wrong call. */
export type ExitCode = 0 | 1 | 2;

/** One command of `risk`. */
export interface Command {
  readonly summary: string;
  readonly help: string;
  run(args: readonly string[], io: CommandIo): Promise<ExitCode>;
}
