import type { DiagnosisMessages, DiagnosisOf, DiagnosisWords } from '../../../diagnosis/index.ts';
import { pointsAt } from '../../../diagnosis/index.ts';
import { ltr } from '../isolate.ts';

const problems: Record<
  DiagnosisOf<'endpoint_invalid'>['problem'],
  { title: string; cause: string; remedy: string }
> = {
  scheme: {
    title: `تنقص نقطة النهاية ${ltr('https://')}`,
    cause: `يلزم عنوان كامل يبدأ بـ ${ltr('https://')}.`,
    remedy: `وضع ${ltr('https://')} قبل نقطة النهاية.`,
  },
  bucket: {
    title: 'اسم الحاوية موجود في نقطة النهاية',
    cause:
      'يُضاف الاسم إلى نقطة النهاية تلقائيًا، فيصبح فيها مرتين. وعندئذٍ لا يُعثر على المضيف أو لا توافقه شهادته.',
    remedy: 'حذف اسم الحاوية من نقطة النهاية؛ فله حقل خاص به.',
  },
  path: {
    title: 'في نقطة النهاية أكثر من عنوان',
    cause: 'بعد المضيف مسار أو استعلام، في الموضع الذي يتوقع فيه S3 الحاوية والملف.',
    remedy: `الإبقاء على ما قبل أول شرطة مائلة بعد المضيف، مثل ${ltr('https://s3.example.com')}.`,
  },
  credentials: {
    title: 'في نقطة النهاية اسم مستخدم وكلمة مرور',
    cause: 'لا يُستخدمان هناك، ويراهما كل من يستطيع رؤية هذا العنوان.',
    remedy: `إزالة كل ما بين ${ltr('https://')} والعلامة ${ltr('@')}. للمفاتيح حقول خاصة بها.`,
  },
  unreadable: {
    title: 'نقطة النهاية ليست عنوانًا',
    cause: `يجب أن تكون مثل ${ltr('https://s3.example.com')}.`,
    remedy: 'نسخ نقطة النهاية من صفحات مزوِّد التخزين.',
  },
};

