import type { UploadFailureMessages } from '../../components/index.ts';
import { createCount } from '../createCount.ts';
import { alertMessages } from './alert.ts';

const count = /* @__PURE__ */ createCount('ar');
const uploads = (amount: number) =>
  count(amount, {
    one: 'عملية رفع واحدة',
    two: 'عمليتَي رفع',
    few: '# عمليات رفع',
    many: '# عملية رفع',
    other: '# عملية رفع',
  });

/** The words about uploads that fail in Arabic. */
export const uploadFailureMessages: UploadFailureMessages = {
  ...alertMessages,
  health: {
    label: 'عمليات رفع المرفقات تفشل',
    wasFailing: 'كانت عمليات رفع المرفقات تفشل',
    failing: ({ since, count }) => `منذ ${since}: فشل ${uploads(count)}.`,
    changedSince: 'تغيَّرت الإعدادات بعد ذلك، ولم يُرفع شيء حتى الآن.',
    recovered: ({ at, since, count }) =>
      `عاد الرفع إلى العمل منذ ${at}. وقبل ذلك، منذ ${since}، بلغ ما فشل ${uploads(count)}.`,
  },
};
