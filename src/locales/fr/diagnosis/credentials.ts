import type { DiagnosisMessages } from '../../../diagnosis/index.ts';
import { justChanged, openPolicy } from './phrases.ts';

const key = (id: string | undefined) => (id ? ` ${id}` : '');
const newKey =
  'Si vous ne l’avez plus, créez une nouvelle clé d’accès : IAM, « Users », l’utilisateur, « Security credentials », « Create access key ». Saisissez ici ses deux valeurs.';
const newKeyOfUser =
  'Dans la console AWS, ouvrez IAM, « Users », l’utilisateur pour triage.ai, « Security credentials », « Create access key », et saisissez ici ses deux valeurs.';

const whyUnavailable = {
  failed: 'Le serveur devait la fournir lui-même, et cela a échoué.',
  timeout: 'Le serveur devait la fournir lui-même, et rien n’est arrivé en dix secondes.',
  malformed: 'Ce qui a été fourni à sa place n’est pas une clé d’accès avec un secret.',
  expired: 'Celle qui a été fournie avait déjà expiré.',
};

/** The words on access keys and secrets, in French. */
export const credentials = {
  access_key_unknown: (d) => ({
    title: 'AWS ne connaît pas cette clé d’accès',
    cause: `L’Access key ID${key(d.accessKeyId)} n’existe pas, a été supprimée, ou est passée à « Inactive ».`,
    remedy: [
      'Dans la console AWS, ouvrez IAM, « Users », votre utilisateur, « Security credentials », et comparez l’Access key ID caractère par caractère. Si elle est « Inactive », choisissez « Actions », « Activate ».',
      'Si elle n’y est pas, choisissez « Create access key » et saisissez ici ses deux valeurs.',
      justChanged,
    ],
  }),
  secret_wrong: (d) => ({
    title: 'La Secret access key est fausse',
    cause: `AWS connaît l’Access key ID${key(d.accessKeyId)}, mais le secret saisi n’est pas le sien.`,
    remedy: [
      'Saisissez à nouveau le secret ; copiez-le en entier, sans espaces ni guillemets.',
      `AWS n’affiche un secret qu’une seule fois. ${newKey}`,
    ],
  }),
  secret_malformed: () => ({
    title: 'La Secret access key ne semble pas complète',
    cause:
      'Les secrets d’Amazon sont 40 lettres, chiffres, « + » et « / ». Celui qui a été saisi est plus court ou plus long, ou contient un espace, un guillemet, un saut de ligne ou un caractère invisible copié avec lui.',
    remedy: [
      'Saisissez à nouveau le secret ; copiez-le en entier, sans rien autour.',
      `AWS n’affiche un secret qu’une seule fois. ${newKey}`,
    ],
  }),
  secret_unreadable: () => ({
    title: 'Le secret enregistré n’est plus lisible',
    cause: 'Il a été chiffré avec une clé que ce serveur n’a plus.',
    remedy: ['Saisissez à nouveau la Secret access key et enregistrez.', newKey],
  }),
  secret_needed: () => ({
    title: 'La Secret access key est nécessaire',
    cause:
      'Aucun secret n’est enregistré pour cet ensemble de bucket, de clé d’accès et de point de terminaison ; celui qui a été enregistré pour d’autres ne sert pas ici.',
    remedy: ['Saisissez la Secret access key.'],
  }),
  keys_removed: () => ({
    title: 'Il n’y a plus de clé d’accès',
    cause:
      'La clé d’accès a été retirée des paramètres. Les fichiers qui sont dans S3 y restent, mais triage.ai ne peut ni les supprimer ni signer de liens vers eux.',
    remedy: ['Saisissez une Access key ID et son secret dans les paramètres, et enregistrez.', newKey],
  }),
  credentials_unavailable: (d) =>
    d.problem === 'gone'
      ? {
          title: 'Le serveur n’a plus de clé d’accès',
          cause:
            'Ces paramètres ont été enregistrés sans clé, parce que le serveur fournissait la sienne. Il n’en fournit plus.',
          remedy: [
            'Saisissez une Access key ID et son secret dans les paramètres, et enregistrez.',
            'Ou demandez aux responsables du serveur de lui rendre sa clé d’accès.',
          ],
        }
      : {
          title: 'Le serveur n’obtient pas sa clé d’accès',
          cause: whyUnavailable[d.problem],
          remedy: [
            'Prévenez les responsables du serveur : la clé d’accès n’est pas saisie ici, le serveur la tire de son rôle, de son identité ou de son environnement. Son journal indique ce qui n’a pas fonctionné.',
            'Il n’y a rien à enregistrer : les envois fonctionneront à nouveau dès qu’elle sera là.',
          ],
        },
  credential_malformed: (d) => ({
    title: 'L’Access key ID n’a pas la forme qu’AWS attend',
    cause: d.accessKeyId
      ? `Celles d’Amazon sont faites de 20 lettres majuscules et chiffres et commencent par AKIA ; ce n’est pas le cas de ${d.accessKeyId}.`
      : 'Elle contient peut-être un espace, une barre oblique, un guillemet, un saut de ligne ou un caractère invisible, ou les deux champs de la clé sont inversés.',
    remedy: [
      'Dans la console AWS, ouvrez IAM, « Users », l’utilisateur, « Security credentials », et copiez-y l’Access key ID : 20 lettres et chiffres, AKIA au début.',
      'Vérifiez que le secret n’est pas dans le champ de l’Access key ID.',
    ],
  }),
  credential_expired: () => ({
    title: 'Cette clé d’accès a expiré',
    cause: 'C’est une clé temporaire. Les pièces jointes ont besoin d’une clé durable, d’un utilisateur IAM.',
    remedy: [newKeyOfUser],
  }),
  credential_temporary: (d) => ({
    title: 'C’est une clé d’accès temporaire',
    cause: `Les clés qui commencent par ASIA${d.accessKeyId ? `, comme ${d.accessKeyId},` : ''} ne fonctionnent qu’avec un jeton de session et s’arrêtent après quelques heures. Les pièces jointes ont besoin d’une clé durable, qui commence par AKIA.`,
    remedy: [newKeyOfUser],
  }),
  credentials_swapped: () => ({
    title: 'L’Access key ID et le secret sont inversés',
    cause: 'Ce qui se trouve dans le champ de l’Access key ID ressemble à un secret : 40 caractères.',
    remedy: [
      'Saisissez les 20 caractères qui commencent par AKIA comme Access key ID, et les 40 caractères comme Secret access key.',
    ],
  }),
  root_key: (d) => ({
    title: 'Cette clé appartient à l’utilisateur racine du compte AWS',
    cause: `Elle fonctionne, mais elle peut tout faire dans le compte${key(d.account)}, et rien ne peut la limiter. Si elle fuit un jour, tout est ouvert.`,
    remedy: [
      'Créez un utilisateur IAM avec la politique du guide, créez une clé d’accès pour lui, et saisissez cette clé ici.',
      'Supprimez ensuite la clé de l’utilisateur racine : dans la console AWS, cliquez sur le nom de votre compte, « Security credentials », « Access keys ».',
    ],
  }),
  key_too_powerful: (d) => ({
    title: 'Cette clé peut faire plus que nécessaire',
    cause: `${d.action} lui est aussi autorisé. Pour les pièces jointes, il suffit d’enregistrer, de supprimer et, avec des liens privés, de lire des objets dans un seul bucket.`,
    remedy: [
      'Dans la console AWS, ouvrez IAM, « Users », l’utilisateur de cette clé, « Permissions », et retirez des politiques comme AmazonS3FullAccess.',
      `Ne laissez que la politique du guide. ${openPolicy}, pour la comparer.`,
    ],
  }),
} satisfies Partial<DiagnosisMessages>;
