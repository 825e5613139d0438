import type { DiagnosisMessages } from '../../../diagnosis/index.ts';
import { ltr } from '../isolate.ts';

const edit =
  'فتح الحاوية في وحدة تحكم S3، ثم «Permissions» ثم «Cross-origin resource sharing (CORS)» ثم «Edit»';

/** The words on the bucket’s CORS rules in Arabic. */
export const cors = {
  cors_missing: (d) => ({
    title: 'ليس للحاوية قواعد CORS',
    cause: `لا يُسمح للمتصفحات بإرسال ملفات إليها من ${ltr(d.origin)}.`,
    remedy: [`${edit}.`, 'لصق القواعد من الدليل واختيار «Save changes».'],
  }),
  cors_origin_refused: (d) => ({
    title: 'لا تسمح قواعد CORS في الحاوية بهذا الموقع',
    cause: `ليس في أي قاعدة ${ltr(d.origin)} أو ${ltr('*')} ضمن «AllowedOrigins».`,
    remedy: [
      `${edit}، وإضافة ${ltr(d.origin)} أو ${ltr('*')} إلى «AllowedOrigins»: دون شرطة مائلة في النهاية. ثم «Save changes».`,
    ],
  }),
  cors_method_refused: (d) => ({
    title: `لا تسمح قواعد CORS في الحاوية بالطريقة ${ltr(d.method)}`,
    cause: `تنقص القاعدة الخاصة بـ ${ltr(d.origin)} الطريقة ${ltr(d.method)} ضمن «AllowedMethods»، لذلك لا يُسمح للمتصفح ${/PUT/.test(d.method) ? 'بتخزين الملفات' : 'بذلك'}.`,
    remedy: [`${edit}، وإضافة ${ltr(d.method)} إلى «AllowedMethods». ثم «Save changes».`],
  }),
  cors_header_refused: (d) => ({
    title: 'ترفض قواعد CORS في الحاوية ترويسة من عملية الرفع',
    cause: `لا تسمح القاعدة الخاصة بـ ${ltr(d.origin)} بترويسات الطلب ${ltr(`${d.headers}`)}.`,
    remedy: [`${edit}، وضبط «AllowedHeaders» على ${ltr('["*"]')}. ثم «Save changes».`],
  }),
  cors_refused: (d) => ({
    title: 'لا تسمح الحاوية لهذا الموقع بالرفع',
    cause: `رفض S3 أن ترسل صفحة من ${ltr(d.origin)} الطلب ${ltr(d.method)}. قواعد CORS غير موجودة، أو لا توافقه أي منها.`,
    remedy: [`${edit}، ومقارنة القواعد بما في الدليل، واختيار «Save changes».`],
  }),
  etag_not_exposed: (d) => ({
    title: 'لا تستطيع الصفحات قراءة ETag لما تخزِّنه',
    cause: `لا تذكر قاعدة CORS الخاصة بـ ${ltr(d.origin)} القيمة ETag ضمن «ExposeHeaders». ويعمل الرفع بدونها.`,
    remedy: [
      'لا يلزم عمل شيء.',
      `لتأكيد الملفات الكبيرة جزءًا جزءًا: ${edit}، وضبط «ExposeHeaders» على ${ltr('["ETag"]')}.`,
    ],
  }),
} satisfies Partial<DiagnosisMessages>;
