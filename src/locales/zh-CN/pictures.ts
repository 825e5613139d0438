import type { SettingsMessages } from '../../components/index.ts';
import { regions } from '../../guide/index.ts';

function inRegion(code: string): string {
  if (!code) return '';
  const name = regions.find((region) => region.code === code)?.name;
  return `是否为 ${name ? `${name}, ${code}` : code}`;
}

/** The words of the pictures in simplified Chinese. */
export const pictures: SettingsMessages['pictures'] = {
  caption: '这是我们绘制的 AWS 控制台示意图；您看到的可能略有不同。',
  alternative: {
    'create-bucket': ({ bucket, region }) =>
      `在 Amazon S3 的“Create bucket”页面的“General configuration”部分：核对 AWS Region ${inRegion(region)}，输入“${bucket}”作为存储桶名称，然后选择页面底部的“Create bucket”。`,
    'public-access': ({ links }) =>
      links === 'public'
        ? '在“Create bucket”页面的“Block Public Access settings for this bucket”部分：取消勾选“Block all public access”，然后勾选“I acknowledge that the current settings might result in this bucket and the objects within becoming public.”'
        : '在“Create bucket”页面的“Block Public Access settings for this bucket”部分：“Block all public access”已勾选，保持不变。',
    'bucket-policy': ({ bucket, links }) =>
      links === 'public'
        ? `在存储桶“${bucket}”的“Permissions”标签页的“Bucket policy”部分：选择“Edit”，将文档粘贴到“Policy”框中，然后选择“Save changes”。`
        : `在存储桶“${bucket}”的“Permissions”标签页的“Bucket policy”部分：显示“No policy to display.”，保持不变。`,
    cors: ({ bucket }) =>
      `在存储桶“${bucket}”的“Permissions”标签页的“Cross-origin resource sharing (CORS)”部分：选择“Edit”，将文档粘贴到框中，然后选择“Save changes”。`,
    'iam-policy': ({ bucket }) =>
      `在 IAM 的“Create policy”页面的“Specify permissions”处：选择策略编辑器上方的“JSON”，粘贴文档，选择“Next”，输入“${bucket}”作为策略名称，然后选择“Create policy”。`,
    'iam-user': ({ bucket }) =>
      `在 IAM 的“Create user”页面：输入“${bucket}”作为用户名并选择“Next”；在“Set permissions”下选择“Attach policies directly”，搜索“${bucket}”，在列表中勾选该策略，然后选择“Next”。`,
    'access-key': ({ bucket }) =>
      `在用户“${bucket}”的“Create access key”页面：选择“Third-party service”，勾选确认并选择“Next”，填写密钥的说明并选择“Create access key”；下一页并排显示“Access key”和“Secret access key”，下方有“Download .csv file”。`,
  },
};
