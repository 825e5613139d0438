import type { SettingsMessages } from '../../components/index.ts';
import { regions } from '../../guide/index.ts';

const regionOf = (code: string) =>
  [regions.find((region) => region.code === code)?.name, code].filter(Boolean).join(', ');

/** The words of the pictures in French; what stands in a drawing is English in every language. */
export const pictures: SettingsMessages['pictures'] = {
  caption: 'Notre dessin de la console AWS ; la vôtre peut être un peu différente.',
  alternative: {
    'create-bucket': ({ bucket, region }) =>
      `Sur la page « Create bucket » d’Amazon S3, section « General configuration » : comparer AWS Region${region && ` avec ${regionOf(region)}`}, saisir « ${bucket} » comme nom de bucket et choisir « Create bucket » à la fin de la page.`,
    'public-access': ({ links }) =>
      links === 'public'
        ? 'Sur la page « Create bucket », section « Block Public Access settings for this bucket » : décocher « Block all public access », puis cocher « I acknowledge that the current settings might result in this bucket and the objects within becoming public. »'
        : 'Sur la page « Create bucket », section « Block Public Access settings for this bucket » : « Block all public access » est coché et le reste.',
    'bucket-policy': ({ bucket, links }) =>
      links === 'public'
        ? `Dans le bucket « ${bucket} », onglet « Permissions », section « Bucket policy » : choisir « Edit », coller le document dans la zone « Policy » et choisir « Save changes ».`
        : `Dans le bucket « ${bucket} », onglet « Permissions », section « Bucket policy » : il y est écrit « No policy to display. », et cela reste ainsi.`,
    cors: ({ bucket }) =>
      `Dans le bucket « ${bucket} », onglet « Permissions », section « Cross-origin resource sharing (CORS) » : choisir « Edit », coller le document dans la zone et choisir « Save changes ».`,
    'iam-policy': ({ bucket }) =>
      `Sur la page « Create policy » d’IAM, « Specify permissions » : choisir « JSON » au-dessus de l’éditeur de politique, y coller le document, choisir « Next », saisir « ${bucket} » comme nom de politique et choisir « Create policy ».`,
    'iam-user': ({ bucket }) =>
      `Sur la page « Create user » d’IAM : saisir « ${bucket} » comme nom d’utilisateur et choisir « Next » ; sous « Set permissions », choisir « Attach policies directly », chercher « ${bucket} », cocher cette politique dans la liste et choisir « Next ».`,
    'access-key': ({ bucket }) =>
      `Sur la page « Create access key » de l’utilisateur « ${bucket} » : choisir « Third-party service », cocher la confirmation et choisir « Next », décrire la clé et choisir « Create access key » ; la page suivante affiche « Access key » et « Secret access key » côte à côte, avec « Download .csv file » en dessous.`,
  },
};
