import type { SettingsMessages } from '../../components/index.ts';
import { createCount } from '../createCount.ts';
import { ltr, own } from './isolate.ts';

const count = /* @__PURE__ */ createCount('ar');

/** The words of the connection check in Arabic. */
export const check: SettingsMessages['check'] = {
  start: 'التحقق من الاتصال',
  cancel: 'إلغاء',
  running: (done, total) => `جارٍ التحقق: ${done} من ${total}`,
  cancelled: 'أُلغي التحقق.',
  notDone: (title) => `تعذَّر إجراء التحقق: ${title}`,
  passed: 'كل شيء يعمل',
  wrong: (amount, title) =>
    amount === 1
      ? `هناك خطأ واحد: ${title}`
      : `${count(amount, { two: 'هناك خطآن اثنان', few: 'هناك # أخطاء', many: 'هناك # خطأً', other: 'هناك # خطأ' })}. الأول الذي ينبغي البدء به: ${title}`,
  warning: (amount, title) =>
    amount === 1
      ? `يعمل، مع تحذير واحد: ${title}`
      : `يعمل، ${count(amount, { two: 'مع تحذيرين اثنين', few: 'مع # تحذيرات', many: 'مع # تحذيرًا', other: 'مع # تحذير' })}. أولها: ${title}`,
  unknown: 'لم يمكن معرفة كل شيء',
  checkedAt: (when) => `جرى التحقق في ${when}.`,
  stale: 'تغيَّرت القيم بعد ذلك.',
  label: 'خطوات التحقق',
  showSteps: 'عرض الخطوات',
  titles: {
    values: 'صيغة القيم',
    identity: 'مفتاح الوصول والمفتاح السري',
    bucket: 'الحاوية والمنطقة',
    write: 'تخزين ملف تجريبي',
    owner: 'حساب AWS نفسه',
    read: 'فتح رابطه',
    cors: 'الرفع من هنا (CORS)',
    delete: 'حذف الملف التجريبي',
    large_files: 'التنظيف بعد الملفات الكبيرة',
    world_write: 'الغرباء لا يخزِّنون',
    world_list: 'الغرباء لا يسردون المحتوى',
    privilege: 'المفتاح لا يسرد حاوياتك',
    browser: 'كل ذلك في هذا المتصفح',
  },
  states: {
    waiting: 'في الانتظار',
    passed: 'نجح',
    failed: 'فشل',
    warning: 'تحذير',
    skipped: 'تُرك',
    unknown: 'غير معروف',
  },
  skipped: {
    explained: (by) => (by ? `تُركت: تبيِّنها الخطوة «${own(by)}».` : 'تُركت: تبيِّنها خطوة سابقة.'),
    custom_endpoint: () => 'تُركت: لا يمكن سؤال غير Amazon S3 عن ذلك.',
    needs_secret: () => 'تُركت: للتحقق من ذلك أيضًا يلزم إدخال Secret access key.',
  },
  untold: {
    timeout: () => 'لم يصل رد في الوقت المحدد.',
    no_answer: () => 'لم يصل رد.',
    permission: (permission) =>
      permission
        ? `لا يمكن معرفة ذلك إلا بمفتاح لديه الإذن ${ltr(permission)}.`
        : 'ليس لهذا المفتاح الإذن الذي يلزم لمعرفة ذلك.',
  },
  forms: (allowed) =>
    allowed
      ? 'مسموح أيضًا بالطريقة POST: تُرفع الملفات الصغيرة بالطريقة السريعة.'
      : 'يمكن رفع الملفات الصغيرة الكثيرة أسرع بالطريقة POST: تبيِّن خطوة CORS في الدليل كيف.',
  note: (title) => `من المفيد معرفته: ${title}.`,
  identity: (arn) => `المفتاح تابع لـ ${ltr(arn)}.`,
  sameCause: (title) => `السبب نفسه المذكور أعلاه: ${title}.`,
};
