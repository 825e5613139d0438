import type { DiagnosisMessages, DiagnosisOf, DiagnosisWords } from '../../../diagnosis/index.ts';
import { ltr } from '../isolate.ts';
import { justChanged, openPolicy, user } from './phrases.ts';

type Refused = DiagnosisOf<'put_not_allowed'> | DiagnosisOf<'delete_not_allowed'>;

const deny = ltr('"Effect": "Deny"');
const ofUser = 'فتح IAM في وحدة تحكم AWS، ثم «Users»، ثم المستخدم، ثم «Permissions»';
const addTo = (actions: string) =>
  `${openPolicy}، وإضافة ${actions} إلى «Action». ثم «Next» ثم «Save changes».`;
const on = (resource: string | undefined) => (resource ? ` على ${ltr(resource)}` : '');

/** The words on IAM policies, bucket policies, and those of an organisation, in Arabic. */
export const policies = {
  put_not_allowed: (d) => ({
    title: 'لا يُسمح لمفتاح الوصول بتخزين الملفات في هذه الحاوية',
    cause: causeOf(d, 's3:PutObject', 'بحذف'),
    remedy: remedyOf(d, 's3:PutObject'),
  }),
  delete_not_allowed: (d) => ({
    title: 'لا يُسمح لمفتاح الوصول بحذف الملفات من هذه الحاوية',
    cause: `${causeOf(d, 's3:DeleteObject', 'بتخزين')}${d.leftBehind ? ` يبقى كائن تجريبي واحد في الحاوية، في ${ltr(d.leftBehind)}.` : ''}`,
    remedy: [
      ...remedyOf(d, 's3:DeleteObject'),
      ...(d.leftBehind ? ['ثم إعادة التحقق: يحذف ذلك الكائن التجريبي أيضًا.'] : []),
    ],
  }),
  multipart_not_allowed: (d) => ({
    title: d.actions.includes('s3:AbortMultipartUpload')
      ? 'لا يُسمح لمفتاح الوصول بالتنظيف بعد الملفات الكبيرة'
      : 'لا يُسمح لمفتاح الوصول بمعرفة ما وصل من ملف كبير',
    cause: `تُرفع الملفات الكبيرة مع ذلك. لكن ${d.actions.map((action) => lostWithout[action]).join(' و')}`,
    remedy: [
      remedyOfParts(d),
      'أو إلغاء تحديد أذونات الملفات الكبيرة تحت «خيارات متقدمة»، إذا أمكن الاستغناء عنها.',
      justChanged,
    ],
  }),
  access_denied: (d) => ({
    title: 'رفض AWS الوصول',
    cause: d.action
      ? `لا يُسمح بالإجراء ${ltr(d.action)}${on(d.resource)} لـ: ${user(d.principal)}.`
      : 'لم يبيِّن AWS أي إذن ينقص.',
    remedy: [
      d.action
        ? `${openPolicy}، ومقارنتها بالسياسة التي في الدليل: يجب أن يحتوي «Action» على ${ltr(d.action)}.`
        : `${openPolicy}، ومقارنتها بالسياسة التي في الدليل.`,
      'فتح الحاوية في وحدة تحكم S3، ثم «Permissions»، ومقارنة سياسة الحاوية أيضًا.',
      justChanged,
    ],
  }),
  organization_denied: (d) => ({
    title: 'تمنع سياسة AWS الخاصة بمؤسستك ذلك',
    cause: `لا يُسمح ${d.action ? `بالإجراء ${ltr(d.action)}` : 'بذلك'}${on(d.resource)} لـ: ${user(d.principal)}، لأن سياسة لمؤسسة AWS (سياسة التحكم في الخدمات أو في الموارد) تعلو سياسات الحساب نفسه. ولا يرفع ذلك أي تغيير في هذا الحساب أو في هذه الصفحة.`,
    remedy: [
      `الطلب من المسؤول عن AWS Organizations في شركتك السماح لهذا الحساب بـ ${d.action ? ltr(d.action) : `${ltr('s3:PutObject')} و${ltr('s3:DeleteObject')}`}، مع إعطائه معرِّف الطلب.`,
      'إذا كانت بعض المناطق فقط مغلقة فتكفي حاوية في منطقة مسموح بها.',
    ],
  }),
} satisfies Partial<DiagnosisMessages>;

