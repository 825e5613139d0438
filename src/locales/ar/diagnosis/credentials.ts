import type { DiagnosisMessages } from '../../../diagnosis/index.ts';
import { ltr } from '../isolate.ts';
import { justChanged, openPolicy } from './phrases.ts';

const key = (id: string | undefined) => (id ? ` ${ltr(id)}` : '');
const newKey =
  'إذا لم يعد لديك فينبغي إنشاء مفتاح وصول جديد: IAM، ثم «Users»، ثم المستخدم، ثم «Security credentials»، ثم «Create access key». وإدخال قيمتيه هنا.';
const ofTheUser =
  'فتح IAM في وحدة تحكم AWS، ثم «Users»، ثم مستخدم triage.ai، ثم «Security credentials»، ثم «Create access key»، وإدخال قيمتيه هنا.';

const whyUnavailable = {
  failed: 'كان على الخادم نفسه أن يوفِّره، وفشل ذلك.',
  timeout: 'كان على الخادم نفسه أن يوفِّره، ولم يصل شيء خلال عشر ثوانٍ.',
  malformed: 'ما وصل بدلًا منه ليس مفتاح وصول مع مفتاحه السري.',
  expired: 'المفتاح الذي وصل كانت صلاحيته قد انتهت.',
};

/** The words on access keys and secrets in Arabic. */
export const credentials = {
  access_key_unknown: (d) => ({
    title: 'لا يعرف AWS مفتاح الوصول هذا',
    cause: `إن Access key ID${key(d.accessKeyId)} غير موجود، أو حُذف، أو حالته «Inactive».`,
    remedy: [
      'فتح IAM في وحدة تحكم AWS، ثم «Users»، ثم المستخدم، ثم «Security credentials»، ومقارنة Access key ID حرفًا حرفًا. إذا كانت حالته «Inactive»: اختيار «Actions» ثم «Activate».',
      'إذا لم يكن هناك: اختيار «Create access key» وإدخال قيمتيه هنا.',
      justChanged,
    ],
  }),
  secret_wrong: (d) => ({
    title: 'قيمة Secret access key خاطئة',
    cause: `يعرف AWS قيمة Access key ID${key(d.accessKeyId)}، لكن المفتاح السري المُدخل ليس التابع لها.`,
    remedy: [
      'إدخال المفتاح السري مرة أخرى؛ ونسخه كاملًا دون مسافات أو علامات اقتباس.',
      `لا يعرض AWS المفتاح السري إلا مرة واحدة. ${newKey}`,
    ],
  }),
  secret_malformed: () => ({
    title: 'لا تبدو قيمة Secret access key كاملة',
    cause:
      'المفاتيح السرية من Amazon هي 40 من الأحرف اللاتينية والأرقام و«+» و«/». وما أُدخل أقصر أو أطول، أو فيه مسافة أو علامة اقتباس أو فاصل أسطر أو محرف غير مرئي جاء مع النسخ.',
    remedy: [
      'إدخال المفتاح السري مرة أخرى؛ ونسخه كاملًا دون أي شيء حوله.',
      `لا يعرض AWS المفتاح السري إلا مرة واحدة. ${newKey}`,
    ],
  }),
  secret_unreadable: () => ({
    title: 'لم يعد بالإمكان قراءة المفتاح السري المحفوظ',
    cause: 'شُفِّر بمفتاح لم يعد لدى هذا الخادم.',
    remedy: ['إدخال Secret access key مرة أخرى والحفظ.', newKey],
  }),
  secret_needed: () => ({
    title: 'يلزم إدخال Secret access key',
    cause: 'لم يُحفظ مفتاح سري لهذه الحاوية ومفتاح الوصول ونقطة النهاية معًا؛ ولا يُستخدم لها مفتاح حُفظ لغيرها.',
    remedy: ['إدخال Secret access key.'],
  }),
  keys_removed: () => ({
    title: 'لم يعد هناك مفتاح وصول',
    cause:
      'أُزيل مفتاح الوصول من الإعدادات. تبقى الملفات الموجودة في S3 هناك، لكن triage.ai لا يستطيع حذفها ولا توقيع روابط إليها.',
    remedy: ['إدخال Access key ID ومفتاحه السري في الإعدادات والحفظ.', newKey],
  }),
  credentials_unavailable: (d) =>
    d.problem === 'gone'
      ? {
          title: 'لم يعد لدى الخادم مفتاح وصول',
          cause: 'حُفظت هذه الإعدادات دون مفتاح لأن الخادم كان يوفِّر مفتاحه. ولم يعد يوفِّره.',
          remedy: [
            'إدخال Access key ID ومفتاحه السري في الإعدادات والحفظ.',
            'أو أن يعطي المسؤول عن تشغيل الخادم الخادمَ مفتاح الوصول مرة أخرى.',
          ],
        }
      : {
          title: 'لا يستطيع الخادم الحصول على مفتاح الوصول',
          cause: whyUnavailable[d.problem],
          remedy: [
            'إبلاغ المسؤول عن تشغيل الخادم: مفتاح الوصول لا يُدخل هنا بل يوفِّره الخادم من دوره أو هويته أو بيئته. ويبيِّن سجل الخادم ما حدث.',
            'لا يلزم حفظ شيء: يعود الرفع إلى العمل فور توفُّره.',
          ],
        },
  credential_malformed: (d) => ({
    title: 'ليس لقيمة Access key ID الصيغة التي يتوقعها AWS',
    cause: d.accessKeyId
      ? `قيم Amazon هي 20 من الأحرف اللاتينية الكبيرة والأرقام وتبدأ بالأحرف AKIA؛ والقيمة ${ltr(d.accessKeyId)} ليست كذلك.`
      : 'قد تكون فيها مسافة أو شرطة مائلة أو علامة اقتباس أو فاصل أسطر أو محرف غير مرئي، أو أن حقلَي المفتاح مبدَّلان.',
    remedy: [
      'فتح IAM في وحدة تحكم AWS، ثم «Users»، ثم المستخدم، ثم «Security credentials»، ونسخ Access key ID من هناك: 20 من الأحرف والأرقام تبدأ بالأحرف AKIA.',
      'التأكد من أن المفتاح السري ليس في حقل Access key ID.',
    ],
  }),
  credential_expired: () => ({
    title: 'انتهت صلاحية مفتاح الوصول هذا',
    cause: 'هو مفتاح مؤقت. تحتاج المرفقات إلى مفتاح دائم من مستخدم IAM.',
    remedy: [ofTheUser],
  }),
  credential_temporary: (d) => ({
    title: 'هذا مفتاح وصول مؤقت',
    cause: `المفاتيح التي تبدأ بالأحرف ASIA${d.accessKeyId ? `، مثل ${ltr(d.accessKeyId)}،` : ''} لا تعمل إلا مع رمز جلسة وتتوقف بعد بضع ساعات. تحتاج المرفقات إلى مفتاح دائم يبدأ بالأحرف AKIA.`,
    remedy: [ofTheUser],
  }),
  credentials_swapped: () => ({
    title: 'قيمتا Access key ID والمفتاح السري مبدَّلتان',
    cause: 'ما في حقل Access key ID يبدو مفتاحًا سريًا: 40 محرفًا.',
    remedy: [
      'إدخال المحارف وعددها 20 التي تبدأ بالأحرف AKIA في Access key ID، والمحارف وعددها 40 في Secret access key.',
    ],
  }),
  root_key: (d) => ({
    title: 'هذا المفتاح تابع للمستخدم الجذر في حساب AWS',
    cause: `هو يعمل، لكنه يستطيع فعل أي شيء في الحساب${key(d.account)}، ولا شيء يقيِّده. وإذا تسرَّب فكل شيء مكشوف.`,
    remedy: [
      'إنشاء مستخدم IAM بالسياسة التي في الدليل، وإنشاء مفتاح وصول له، وإدخال ذلك المفتاح هنا.',
      'ثم حذف مفتاح المستخدم الجذر: النقر في وحدة تحكم AWS على اسم حسابك، ثم «Security credentials»، ثم «Access keys».',
    ],
  }),
  key_too_powerful: (d) => ({
    title: 'يُسمح لهذا المفتاح بأكثر مما يلزم',
    cause: `يُسمح له أيضًا بالإجراء ${ltr(d.action)}. ولا تحتاج المرفقات إلا إلى تخزين الكائنات وحذفها في حاوية واحدة، وقراءتها مع الروابط الخاصة.`,
    remedy: [
      'فتح IAM في وحدة تحكم AWS، ثم «Users»، ثم مستخدم هذا المفتاح، ثم «Permissions»، وإزالة سياسات مثل AmazonS3FullAccess.',
      `الإبقاء على السياسة التي في الدليل وحدها. ${openPolicy}، لمقارنتها.`,
    ],
  }),
} satisfies Partial<DiagnosisMessages>;
