import type { SettingsMessages } from '../../components/index.ts';
import { ltr } from './isolate.ts';

/** The words of *Do it in one go* in Arabic. */
export const shortcut: SettingsMessages['shortcut'] = {
  title: 'الإعداد دفعة واحدة',
  subtitle: 'برنامج نصي أو CloudFormation أو Terraform',
  intro:
    'برنامج نصي واحد ينفذ الخطوات السبع كلها بالمستندات نفسها، ويطبع القيم الأربع. ما يطبعه يمكن لصقه في أي حقل من النموذج.',
  tabs: 'الأدوات',
  names: { cloudshell: 'AWS CloudShell', cloudformation: 'CloudFormation', terraform: 'Terraform' },
  how: {
    cloudshell: [
      'فتح CloudShell: رمز الطرفية في أعلى وحدة تحكم AWS. يجب أن يكون الدخول بحساب يُسمح له بإنشاء حاويات ومستخدمي IAM.',
      'لصق البرنامج النصي والضغط على Enter.',
      'نسخ الكتلة التي يطبعها ولصقها في أي حقل من النموذج.',
    ],
    cloudformation: [
      'حفظ القالب ملفًا. وفي وحدة تحكم CloudFormation اختيار «Create stack» ثم «With new resources» ثم «Upload a template file».',
      'تحديد «I acknowledge that AWS CloudFormation might create IAM resources» وإنشاء المكدس.',
      'نسخ القيم الأربع من علامة التبويب «Outputs».',
    ],
    terraform: [
      'حفظ الوحدة ملفًا في مجلد خاص بها، ثم تشغيل «terraform init» و«terraform apply».',
      'تشغيل «terraform output -raw settings» ونسخ الكتلة ولصقها في أي حقل من النموذج.',
    ],
  },
  mind: {
    cloudshell:
      'عند تشغيله مرة أخرى يجد ما هو موجود؛ ولا ينشئ مفتاح وصول جديدًا إلا إذا كان لدى المستخدم أقل من مفتاحين.',
    cloudformation: 'كل من يحق له قراءة مخرجات المكدس يستطيع قراءة المفتاح السري فيها.',
    terraform: 'تحتوي حالة Terraform على المفتاح السري: ينبغي حفظها حيث لا يقرؤها سواك.',
  },
  needsBucket: 'يلزم أولًا إدخال اسم الحاوية ومنطقتها في النموذج: يُعدّ البرنامج النصي لهما.',
  download: 'حفظ كملف',
  downloadOf: (shortcut) => `حفظ كملف: ${ltr(shortcut)}`,
  open: { cloudshell: 'فتح CloudShell', cloudformation: 'فتح CloudFormation', terraform: null },
};
