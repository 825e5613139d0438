import type { SettingsMessages } from '../../components/index.ts';
import type { GuideFacts } from '../../guide/index.ts';
import { partitionOf, regions } from '../../guide/index.ts';

const account = {
  aws: 'AWS アカウントがまだない場合は作成します。その後、AWS コンソールにサインインします。',
  'aws-cn':
    'AWS China のコンソール（console.amazonaws.cn）にサインインします。専用のアカウントが必要で、aws.amazon.com のアカウントは使えません。',
  'aws-us-gov':
    'AWS GovCloud (US) のコンソール（console.amazonaws-us-gov.com）にサインインします。専用のアカウントが必要で、aws.amazon.com のアカウントは使えません。',
};

const theBucket = ({ bucket }: GuideFacts) => (bucket ? `バケット「${bucket}」` : '自社のバケット');
const likeTheBucket = ({ bucket }: GuideFacts) => (bucket ? `バケットと同じ「${bucket}」` : 'バケットの名前');
const arn = ({ bucket, keyPrefix, region }: GuideFacts) =>
  `arn:${partitionOf(region)}:s3:::${bucket || 'YOUR-BUCKET-NAME'}/${keyPrefix}*`;

function theRegion({ region }: GuideFacts): string {
  if (!region) {
    return 'そのページの「AWS Region」を確認します（例: us-east-1 ）。利用者に近い場所が最適です。コンソールの右上で変更できます。控えておいてください。';
  }
  const name = regions.find(({ code }) => code === region)?.name;
  return `そのページの「AWS Region」が ${name ? `${name} ${region}` : region} であることを確認します。コンソールの右上で変更できます。`;
}

/** What the key of triage.ai may do, as the object of a sentence. */
function allowed({ links, largeFiles }: GuideFacts): string {
  const reads = links === 'private' ? '添付ファイルの保存、読み取り、削除' : '添付ファイルの保存と削除';
  return largeFiles ? `${reads}、および中断したアップロードの後始末` : reads;
}

