import type { SettingsMessages } from '../../components/index.ts';

/** The words of *Do it in one go* in Japanese. */
export const shortcut: SettingsMessages['shortcut'] = {
  title: 'まとめて設定',
  subtitle: 'スクリプト、CloudFormation、または Terraform',
  intro:
    '1 つのスクリプトが同じドキュメントで 7 つの手順をすべて実行し、4 つの値を出力します。出力された内容を、フォームのどの項目にでも貼り付けてください。',
  tabs: 'ツール',
  names: { cloudshell: 'AWS CloudShell', cloudformation: 'CloudFormation', terraform: 'Terraform' },
  how: {
    cloudshell: [
      'AWS コンソールの上部にあるターミナルのアイコンから CloudShell を開きます。バケットと IAM ユーザーを作成できるアカウントでサインインしている必要があります。',
      'スクリプトを貼り付けて Enter キーを押します。',
      '出力されたブロックをコピーし、フォームのどの項目にでも貼り付けます。',
    ],
    cloudformation: [
      'テンプレートをファイルとして保存します。CloudFormation コンソールで「Create stack」、「With new resources」、「Upload a template file」の順に選択します。',
      '「I acknowledge that AWS CloudFormation might create IAM resources」にチェックを入れ、スタックを作成します。',
      '「Outputs」タブから 4 つの値をコピーします。',
    ],
    terraform: [
      'モジュールを専用のフォルダーにファイルとして保存し、「terraform init」と「terraform apply」を実行します。',
      '「terraform output -raw settings」を実行し、出力されたブロックをコピーして、フォームのどの項目にでも貼り付けます。',
    ],
  },
  mind: {
    cloudshell:
      '再び実行すると既存のものが使われます。新しいアクセスキーは、ユーザーのキーが 2 つ未満の場合にだけ作成されます。',
    cloudformation: 'スタックの出力を読める人は、そこにあるシークレットも読めます。',
    terraform:
      'Terraform の状態ファイルにはシークレットが含まれます。自分だけが読める場所に保管してください。',
  },
  needsBucket:
    '先にフォームにバケット名とリージョンを入力してください。スクリプトはそれらに合わせて作成されます。',
  download: 'ファイルとして保存',
  downloadOf: (shortcut) => `ファイルとして保存: ${shortcut}`,
  open: { cloudshell: 'CloudShell を開く', cloudformation: 'CloudFormation を開く', terraform: null },
};
