import type { SettingsMessages } from '../../components/index.ts';

/** The words of *Do it in one go* in Brazilian Portuguese. */
export const shortcut: SettingsMessages['shortcut'] = {
  title: 'Fazer tudo de uma vez',
  subtitle: 'Com um script, CloudFormation ou Terraform',
  intro:
    'Um script faz todas as sete etapas com os mesmos documentos e mostra os quatro valores. Cole o que ele mostrar em qualquer campo do formulário.',
  tabs: 'Ferramentas',
  names: { cloudshell: 'AWS CloudShell', cloudformation: 'CloudFormation', terraform: 'Terraform' },
  how: {
    cloudshell: [
      'Abra o CloudShell: o ícone de terminal no topo do console da AWS. É preciso ter entrado como alguém que possa criar buckets e usuários do IAM.',
      'Cole o script e pressione Enter.',
      'Copie o bloco que ele mostra e cole-o em qualquer campo do formulário.',
    ],
    cloudformation: [
      'Salve o modelo como arquivo. No console do CloudFormation, escolha “Create stack”, “With new resources”, “Upload a template file”.',
      'Marque “I acknowledge that AWS CloudFormation might create IAM resources” e crie a pilha.',
      'Copie os quatro valores da aba “Outputs”.',
    ],
    terraform: [
      'Salve o módulo como arquivo em uma pasta própria e execute “terraform init” e “terraform apply”.',
      'Execute “terraform output -raw settings”, copie o bloco e cole-o em qualquer campo do formulário.',
    ],
  },
  mind: {
    cloudshell:
      'Executado de novo, ele encontra o que já existe; só cria uma nova chave de acesso se o usuário tiver menos de duas.',
    cloudformation: 'Quem pode ler as saídas da pilha pode ler o segredo ali.',
    terraform: 'O estado do Terraform contém o segredo: guarde-o onde só você possa lê-lo.',
  },
  needsBucket: 'Primeiro informe o nome e a região do bucket no formulário: o script é preparado para eles.',
  download: 'Salvar como arquivo',
  downloadOf: (shortcut) => `Salvar como arquivo: ${shortcut}`,
  open: { cloudshell: 'Abrir o CloudShell', cloudformation: 'Abrir o CloudFormation', terraform: null },
};
