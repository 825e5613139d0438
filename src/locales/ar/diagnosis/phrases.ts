import { ltr } from '../isolate.ts';

/** What AWS needs after a change. */
export const justChanged =
  'إذا تغيَّر المفتاح أو السياسة قبل لحظات فينبغي الانتظار نصف دقيقة ثم إعادة التحقق: يحتاج AWS إلى بضع ثوانٍ لنشر التغيير.';

/** Where a policy is edited. */
export const openPolicy = 'فتح IAM في وحدة تحكم AWS، ثم «Policies»، ثم سياسة triage.ai، ثم «Edit»';

/** The user of a key, by ARN where it is known. */
export const user = (arn: string | undefined) =>
  arn ? `المستخدم ${ltr(arn)}` : 'مستخدم IAM صاحب مفتاح الوصول هذا';
