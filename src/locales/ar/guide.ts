import type { SettingsMessages } from '../../components/index.ts';
import type { GuideFacts } from '../../guide/index.ts';
import { partitionOf, regions } from '../../guide/index.ts';
import { ltr } from './isolate.ts';

const account = {
  aws: 'إن لم يكن لديك حساب AWS بعد فينبغي إنشاء حساب. ثم تسجيل الدخول إلى وحدة تحكم AWS.',
  'aws-cn':
    'تسجيل الدخول إلى وحدة تحكم AWS China ‏(console.amazonaws.cn). لها حسابات خاصة بها: حساب من aws.amazon.com لا يعمل هناك.',
  'aws-us-gov':
    'تسجيل الدخول إلى وحدة تحكم AWS GovCloud (US) ‏(console.amazonaws-us-gov.com). لها حسابات خاصة بها: حساب من aws.amazon.com لا يعمل هناك.',
};

const theBucket = ({ bucket }: GuideFacts) => (bucket ? `الحاوية «${ltr(bucket)}»` : 'حاويتك');
const likeTheBucket = ({ bucket }: GuideFacts) =>
  bucket ? `إدخال «${ltr(bucket)}»، مثل اسم الحاوية` : 'إدخال اسم الحاوية';
const arn = ({ bucket, keyPrefix, region }: GuideFacts) =>
  ltr(`arn:${partitionOf(region)}:s3:::${bucket || 'YOUR-BUCKET-NAME'}/${keyPrefix}*`);

function theRegion({ region }: GuideFacts): string {
  if (!region) {
    return `النظر إلى «AWS Region» في تلك الصفحة، مثل ${ltr('us-east-1')}. الأفضل ما كان قريبًا من مستخدميك؛ ويمكن تغييرها من أعلى يمين وحدة التحكم. وينبغي تدوينها.`;
  }
  const name = regions.find(({ code }) => code === region)?.name;
  return `التأكد من أن «AWS Region» في تلك الصفحة هي ${ltr(name ? `${name} ${region}` : region)}. ويمكن تغييرها من أعلى يمين وحدة التحكم.`;
}

/** What the key of triage.ai may do, as the end of a sentence. */
function allowed({ links, largeFiles }: GuideFacts): string {
  const reads = links === 'private' ? 'تخزين المرفقات وقراءتها وحذفها' : 'تخزين المرفقات وحذفها';
  return largeFiles ? `${reads} والتنظيف بعد عمليات الرفع التي انقطعت` : reads;
}

