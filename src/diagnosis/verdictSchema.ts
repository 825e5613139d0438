import * as z from 'zod/mini';
import { type DiagnosisCode, diagnosisCodes, diagnosisSchema } from './Diagnosis.ts';
import type { Verdict } from './Verdict.ts';

const reference = z.nullable(z.string().check(z.maxLength(16)));

/** Reads a verdict off the wire. */
export const verdictSchema = /* @__PURE__ */ z.discriminatedUnion('detail', [
  z.object({
    detail: z.literal('full'),
    diagnosis: diagnosisSchema,
    /** What else was found, the likeliest first. */
    others: z.optional(z.array(diagnosisSchema).check(z.maxLength(16))),
    reference,
  }),
  z.object({ detail: z.literal('redacted'), code: z.enum(diagnosisCodes as [DiagnosisCode]), reference }),
]) as z.ZodMiniType<Verdict>;
