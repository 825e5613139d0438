import type { SettingsMessages } from '../../components/index.ts';
import { regions } from '../../guide/index.ts';

function inRegion(code: string): string {
  if (!code) return 'を確認し';
  const name = regions.find((region) => region.code === code)?.name;
  return ` が ${name ? `${name}, ${code}` : code} であることを確認し`;
}

/** The words of the pictures in Japanese. */
export const pictures: SettingsMessages['pictures'] = {
  caption: 'AWS コンソールを当社が図にしたものです。実際の画面とは多少異なることがあります。',
  alternative: {
    'create-bucket': ({ bucket, region }) =>
      `Amazon S3 の「Create bucket」ページの「General configuration」セクション: AWS Region ${inRegion(region)}、バケット名に「${bucket}」と入力して、ページの最後の「Create bucket」を選択します。`,
    'public-access': ({ links }) =>
      links === 'public'
        ? '「Create bucket」ページの「Block Public Access settings for this bucket」セクション:「Block all public access」のチェックを外し、「I acknowledge that the current settings might result in this bucket and the objects within becoming public.」にチェックを入れます。'
        : '「Create bucket」ページの「Block Public Access settings for this bucket」セクション:「Block all public access」にはチェックが入っており、そのままにします。',
    'bucket-policy': ({ bucket, links }) =>
      links === 'public'
        ? `バケット「${bucket}」の「Permissions」タブの「Bucket policy」セクション:「Edit」を選択し、「Policy」欄にドキュメントを貼り付けて、「Save changes」を選択します。`
        : `バケット「${bucket}」の「Permissions」タブの「Bucket policy」セクション:「No policy to display.」と表示されており、そのままにします。`,
    cors: ({ bucket }) =>
      `バケット「${bucket}」の「Permissions」タブの「Cross-origin resource sharing (CORS)」セクション:「Edit」を選択し、欄にドキュメントを貼り付けて、「Save changes」を選択します。`,
    'iam-policy': ({ bucket }) =>
      `IAM の「Create policy」ページの「Specify permissions」: ポリシーエディターの上の「JSON」を選択してドキュメントを貼り付け、「Next」を選択し、ポリシー名に「${bucket}」と入力して、「Create policy」を選択します。`,
    'iam-user': ({ bucket }) =>
      `IAM の「Create user」ページ: ユーザー名に「${bucket}」と入力して「Next」を選択します。「Set permissions」で「Attach policies directly」を選択し、「${bucket}」を検索して一覧のそのポリシーにチェックを入れ、「Next」を選択します。`,
    'access-key': ({ bucket }) =>
      `ユーザー「${bucket}」の「Create access key」ページ:「Third-party service」を選択し、確認にチェックを入れて「Next」を選択し、キーの説明を入力して「Create access key」を選択します。次のページに「Access key」と「Secret access key」が並んで表示され、その下に「Download .csv file」があります。`,
  },
};
