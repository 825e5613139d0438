import type { DiagnosisMessages } from '../../../diagnosis/index.ts';

const open = 'abra o bucket, “Permissions”, “Cross-origin resource sharing (CORS)”, “Edit”';
const edit = `No console do S3, ${open}`;

/** The words on the bucket’s CORS rules, in Brazilian Portuguese. */
export const cors = {
  cors_missing: (d) => ({
    title: 'O bucket não tem regras de CORS',
    cause: `Os navegadores não podem enviar arquivos a ele a partir de ${d.origin}.`,
    remedy: [`${edit}.`, 'Cole as regras do guia e escolha “Save changes”.'],
  }),
  cors_origin_refused: (d) => ({
    title: 'As regras de CORS do bucket não permitem este site',
    cause: `Nenhuma regra tem ${d.origin} ou * em “AllowedOrigins”.`,
    remedy: [
      `${edit}, e adicione ${d.origin}, ou *, a “AllowedOrigins”: sem uma barra no fim. “Save changes”.`,
    ],
  }),
  cors_method_refused: (d) => ({
    title: `As regras de CORS do bucket não permitem ${d.method}`,
    cause: `Na regra para ${d.origin} falta ${d.method} em “AllowedMethods”, por isso um navegador não pode ${/PUT/.test(d.method) ? 'salvar arquivos' : 'fazer isso'}.`,
    remedy: [`${edit}, e adicione ${d.method} a “AllowedMethods”. “Save changes”.`],
  }),
  cors_header_refused: (d) => ({
    title: 'As regras de CORS do bucket recusam um cabeçalho do envio',
    cause: `A regra para ${d.origin} não permite os cabeçalhos de solicitação ${d.headers}.`,
    remedy: [`${edit}, e defina “AllowedHeaders” como ["*"]. “Save changes”.`],
  }),
  cors_refused: (d) => ({
    title: 'O bucket não deixa este site enviar arquivos',
    cause: `O S3 não deixou uma página de ${d.origin} enviar ${d.method}. Faltam regras de CORS, ou nenhuma delas serve.`,
    remedy: [`${edit}, compare as regras com as do guia e escolha “Save changes”.`],
  }),
  etag_not_exposed: (d) => ({
    title: 'As páginas não podem ler o ETag do que salvam',
    cause: `A regra de CORS para ${d.origin} não cita ETag em “ExposeHeaders”. Os envios funcionam sem isso.`,
    remedy: [
      'Não é preciso fazer nada.',
      `Se você quer que arquivos grandes sejam confirmados parte por parte: no console do S3, ${open}, e defina “ExposeHeaders” como ["ETag"].`,
    ],
  }),
} satisfies Partial<DiagnosisMessages>;
