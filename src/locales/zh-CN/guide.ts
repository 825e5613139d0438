import type { SettingsMessages } from '../../components/index.ts';
import type { GuideFacts } from '../../guide/index.ts';
import { partitionOf, regions } from '../../guide/index.ts';

const account = {
  aws: '如果还没有 AWS 账户，请先创建一个。然后登录 AWS 控制台。',
  'aws-cn':
    '登录 AWS China 的控制台（console.amazonaws.cn）。它有独立的账户：aws.amazon.com 的账户在那里无法使用。',
  'aws-us-gov':
    '登录 AWS GovCloud (US) 的控制台（console.amazonaws-us-gov.com）。它有独立的账户：aws.amazon.com 的账户在那里无法使用。',
};

const theBucket = ({ bucket }: GuideFacts) => (bucket ? `存储桶“${bucket}”` : '您的存储桶');
const likeTheBucket = ({ bucket }: GuideFacts) => (bucket ? `与存储桶相同的“${bucket}”` : '存储桶的名称');
const arn = ({ bucket, keyPrefix, region }: GuideFacts) =>
  `arn:${partitionOf(region)}:s3:::${bucket || 'YOUR-BUCKET-NAME'}/${keyPrefix}*`;

function theRegion({ region }: GuideFacts): string {
  if (!region) {
    return '查看该页面上的“AWS Region”，例如 us-east-1 。最好靠近您的用户；可在控制台右上角更改。请记下来。';
  }
  const name = regions.find(({ code }) => code === region)?.name;
  return `确认该页面上的“AWS Region”是 ${name ? `${name} ${region}` : region} 。可在控制台右上角更改。`;
}

/** What the key of triage.ai may do. */
function allowed({ links, largeFiles }: GuideFacts): string {
  const reads = links === 'private' ? '存储、读取和删除附件' : '存储和删除附件';
  return largeFiles ? `${reads}，并清理中断的上传` : reads;
}

