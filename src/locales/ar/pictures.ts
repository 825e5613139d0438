import type { SettingsMessages } from '../../components/index.ts';
import { regions } from '../../guide/index.ts';
import { ltr } from './isolate.ts';

function inRegion(code: string): string {
  if (!code) return '';
  const name = regions.find((region) => region.code === code)?.name;
  return ` بالقيمة ${ltr(name ? `${name}, ${code}` : code)}`;
}

/** The words of the pictures in Arabic. */
export const pictures: SettingsMessages['pictures'] = {
  caption: 'رسم من إعدادنا لوحدة تحكم AWS؛ وقد تبدو لديك مختلفة قليلًا.',
  alternative: {
    'create-bucket': ({ bucket, region }) =>
      `في صفحة «Create bucket» من Amazon S3، القسم «General configuration»: مقارنة AWS Region${inRegion(region)}، وإدخال «${ltr(bucket)}» اسمًا للحاوية، واختيار «Create bucket» في آخر الصفحة.`,
    'public-access': ({ links }) =>
      links === 'public'
        ? 'في صفحة «Create bucket»، القسم «Block Public Access settings for this bucket»: إلغاء تحديد «Block all public access»، ثم تحديد «I acknowledge that the current settings might result in this bucket and the objects within becoming public.»'
        : 'في صفحة «Create bucket»، القسم «Block Public Access settings for this bucket»: الخيار «Block all public access» محدَّد ويبقى كذلك.',
    'bucket-policy': ({ bucket, links }) =>
      links === 'public'
        ? `في الحاوية «${ltr(bucket)}»، علامة التبويب «Permissions»، القسم «Bucket policy»: اختيار «Edit»، ولصق المستند في المربع «Policy»، واختيار «Save changes».`
        : `في الحاوية «${ltr(bucket)}»، علامة التبويب «Permissions»، القسم «Bucket policy»: مكتوب فيه «No policy to display.»، ويبقى كذلك.`,
    cors: ({ bucket }) =>
      `في الحاوية «${ltr(bucket)}»، علامة التبويب «Permissions»، القسم «Cross-origin resource sharing (CORS)»: اختيار «Edit»، ولصق المستند في المربع، واختيار «Save changes».`,
    'iam-policy': ({ bucket }) =>
      `في صفحة «Create policy» من IAM، «Specify permissions»: اختيار «JSON» فوق محرر السياسة، ولصق المستند فيه، واختيار «Next»، وإدخال «${ltr(bucket)}» اسمًا للسياسة، واختيار «Create policy».`,
    'iam-user': ({ bucket }) =>
      `في صفحة «Create user» من IAM: إدخال «${ltr(bucket)}» اسمًا للمستخدم واختيار «Next»؛ وتحت «Set permissions» اختيار «Attach policies directly»، والبحث عن «${ltr(bucket)}»، وتحديد تلك السياسة في القائمة، واختيار «Next».`,
    'access-key': ({ bucket }) =>
      `في صفحة «Create access key» للمستخدم «${ltr(bucket)}»: اختيار «Third-party service»، وتحديد التأكيد واختيار «Next»، ووصف المفتاح واختيار «Create access key»؛ وتعرض الصفحة التالية «Access key» و«Secret access key» متجاورين، وتحتهما «Download .csv file».`,
  },
};