const lostWithout: Record<DiagnosisOf<'multipart_not_allowed'>['actions'][number], string> = {
  's3:AbortMultipartUpload': `بدون ${ltr('s3:AbortMultipartUpload')} لا يمكن ببساطة إزالة أجزاء عملية رفع تُخلِّي عنها: قد يبقى بعضها في الحاوية دون أن يُرى، وتُحسب تكلفته.`,
  's3:ListMultipartUploadParts': `بدون ${ltr('s3:ListMultipartUploadParts')} لا يمكن سؤال S3 عما وصل من عملية رفع انقطعت: ما لا يتذكره المتصفح يُرسل مرة أخرى.`,
};

function remedyOfParts(d: DiagnosisOf<'multipart_not_allowed'>): string {
  const actions = d.actions.map(ltr).join(' و');
  const [first] = d.where;
  const ofPolicy = first?.kind === 'step' && first.step === 'iam-policy';
  if (!ofPolicy) {
    return `ليست سياسة الدليل هي التي ترفض ذلك، بل ${
      first?.kind === 'step' && first.step === 'bucket-policy' ? 'سياسة الحاوية' : 'سياسة أعلى منها'
    }. ينبغي أن تسمح بـ ${actions}، أو سؤال المسؤول عن حساب AWS.`;
  }
  if (d.explicitDeny) {
    return `${ofUser}، والبحث في سياساته عن ${deny} للإجراء ${actions}. إزالته، أو استثناء هذه الحاوية منه.`;
  }
  return addTo(actions);
}

function causeOf(d: Refused, action: string, otherWord: string): string {
  const what = `${ltr(action)}${on(d.resource)}`;
  const who = user(d.principal);
  if (d.explicitDeny) {
    return `${kinds[d.policy ?? 'identity']} تمنع ${d.principal ? `المستخدم ${ltr(d.principal)}` : 'مستخدم هذا المفتاح'} من الإجراء ${what}. وما مُنع يبقى ممنوعًا، مهما سُمح بغيره.`;
  }
  switch (d.policy) {
    case 'bucket':
      return `${who} من حساب غير حساب الحاوية، ولا تسمح له سياسة الحاوية بالإجراء ${what}.`;
    case 'boundary':
      return `${who} له حدود أذونات (permissions boundary) لا تشمل ${what}. وما خرج عن الحدود مرفوض، مهما سمحت السياسات.`;
    case 'session':
      return `هذا مفتاح مؤقت، ولا تشمل سياسة جلسته ${what}.`;
    case 'endpoint':
      return `يمر الطلب عبر نقطة نهاية VPC في شبكتك، ولا تسمح سياستها بالإجراء ${what}.`;
  }
  if (d.otherAction === 'allowed') {
    const known = `${who} يُسمح له ${otherWord} الملفات، فسياسته سارية وتذكر الحاوية الصحيحة.`;
    return isBare(d)
      ? `${known} إما أن ${ltr(action)} ينقص فيها، وإما أن سياسة الحاوية تمنعه.`
      : `${known} لا ينقص فيها إلا ${ltr(action)}.`;
  }
  const said = d.principal || d.policy ? '' : 'لم يذكر S3 إلا «Access Denied». ';
  if (d.otherAction === 'refused') {
    return `${said}${who} لا يُسمح له بالتخزين ولا بالحذف: لا تسمح أي سياسة بالإجراء ${what}. إذن لا تشمل السياسة هذا المستخدم أو هذه الملفات.`;
  }
  return said
    ? `${said}وغالبًا ما لا تسمح سياسة المستخدم بالإجراء ${what}.`
    : `${who} ليست له سياسة تسمح بالإجراء ${what}.`;
}

const kinds: Record<NonNullable<Refused['policy']>, string> = {
  identity: 'إحدى سياسات المستخدم',
  bucket: 'سياسة الحاوية',
  boundary: 'حدود أذونات المستخدم',
  session: 'سياسة جلسة هذا المفتاح المؤقت',
  endpoint: 'سياسة نقطة نهاية VPC',
};

