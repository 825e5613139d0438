import type { UploaderMessages } from '../../components/index.ts';
import { createCount } from '../createCount.ts';
import { alertMessages } from './alert.ts';
import { ltr, own } from './isolate.ts';

const count = /* @__PURE__ */ createCount('ar');
const files = (amount: number) =>
  count(amount, {
    one: 'ملف واحد',
    two: 'ملفان اثنان',
    few: '# ملفات',
    many: '# ملفًا',
    other: '# ملف',
  });
const subject = (names: readonly string[]) => (names.length === 1 ? own(`${names[0]}`) : files(names.length));

/** The words of the uploader in Arabic. */
export const uploaderMessages: UploaderMessages = {
  ...alertMessages,
  uploader: {
    label: 'المرفقات',
    choose: 'إرفاق ملفات',
    hint: 'أو إفلاتها أو لصقها هنا',
    folder: 'إرفاق مجلد',
    camera: 'التقاط صورة',
    dropHere: 'الإفلات للإرفاق',
    files: 'الملفات المراد إرفاقها',
    queued: 'في الانتظار',
    begun: 'جارٍ الرفع',
    sending: ({ loaded, total, speed, left }) =>
      [`${own(loaded)} من ${own(total)}`, left && `الوقت المتبقي ${own(left)}`, speed && own(speed)]
        .filter(Boolean)
        .join(' · '),
    whole: 'يُرسل قطعة واحدة لأن الحاوية مشفَّرة بمفتاح KMS: لا يمكن استئنافه إذا انقطع',
    waitingNetwork: 'في انتظار الشبكة',
    waitingServer: 'التخزين لا يستجيب، جارٍ إعادة المحاولة',
    waitingRetry: 'جارٍ إعادة المحاولة',
    paused: (percent) => `متوقف مؤقتًا عند ${percent}`,
    registering: 'جارٍ الإنهاء',
    stored: 'أُرفق',
    storedInDatabase: 'أُرفق، في قاعدة البيانات',
    storedBut: (title) => `أُرفق. ${title}`,
    failed: (title) => (title === null ? 'لم يُرفق' : `لم يُرفق: ${title}`),
    refused: {
      type_not_accepted: ({ accept }) => `هذا النوع من الملفات غير مقبول، والمقبول هو: ${ltr(accept)}`,
      too_many: ({ maximum }) =>
        maximum === 1 ? 'يمكن إرفاق ملف واحد فقط' : `الحد الأقصى لما يمكن إرفاقه: ${files(maximum)}`,
      too_large: ({ size, maximum }, bytes) =>
        `حجمه ${own(bytes(size))}، والحد الأقصى المقبول ${own(bytes(maximum))}`,
      too_small: ({ size, minimum }, bytes) =>
        `حجمه ${own(bytes(size))}، والحد الأدنى المطلوب ${own(bytes(minimum))}`,
      total_too_large: ({ size, maximum }, bytes) =>
        `سيبلغ حجم الملفات معًا ${own(bytes(size))}، والحد الأقصى المقبول ${own(bytes(maximum))}`,
    },
    refusedTogether: (count, reason) => `عدد الملفات التي لم تُقبل: ${count}. ${reason}.`,
    duplicate: 'الملف نفسه موجود أعلاه',
    cancel: (name) => `إلغاء ${own(name)}`,
    remove: (name) => `إزالة ${own(name)}`,
    hide: (name) => `إخفاء ${own(name)} من هذه القائمة`,
    dismiss: (name) => `تجاهل ${own(name)}`,
    pause: (name) => `إيقاف ${own(name)} مؤقتًا`,
    resume: (name) => `استئناف ${own(name)}`,
    retry: (name) => `إعادة محاولة ${own(name)}`,
    tryNow: (name) => `محاولة ${own(name)} الآن`,
    rename: (name) => `إعادة تسمية ${own(name)}`,
    newName: (name) => `الاسم الجديد للملف ${own(name)}`,
    move: (name) => `نقل ${own(name)} بمفاتيح الأسهم`,
    tryAgain: 'إعادة المحاولة',
    removeAll: 'إزالة',
    dismissAll: 'تجاهل',
    progress: (name) => `جارٍ رفع ${own(name)}`,
    all: {
      progress: 'جارٍ رفع كل الملفات',
      done: (done, files) => `أُرفق ${done} من ${files}`,
      left: (time) => `الوقت المتبقي ${own(time)}`,
      paused: 'متوقف مؤقتًا',
      pause: 'إيقاف الكل مؤقتًا',
      resume: 'استئناف الكل',
      cancel: 'إلغاء الكل',
      retry: 'إعادة محاولة الكل',
      clear: 'مسح',
    },
    subject,
    draft: 'ملفات هذه المسودة',
    announceAdded: (names) => `أُضيف: ${subject(names)}`,
    announceStored: (names) => `اكتمل رفع ${subject(names)}`,
    announceFailed: (names, title) => `فشل رفع ${subject(names)}: ${title}`,
    announceRefused: (names, reason) => `لم يُقبل ${subject(names)}: ${reason}`,
    announceRemoved: (names) => `أُزيل: ${subject(names)}`,
    announcePaused: (names) => `أُوقف مؤقتًا: ${subject(names)}`,
    announceResumed: (names) => `استؤنف: ${subject(names)}`,
    announceMoved: (name, place, count) => `موضع ${own(name)} الآن ${place} من ${count}`,
    announceRenamed: (name) => `الاسم الآن ${own(name)}`,
    announceNotRenamed: (name) => `يحتفظ ${own(name)} باسمه لأنه قيد الإرسال`,
    announceHeld: {
      network: 'لا يوجد اتصال بالشبكة. عمليات الرفع في الانتظار.',
      server: 'التخزين لا يستجيب. تنتظر عمليات الرفع ثم تعيد المحاولة.',
    },
    announceReleased: 'استؤنفت عمليات الرفع.',
  },
};
