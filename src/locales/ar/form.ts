import type { SettingsMessages } from '../../components/index.ts';
import { createCount } from '../createCount.ts';
import { ltr } from './isolate.ts';

const count = /* @__PURE__ */ createCount('ar');
const days = (amount: number) =>
  count(amount, { one: 'يوم واحد', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' });

const remnants = {
  spaces: 'مسافات',
  line_breaks: 'فواصل أسطر',
  quotes: 'علامات اقتباس',
  invisible: 'محارف غير مرئية',
};
const lists = /* @__PURE__ */ new Intl.ListFormat('ar');

const units = [
  [86_400, { one: 'يوم واحد', two: 'يومان', few: '# أيام', many: '# يومًا', other: '# يوم' }],
  [3600, { one: 'ساعة واحدة', two: 'ساعتان', few: '# ساعات', many: '# ساعة', other: '# ساعة' }],
  [60, { one: 'دقيقة واحدة', two: 'دقيقتان', few: '# دقائق', many: '# دقيقة', other: '# دقيقة' }],
  [1, { one: 'ثانية واحدة', two: 'ثانيتان', few: '# ثوانٍ', many: '# ثانية', other: '# ثانية' }],
] as const;

/** The words of the form in Arabic. */
export const form: SettingsMessages['form'] = {
  title: 'حاويتك',
  problem: 'هناك مشكلة',
  bucketHint: 'كما في قائمة الحاويات في وحدة تحكم S3. ويُقبل أيضًا ARN الحاوية أو عنوانها.',
  regionHint: 'مكان الحاوية. يمكن كتابة رمز أو مدينة.',
  regions: 'عرض كل المناطق',
  noRegion: 'ليس في قائمتنا. إذا كان AWS يعرض هذا الرمز فيمكن استخدامه.',
  detect: 'اكتشاف',
  detecting: 'جارٍ سؤال S3',
  detectNeedsBucket: 'يلزم أولًا إدخال اسم الحاوية، ثم يمكن سؤال S3 عن مكانها.',
  detected: (region) => `يفيد S3 بأن هذه الحاوية في ${ltr(region)}.`,
  accessKeyIdHint: `من مستخدم IAM الذي تنشئه من أجل triage.ai. يبدأ بالأحرف AKIA.`,
  secretHint: 'يعرضه AWS مرة واحدة. يُخزَّن مشفَّرًا ولا يُعرض مرة أخرى.',
  secretConfigured: 'مُعدّ',
  secretSavedAt: (when) => `حُفظ في ${when}`,
  secretAge: (age) => (age === 0 ? 'اليوم' : `قبل ${days(age)}`),
  secretOld: (age) =>
    `مدة استخدام هذا المفتاح هنا ${days(age)}. من المستحسن استبدال المفاتيح كل 90 يومًا تقريبًا.`,
  secretForOtherKey: 'إذا تغيَّر Access key ID أو نقطة النهاية فيلزم إدخال المفتاح السري التابع لهما.',
  secretUnreadable: 'لم يعد بالإمكان قراءة المحفوظ. يُرجى إدخاله مرة أخرى.',
  serverKeyGone: 'كان الخادم يوفِّر مفتاح الوصول بنفسه، ولم يعد يفعل. يُرجى إدخال مفتاح هنا.',
  serverKey: {
    title: 'مفتاح الوصول يأتي من الخادم',
    from: {
      environment: 'هو مضبوط في بيئة الخادم، لذلك لا يُدخل مفتاح ولا يُحفظ هنا.',
      provider: 'يحصل عليه الخادم من دوره أو هويته ويجدِّده بنفسه، لذلك لا يُدخل مفتاح ولا يُحفظ هنا.',
    },
    now: 'المستخدم الآن:',
    hint: 'يحتاج إلى الأذونات الواردة في سياسة IAM في الدليل.',
  },
  replace: 'استبدال',
  keep: 'الإبقاء على المحفوظ',
  show: 'إظهار',
  rotate: 'تدوير المفتاح',
  rotateTitle: 'استبدال مفتاح الوصول دون انقطاع',
  rotateSteps: (old) => [
    'فتح المستخدم في IAM وإنشاء مفتاح وصول ثانٍ له؛ يُسمح للمستخدم بمفتاحين.',
    'إدخال قيمتيه هنا. يجري التحقق منهما ثم تحلَّان محل القديمتين.',
    `بعد ذلك تغيير حالة ${ltr(old)} إلى «Inactive» في IAM، ثم حذفه بعد أن يعمل الرفع مدة.`,
  ],
  rotateCancel: 'الإبقاء على المفتاح المحفوظ',
  swap: 'تبديل القيمتين',
  advanced: 'خيارات متقدمة',
  advancedChanged: (amount) =>
    count(amount, {
      one: 'تغيير واحد',
      two: 'تغييران',
      few: '# تغييرات',
      many: '# تغييرًا',
      other: '# تغيير',
    }),
  links: 'كيفية فتح المرفقات',
  linksPublic: 'روابط عامة، كما في التوثيق',
  linksPublicHint:
    'كل من لديه رابط يستطيع قراءة ذلك المرفق ما دام موجودًا. لا يمكن تخمين الروابط، ولا يمكن سرد محتوى الحاوية.',
  linksPrivate: 'روابط خاصة',
  linksPrivateHint:
    'أكثر أمانًا: لا يحصل على رابط إلا من يحق له قراءة التذكرة، وتنتهي صلاحيته. يبقى Block Public Access مفعَّلًا. وعندئذٍ يُسمح لمفتاح الوصول بقراءة المرفقات أيضًا؛ والدليل المجاور يتبع ذلك.',
  linkLifetime: 'مدة صلاحية الرابط الخاص',
  linkLifetimeHint:
    'من لحظة فتح المرفق؛ وكل من يُعطى هذا الرابط يستطيع استخدامه حتى ذلك الحين. وعند الفتح التالي يُنشأ رابط جديد.',
  lifetime: (seconds) => {
    const [size, forms] = units.find(([size]) => seconds % size === 0) ?? units[3];
    return count(seconds / size, forms);
  },
  keyPrefixHint: `مجلدات تسبق كل مرفق، لحاوية فيها أشياء أخرى أيضًا: ${ltr('help-desk/')}`,
  publicBaseUrlHint: `وجهة الروابط بدلًا من S3، مثل توزيع CloudFront: ${ltr('https://files.example.com')}`,
  endpointHint: 'لتخزين آخر متوافق مع S3، دون الحاوية. فارغ: Amazon S3.',
  forcePathStyleHint:
    'تكون الحاوية في المسار وليس في اسم المضيف. كثيرًا ما يحتاج إليه تخزين آخر، ولا يحتاج إليه Amazon.',
  largeFiles: 'أذونات التنظيف بعد الملفات الكبيرة',
  largeFilesHint: `تضيف ${ltr('s3:AbortMultipartUpload')} و${ltr('s3:ListMultipartUploadParts')} إلى سياسة IAM، حتى يمكن إزالة أجزاء عملية رفع كبيرة تُخلِّي عنها، وسؤال S3 عما وصل من عملية انقطعت.`,
  file: 'اختيار ملف',
  fileHint: `يمكن هنا إفلات أو لصق ${ltr('accessKeys.csv')} من AWS، أو ما طبعه البرنامج النصي: تُملأ الحقول منه.`,
  fileDrop: 'إفلات الملف: تنتقل قيمه إلى الحقول',
  fileUnreadable: `ليس في هذا الملف مفتاح وصول، أو فيه أكثر من واحد. اسم ملف AWS هو ${ltr('accessKeys.csv')}.`,
  fileTooBig: 'هذه ليست قائمة مفاتيح وصول: حجمها أكبر من 64 كيلوبايت.',
  trimmed: (removed) =>
    `أُزيل من الطرفين: ${lists.format(removed.map((remnant) => remnants[remnant]))}. كانت قد لُصقت مع القيمة.`,
  filled: (labels) => `مُلئ: ${lists.format(labels)}.`,
  suggestion: (name) => `استخدام «${ltr(name)}»`,
};

/** What is wrong with a value, in Arabic. */
export const issues: SettingsMessages['issues'] = {
  required: 'يلزم إدخال قيمة.',
  bucket_name:
    'المسموح من 3 إلى 63 من الأحرف اللاتينية الصغيرة والأرقام والنقاط والواصلات، والبداية والنهاية بحرف أو رقم.',
  region: `يلزم رمز المنطقة: أحرف لاتينية صغيرة وأرقام وواصلات، مثل ${ltr('eu-central-1')}.`,
  access_key_id: 'لا يحتوي Access key ID إلا على أحرف لاتينية وأرقام. ينبغي التأكد من نسخه كاملًا ووحده.',
  secret: 'لا يحتوي المفتاح السري على مسافات ولا تحيط به علامات اقتباس. ينبغي التأكد من نسخه كاملًا ووحده.',
  refused: 'لم يقبل الخادم هذه القيمة.',
  same_key: 'هذا هو المفتاح المستخدم بالفعل. يلزم إدخال المفتاح الذي سيحل محله.',
  too_long: 'هذه القيمة أطول من المسموح.',
  endpoint: `يلزم العنوان وحده، مثل ${ltr('https://s3.example.com')}، دون حاوية أو مسار.`,
  key_prefix: `تلزم أسماء مجلدات، ينتهي كل منها بالعلامة ${ltr('/')}، مثل ${ltr('help-desk/')}.`,
  public_base_url: `يلزم عنوان مثل ${ltr('https://files.example.com')}، دون استعلام.`,
};

/** What is wrong with a bucket's name, in Arabic. */
export const bucketName: SettingsMessages['bucketName'] = {
  too_short: 'لا يقل اسم الحاوية عن 3 أحرف.',
  too_long: 'لا يزيد اسم الحاوية على 63 حرفًا.',
  capitals: 'ليس في أسماء الحاويات أحرف كبيرة.',
  underscore: 'في أسماء الحاويات واصلات وليس شرطات سفلية.',
  spaces: 'ليس في أسماء الحاويات مسافات.',
  characters: 'ليس في أسماء الحاويات إلا أحرف لاتينية صغيرة وأرقام وواصلات ونقاط.',
  begins: 'يبدأ اسم الحاوية بحرف أو رقم.',
  ends: 'ينتهي اسم الحاوية بحرف أو رقم.',
  dots: 'لا تتجاور نقطتان في اسم الحاوية.',
  address: 'ليس اسم الحاوية عنوانًا من أرقام.',
  reserved: 'يحتفظ AWS لنفسه بهذه البداية أو النهاية.',
};

/** What can be said of a value while it is typed, in Arabic. */
export const notes: SettingsMessages['notes'] = {
  credentials_swapped: 'يبدو أن Access key ID والمفتاح السري كلٌّ منهما في مكان الآخر.',
  credential_temporary:
    'المفتاح الذي يبدأ بالأحرف ASIA مؤقت ويتوقف عن العمل خلال ساعات. يلزم إنشاء مفتاح لمستخدم IAM: يبدأ بالأحرف AKIA.',
  credential_malformed: 'مفاتيح Amazon من نوع Access key ID هي AKIA يليها 16 من الأحرف الكبيرة والأرقام.',
  secret_malformed: 'المفاتيح السرية من Amazon طولها 40 محرفًا. ينبغي التأكد من نسخ المفتاح كاملًا.',
  secret_spaces: 'فيه مسافة أو علامة اقتباس أو فاصل أسطر. ينبغي التأكد من نسخه وحده.',
  bucket_dotted:
    'الاسم الذي فيه نقاط يعمل: تكون الحاوية عندئذٍ في مسار الروابط، لأن شهادة Amazon لا تشمل مثل هذه الأسماء. والواصلات أفضل لحاوية جديدة.',
  endpoint_scheme: `يلزم أن يبدأ بـ ${ltr('https://')} (أو ${ltr('http://')} إن لم يكن هناك بديل).`,
  endpoint_bucket: 'يبدو أن اسم الحاوية داخل نقطة النهاية. نحن نضيفه إليها، فينبغي حذفه هنا.',
  endpoint_path: 'العنوان فقط، دون مسار بعده.',
  endpoint_credentials: 'لا مكان في العنوان لاسم أو كلمة مرور.',
  endpoint_unreadable: `لا يمكن قراءة هذا على أنه عنوان، مثل ${ltr('https://s3.example.com')}.`,
  endpoint_insecure: 'بدون https تنتقل الملفات والتوقيعات مكشوفة.',
};
