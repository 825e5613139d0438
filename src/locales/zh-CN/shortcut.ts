import type { SettingsMessages } from '../../components/index.ts';

/** The words of *Do it in one go* in simplified Chinese. */
export const shortcut: SettingsMessages['shortcut'] = {
  title: '一次完成',
  subtitle: '脚本、CloudFormation 或 Terraform',
  intro: '一个脚本使用相同的文档完成全部七个步骤，并输出四个值。将输出的内容粘贴到表单的任一字段即可。',
  tabs: '工具',
  names: { cloudshell: 'AWS CloudShell', cloudformation: 'CloudFormation', terraform: 'Terraform' },
  how: {
    cloudshell: [
      '打开 CloudShell：AWS 控制台顶部的终端图标。登录的身份必须能够创建存储桶和 IAM 用户。',
      '粘贴脚本并按 Enter 键。',
      '复制输出的内容块，粘贴到表单的任一字段。',
    ],
    cloudformation: [
      '将模板保存为文件。在 CloudFormation 控制台依次选择“Create stack”、“With new resources”、“Upload a template file”。',
      '勾选“I acknowledge that AWS CloudFormation might create IAM resources”，然后创建堆栈。',
      '从“Outputs”标签页复制四个值。',
    ],
    terraform: [
      '将模块作为文件保存到单独的文件夹，然后运行“terraform init”和“terraform apply”。',
      '运行“terraform output -raw settings”，复制输出的内容块，粘贴到表单的任一字段。',
    ],
  },
  mind: {
    cloudshell: '再次运行时会使用已有的内容；只有当用户的访问密钥少于两个时，才会创建新的。',
    cloudformation: '能够读取堆栈输出的人都可以读到其中的 Secret。',
    terraform: 'Terraform 的状态文件包含 Secret：请存放在只有您能读取的地方。',
  },
  needsBucket: '请先在表单中填写存储桶的名称和区域：脚本会据此生成。',
  download: '保存为文件',
  downloadOf: (shortcut) => `保存为文件：${shortcut}`,
  open: { cloudshell: '打开 CloudShell', cloudformation: '打开 CloudFormation', terraform: null },
};
