import type { DiagnosisMessages } from '../../../diagnosis/index.ts';
import { ltr } from '../isolate.ts';

/** The words on our own API that only settings and set-up have, in Arabic. */
export const api = {
  settings_changed: () => ({
    title: 'غيَّر شخص آخر الإعدادات أثناء ذلك',
    cause: 'ما أدخلته مبني على إعدادات لم تعد هي المحفوظة، لذلك لم يُحفظ شيء.',
    remedy: ['مقارنة ما أدخلته بالمحفوظ الآن، ثم الحفظ مرة أخرى.'],
  }),
  move_conflict: (d) => ({
    title: 'لا يمكن نقل المرفقات في هذا الاتجاه الآن',
    cause: {
      s3_not_in_use:
        'تخزين S3 غير مستخدم: تذهب المرفقات الجديدة إلى قاعدة البيانات، وما في قاعدة البيانات يبقى فيها.',
      s3_in_use: 'تخزين S3 مستخدم: تذهب المرفقات الجديدة إلى الحاوية، وما في الحاوية يبقى فيها.',
      running: 'يجري نقلها في الاتجاه الآخر الآن.',
    }[d.problem],
    remedy: [
      {
        s3_not_in_use: 'تفعيل تخزين S3 ثم نقلها.',
        s3_in_use: 'تعطيل تخزين S3 ثم نقلها.',
        running: 'إيقاف ذلك النقل مؤقتًا أولًا.',
      }[d.problem],
    ],
  }),
  invalid_input: (d) =>
    d.issues.some(({ path }) => path === 'keyPrefix')
      ? {
          title: 'لا يمكن استخدام بادئة المفاتيح هذه',
          cause: 'تتكون من مجلدات: أحرف لاتينية وأرقام وواصلات، وبعد كل مجلد شرطة مائلة، ولا شرطة قبل الأول.',
          remedy: [`كتابتها مثل ${ltr('help-desk/')} أو ${ltr('desk/attachments/')}، أو تركها فارغة.`],
        }
      : d.issues.some(({ path }) => path === 'publicBaseUrl')
        ? {
            title: 'لا يمكن استخدام عنوان URL الأساسي العام هذا',
            cause: `يلزم عنوان كامل يبدأ بـ ${ltr('https://')}، دون استعلام أو مستخدم؛ ولا يُستخدم إلا مع الروابط العامة.`,
            remedy: [
              `كتابته مثل ${ltr('https://files.example.com')} أو ${ltr('https://cdn.example.com/desk')}، أو تركه فارغًا: عندئذٍ تؤدي الروابط إلى S3 نفسه.`,
            ],
          }
        : {
            title: 'بعض ما أُرسل غير صالح',
            cause: `رفض الخادم ما أُرسل بوصفه ${[...new Set(d.issues.map(({ path }) => `«${ltr(path)}»`))].join('، ') || 'هذا الطلب'}.`,
            remedy: ['تصحيحه وإعادة المحاولة.'],
          },
  server_closing: () => ({
    title: 'يُعاد تشغيل الخادم',
    cause: 'يُنهي ما بدأه ولا يقبل شيئًا جديدًا.',
    remedy: ['إعادة المحاولة بعد بضع ثوانٍ.'],
  }),
  origin_not_allowed: (d) => ({
    title: 'لا يقبل الخادم طلبات من هذا الموقع',
    cause: `${d.origin === undefined || d.origin === null ? 'أصل الصفحة' : ltr(d.origin)} ليس في قائمة الأصول التي يسمح بها الخادم.`,
    remedy: ['يستطيع المسؤول عن تشغيل الخادم إضافته إلى الأصول المسموح بها.'],
  }),
} satisfies Partial<DiagnosisMessages>;
