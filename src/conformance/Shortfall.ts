/** A promise that is not kept: what was expected, what came, and where to look. */
export class Shortfall extends Error {
  override readonly name = 'Shortfall';
  readonly expected: string;
  readonly came: string;
  readonly hint: string | undefined;

  constructor(expected: string, came: string, hint?: string) {
    super(`Expected ${expected}; came ${came}.`);
    this.expected = expected;
    this.came = came;
    this.hint = hint;
  }
}

/** Nothing came back: the connection was closed, or it took too long. */
export class NoAnswer extends Shortfall {}

/** A check that could not be looked at, because what it stands on fell short. */
export class Blocked extends Error {
  override readonly name = 'Blocked';
}

/** A check that would touch what is not the suite’s own. */
export class LeftOut extends Error {
  override readonly name = 'LeftOut';
}

/** The suite cannot be run as it was asked for: nothing is said about the implementation. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}
