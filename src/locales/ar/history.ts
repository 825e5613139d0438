import type { SettingsMessages } from '../../components/index.ts';
import { ltr, own } from './isolate.ts';

const place = ({ to, bucket }: { to: 's3' | 'database'; bucket: string | null }) =>
  to === 'database' ? 'قاعدة البيانات' : bucket === null ? 'S3' : `الحاوية «${ltr(bucket)}»`;

/** The words of the history in Arabic. */
export const history: SettingsMessages['history'] = {
  title: 'السجل',
  loading: 'جارٍ تحميل السجل',
  empty: 'لم يتغيَّر شيء منذ بدء السجل.',
  more: 'هذه أحدث التغييرات. وما قبلها محفوظ على الخادم.',
  server: 'الخادم',
  setUp: (by) => `إعداد تخزين S3، بواسطة ${own(by)}`,
  disabled: (by) => `تعطيل تخزين S3، بواسطة ${own(by)}`,
  enabled: (by) => `إعادة تفعيل تخزين S3، بواسطة ${own(by)}`,
  keysRemoved: (by) => `إزالة مفتاح الوصول، بواسطة ${own(by)}`,
  keyRotated: (by) => `استبدال مفتاح الوصول، بواسطة ${own(by)}`,
  changed: (by) => `تغيير الإعدادات، بواسطة ${own(by)}`,
  unchanged: (by) => `حفظ الإعدادات كما كانت، بواسطة ${own(by)}`,
  reencrypted: (by) => `إعادة تشفير المفتاح السري المحفوظ، بواسطة ${own(by)}`,
  moved: {
    started: (facts) => `بدء نقل المرفقات إلى ${place(facts)}، بواسطة ${own(facts.by)}`,
    paused: (facts) => `إيقاف النقل إلى ${place(facts)} مؤقتًا، بواسطة ${own(facts.by)}`,
    resumed: (facts) => `استئناف النقل إلى ${place(facts)}، بواسطة ${own(facts.by)}`,
    stopped: (facts) => `إيقاف النقل إلى ${place(facts)} نهائيًا، بواسطة ${own(facts.by)}`,
    finished: (facts) => `إتمام النقل إلى ${place(facts)}، بواسطة ${own(facts.by)}`,
  },
  field: {
    set: ({ label, after }) => `${label}: ${own(after)}`,
    cleared: ({ label, before }) => `${label}: أُزيلت القيمة ${own(before)}`,
    replaced: ({ label, before, after }) => `${label}: تغيَّرت القيمة من ${own(before)} إلى ${own(after)}`,
    on: (label) => `${label}: تفعيل`,
    off: (label) => `${label}: إيقاف`,
    secretEntered: 'أُدخل Secret access key',
    secretReplaced: 'استُبدل Secret access key',
    secretErased: 'مُسح Secret access key',
  },
};
