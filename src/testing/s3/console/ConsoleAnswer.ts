/** What the console says after Save: done, or AWS's refusal with its code and text. */
export type ConsoleAnswer = { ok: true } | ConsoleRefusal;

/** AWS's refusal. */
export interface ConsoleRefusal {
  ok: false;
  code: string;
  message: string;
}

/** A refusal of the console. */
export function refused(code: string, message: string): ConsoleRefusal {
  return { ok: false, code, message };
}
