import type { SettingsMessages } from '../../components/index.ts';
import { ltr } from './isolate.ts';

/** The words around the whole panel in Arabic. */
export const panel: SettingsMessages['panel'] = {
  title: 'المرفقات في Amazon S3',
  loading: 'جارٍ تحميل الإعدادات',
  reload: 'إعادة المحاولة',
  notPermitted: 'المسؤولون وحدهم يرون مكان تخزين المرفقات ويغيِّرونه.',
  notConfigured: 'تُخزَّن المرفقات في قاعدة البيانات. لتخزين الجديد منها في حاويتك، يُرجى إدخال القيم الأربع.',
  notConfiguredServerKey:
    'تُخزَّن المرفقات في قاعدة البيانات. لتخزين الجديد منها في الحاوية، يُرجى إدخال اسمها ومنطقتها.',
  configured: (bucket) => `تُخزَّن المرفقات في S3، في الحاوية «${ltr(bucket)}».`,
  disabled: (bucket) =>
    `تُخزَّن المرفقات الجديدة في قاعدة البيانات. أُعدَّ S3 مع الحاوية «${ltr(bucket)}»، وهو غير مستخدم الآن.`,
  keysRemoved: (bucket) =>
    `تُخزَّن المرفقات الجديدة في قاعدة البيانات. أُزيل مفتاح الوصول إلى الحاوية «${ltr(bucket)}».`,
  unreadable: 'لم يعد بالإمكان قراءة Secret access key المحفوظ، لذلك لا يعمل الرفع. يُرجى إدخاله مرة أخرى.',
  unreadableDisabled:
    'لم يعد بالإمكان قراءة Secret access key المحفوظ: لا يمكن حذف المرفقات في S3 حتى يُدخل مرة أخرى.',
  serverKeyFailed: 'لا يستطيع الخادم الحصول على مفتاح الوصول، لذلك لا يعمل الرفع إلى S3.',
  serverKeyGone: 'لم يعد الخادم يوفِّر مفتاح الوصول، لذلك لا يعمل الرفع إلى S3. يُرجى إدخال مفتاح هنا.',
  savedAt: (when) => `حُفظ في ${when}`,
};