/** The words on the endpoint and on what answers there, or does not, in Arabic. */
export const endpoint = {
  endpoint_invalid: (d) => {
    const { title, cause, remedy } = problems[d.problem];
    return {
      title,
      cause: `${cause} القيمة هي ${ltr(d.endpoint)}.`,
      remedy: [remedy, 'ترك نقطة النهاية فارغة في حالة Amazon S3.'],
    };
  },
  endpoint_not_allowed: (d) => {
    const base = pointsAt(d.where, 'publicBaseUrl');
    return {
      title: base
        ? 'لا يتصل هذا الخادم بعنوان URL الأساسي العام هذا'
        : 'لا يرسل هذا الخادم إلى نقطة النهاية هذه',
      cause: `يؤدي ${ltr(d.host)} إلى شبكة خاصة، أو أن هذا الخادم لا يقبل ${base ? 'عناوين كهذه' : 'نقاط نهاية غير نقاطه'}. وهذا يمنع الوصول عبر هذه الإعدادات إلى ما هو داخل شبكتك.`,
      remedy: [
        base
          ? 'إدخال عنوان يمكن الوصول إليه من الإنترنت، أو تركه فارغًا: عندئذٍ تؤدي الروابط إلى S3 نفسه.'
          : 'إدخال نقطة نهاية يمكن الوصول إليها من الإنترنت، أو تركها فارغة لاستخدام Amazon S3.',
        'إذا كانت القيمة صحيحة كما هي: يستطيع المسؤول عن تشغيل الخادم السماح بها في إعدادات الخادم.',
      ],
    };
  },
  endpoint_insecure: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? {
          title: 'الروابط غير مشفَّرة',
          cause: `تؤدي إلى ${ltr(d.endpoint)} عبر ${ltr('http://')}، حيث يستطيع كل من في الطريق قراءة الملفات وتغييرها. والصفحة المفتوحة عبر ${ltr('https://')} لا تعرض صورًا من هناك.`,
          remedy: [`إدخال عنوان URL الأساسي العام مع ${ltr('https://')}، إذا كان ما يستجيب هناك يوفِّره.`],
        }
      : {
          title: 'نقطة النهاية غير مشفَّرة',
          cause: `تذهب الملفات وروابطها إلى ${ltr(d.endpoint)} عبر ${ltr('http://')}، حيث يستطيع كل من في الطريق قراءتها وتغييرها. والصفحة المفتوحة عبر ${ltr('https://')} لا ترسل إلى هناك أصلًا.`,
          remedy: [`إدخال نقطة النهاية مع ${ltr('https://')}، إذا كان التخزين يوفِّره.`],
        },
  endpoint_redirects: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? baseRedirects(d)
      : {
          title: 'تحيلنا نقطة النهاية إلى مكان آخر',
          cause: `${leadsOn(d)} لا تُرسل المفاتيح بعد إعادة توجيه، لأنها قد تؤدي إلى أي جهة.`,
          remedy: pointsAt(d.where, 'endpoint')
            ? [
                `إدخال العنوان الذي تحيل إليه بوصفه نقطة النهاية، إذا كان هو التخزين؛ وكثيرًا ما يكفي تغيير ${ltr('http://')} إلى ${ltr('https://')}.`,
              ]
            : [
                'سؤال المسؤول عن تشغيل الخادم هل هناك وكيل أو صفحة تسجيل دخول بينه وبين Amazon S3، وطلب السماح له بالمرور.',
              ],
        },
  host_not_found: (d) => ({
    title: `لا يوجد خادم باسم ${ltr(d.host)}`,
    cause: 'الاسم غير موجود في أي دليل من أدلة الإنترنت (DNS)، أو لا يعرفه الدليل الذي يستخدمه خادمنا.',
    remedy: [
      pointsAt(d.where, 'endpoint')
        ? 'مقارنة «نقطة النهاية» حرفًا حرفًا بما يذكره مزوِّد التخزين.'
        : pointsAt(d.where, 'publicBaseUrl')
          ? 'مقارنة «عنوان URL الأساسي العام» حرفًا حرفًا بعنوان CDN، والتأكد من وجود سجل DNS له.'
          : 'مقارنة «منطقة AWS» بالمنطقة التي تعرضها وحدة تحكم S3 للحاوية.',
      'إذا كان صحيحًا: سؤال المسؤول عن تشغيل الخادم هل يستطيع الخادم تحليل ذلك الاسم.',
    ],
  }),
  certificate_invalid: (d) => ({
    title: pointsAt(d.where, 'publicBaseUrl')
      ? 'لا يمكن الوثوق بشهادة عنوان URL الأساسي العام'
      : 'لا يمكن الوثوق بشهادة التخزين',
    cause: `يعرض ${ltr(d.host)} شهادة لاسم آخر، أو منتهية الصلاحية، أو أصدرتها جهة لا يثق بها هذا الخادم.`,
    remedy: [
      ...(pointsAt(d.where, 'bucket')
        ? [
            'في اسم الحاوية نقطة، والشهادات تشمل الأسماء الخالية منها: تفعيل «نمط المسار»، أو استخدام حاوية دون نقطة.',
          ]
        : []),
      ...(pointsAt(d.where, 'endpoint')
        ? [
            'التأكد من أن «نقطة النهاية» لا تحتوي على اسم الحاوية: سيصبح فيها مرتين، ولا توافقه أي شهادة.',
            'إذا كانت للتخزين شهادة من صنعه: يستطيع المسؤول عن تشغيل الخادم إضافة جهة إصدارها إلى الجهات الموثوقة.',
          ]
        : []),
      ...(pointsAt(d.where, 'publicBaseUrl')
        ? [`التأكد في CDN من أن شهادتها تذكر ${ltr(d.host)} وأنها لم تنتهِ.`]
        : []),
      'إذا كان جدار حماية يفتح الاتصالات المشفَّرة (فحص TLS): الطلب من المسؤول عن الشبكة أن يدع هذا العنوان يمر دون تغيير.',
    ],
  }),
  not_s3: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? baseAnswersElse(d)
      : {
          title: 'ردَّ شيء آخر غير S3',
          cause: `${d.host ? `أعطى ${ltr(d.host)}` : 'أعطى ما سُئل'} ردًّا بالحالة ${d.status} ليس بصيغة S3. ${standsThere(d.status)}`,
          remedy: [
            ...(pointsAt(d.where, 'endpoint')
              ? ['التأكد من أن «نقطة النهاية» هي عنوان واجهة S3 للتخزين، وليست عنوان صفحته أو لوحة تحكمه.']
              : []),
            ...(d.status >= 502 && d.status <= 504 ? ['إعادة المحاولة بعد بضع دقائق.'] : []),
            'سؤال المسؤول عن الشبكة هل هناك وكيل أو جدار حماية أو صفحة تسجيل دخول في الطريق، وطلب السماح لهذا العنوان بالمرور.',
          ],
        },
  clock_skewed: (d) => ({
    title: 'ساعة خادم triage.ai خاطئة',
    cause: d.serverTime
      ? `الفرق أكثر من 15 دقيقة؛ كانت ساعة S3 تشير إلى ${ltr(d.serverTime)}.`
      : 'تختلف عن ساعة S3 بأكثر من 15 دقيقة.',
    remedy: ['الطلب من المسؤول عن تشغيل الخادم ضبط ساعته (NTP).'],
  }),
} satisfies Partial<DiagnosisMessages>;