/** The guide in Arabic. */
export const guide: SettingsMessages['guide'] = {
  'create-bucket': (facts) => ({
    title: 'إنشاء الحاوية',
    actions: [
      account[partitionOf(facts.region)],
      'كتابة «S3» في شريط البحث، أو العثور عليه تحت «All services»، وفتحه. ثم اختيار «Create bucket».',
      theRegion(facts),
      facts.bucket
        ? `إدخال «${ltr(facts.bucket)}» في «Bucket name». إذا أفاد AWS بأن الاسم مأخوذ فينبغي اختيار اسم آخر وتغييره في النموذج هنا.`
        : 'اختيار اسم في «Bucket name» يدل لاحقًا على أنها تابعة لـ triage.ai: أحرف لاتينية صغيرة وأرقام وواصلات. وينبغي تدوينه.',
      facts.links === 'private'
        ? 'ترك كل الإعدادات الأخرى كما هي، واختيار «Create bucket» في آخر الصفحة.'
        : 'ترك كل الإعدادات الأخرى كما هي، ما عدا إعداد الخطوة 2 الموجود في الصفحة نفسها. ثم اختيار «Create bucket» في آخرها.',
      facts.bucket && facts.region
        ? 'النموذج هنا فيه اسمها ومنطقتها بالفعل.'
        : 'إدخال اسمها ومنطقتها في النموذج هنا.',
    ],
    why: 'ستُخزَّن مرفقات التذاكر في هذه الحاوية بدلًا من شغل مساحة في قاعدة البيانات. والمسؤولون وحدهم يرون ذلك ويغيِّرونه.',
    opens: null,
  }),

  'public-access': (facts) =>
    facts.links === 'private'
      ? {
          title: 'إبقاء Block Public Access مفعَّلًا',
          actions: [
            'عند إنشاء الحاوية ترك «Block all public access» محدَّدًا كما يقترح AWS.',
            `إذا كانت ${theBucket(facts)} موجودة بالفعل: فتحها ثم علامة التبويب «Permissions». ينبغي أن يظهر «On» تحت «Block public access (bucket settings)».`,
            'إذا ظهر «Off»: اختيار «Edit»، وتحديد «Block all public access»، واختيار «Save changes»، وكتابة «confirm» عندما يطلبها AWS.',
          ],
          why: 'الروابط خاصة: يوقِّع triage.ai كل رابط عند فتح المرفق، ولا يعمل إلا مدة قصيرة. ولا حاجة إلى إدخال أحد دون توقيع.',
          opens: null,
        }
      : {
          title: 'إيقاف Block Public Access',
          actions: [
            'عند إنشاء الحاوية العثور على «Block Public Access settings for this bucket» وإلغاء تحديد «Block all public access».',
            'تحديد التحذير الذي تحته: «I acknowledge that the current settings might result in this bucket and the objects within becoming public.»',
            `إذا كانت ${theBucket(facts)} موجودة بالفعل: فتحها ثم علامة التبويب «Permissions». وتحت «Block public access (bucket settings)» اختيار «Edit»، وإلغاء تحديد «Block all public access»، واختيار «Save changes»، وكتابة «confirm» عندما يطلبها AWS.`,
          ],
          why: 'ما دام مفعَّلًا يرفض AWS سياسة الحاوية التي في الخطوة التالية، ولا يُفتح أي رابط. من أجزائه الأربعة يجب إيقاف الأخيرين فقط، المتعلقين بالسياسات؛ أما المتعلقان بقوائم التحكم في الوصول (ACLs) فيمكن أن يبقيا مفعَّلين.',
          opens: 'لا شيء بذاته. لكن من الآن تقرر سياسة الحاوية وحدها ما يستطيع الغرباء قراءته.',
        },

  'bucket-policy': (facts) =>
    facts.links === 'private'
      ? {
          title: 'بلا سياسة للحاوية',
          actions: [
            `ليس هناك ما يُلصق. فتح ${theBucket(facts)} ثم علامة التبويب «Permissions» والنظر إلى «Bucket policy». إذا كانت فارغة فقد تمت هذه الخطوة.`,
            `إذا كان فيها بيان يحتوي على ${ltr('"Effect": "Allow"')} و${ltr('"Principal": "*"')} فهو يتيح القراءة للجميع. اختيار «Edit»، وإزالة ذلك البيان، واختيار «Save changes». وإذا كان الوحيد فينبغي اختيار «Delete» بدلًا من ذلك.`,
          ],
          why: 'مع الروابط الخاصة لا يحتاج أحد إلى القراءة غير triage.ai. ويمنع Block Public Access سياسة كهذه، لكن ما دام مفعَّلًا فقط.',
          opens: null,
        }
      : {
          title: 'إتاحة فتح الروابط: سياسة الحاوية',
          actions: [
            `في قائمة الحاويات اختيار ${theBucket(facts)} ثم علامة التبويب «Permissions». وتحت «Bucket policy» اختيار «Edit».`,
            'لصق المستند أدناه واختيار «Save changes».',
            `لا حاجة إلى «Policy generator». هذا ما ينشئه للنوع «S3 Bucket Policy» مع principal «*» والإجراء «GetObject» وقيمة ARN «${arn(facts)}».`,
            `إذا كانت للحاوية سياسة بالفعل فلا ينبغي استبدالها: يُضاف إلى قائمتها بيان هذا المستند، أي الجزء بين ${ltr('{ }')} تحت «Statement».`,
            ...(partitionOf(facts.region) === 'aws-cn'
              ? [
                  'في الصين لا يسمح AWS للغرباء بالقراءة إلا من حسابات لديها تسجيل ICP. إذا رُفضت الروابط فينبغي طلبه من AWS China.',
                ]
              : []),
          ],
          why: 'بدونها يرى كل من يفتح رابط مرفق الرسالة «Access Denied».',
          opens: `كل من لديه رابط يستطيع قراءة ذلك المرفق دون تسجيل الدخول. ${
            facts.keyPrefix
              ? `يسري ذلك على كل ما تحت «${ltr(facts.keyPrefix)}» في هذه الحاوية، ولا يسري على شيء سواه.`
              : 'يسري ذلك على كل ما في هذه الحاوية، لذلك ينبغي ألا يُحفظ فيها شيء آخر.'
          } لا يستطيع أحد سرد محتوى الحاوية، ولا يمكن تخمين أي رابط.`,
        },

  cors: (facts) => ({
    title: 'إتاحة الرفع من المتصفحات: CORS',
    actions: [
      `في علامة التبويب «Permissions» في ${theBucket(facts)} الانتقال إلى آخر الصفحة، إلى «Cross-origin resource sharing (CORS)»، واختيار «Edit».`,
      'لصق المستند أدناه واختيار «Save changes».',
    ],
    why: 'تنتقل الملفات من المتصفح إلى S3 مباشرة. ولا يفعل المتصفح ذلك إلا إذا صرَّحت الحاوية بالسماح به: PUT يخزِّن ملفًا، وGET وHEAD يقرآنه، وDELETE يزيله.',
    opens:
      facts.links === 'private'
        ? 'تستطيع صفحة من أي موقع إرسال طلبات إلى الحاوية، لكنها تُرفض كلها دون توقيع من triage.ai.'
        : 'تستطيع صفحة من أي موقع إرسال طلبات إلى الحاوية، لكنها تُرفض كلها دون توقيع من triage.ai، ما عدا القراءة برابط.',
  }),

  'iam-policy': (facts) => ({
    title: 'كتابة سياسة IAM',
    actions: [
      'كتابة «IAM» في شريط البحث وفتحه. اختيار «Policies» في الجهة اليسرى ثم «Create policy».',
      'اختيار «JSON» بجانب «Policy editor». لصق المستند أدناه مكان الموجود هناك، واختيار «Next».',
      ...(facts.keyPrefix || facts.largeFiles || facts.links === 'private'
        ? []
        : [
            'يقابل ذلك في محرر «Visual»: الخدمة «S3»، وتحت «Write» الإجراءان «PutObject» و«DeleteObject»، وتحت «Resources» ثم «Add ARNs» اسم الحاوية مع «Any» للكائن.',
          ]),
      `في «Policy name» ${likeTheBucket(facts)}. ووصف الغرض منها، مثل «Attachments of triage.ai»، واختيار «Create policy».`,
    ],
    why: `تسمح لمفتاح الخطوات التالية بـ${allowed(facts)} ${
      facts.keyPrefix ? `تحت «${ltr(facts.keyPrefix)}» ` : ''
    }في ${theBucket(facts)}، ولا شيء غير ذلك.${
      facts.links === 'private' ? ' وهو يقرأ لأنه لا يستطيع توقيع روابط إلا لما يُسمح له بقراءته.' : ''
    }`,
    opens: null,
  }),

  'iam-user': (facts) => ({
    title: 'إنشاء مستخدم IAM',
    actions: [
      'اختيار «Users» في الجهة اليسرى في IAM ثم «Create user».',
      `في «User name» ${likeTheBucket(facts)}، ليسهل العثور على ما ينتمي بعضه إلى بعض. لا يحتاج إلى الدخول إلى AWS Management Console. اختيار «Next».`,
      `اختيار «Attach policies directly»، والبحث عن ${
        facts.bucket ? `«${ltr(facts.bucket)}»` : 'سياسة الخطوة السابقة'
      }، وتحديدها، واختيار «Next».`,
      'ترك الإعدادات الباقية كما هي، واختيار «Create user».',
    ],
    why: 'بمستخدم خاص يكون triage.ai وحده من يغيِّر الحاوية، ولا يُسمح لمفتاحه بشيء آخر في حسابك.',
    opens: null,
  }),

  'access-key': (facts) => ({
    title: 'إنشاء مفتاح الوصول',
    actions: [
      `في قائمة «Users» اختيار ${
        facts.bucket ? `«${ltr(facts.bucket)}»` : 'المستخدم'
      }. وفي «Summary» تحت «Access key 1» اختيار «Create access key».`,
      'اختيار «Third-party service»، وتحديد «I understand the above recommendation and want to proceed to create an access key»، واختيار «Next».',
      'وصف الغرض من المفتاح، مثل «Attachments of triage.ai»، واختيار «Create access key».',
      'نسخ «Access key» و«Secret access key» إلى النموذج هنا، أو اختيار «Download .csv file» وإفلات ذلك الملف على النموذج. وبعد ذلك فقط اختيار «Done».',
      'الآن في النموذج القيم الأربع كلها. وبعد حفظها تُخزَّن المرفقات الجديدة في الحاوية.',
    ],
    why: 'يعرض AWS المفتاح السري هذه المرة فقط. إذا ضاع أو نُسخ خطأً فينبغي تعطيل المفتاح وإنشاء مفتاح آخر. ومن المستحسن استبدال المفتاح من حين إلى آخر. وإذا فشل الرفع يومًا فالسبب المعتاد مفتاح خاطئ أو إحدى السياسات: والتحقق هنا يبيِّن أيها.',
    opens: `كل من لديه القيمتان يستطيع ${allowed(facts)}، ولا شيء غير ذلك في حسابك. ينبغي حذف ملف .csv بعد حفظ القيمتين هنا.`,
  }),
};
