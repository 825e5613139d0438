import type { SettingsMessages } from '../../components/index.ts';
import { createCount } from '../createCount.ts';
import { ltr, own } from './isolate.ts';

const count = /* @__PURE__ */ createCount('ar');
const number = (amount: number) => count(amount, { other: '#' });
const attachments = (amount: number) =>
  count(amount, {
    one: 'مرفق واحد',
    two: 'مرفقان اثنان',
    few: '# مرفقات',
    many: '# مرفقًا',
    other: '# مرفق',
  });
const running = {
  s3: 'جارٍ نقل المرفقات إلى الحاوية',
  database: 'جارٍ نقل المرفقات إلى قاعدة البيانات',
};

/** The words of moving attachments in Arabic. */
export const move: SettingsMessages['move'] = {
  title: 'نقل المرفقات',
  inDatabase: ({ count, size }) => `في قاعدة البيانات: ${attachments(count)} (${own(size)}).`,
  inBucket: ({ count, size, bucket }) => `في الحاوية «${ltr(bucket)}»: ${attachments(count)} (${own(size)}).`,
  elsewhere: ({ count, size }) => `في حاويات استُخدمت من قبل: ${attachments(count)} (${own(size)}).`,
  nothing: {
    s3: 'كل المرفقات موجودة في الحاوية التي تذهب إليها المرفقات الجديدة.',
    database: 'كل المرفقات موجودة في قاعدة البيانات.',
  },
  start: { s3: 'نقلها إلى الحاوية', database: 'نقلها إلى قاعدة البيانات' },
  askTitle: { s3: 'هل تريد نقل المرفقات إلى الحاوية؟', database: 'هل تريد نقل المرفقات إلى قاعدة البيانات؟' },
  askText: ({ count, size, to, bucket, places }) => [
    to === 's3'
      ? `يُنسخ إلى الحاوية «${ltr(bucket)}»: ${attachments(count)} (${own(size)}).`
      : `يُنسخ إلى قاعدة البيانات: ${attachments(count)} (${own(size)}). وما يتجاوز حجمه ما تقبله يبقى في مكانه.`,
    'يُقارن كل مرفق بنسخته بواسطة مجموع تحقُّق قبل حذفه من مكانه السابق.',
    'يستمر الرفع والتنزيل والحذف أثناء ذلك. يمكن إيقاف النقل مؤقتًا في أي وقت، ويمكن مغادرة هذه الصفحة.',
    ...(places.elsewhere.count > 0 || (to === 'database' && places.bucket.count > 0)
      ? [
          'ما كان في حاوية يُحذف منها بعد مدة: يُرجى ترك الحاوية ومفتاح وصولها كما هما حتى ذلك الحين. وتتوقف عن العمل الروابط إليها التي نُسخت إلى أماكن أخرى.',
        ]
      : []),
  ],
  cancel: 'إلغاء',
  running,
  progress: ({ moved, total }) => `نُقل ${number(moved)} من ${number(total)}`,
  failedSoFar: (count) => `تعذَّر نقل ${number(count)}`,
  pause: 'إيقاف مؤقت',
  resume: 'استئناف',
  paused: { by: 'النقل متوقف مؤقتًا.', cause: 'توقف النقل: ينبغي إصلاح شيء أولًا.' },
  done: { s3: 'نُقلت كل المرفقات إلى الحاوية.', database: 'نُقلت كل المرفقات إلى قاعدة البيانات.' },
  notAll: (failed) => `تعذَّر نقل جزء منها، وبقي في مكانه: ${attachments(failed)}.`,
  tryAgain: 'إعادة المحاولة',
  failures: (count) => `ما تعذَّر نقله (${number(count)})`,
  failure: ({ name, ticketId, size }) => `${own(name)} (${own(size)})، التذكرة ${own(ticketId)}`,
  more: (count) => `و${number(count)} غيرها`,
  said: ({ to, percent }) => `${running[to]}: ${number(percent)} في المائة`,
  unsavedFirst: 'يُرجى أولًا حفظ تغييراتك أو تجاهلها.',
};
