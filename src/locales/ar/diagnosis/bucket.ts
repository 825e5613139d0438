import type { DiagnosisMessages, DiagnosisOf, DiagnosisWords } from '../../../diagnosis/index.ts';
import { ltr } from '../isolate.ts';

const permissions = 'فتح الحاوية في وحدة تحكم S3، علامة التبويب «Permissions»';
const kms = 'في وحدة تحكم AWS فتح «Key Management Service» ثم «Customer managed keys» ثم مفتاح الحاوية';
const managed =
  'فتح الحاوية في وحدة تحكم S3، ثم «Properties» ثم «Default encryption» ثم «Edit» ثم «Server-side encryption with Amazon S3 managed keys (SSE-S3)» ثم «Save changes».';
const s3Managed = `أو الاستغناء عن ذلك المفتاح: ${managed}`;
const isCode = (region: string) => /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/.test(region);

/** The words on the bucket, what it is set to, and the account that it is in, in Arabic. */
export const bucket = {
  bucket_missing: (d) => ({
    title: `لا توجد حاوية باسم «${ltr(d.bucket)}»`,
    cause: 'الاسم فيه خطأ كتابي، أو حُذفت الحاوية.',
    remedy: ['مقارنة الاسم حرفًا حرفًا في وحدة تحكم S3، وتصحيحه هنا.'],
  }),
  bucket_name_invalid: (d) => ({
    title: `لا يمكن أن يكون «${ltr(d.bucket)}» اسم حاوية`,
    cause: 'في الأسماء من 3 إلى 63 من الأحرف اللاتينية الصغيرة والأرقام والنقاط والواصلات.',
    remedy: d.name
      ? [`إدخال الاسم وحده، ويبدو أنه ${ltr(d.name)}.`]
      : ['نسخ الاسم من قائمة الحاويات في وحدة تحكم S3.'],
  }),
  bucket_in_other_account: (d) => ({
    title: `الحاوية «${ltr(d.bucket)}» تابعة لحساب AWS آخر`,
    cause: d.account
      ? `مفتاح الوصول تابع للحساب ${ltr(d.account)}، والحاوية ليست تابعة له. يقرر مالكها ما يُسمح بفعله بها، ويقرأ ما فيها.`
      : 'مفتاح الوصول والحاوية من حسابين مختلفين. يقرر مالك الحاوية ما يُسمح بفعله بها، ويقرأ ما فيها.',
    remedy: [
      'البحث عن الحاوية في وحدة تحكم S3 في حسابك. إذا لم تكن هناك فالاسم مأخوذ لغيرك: ينبغي إدخال اسم حاويتك.',
      'إذا كانت الحاوية في حساب آخر لك فينبغي إنشاء مستخدم IAM ومفتاحه في ذلك الحساب وإدخالهما هنا.',
    ],
  }),
  region_wrong: (d) => {
    // By its looks; where S3 was asked it is known.
    if (!d.s3 && !isCode(d.region)) {
      return {
        title: d.region ? `«${ltr(d.region)}» ليس رمز منطقة في AWS` : 'لم تُدخل منطقة AWS',
        cause: `الرمز هو ما يلي اسم المنطقة في وحدة تحكم AWS، مثل ${ltr('us-east-1')}.`,
        remedy: [
          d.expected
            ? `ضبط «منطقة AWS» على ${ltr(d.expected)}، وهو المقصود على ما يبدو، ثم الحفظ.`
            : 'تعرض وحدة تحكم S3 منطقة كل حاوية في قائمتها: إدخال رمزها ثم الحفظ.',
        ],
      };
    }
    return {
      title: d.expected
        ? `الحاوية في ${ltr(d.expected)}، وليست في ${ltr(d.region)}`
        : `الحاوية ليست في ${ltr(d.region)}`,
      cause: 'لا يقبل S3 الملفات إلا على عنوان المنطقة التي أُنشئت فيها الحاوية.',
      remedy: [
        d.expected
          ? `ضبط «منطقة AWS» على ${ltr(d.expected)} ثم الحفظ.`
          : 'تعرض وحدة تحكم S3 منطقة كل حاوية في قائمتها: إدخالها ثم الحفظ.',
      ],
    };
  },
  public_read_refused: (d) => {
    if (d.host !== undefined) return refusedInFront(d, d.host);
    const access = `${permissions}: يجب أن يكون «Block all public access» متوقفًا. وقد يكون مفعَّلًا للحساب كله أيضًا: «Block Public Access settings for this account».`;
    const policy = `${permissions}: مقارنة «Bucket policy» بالسياسة التي في الدليل. يجب أن تكون موجودة، وأن تسمح بالإجراء ${ltr('s3:GetObject')} للجميع ${ltr('("*")')}، وأن تنتهي بـ ${ltr('/*')}، وألا تمنع شيئًا.`;
    const causes = {
      allowed:
        'يعرضه S3 لمفتاحك ولا يعرضه للعموم. لذلك فالأرجح أن Block Public Access مفعَّل. وإلا فسياسة الحاوية تذكر مستخدمك وحده، أو يُسمح لمفتاحك بالقراءة بسياسة خاصة به.',
      refused:
        'لا يعرضه S3 للعموم ولا لمفتاحك. لذلك فسياسة الحاوية غير موجودة، أو لا تشمل هذه الملفات، أو تمنعها. وما دام Block Public Access مفعَّلًا لا يحفظها AWS.',
      untold:
        'يرفض S3 عرضه للعموم. إما أن سياسة الحاوية غير موجودة أو لا تشمل هذه الملفات، وإما أن Block Public Access مفعَّل؛ ولا يبيِّن S3 أيهما.',
    };
    return {
      title: 'الملف مخزَّن، لكن لا يمكن فتح رابطه',
      cause: causes[d.signed ?? 'untold'],
      remedy: d.signed === 'refused' ? [policy, access] : [access, policy],
    };
  },
  public_read_open: (d) => ({
    title: 'الروابط مضبوطة على أنها خاصة، لكن يمكن قراءة الملفات دون رابط',
    cause: `تعرض الحاوية «${ltr(d.bucket)}» ملفاتها لكل من يعرف عنوانها. ولا تحمي الروابط الخاصة شيئًا ما دام الأمر كذلك.`,
    remedy: [
      `${permissions}، ثم «Bucket policy» ثم «Edit»، وحذف البيان الذي يسمح بالإجراء ${ltr('s3:GetObject')} للجميع (${ltr('"Principal": "*"')}).`,
      'ثم تفعيل «Block all public access» في علامة التبويب نفسها.',
    ],
  }),
  public_policy_blocked: () => ({
    title: 'لا يسمح Block Public Access بحفظ سياسة الحاوية هذه',
    cause: 'تتيح السياسة الملفات للعموم، وما زال «Block public access» مفعَّلًا للحاوية.',
    remedy: [
      `${permissions}، ثم «Block public access (bucket settings)» ثم «Edit»: إلغاء تحديد «Block all public access» ثم «Save changes».`,
      'إذا كان مفعَّلًا للحساب كله: «Block Public Access settings for this account» في الجهة اليسرى.',
      'ثم حفظ سياسة الحاوية مرة أخرى.',
    ],
  }),
  bucket_world_writable: (d) => ({
    title: 'يستطيع أي شخص في العالم تخزين ملفات في هذه الحاوية',
    cause: `قبلت الحاوية «${ltr(d.bucket)}» ملفًا دون أي مفتاح. يستطيع الغرباء ملأها على حسابك، أو نشر ملفات باسمك.`,
    remedy: [
      `${permissions}، ثم «Bucket policy» ثم «Edit»: يجب أن يكون ${ltr('s3:GetObject')} هو «Action» الوحيد للجميع. مقارنتها بالسياسة التي في الدليل ثم الحفظ.`,
      'اختيار «ACLs disabled» تحت «Object Ownership» في علامة التبويب نفسها.',
      ...(d.leftBehind ? [`حذف الملف التجريبي الذي لم يستطع التحقق إزالته: ${ltr(d.leftBehind)}.`] : []),
    ],
  }),
  bucket_world_listable: (d) => ({
    title: 'يستطيع أي شخص في العالم سرد الملفات في هذه الحاوية',
    cause: `تعرض الحاوية «${ltr(d.bucket)}» أسماء كل ملفاتها دون أي مفتاح، فيمكن العثور على كل مرفق وفتحه.`,
    remedy: [
      `${permissions}، ثم «Bucket policy» ثم «Edit»: إزالة ${ltr('s3:ListBucket')} و${ltr('s3:*')} مما يُسمح به للجميع. مقارنتها بالسياسة التي في الدليل ثم الحفظ.`,
      'اختيار «ACLs disabled» تحت «Object Ownership» في علامة التبويب نفسها.',
    ],
  }),
  encryption_denied: (d) => ({
    title: 'لا يُسمح لمفتاح الوصول باستخدام مفتاح تشفير الحاوية',
    cause: `تُشفِّر الحاوية بمفتاح من AWS KMS${d.resource ? ` (${ltr(d.resource)})` : ''}، ولا يُسمح لمستخدم IAM ${d.action ? `بالإجراء ${ltr(d.action)}` : 'باستخدامه'}.`,
    remedy: [`${kms} ثم «Key users» ثم «Add»، وإضافة مستخدم IAM الخاص بـ triage.ai.`, s3Managed],
  }),
  encryption_key_unusable: (d) => ({
    title: 'لا يمكن استخدام مفتاح تشفير الحاوية',
    cause: `تُشفِّر الحاوية بمفتاح من AWS KMS معطَّل، أو في انتظار الحذف، أو لم يعد موجودًا${d.s3?.code ? `؛ رد S3: «${ltr(d.s3.code)}»` : ''}.`,
    remedy: [`${kms} ثم «Key actions»: «Enable» أو «Cancel key deletion».`, s3Managed],
  }),
  encryption_hides_links: () => ({
    title: 'تشفير الحاوية يمنع فتح الروابط',
    cause:
      'الملفات المشفَّرة بمفتاح من AWS KMS لا تُقرأ إلا بتوقيع، لذلك لا تعمل الروابط التي يستطيع أي شخص فتحها.',
    remedy: [`${managed} الملفات المخزَّنة بالفعل تبقى كما هي.`, 'أو اختيار الروابط الخاصة في هذه الإعدادات.'],
  }),
  object_locked: (d) => ({
    title: 'يُبقي S3 هذا الملف مقفلًا',
    cause: `الحاوية «${ltr(d.bucket)}» فيها Object Lock: لا يمكن حذف ملف مخزَّن ولا استبداله حتى تنتهي مدة حفظه.`,
    remedy: [
      'إذا لم يكن ذلك مطلوبًا: فتح الحاوية في وحدة تحكم S3، ثم «Properties» ثم «Object Lock» ثم «Edit»، وتعطيل «Default retention».',
      'أو استخدام حاوية دون Object Lock للمرفقات.',
    ],
  }),
  acl_not_supported: () => ({
    title: 'حمل الطلب ACL، والحاوية لا تقبله',
    cause: `قيمة «Object Ownership» في الحاوية هي «Bucket owner enforced» كما يوصي AWS. لا يرسل triage.ai أي ACL، إذن هناك ما يضيف الترويسة ${ltr('x-amz-acl')} في الطريق.`,
    remedy: [
      `سؤال المسؤول عن تشغيل الخادم: أي وكيل أو صفحة يضيف ${ltr('x-amz-acl')}، وطلب إزالته.`,
      'ترك «Object Ownership» كما هي: لا حاجة إلى قوائم التحكم في الوصول.',
    ],
  }),
  account_disabled: (d) => ({
    title: 'أغلق AWS الوصول',
    cause: `كل وصول إلى الحاوية «${ltr(d.bucket)}» أو إلى حساب AWS التابعة له معطَّل${d.s3?.code ? `؛ رد S3: «${ltr(d.s3.code)}»` : ''}. قد تكون الحاوية لغيرك، أو قد يكون الحساب معلَّقًا، أو غير مفعَّل بعد، أو عليه فاتورة مستحقة.`,
    remedy: [
      'مقارنة اسم الحاوية بالقائمة في وحدة تحكم S3.',
      'النظر في وحدة تحكم AWS تحت «Billing and Cost Management» وفي الرسائل الواردة إلى مالك الحساب؛ ثم سؤال دعم AWS مع ذكر معرِّف الطلب.',
    ],
  }),
} satisfies Partial<DiagnosisMessages>;