/** S3 said no more than “Access Denied”. */
function isBare(d: Refused): boolean {
  return !(d.principal || d.resource || d.policy);
}

function remedyOf(d: Refused, action: string): DiagnosisWords['remedy'] {
  const elsewhere = d.policy && d.policy !== 'identity' ? remedies(action, d.explicitDeny)[d.policy] : null;
  if (elsewhere) return elsewhere;
  const shown = ltr(action);
  if (d.explicitDeny) {
    return [
      `${ofUser}، والبحث في سياساته وسياسات مجموعاته عن ${deny} للإجراء ${shown}. إزالته، أو استثناء هذه الحاوية منه.`,
      justChanged,
    ];
  }
  if (d.otherAction === 'allowed') {
    const denied = `أو البحث في وحدة تحكم S3، الحاوية، «Permissions»، «Bucket policy» عن ${deny} للإجراء ${shown} وإزالته.`;
    return [addTo(shown), ...(isBare(d) ? [denied] : []), justChanged];
  }
  const files = /^(arn:[\w-]+:s3:::[^/]+)\//.exec(d.resource ?? '')?.[1];
  const resource = `«Resource» في السياسة لا ينتهي بـ ${ltr('/*')}، أو يذكر حاوية أو بادئة أخرى. ${files ? `يجب أن يكون ${ltr(`${files}/*`)}.` : `يجب أن يكون ${ltr('arn:aws:s3:::')} ثم اسم الحاوية ثم ${ltr('/*')}.`}`;
  const attached =
    'السياسة غير مرفقة بمستخدم هذا المفتاح. في IAM فتح «Users»، ثم المستخدم، ثم «Permissions»، ثم «Add permissions»، ثم «Attach policies directly».';
  const actions = `ينقص «Action» في السياسة ${ltr('s3:PutObject')} و${ltr('s3:DeleteObject')}.`;
  const foreign = 'الحاوية تابعة لحساب AWS آخر. البحث عنها في قائمة وحدة تحكم S3.';
  const denial = `في سياسة الحاوية ${deny} للإجراء ${shown}. إزالته، أو استثناء هذا المستخدم منه.`;
  const bare = isBare(d) ? [denial, foreign] : [];
  const candidates =
    d.otherAction === 'refused'
      ? [resource, attached, actions, ...bare]
      : [`ينقص «Action» في السياسة ${shown}.`, resource, attached, ...bare];
  return [
    ...candidates.map((line, index) => `${index === 0 ? 'أحد الأسباب التالية: ' : 'أو: '}${line}`),
    justChanged,
  ];
}

function remedies(
  action: string,
  denied: boolean,
): Partial<Record<NonNullable<Refused['policy']>, string[]>> {
  const shown = ltr(action);
  const allow = denied ? `إزالة البيان الذي يمنع ${shown}` : `إضافة ${shown}`;
  return {
    bucket: [
      denied
        ? `فتح الحاوية في وحدة تحكم S3، ثم «Permissions»، ثم «Bucket policy»، ثم «Edit»، وإزالة البيان الذي فيه ${deny} للإجراء ${shown}، أو استثناء هذا المستخدم منه. والنظر إلى «Condition» فيه أيضًا: فقد يشترط عنوانًا أو تشفيرًا (TLS).`
        : 'إنشاء مستخدم IAM ومفتاحه في الحساب الذي فيه الحاوية، وإدخال ذلك المفتاح هنا؛ أو إدخال حاوية من هذا الحساب.',
    ],
    boundary: [
      `${ofUser}، ثم «Permissions boundary»، و${allow} في السياسة المذكورة هناك، أو إزالة الحدود.`,
      'إذا لم يُسمح لك بذلك: سؤال المسؤول عن حساب AWS.',
      justChanged,
    ],
    session: ['إنشاء مفتاح وصول دائم لمستخدم IAM، وإدخال قيمتيه هنا.'],
    endpoint: [
      `في وحدة تحكم AWS فتح «VPC»، ثم «Endpoints»، ثم نقطة النهاية الخاصة بـ S3، ثم «Policy»، ثم «Edit policy»، و${allow} لهذه الحاوية.`,
      'أو سؤال المسؤول عن الشبكة.',
    ],
  };
}
