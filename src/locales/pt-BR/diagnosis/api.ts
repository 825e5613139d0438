import type { DiagnosisMessages } from '../../../diagnosis/index.ts';

/** The words on our own API that only settings and set-up have, in Brazilian Portuguese. */
export const api = {
  settings_changed: () => ({
    title: 'Outra pessoa alterou as configurações nesse meio-tempo',
    cause: 'O que você informou parte de configurações que não são mais as salvas, por isso nada foi salvo.',
    remedy: ['Compare o que você informou com o que está salvo agora e salve novamente.'],
  }),
  move_conflict: (d) => ({
    title: 'Os anexos não podem ser movidos nessa direção agora',
    cause: {
      s3_not_in_use:
        'O S3 está fora de uso: os novos anexos vão para o banco de dados, e os que estão nele ficam lá.',
      s3_in_use: 'O S3 está em uso: os novos anexos vão para o bucket, e os que estão nele ficam lá.',
      running: 'No momento, eles estão sendo movidos na outra direção.',
    }[d.problem],
    remedy: [
      {
        s3_not_in_use: 'Ative o armazenamento no S3 e depois mova-os.',
        s3_in_use: 'Desative o armazenamento no S3 e depois mova-os.',
        running: 'Primeiro pause essa transferência.',
      }[d.problem],
    ],
  }),
  invalid_input: (d) =>
    d.issues.some(({ path }) => path === 'keyPrefix')
      ? {
          title: 'Este prefixo de pastas não pode ser usado',
          cause:
            'Ele é feito de pastas: letras, dígitos e hifens, cada pasta com uma barra depois e nenhuma antes.',
          remedy: ['Escreva-o como help-desk/ ou desk/attachments/, ou deixe-o vazio.'],
        }
      : d.issues.some(({ path }) => path === 'publicBaseUrl')
        ? {
            title: 'Esta URL base pública não pode ser usada',
            cause:
              'Ela é um endereço completo, com https:// na frente, sem parâmetros nem usuário; e só vale com links públicos.',
            remedy: [
              'Escreva-a como https://files.example.com ou https://cdn.example.com/desk, ou deixe-a vazia: os links levam então ao próprio S3.',
            ],
          }
        : {
            title: 'Parte do que foi enviado não é válida',
            cause: `O servidor recusou o que foi enviado como ${[...new Set(d.issues.map(({ path }) => `“${path}”`))].join(', ') || 'esta solicitação'}.`,
            remedy: ['Corrija e tente novamente.'],
          },
  server_closing: () => ({
    title: 'O servidor está sendo reiniciado',
    cause: 'Ele termina o que começou e não aceita nada novo.',
    remedy: ['Tente novamente em alguns segundos.'],
  }),
  origin_not_allowed: (d) => ({
    title: 'O servidor não aceita solicitações deste site',
    cause: `${d.origin ?? 'A origem da página'} não está na lista de origens que o servidor permite.`,
    remedy: ['Quem administra o servidor pode adicioná-la às origens permitidas.'],
  }),
} satisfies Partial<DiagnosisMessages>;
