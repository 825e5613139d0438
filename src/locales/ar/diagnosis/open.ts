import type { DiagnosisMessages, OpenCode } from '../../../diagnosis/index.ts';
import { ltr, own } from '../isolate.ts';

const megabytes = (bytes: number) =>
  own(
    new Intl.NumberFormat('ar', { style: 'unit', unit: 'megabyte', maximumSignificantDigits: 3 }).format(
      bytes / 1_000_000,
    ),
  );

/** The words for what anybody may be told in full, in Arabic. */
export const open: Pick<DiagnosisMessages, OpenCode> = {
  offline: () => ({
    title: 'لا يوجد اتصال بالشبكة',
    cause: 'هذا الجهاز غير متصل بالشبكة.',
    remedy: ['إعادة المحاولة بعد الاتصال.'],
  }),
  connection_lost: () => ({
    title: 'انقطع الاتصال أثناء الرفع',
    cause: 'كان جزء من الملف قد أُرسل عندما انتهى الاتصال بالتخزين.',
    remedy: ['إعادة المحاولة.'],
  }),
  api_unreachable: () => ({
    title: 'تعذَّر الوصول إلى triage.ai',
    cause: 'لم يصل رد من خادم triage.ai.',
    remedy: ['التحقق من الاتصال وإعادة المحاولة.'],
  }),
  file_unreadable: () => ({
    title: 'لم يعد بالإمكان قراءة هذا الملف',
    cause: 'تغيَّر أو نُقل أو حُذف بعد اختياره، أو أنه مجلد.',
    remedy: ['اختياره مرة أخرى. وإذا كان مجلدًا: اختيار الملفات التي فيه.'],
  }),
  file_too_large: (d) => ({
    title: 'هذا الملف أكبر من المسموح',
    cause: `${d.size > 0 ? `حجمه ${megabytes(d.size)}` : 'هو أكبر من المسموح'}${d.maximum === undefined ? '، أكثر مما يقبله التخزين قطعة واحدة' : `؛ والحد الأقصى الذي يقبله التخزين للملف ${megabytes(d.maximum)}`}.`,
    remedy: ['اختيار ملف أصغر، أو مشاركته برابط.'],
  }),
  key_too_long: () => ({
    title: 'اسم هذا الملف أطول من المسموح',
    cause: 'مع المجلد الذي سيكون فيه يتجاوز الاسم 1,024 بايت، وهو الحد الذي يقبله S3.',
    remedy: ['إعطاء الملف اسمًا أقصر واختياره مرة أخرى.'],
  }),
  signed_out: () => ({
    title: 'تم تسجيل خروجك',
    cause: 'انتهت جلستك.',
    remedy: ['تسجيل الدخول مرة أخرى ثم إعادة المحاولة.'],
  }),
  not_permitted: () => ({
    title: 'لا يُسمح لك بذلك',
    cause: 'ليس لحسابك الحق في ذلك.',
    remedy: ['الرجوع إلى أحد المسؤولين.'],
  }),
  not_found: () => ({
    title: 'لم يعد هذا المرفق موجودًا',
    cause: 'حُذف، أو لم يُخزَّن أصلًا.',
    remedy: ['إعادة تحميل الصفحة.'],
  }),
  malformed_response: (d) => ({
    title: 'أعطى الخادم ردًّا لا يمكننا قراءته',
    cause: `جاء بالحالة ${d.status} وليس بالصيغة المتفق عليها. وقد يكون هناك وكيل في الطريق.`,
    remedy: ['إعادة المحاولة. وإن استمرت المشكلة: إبلاغ المسؤول عن تشغيل الخادم.'],
  }),
  rate_limited: (d) => ({
    title: 'طلبات كثيرة دفعة واحدة',
    cause: 'يقبل الخادم عددًا محدودًا من الطلبات من الشخص الواحد في الدقيقة.',
    remedy: [`إعادة المحاولة بعد ${ltr(`${d.retryAfter}`)} ث.`],
  }),
  server_fault: () => ({
    title: 'حدث خطأ من جانبنا',
    cause: 'لم يستطع الخادم إتمام ذلك.',
    remedy: ['إعادة المحاولة. وإن استمرت المشكلة: إبلاغ المسؤول.'],
  }),
};
