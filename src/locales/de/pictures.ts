import type { SettingsMessages } from '../../components/index.ts';
import { regions } from '../../guide/index.ts';

const regionOf = (code: string) =>
  [regions.find((region) => region.code === code)?.name, code].filter(Boolean).join(', ');

/** The words of the pictures in German; what stands in a drawing is English in every language. */
export const pictures: SettingsMessages['pictures'] = {
  caption: 'Unsere Zeichnung der AWS-Konsole; Ihre kann etwas anders aussehen.',
  alternative: {
    'create-bucket': ({ bucket, region }) =>
      `Auf der Seite „Create bucket“ von Amazon S3, Abschnitt „General configuration“: AWS Region ${region ? `mit ${regionOf(region)} vergleichen` : 'vergleichen'}, als Bucket-Namen „${bucket}“ eingeben und am Ende der Seite „Create bucket“ wählen.`,
    'public-access': ({ links }) =>
      links === 'public'
        ? 'Auf der Seite „Create bucket“, Abschnitt „Block Public Access settings for this bucket“: Häkchen bei „Block all public access“ entfernen, dann das Häkchen bei „I acknowledge that the current settings might result in this bucket and the objects within becoming public.“ setzen.'
        : 'Auf der Seite „Create bucket“, Abschnitt „Block Public Access settings for this bucket“: das Häkchen bei „Block all public access“ ist gesetzt und bleibt es.',
    'bucket-policy': ({ bucket, links }) =>
      links === 'public'
        ? `Im Bucket „${bucket}“, Tab „Permissions“, Abschnitt „Bucket policy“: „Edit“ wählen, das Dokument in das Feld „Policy“ einfügen und „Save changes“ wählen.`
        : `Im Bucket „${bucket}“, Tab „Permissions“, Abschnitt „Bucket policy“: dort steht „No policy to display.“, und das bleibt so.`,
    cors: ({ bucket }) =>
      `Im Bucket „${bucket}“, Tab „Permissions“, Abschnitt „Cross-origin resource sharing (CORS)“: „Edit“ wählen, das Dokument in das Feld einfügen und „Save changes“ wählen.`,
    'iam-policy': ({ bucket }) =>
      `Auf der Seite „Create policy“ von IAM, „Specify permissions“: über dem Policy-Editor „JSON“ wählen, das Dokument einfügen, „Next“ wählen, als Namen der Policy „${bucket}“ eingeben und „Create policy“ wählen.`,
    'iam-user': ({ bucket }) =>
      `Auf der Seite „Create user“ von IAM: als Benutzernamen „${bucket}“ eingeben und „Next“ wählen; unter „Set permissions“ „Attach policies directly“ wählen, nach „${bucket}“ suchen, das Häkchen bei dieser Policy in der Liste setzen und „Next“ wählen.`,
    'access-key': ({ bucket }) =>
      `Auf der Seite „Create access key“ des Benutzers „${bucket}“: „Third-party service“ wählen, die Bestätigung ankreuzen und „Next“ wählen, den Key beschreiben und „Create access key“ wählen; die nächste Seite zeigt „Access key“ und „Secret access key“ nebeneinander, darunter „Download .csv file“.`,
  },
};
