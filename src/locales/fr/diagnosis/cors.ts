import type { DiagnosisMessages } from '../../../diagnosis/index.ts';

const open = 'ouvrez le bucket, « Permissions », « Cross-origin resource sharing (CORS) », « Edit »';
const edit = `Dans la console S3, ${open}`;

/** The words on the bucket’s CORS rules, in French. */
export const cors = {
  cors_missing: (d) => ({
    title: 'Le bucket n’a pas de règles CORS',
    cause: `Les navigateurs ne peuvent pas lui envoyer de fichiers depuis ${d.origin}.`,
    remedy: [`${edit}.`, 'Collez les règles du guide et choisissez « Save changes ».'],
  }),
  cors_origin_refused: (d) => ({
    title: 'Les règles CORS du bucket n’autorisent pas ce site',
    cause: `Aucune règle ne contient ${d.origin} ou * dans « AllowedOrigins ».`,
    remedy: [
      `${edit}, et ajoutez ${d.origin}, ou *, à « AllowedOrigins » : sans barre oblique à la fin. « Save changes ».`,
    ],
  }),
  cors_method_refused: (d) => ({
    title: `Les règles CORS du bucket n’autorisent pas ${d.method}`,
    cause: `La règle pour ${d.origin} ne contient pas ${d.method} dans « AllowedMethods », un navigateur ne peut donc pas ${/PUT/.test(d.method) ? 'enregistrer de fichiers' : 'faire cela'}.`,
    remedy: [`${edit}, et ajoutez ${d.method} à « AllowedMethods ». « Save changes ».`],
  }),
  cors_header_refused: (d) => ({
    title: 'Les règles CORS du bucket refusent un en-tête de l’envoi',
    cause: `La règle pour ${d.origin} n’autorise pas les en-têtes de requête ${d.headers}.`,
    remedy: [`${edit}, et donnez à « AllowedHeaders » la valeur ["*"]. « Save changes ».`],
  }),
  cors_refused: (d) => ({
    title: 'Le bucket ne laisse pas ce site envoyer de fichiers',
    cause: `S3 a refusé qu’une page de ${d.origin} envoie ${d.method}. Les règles CORS manquent, ou aucune ne convient.`,
    remedy: [`${edit}, comparez les règles avec celles du guide, et choisissez « Save changes ».`],
  }),
  etag_not_exposed: (d) => ({
    title: 'Les pages ne peuvent pas lire l’ETag de ce qu’elles enregistrent',
    cause: `La règle CORS pour ${d.origin} ne mentionne pas ETag dans « ExposeHeaders ». Les envois fonctionnent aussi sans cela.`,
    remedy: [
      'Il n’y a rien à faire.',
      `Si vous voulez que les gros fichiers soient confirmés morceau par morceau : dans la console S3, ${open}, et donnez à « ExposeHeaders » la valeur ["ETag"].`,
    ],
  }),
} satisfies Partial<DiagnosisMessages>;
