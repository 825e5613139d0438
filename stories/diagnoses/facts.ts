import type { Where } from '@triage-ai/s3-attachments';

/** Facts of a practice account, as the examples share them. */
export const bucket = 'acme-attachments';
export const accessKeyId = 'AKIAIOSFODNN7EXAMPLE';
export const account = '111122223333';
export const principal = `arn:aws:iam::${account}:user/${bucket}`;
export const resource = `arn:aws:s3:::${bucket}/triage-ai/report.pdf`;
export const origin = 'https://desk.acme.example';
export const host = 's3.acme.example';

type FieldName = Extract<Where, { kind: 'field' }>['field'];
type Step = Extract<Where, { kind: 'step' }>;
type Place = Extract<Where, { kind: 'elsewhere' }>['place'];

/** A field of the form. */
export const field = (name: FieldName): Where => ({ kind: 'field', field: name });
/** A step of the guide. */
export const step = (name: Step['step'], part?: Step['part']): Where => ({
  kind: 'step',
  step: name,
  ...(part ? { part } : {}),
});
/** Elsewhere. */
export const at = (place: Place): Where => ({ kind: 'elsewhere', place });
/** What S3 said. */
export const s3 = (status: number, code: string) => ({
  s3: { status, code, requestId: 'TX2Q3V5E7KEXAMPLE' },
});
/** S3 said so. */
export const certain = (...where: Where[]) => ({ where, certainty: 'certain' as const });
/** The best explanation. */
export const likely = (...where: Where[]) => ({ where, certainty: 'likely' as const });
/** One of several. */
export const possible = (...where: Where[]) => ({ where, certainty: 'possible' as const });

/** The places of a missing permission. */
export const policy = [step('iam-policy', 'Action'), step('iam-policy', 'Resource'), step('iam-user')];
