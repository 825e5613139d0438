import type { UploadFailureMessages } from '../../components/index.ts';
import { loadOnce } from '../../diagnosis/index.ts';
import { open } from './diagnosis/open.ts';
import { ltr, own } from './isolate.ts';

const ref = (reference: string | null) => (reference ? ` الرقم المرجعي الذي يحتاجه: ${ltr(reference)}.` : '');

const everyone: UploadFailureMessages['everyone'] = {
  administrator: (reference) => ({
    title: 'تخزين الملفات يحتاج إلى المسؤول',
    cause: 'رفض تخزين المرفقات هذا الطلب. لم يحدث ذلك بسببك، وما كتبته محفوظ.',
    remedy: [`يُرجى إبلاغ المسؤول.${ref(reference)}`, 'ثم إعادة المحاولة بعد أن يصلح المشكلة.'],
  }),
  link: (reference) => ({
    title: 'الملف مخزَّن، لكن رابطه لا يُفتح بعد',
    cause: 'ملفك محفوظ، ولا حاجة إلى إرفاقه مرة أخرى.',
    remedy: [`يُرجى إبلاغ المسؤول.${ref(reference)}`],
  }),
  time: (reference) => ({
    title: 'تخزين الملفات غير جاهز في هذه اللحظة',
    cause: 'لم يُقبل الملف. وما كتبته محفوظ.',
    remedy: [`يُرجى إعادة المحاولة بعد بضع دقائق. وإن استمرت المشكلة فيُرجى إبلاغ المسؤول.${ref(reference)}`],
  }),
  connection: () => ({
    title: 'انقطع الاتصال',
    cause: 'لم يصل الملف. وما كتبته محفوظ.',
    remedy: ['يُرجى التحقق من الاتصال وإعادة المحاولة.'],
  }),
  viewer: () => ({
    title: 'لم ينجح ذلك',
    cause: 'تعذَّرت معالجة الملف.',
    remedy: ['يُرجى إعادة المحاولة أو اختيار ملف آخر.'],
  }),
};

/** The words of an alert in Arabic. */
export const alertMessages: Omit<UploadFailureMessages, 'health'> = {
  locale: 'ar',
  dir: 'rtl',
  diagnosis: open,
  full: /* @__PURE__ */ loadOnce(() => import('./diagnosis.ts').then(({ diagnosisWords }) => diagnosisWords)),
  everyone,
  alert: {
    openField: (label) => `الانتقال إلى «${own(label)}»`,
    openStep: (name) => `الانتقال إلى الخطوة «${own(name)}»`,
    details: 'التفاصيل',
    code: 'السبب',
    s3: ({ status, code }) =>
      code ? `أجاب S3 بالرد ${ltr(`${status} ${code}`)}` : `أجاب S3 بالرد ${status}`,
    requestId: 'معرِّف الطلب',
    reference: 'الرقم المرجعي',
    sentence: (title) => `${title}.`,
    likely: 'هذا هو السبب المرجَّح.',
    others: 'وقد يكون السبب أيضًا:',
  },
  fields: {
    bucket: 'اسم الحاوية',
    region: 'منطقة AWS',
    accessKeyId: 'Access key ID',
    secretAccessKey: 'Secret access key',
    endpoint: 'نقطة النهاية',
    forcePathStyle: 'نمط المسار',
    keyPrefix: 'بادئة المفاتيح',
    publicBaseUrl: 'عنوان URL الأساسي العام',
  },
  steps: {
    'create-bucket': 'إنشاء الحاوية',
    'public-access': 'Block Public Access',
    'bucket-policy': 'سياسة الحاوية',
    cors: 'CORS',
    'iam-policy': 'سياسة IAM',
    'iam-user': 'مستخدم IAM',
    'access-key': 'مفتاح الوصول',
  },
};