/** The guide in Japanese. */
export const guide: SettingsMessages['guide'] = {
  'create-bucket': (facts) => ({
    title: 'バケットの作成',
    actions: [
      account[partitionOf(facts.region)],
      '検索バーに「S3」と入力するか、「All services」から見つけて開きます。「Create bucket」を選択します。',
      theRegion(facts),
      facts.bucket
        ? `「Bucket name」に「${facts.bucket}」と入力します。すでに使用されていると AWS に表示された場合は、別の名前を選び、ここのフォームも変更します。`
        : '「Bucket name」には、後で triage.ai のものだと分かる名前を、小文字の英字、数字、ハイフンで入力します。控えておいてください。',
      facts.links === 'private'
        ? 'ほかの設定はすべてそのままにし、ページの最後の「Create bucket」を選択します。'
        : '同じページにある手順 2 の設定を除き、ほかの設定はすべてそのままにします。その後、ページの最後の「Create bucket」を選択します。',
      facts.bucket && facts.region
        ? '名前とリージョンは、ここのフォームにすでに入力されています。'
        : '名前とリージョンをここのフォームに入力します。',
    ],
    why: 'チケットの添付ファイルは、データベースの容量を使う代わりに、このバケットに保存されます。それを表示・変更できるのは管理者だけです。',
    opens: null,
  }),

  'public-access': (facts) =>
    facts.links === 'private'
      ? {
          title: 'Block Public Access をオンのままにする',
          actions: [
            'バケットの作成時に、AWS が推奨するとおり「Block all public access」にチェックを入れたままにします。',
            `${theBucket(facts)}がすでにある場合は、それを開き、「Permissions」タブを開きます。「Block public access (bucket settings)」に「On」と表示されていることを確認します。`,
            '「Off」と表示されている場合は、「Edit」を選択し、「Block all public access」にチェックを入れて「Save changes」を選択し、AWS に求められたら「confirm」と入力します。',
          ],
          why: 'リンクは非公開です。添付ファイルを開くたびに triage.ai がリンクに署名し、リンクは短時間だけ有効です。署名なしのアクセスを許可する必要はありません。',
          opens: null,
        }
      : {
          title: 'Block Public Access をオフにする',
          actions: [
            'バケットの作成時に、「Block Public Access settings for this bucket」を見つけ、「Block all public access」のチェックを外します。',
            'その下の警告「I acknowledge that the current settings might result in this bucket and the objects within becoming public.」にチェックを入れます。',
            `${theBucket(facts)}がすでにある場合は、それを開き、「Permissions」タブを開きます。「Block public access (bucket settings)」で「Edit」を選択し、「Block all public access」のチェックを外して「Save changes」を選択し、AWS に求められたら「confirm」と入力します。`,
          ],
          why: 'オンの間は、次の手順のバケットポリシーが AWS に拒否され、リンクを開けません。4 つの項目のうち、オフにする必要があるのはポリシーに関する最後の 2 つだけです。アクセスコントロールリスト（ACLs）に関する 2 つはオンのままでかまいません。',
          opens:
            'これだけでは何も公開されません。ただし今後、第三者が何を読めるかは、バケットポリシーだけで決まります。',
        },

  'bucket-policy': (facts) =>
    facts.links === 'private'
      ? {
          title: 'バケットポリシーなし',
          actions: [
            `貼り付けるものはありません。${theBucket(facts)}を開き、「Permissions」タブで「Bucket policy」を確認します。空であれば、この手順は完了です。`,
            'そこに "Effect": "Allow" と "Principal": "*" を含むステートメントがあると、誰でも読み取れます。「Edit」を選択し、そのステートメントを取り除いて、「Save changes」を選択します。ほかにステートメントがない場合は、代わりに「Delete」を選択します。',
          ],
          why: '非公開リンクでは、triage.ai 以外が読み取る必要はありません。Block Public Access はこのようなポリシーを抑えますが、オンになっている間だけです。',
          opens: null,
        }
      : {
          title: 'リンクを開けるようにする: バケットポリシー',
          actions: [
            `バケットの一覧で${theBucket(facts)}を選択し、「Permissions」タブを開きます。「Bucket policy」で「Edit」を選択します。`,
            '下のドキュメントを貼り付け、「Save changes」を選択します。',
            `「Policy generator」は必要ありません。種類「S3 Bucket Policy」、プリンシパル「*」、アクション「GetObject」、ARN「${arn(facts)}」で作成されるものと同じです。`,
            'バケットにすでにポリシーがある場合は、置き換えずに、このドキュメントのステートメント（「Statement」の下の { } の部分）をその一覧に追加します。',
            ...(partitionOf(facts.region) === 'aws-cn'
              ? [
                  '中国では、AWS が第三者による読み取りを許可するのは、ICP 登録のあるアカウントだけです。リンクが拒否される場合は、AWS China に申請してください。',
                ]
              : []),
          ],
          why: 'これがないと、添付ファイルのリンクを開いた人には「Access Denied」と表示されます。',
          opens: `リンクを知っている人は誰でも、サインインせずにその添付ファイルを読めます。${
            facts.keyPrefix
              ? `これは、このバケットの「${facts.keyPrefix}」の下にあるものすべてに当てはまり、それ以外には当てはまりません。`
              : 'これはこのバケットにあるものすべてに当てはまるため、ほかのものは入れないでください。'
          }バケットの一覧は誰も取得できず、リンクは推測できません。`,
        },

  cors: (facts) => ({
    title: 'ブラウザーからアップロードできるようにする: CORS',
    actions: [
      `${theBucket(facts)}の「Permissions」タブで、最後にある「Cross-origin resource sharing (CORS)」に移動し、「Edit」を選択します。`,
      '下のドキュメントを貼り付け、「Save changes」を選択します。',
    ],
    why: 'ファイルはブラウザーから S3 へ直接送られます。ブラウザーがそうするのは、バケットが許可している場合だけです。PUT はファイルを保存し、GET と HEAD は読み取り、DELETE は削除します。',
    opens:
      facts.links === 'private'
        ? 'どのウェブサイトのページもバケットへリクエストを送れますが、triage.ai の署名がなければすべて拒否されます。'
        : 'どのウェブサイトのページもバケットへリクエストを送れますが、リンクによる読み取りを除き、triage.ai の署名がなければすべて拒否されます。',
  }),

  'iam-policy': (facts) => ({
    title: 'IAM ポリシーの作成',
    actions: [
      '検索バーに「IAM」と入力して開きます。左側の「Policies」、「Create policy」の順に選択します。',
      '「Policy editor」の横の「JSON」を選択します。そこにある内容を下のドキュメントで置き換え、「Next」を選択します。',
      ...(facts.keyPrefix || facts.largeFiles || facts.links === 'private'
        ? []
        : [
            '「Visual」エディターでは、サービス「S3」、「Write」のアクション「PutObject」と「DeleteObject」、「Resources」の「Add ARNs」でバケットの名前とオブジェクト「Any」を指定すると同じになります。',
          ]),
      `「Policy name」に${likeTheBucket(facts)}を入力します。用途の説明（例:「Attachments of triage.ai」）を入力し、「Create policy」を選択します。`,
    ],
    why: `以降の手順のキーに、${theBucket(facts)}${
      facts.keyPrefix ? `の「${facts.keyPrefix}」の下` : ''
    }での${allowed(facts)}だけを許可します。${
      facts.links === 'private'
        ? '読み取りが必要なのは、キー自身が読めるものにしかリンクの署名ができないためです。'
        : ''
    }`,
    opens: null,
  }),

  'iam-user': (facts) => ({
    title: 'IAM ユーザーの作成',
    actions: [
      'IAM の左側で「Users」、「Create user」の順に選択します。',
      `「User name」に${likeTheBucket(facts)}を入力すると、関連するものが見つけやすくなります。AWS Management Console へのアクセスは不要です。「Next」を選択します。`,
      `「Attach policies directly」を選択し、${
        facts.bucket ? `「${facts.bucket}」` : '前の手順のポリシー'
      }を検索してチェックを入れ、「Next」を選択します。`,
      '残りの設定はそのままにし、「Create user」を選択します。',
    ],
    why: '専用のユーザーにすると、バケットを変更するのは triage.ai だけになり、そのキーではアカウント内のほかの操作ができません。',
    opens: null,
  }),

  'access-key': (facts) => ({
    title: 'アクセスキーの作成',
    actions: [
      `「Users」の一覧で${
        facts.bucket ? `「${facts.bucket}」` : 'ユーザー'
      }を選択します。「Summary」の「Access key 1」の下で「Create access key」を選択します。`,
      '「Third-party service」を選択し、「I understand the above recommendation and want to proceed to create an access key」にチェックを入れて、「Next」を選択します。',
      'キーの用途の説明（例:「Attachments of triage.ai」）を入力し、「Create access key」を選択します。',
      '「Access key」と「Secret access key」をここのフォームにコピーするか、「Download .csv file」を選択してそのファイルをフォームにドロップします。その後で「Done」を選択します。',
      'これで 4 つの値がすべてフォームに入りました。保存すると、新しい添付ファイルはバケットに保存されます。',
    ],
    why: 'AWS がシークレットを表示するのはこの 1 回だけです。失くしたり、誤ってコピーしたりした場合は、キーを無効化して別のキーを作成してください。キーはときどき交換することをお勧めします。アップロードが失敗するようになった場合、原因の多くは誤ったキーか、いずれかのポリシーです。どれであるかは、ここの確認で分かります。',
    opens: `両方の値を知っている人は、${allowed(facts)}ができ、アカウント内のほかの操作はできません。ここに保存したら .csv ファイルを削除してください。`,
  }),
};