/** The link leads to what stands in front of the bucket, and that does not show the file. */
function refusedInFront(d: DiagnosisOf<'public_read_refused'>, host: string): DiagnosisWords {
  const direct = {
    allowed: ' يعرضه S3 نفسه للعموم، فالسبب إذن ذلك العنوان أو ما يستجيب عليه.',
    refused: ' ولا يعرضه S3 نفسه للعموم أيضًا.',
    untold: '',
  };
  return {
    title: 'الملف مخزَّن، لكن لا يمكن فتح رابطه',
    cause: `تؤدي الروابط إلى عنوان URL الأساسي العام، ولا يعرض ${ltr(host)} الملف.${direct[d.direct ?? 'untold']}`,
    remedy: [
      'التأكد من أن «عنوان URL الأساسي العام» هو العنوان الذي تعرض عليه CDN هذه الحاوية، حتى الموضع الذي تبدأ عنده مفاتيح ملفاتها.',
      'التأكد في CDN من أن مصدرها هو هذه الحاوية دون مجلد («Origin path»)، وأنها لا تطلب من القراء تسجيل دخول أو عنوانًا موقَّعًا أو ملف تعريف ارتباط.',
      ...(d.direct === 'allowed'
        ? ['أو ترك «عنوان URL الأساسي العام» فارغًا: عندئذٍ تؤدي الروابط إلى S3 نفسه.']
        : [
            `${permissions}: يجب أن تسمح «Bucket policy» بالإجراء ${ltr('s3:GetObject')} لـ CDN، أو للجميع كما في الدليل؛ وفي الحالة الأخيرة يجب أن يكون «Block all public access» متوقفًا.`,
          ]),
    ],
  };
}
