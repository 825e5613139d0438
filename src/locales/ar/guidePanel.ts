import type { SettingsMessages } from '../../components/index.ts';
import { ltr, own } from './isolate.ts';

/** The words around the steps of the guide in Arabic. */
export const guidePanel: SettingsMessages['guidePanel'] = {
  title: 'كيفية الإعداد في AWS',
  intro: (bucket) =>
    bucket
      ? `سبع خطوات، نحو عشر دقائق. المستندات معدَّة للحاوية «${ltr(bucket)}».`
      : 'سبع خطوات، نحو عشر دقائق. عند إدخال اسم الحاوية تُعدّ المستندات لها.',
  step: (number) => `الخطوة ${number}:`,
  why: 'السبب',
  opens: 'ما الذي تتيحه',
  openConsole: 'فتح هذه الصفحة في وحدة تحكم AWS',
  states: {
    done: 'تمت',
    not_done: 'لم تتم',
    look_first: 'البدء بالنظر هنا',
    suspect: 'النظر هنا أيضًا',
    warning: 'مع تحذير',
    unknown: 'غير معروفة',
  },
  markedAbove: (part) => `الجزء «${ltr(part)}» مميَّز في المستند.`,
  suspect: 'لم يستطع التحقق تمييز هذه الخطوة عن خطوة أخرى تبدو مثلها من الخارج.',
  unknown: {
    unchecked: 'يبيِّن «التحقق من الاتصال» هل تمت هذه الخطوة.',
    stale: 'تغيَّرت القيم بعد آخر تحقق.',
    untold: 'لم يستطع آخر تحقق معرفة هل تمت هذه الخطوة.',
    permission: (permission) => `لا يمكن معرفة هل تمت هذه الخطوة إلا بمفتاح لديه الإذن «${ltr(permission)}».`,
    cdn: 'فُتح الرابط على عنوان URL الأساسي العام، وقد يُسمح له بدخول الحاوية بطرق أخرى. لذلك لا يستطيع التحقق معرفة هل تمت هذه الخطوة.',
    world:
      'يستطيع أي شخص الكتابة في الحاوية، لذلك لا يستطيع التحقق معرفة ما يُسمح به لهذا المفتاح. ينبغي إغلاقها أمام الغرباء ثم إعادة التحقق.',
    root: 'هذا مفتاح للمستخدم الجذر، ويُسمح له بكل شيء. ينبغي إعادة التحقق بمفتاح لمستخدم IAM.',
    amazon_only: 'لا يستطيع التحقق معرفة ذلك إلا في Amazon S3، وليس في تخزين آخر.',
  },
  progress: (done, total) => `تم ${done} من ${total}`,
  copy: 'نسخ',
  copyOf: (document) => `نسخ: ${own(document)}`,
  copied: 'تم النسخ',
  copyFailed: 'تعذَّر النسخ: يُرجى تحديد النص',
  documentLabel: (step) => `مستند الخطوة «${own(step)}»`,
  post: 'السماح أيضًا بالطريقة POST: تُرفع الملفات الصغيرة الكثيرة أسرع',
  postHint:
    'يتغيَّر المستند أدناه تبعًا لذلك. يسأل المتصفح S3 قبل كل PUT، ولا يسأل قبل POST. ويعمل الرفع بدونه.',
  video: 'عرض فيديو للمساعدة',
  videoHint:
    'من YouTube، من 4:23 إلى 10:40. ليس من إنتاجنا، وتبدو فيه بعض الخطوات مختلفة قليلًا. لا يُحمَّل إلا عند الطلب.',
  videoTitle: 'فيديو للمساعدة: حاوية S3 ومستخدم IAM',
  videoOpen: 'فتحه على YouTube',
};
