import type { SettingsMessages } from '../../components/index.ts';
import { regions } from '../../guide/index.ts';

const regionOf = (code: string) =>
  [regions.find((region) => region.code === code)?.name, code].filter(Boolean).join(', ');

/** The words of the pictures in Brazilian Portuguese; what stands in a drawing is English in every language. */
export const pictures: SettingsMessages['pictures'] = {
  caption: 'Nosso desenho do console da AWS; o seu pode ser um pouco diferente.',
  alternative: {
    'create-bucket': ({ bucket, region }) =>
      `Na página “Create bucket” do Amazon S3, seção “General configuration”: comparar AWS Region${region && ` com ${regionOf(region)}`}, informar “${bucket}” como nome do bucket e escolher “Create bucket” no fim da página.`,
    'public-access': ({ links }) =>
      links === 'public'
        ? 'Na página “Create bucket”, seção “Block Public Access settings for this bucket”: desmarcar “Block all public access” e depois marcar “I acknowledge that the current settings might result in this bucket and the objects within becoming public.”'
        : 'Na página “Create bucket”, seção “Block Public Access settings for this bucket”: “Block all public access” está marcado e continua assim.',
    'bucket-policy': ({ bucket, links }) =>
      links === 'public'
        ? `No bucket “${bucket}”, aba “Permissions”, seção “Bucket policy”: escolher “Edit”, colar o documento na caixa “Policy” e escolher “Save changes”.`
        : `No bucket “${bucket}”, aba “Permissions”, seção “Bucket policy”: está escrito “No policy to display.”, e continua assim.`,
    cors: ({ bucket }) =>
      `No bucket “${bucket}”, aba “Permissions”, seção “Cross-origin resource sharing (CORS)”: escolher “Edit”, colar o documento na caixa e escolher “Save changes”.`,
    'iam-policy': ({ bucket }) =>
      `Na página “Create policy” do IAM, “Specify permissions”: escolher “JSON” acima do editor de políticas, colar o documento nele, escolher “Next”, informar “${bucket}” como nome da política e escolher “Create policy”.`,
    'iam-user': ({ bucket }) =>
      `Na página “Create user” do IAM: informar “${bucket}” como nome do usuário e escolher “Next”; em “Set permissions”, escolher “Attach policies directly”, procurar “${bucket}”, marcar essa política na lista e escolher “Next”.`,
    'access-key': ({ bucket }) =>
      `Na página “Create access key” do usuário “${bucket}”: escolher “Third-party service”, marcar a confirmação e escolher “Next”, descrever a chave e escolher “Create access key”; a página seguinte mostra “Access key” e “Secret access key” lado a lado, com “Download .csv file” abaixo.`,
  },
};