/** The guide in simplified Chinese. */
export const guide: SettingsMessages['guide'] = {
  'create-bucket': (facts) => ({
    title: '创建存储桶',
    actions: [
      account[partitionOf(facts.region)],
      '在搜索栏中输入“S3”，或在“All services”中找到并打开它。选择“Create bucket”。',
      theRegion(facts),
      facts.bucket
        ? `在“Bucket name”中输入“${facts.bucket}”。如果 AWS 提示名称已被占用，请换一个，并在此处的表单中修改。`
        : '在“Bucket name”中取一个日后能看出属于 triage.ai 的名称：小写字母、数字和连字符。请记下来。',
      facts.links === 'private'
        ? '其他设置保持不变，选择页面底部的“Create bucket”。'
        : '除步骤 2 中位于同一页面的设置外，其他设置保持不变。然后选择页面底部的“Create bucket”。',
      facts.bucket && facts.region ? '此处的表单中已有其名称和区域。' : '在此处的表单中填写其名称和区域。',
    ],
    why: '工单的附件将存储在此存储桶中，而不占用数据库的空间。只有管理员可以查看和更改此项。',
    opens: null,
  }),

  'public-access': (facts) =>
    facts.links === 'private'
      ? {
          title: '保持 Block Public Access 开启',
          actions: [
            '创建存储桶时，按 AWS 的建议保持“Block all public access”为勾选状态。',
            `如果${theBucket(facts)}已经存在，请打开它，再打开“Permissions”标签页。“Block public access (bucket settings)”下应显示“On”。`,
            '如果显示“Off”，请选择“Edit”，勾选“Block all public access”，选择“Save changes”，并在 AWS 要求时输入“confirm”。',
          ],
          why: '链接是私有的：有人打开附件时，triage.ai 会为链接签名，且只在短时间内有效。不需要允许任何人在没有签名的情况下访问。',
          opens: null,
        }
      : {
          title: '关闭 Block Public Access',
          actions: [
            '创建存储桶时，找到“Block Public Access settings for this bucket”，取消勾选“Block all public access”。',
            '勾选其下方的警告：“I acknowledge that the current settings might result in this bucket and the objects within becoming public.”',
            `如果${theBucket(facts)}已经存在，请打开它，再打开“Permissions”标签页。在“Block public access (bucket settings)”下选择“Edit”，取消勾选“Block all public access”，选择“Save changes”，并在 AWS 要求时输入“confirm”。`,
          ],
          why: '开启时，AWS 会拒绝下一步的存储桶策略，任何链接都无法打开。四个部分中，只有与策略有关的最后两个必须关闭；与访问控制列表（ACLs）有关的两个可以保持开启。',
          opens: '其本身不开放任何内容。但从现在起，外人能读取什么只由存储桶策略决定。',
        },

  'bucket-policy': (facts) =>
    facts.links === 'private'
      ? {
          title: '不设存储桶策略',
          actions: [
            `无需粘贴任何内容。打开${theBucket(facts)}，再打开“Permissions”标签页，查看“Bucket policy”。如果为空，此步骤已完成。`,
            '如果其中有语句包含 "Effect": "Allow" 和 "Principal": "*"，则任何人都可以读取。请选择“Edit”，移除该语句，然后选择“Save changes”。如果只有这一条语句，则选择“Delete”。',
          ],
          why: '使用私有链接时，除 triage.ai 外没有人需要读取。Block Public Access 会阻止这样的策略，但仅在开启期间有效。',
          opens: null,
        }
      : {
          title: '允许打开链接：存储桶策略',
          actions: [
            `在存储桶列表中选择${theBucket(facts)}，再打开“Permissions”标签页。在“Bucket policy”下选择“Edit”。`,
            '粘贴下方的文档，然后选择“Save changes”。',
            `不需要使用“Policy generator”。它以类型“S3 Bucket Policy”、主体“*”、操作“GetObject”和 ARN“${arn(facts)}”生成的就是此内容。`,
            '如果存储桶已有策略，请不要替换：将此文档的语句（“Statement”下 { } 中的部分）加入其列表。',
            ...(partitionOf(facts.region) === 'aws-cn'
              ? ['在中国，AWS 只允许外人从已完成 ICP 备案的账户读取。如果链接被拒绝，请向 AWS China 申请。']
              : []),
          ],
          why: '没有它，打开附件链接的人会看到“Access Denied”。',
          opens: `任何拥有链接的人都可以读取该附件，无需登录。${
            facts.keyPrefix
              ? `这适用于此存储桶中“${facts.keyPrefix}”下的所有内容，不适用于其他内容。`
              : '这适用于此存储桶中的所有内容，因此不要在其中存放其他东西。'
          }没有人可以列出存储桶的内容，链接也无法猜出。`,
        },

  cors: (facts) => ({
    title: '允许浏览器上传：CORS',
    actions: [
      `在${theBucket(facts)}的“Permissions”标签页中，转到末尾的“Cross-origin resource sharing (CORS)”，选择“Edit”。`,
      '粘贴下方的文档，然后选择“Save changes”。',
    ],
    why: '文件从浏览器直接发送到 S3。只有存储桶表示允许时，浏览器才会这样做：PUT 存储文件，GET 和 HEAD 读取文件，DELETE 移除文件。',
    opens:
      facts.links === 'private'
        ? '任何网站的页面都可以向存储桶发送请求，但没有 triage.ai 签名的请求都会被拒绝。'
        : '任何网站的页面都可以向存储桶发送请求，但除通过链接读取外，没有 triage.ai 签名的请求都会被拒绝。',
  }),

  'iam-policy': (facts) => ({
    title: '编写 IAM 策略',
    actions: [
      '在搜索栏中输入“IAM”并打开它。选择左侧的“Policies”，再选择“Create policy”。',
      '在“Policy editor”旁选择“JSON”。用下方的文档替换其中的内容，然后选择“Next”。',
      ...(facts.keyPrefix || facts.largeFiles || facts.links === 'private'
        ? []
        : [
            '在“Visual”编辑器中，等效的设置是：服务“S3”，“Write”下的操作“PutObject”和“DeleteObject”，以及“Resources”下“Add ARNs”中的存储桶名称，对象选“Any”。',
          ]),
      `在“Policy name”中输入${likeTheBucket(facts)}。填写用途说明，例如“Attachments of triage.ai”，然后选择“Create policy”。`,
    ],
    why: `它让后续步骤中的密钥可以在${theBucket(facts)}${
      facts.keyPrefix ? `的“${facts.keyPrefix}”下` : '中'
    }${allowed(facts)}，除此之外什么也不能做。${
      facts.links === 'private' ? '需要读取权限，是因为它只能为自己可以读取的内容签名链接。' : ''
    }`,
    opens: null,
  }),

  'iam-user': (facts) => ({
    title: '创建 IAM 用户',
    actions: [
      '在 IAM 中选择左侧的“Users”，再选择“Create user”。',
      `在“User name”中输入${likeTheBucket(facts)}，便于找到相关的内容。它不需要访问 AWS Management Console。选择“Next”。`,
      `选择“Attach policies directly”，搜索${
        facts.bucket ? `“${facts.bucket}”` : '上一步的策略'
      }，勾选它，然后选择“Next”。`,
      '其余设置保持不变，选择“Create user”。',
    ],
    why: '使用专门的用户，就只有 triage.ai 会更改存储桶，而且它的密钥在您的账户中不能执行其他操作。',
    opens: null,
  }),

  'access-key': (facts) => ({
    title: '创建访问密钥',
    actions: [
      `在“Users”列表中选择${
        facts.bucket ? `“${facts.bucket}”` : '该用户'
      }。在其“Summary”的“Access key 1”下选择“Create access key”。`,
      '选择“Third-party service”，勾选“I understand the above recommendation and want to proceed to create an access key”，然后选择“Next”。',
      '填写密钥的用途说明，例如“Attachments of triage.ai”，然后选择“Create access key”。',
      '将“Access key”和“Secret access key”复制到此处的表单，或选择“Download .csv file”并将该文件拖放到表单上。之后再选择“Done”。',
      '现在表单中已有全部四个值。保存后，新附件就会存储在存储桶中。',
    ],
    why: 'AWS 只在这一次显示 Secret。如果丢失或复制有误，请停用该密钥并另建一个。建议不时更换密钥。如果某天上传失败，常见的原因是密钥有误或某个策略有问题：此处的检查会指出是哪一个。',
    opens: `任何拥有这两个值的人都可以${allowed(facts)}，但不能在您的账户中执行其他操作。值保存到此处后，请删除 .csv 文件。`,
  }),
};
