import type { ListMessages } from '../../components/index.ts';
import { alertMessages } from './alert.ts';
import { own } from './isolate.ts';

/** The words of the list of attachments in Arabic. */
export const listMessages: ListMessages = {
  ...alertMessages,
  list: {
    label: 'مرفقات هذه التذكرة',
    loading: 'جارٍ تحميل المرفقات',
    reload: 'إعادة المحاولة',
    inDatabase: 'مخزَّن في قاعدة البيانات',
    inS3: 'مخزَّن في S3',
    view: (name) => `عرض ${own(name)}`,
    download: (name) => `تنزيل ${own(name)}`,
    downloadLarge: (name, limit) => `تنزيل ${own(name)} في علامة تبويب جديدة لأن حجمه يتجاوز ${own(limit)}`,
    downloading: (percent) => `جارٍ التنزيل، ${percent}`,
    gone: 'لم يعد الملف موجودًا في التخزين',
    goneOrRefused: 'لم يعد الملف موجودًا في التخزين، أو لا يُسمح بقراءته',
    unreachable: 'تعذَّر تحميل الملف',
    openInstead: 'قد يُفتح مع ذلك في علامة تبويب جديدة.',
    tryAgain: 'إعادة المحاولة',
    delete: (name) => `حذف ${own(name)}`,
    deleteShort: 'حذف',
    deleted: (name) => `حُذف ${own(name)}`,
    deleting: (name) => `جارٍ حذف ${own(name)}`,
    undo: 'تراجع',
    undoDelete: (name) => `التراجع عن حذف ${own(name)}`,
    announceDeleted: (name) => `حُذف ${own(name)}`,
    announceBack: (name) => `عاد ${own(name)}`,
    announceNotDeleted: (name, title) => `تعذَّر حذف ${own(name)}: ${title}`,
    announceMissing: (name, reason) => `${own(name)}: ${reason}`,
  },
  lightbox: {
    position: (place, count) => `${place} من ${count}`,
    previous: 'الصورة السابقة',
    next: 'الصورة التالية',
    close: 'إغلاق',
    open: 'فتح في علامة تبويب جديدة',
    download: 'تنزيل',
    actualSize: 'الحجم الفعلي',
    picture: 'الصورة بحجمها الفعلي',
    loading: 'جارٍ تحميل الصورة',
    failed: 'لا يمكن عرض هذه الصورة',
  },
};
