import type { SettingsMessages } from '../../components/index.ts';

/** The words over codes of the form in Brazilian Portuguese. */
export const formCodes: Pick<SettingsMessages, 'issues' | 'bucketName' | 'notes'> = {
  issues: {
    required: 'Informe um valor.',
    bucket_name:
      'Use de 3 a 63 letras minúsculas, dígitos, pontos e hifens, com uma letra ou um dígito no começo e no fim.',
    region: 'Use o código da região: letras minúsculas, dígitos e hifens, por exemplo eu-central-1.',
    access_key_id:
      'Uma Access key ID só tem letras e dígitos. Verifique se ela foi copiada inteira e sem nada a mais.',
    secret: 'Um segredo não tem espaços nem aspas. Verifique se ele foi copiado inteiro e sem nada a mais.',
    refused: 'O servidor não aceitou este valor.',
    same_key: 'Esta chave já está em uso. Informe a que deve substituí-la.',
    too_long: 'É longo demais.',
    endpoint: 'Use só o endereço, por exemplo https://s3.example.com, sem bucket nem caminho.',
    key_prefix: 'Use nomes de pastas, cada um terminado em /, por exemplo help-desk/.',
    public_base_url: 'Use um endereço como https://files.example.com, sem parâmetros.',
  },
  bucketName: {
    too_short: 'O nome de um bucket tem pelo menos 3 caracteres.',
    too_long: 'O nome de um bucket tem no máximo 63 caracteres.',
    capitals: 'Nomes de buckets não têm letras maiúsculas.',
    underscore: 'Nomes de buckets têm hifens, não sublinhados.',
    spaces: 'Nomes de buckets não têm espaços.',
    characters: 'Nomes de buckets só têm letras minúsculas, dígitos, hifens e pontos.',
    begins: 'O nome de um bucket começa com uma letra ou um dígito.',
    ends: 'O nome de um bucket termina com uma letra ou um dígito.',
    dots: 'No nome de um bucket nunca há dois pontos seguidos.',
    address: 'O nome de um bucket não é um endereço de números.',
    reserved: 'A AWS reserva este começo ou este fim para si.',
  },
  notes: {
    credentials_swapped: 'A Access key ID e o segredo parecem estar trocados.',
    credential_temporary:
      'Uma chave que começa com ASIA é temporária e para de funcionar em algumas horas. Crie uma de um usuário do IAM: ela começa com AKIA.',
    credential_malformed: 'As Access key IDs da Amazon são AKIA e mais 16 letras maiúsculas e dígitos.',
    secret_malformed: 'Os segredos da Amazon têm 40 caracteres. Verifique se ele foi copiado inteiro.',
    secret_spaces:
      'Há um espaço, uma aspa ou uma quebra de linha nele. Verifique se ele foi copiado sem nada a mais.',
    bucket_dotted:
      'Um nome com pontos funciona: o bucket fica então no caminho dos links, porque o certificado da Amazon não cobre esses nomes. Para um novo bucket, hifens são a melhor escolha.',
    endpoint_scheme: 'Comece com https:// (ou http:// onde não houver outro jeito).',
    endpoint_bucket: 'O nome do bucket parece estar no endpoint. Nós o colocamos lá: não o inclua aqui.',
    endpoint_path: 'Só o endereço, sem um caminho depois.',
    endpoint_credentials: 'Nome e senha não fazem parte do endereço.',
    endpoint_unreadable: 'Isto não pode ser lido como um endereço, como https://s3.example.com.',
    endpoint_insecure: 'Sem https, arquivos e assinaturas trafegam abertos.',
  },
};
