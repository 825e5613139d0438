/** Keeps an address, a path or a piece of a document in one piece, left to right, whatever stands around it. */
export const ltr = (text: string) => `\u2066${text}\u2069`;

/** Keeps a name of somebody's own in one piece, in the direction of its own letters. */
export const own = (text: string) => `\u2068${text}\u2069`;
