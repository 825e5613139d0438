const text = '[secret]';

/** A string that shows itself to nobody by accident: printed, logged or written as JSON it is `[secret]`. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for signing and sealing only. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return text;
  }

  toJSON(): string {
    return text;
  }

  // What console.log and Node's inspect ask an object for.
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return text;
  }
}