const leadsOn = (d: DiagnosisOf<'endpoint_redirects'>) =>
  `${d.host ? `يحيل ${ltr(d.host)}` : 'يحيل ما استجاب'} إلى ${d.location ? ltr(d.location) : 'عنوان آخر'}.`;

/** What stands in front of the bucket sends readers on; a browser follows, our server does not. */
function baseRedirects(d: DiagnosisOf<'endpoint_redirects'>): DiagnosisWords {
  return {
    title: 'عنوان URL الأساسي العام يحيل إلى مكان آخر',
    cause: `${leadsOn(d)} لا يتبع خادمنا عمليات إعادة التوجيه، لذلك ليس معروفًا هل تُفتح الملفات هناك.`,
    remedy: [
      `إذا كان المقصود فتح الملفات هناك: إدخال ذلك العنوان بوصفه عنوان URL الأساسي العام؛ وكثيرًا ما يكفي تغيير ${ltr('http://')} إلى ${ltr('https://')}.`,
      'إذا كان يؤدي إلى تسجيل دخول: إزالته لهذه الملفات؛ يجب أن تُفتح الروابط لمن لديه الرابط.',
    ],
  };
}

/** Something answered there, but not with the file. */
function baseAnswersElse(d: DiagnosisOf<'not_s3'>): DiagnosisWords {
  const busy = d.status === 429 || d.status >= 500;
  const answered = `${d.host ? `ردَّ ${ltr(d.host)}` : 'ردَّ ما استجاب'} بالحالة ${d.status}`;
  return {
    title: busy
      ? 'تعذَّر على عنوان URL الأساسي العام تقديم الملف'
      : 'يعرض عنوان URL الأساسي العام شيئًا آخر غير الملف',
    cause: busy ? `${answered}: لم يصل إلى الحاوية، أو فيه عطل.` : `${answered}، لكن بمحتوى غير الذي خُزِّن.`,
    remedy: [
      busy
        ? 'التأكد في CDN من أن مصدرها هو هذه الحاوية، مع المنطقة الصحيحة في عنوانها. ثم إعادة المحاولة بعد بضع دقائق.'
        : 'التأكد من أن «عنوان URL الأساسي العام» هو العنوان الذي تعرض عليه CDN هذه الحاوية، وليس عنوان موقع أو صفحة تسجيل دخول.',
      'التأكد في CDN من أنها تمرر الملفات كما هي، دون تغييرها أو ضغطها لهذا المسار.',
    ],
  };
}

function standsThere(status: number): string {
  if (status === 407) return 'يفيد هذا الرد بأن وكيلًا يطلب تسجيل دخول.';
  if (status === 511) return 'يفيد هذا الرد بأن الشبكة تطلب تسجيل دخول.';
  if (status === 413) return 'يفيد هذا الرد بأن وكيلًا لا يقبل ملفات بهذا الحجم.';
  if (status >= 502 && status <= 504) return 'يفيد هذا الرد بأن بوابة لم تصل إلى التخزين.';
  return 'غالبًا ما تكون صفحة وكيل أو جدار حماية أو تسجيل دخول.';
}
