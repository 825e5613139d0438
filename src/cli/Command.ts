/** What a command has of the process that it runs in. */
export interface CommandEdge {
  /** What stands behind the command's name. */
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  /** Writes a line to the output. */
  print: (line: string) => void;
  /** Writes a line to where errors go. */
  complain: (line: string) => void;
  /** Takes the first Ctrl-C for a wish to stop, for a command that has to put things back; the second one ends the process as usual. */
  untilInterrupted?: () => AbortSignal;
}

/** A command: answers with the exit code. 0: as it should be. 1: it is not. 2: it could not be run. */
export type Command = (edge: CommandEdge) => Promise<number>;
