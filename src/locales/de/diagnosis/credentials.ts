import type { DiagnosisMessages } from '../../../diagnosis/index.ts';
import { justChanged, openPolicy } from './phrases.ts';

const key = (id: string | undefined) => (id ? ` ${id}` : '');
const newKey =
  'Wenn Sie es nicht mehr haben, legen Sie einen neuen Access Key an: IAM, „Users“, der Benutzer, „Security credentials“, „Create access key“. Geben Sie hier beide Werte ein.';
const newKeyOfUser =
  'Öffnen Sie in der AWS-Konsole IAM, „Users“, den Benutzer für triage.ai, „Security credentials“, „Create access key“, und geben Sie hier beide Werte ein.';

const whyUnavailable = {
  failed: 'Der Server sollte ihn selbst mitbringen, und das ist fehlgeschlagen.',
  timeout: 'Der Server sollte ihn selbst mitbringen, und innerhalb von zehn Sekunden kam nichts.',
  malformed: 'Was an seiner Stelle kam, ist kein Access Key mit Secret.',
  expired: 'Der mitgebrachte war schon abgelaufen.',
};

/** The words on access keys and secrets, in German. */
export const credentials = {
  access_key_unknown: (d) => ({
    title: 'AWS kennt diesen Access Key nicht',
    cause: `Die Access key ID${key(d.accessKeyId)} gibt es nicht, sie wurde gelöscht oder steht auf „Inactive“.`,
    remedy: [
      'Öffnen Sie in der AWS-Konsole IAM, „Users“, Ihren Benutzer, „Security credentials“, und vergleichen Sie die Access key ID Zeichen für Zeichen. Steht sie auf „Inactive“, wählen Sie „Actions“, „Activate“.',
      'Ist sie nicht da, wählen Sie „Create access key“ und geben Sie hier beide Werte ein.',
      justChanged,
    ],
  }),
  secret_wrong: (d) => ({
    title: 'Der Secret access key ist falsch',
    cause: `AWS kennt die Access key ID${key(d.accessKeyId)}, aber das eingegebene Secret gehört nicht zu ihr.`,
    remedy: [
      'Geben Sie das Secret erneut ein; kopieren Sie es ganz, ohne Leerzeichen und Anführungszeichen.',
      `AWS zeigt ein Secret nur einmal. ${newKey}`,
    ],
  }),
  secret_malformed: () => ({
    title: 'Der Secret access key sieht nicht vollständig aus',
    cause:
      'Secrets von Amazon sind 40 Buchstaben, Ziffern, „+“ und „/“. Das eingegebene ist kürzer oder länger, oder es enthält ein Leerzeichen, ein Anführungszeichen, einen Zeilenumbruch oder ein unsichtbares Zeichen, das beim Kopieren mitgekommen ist.',
    remedy: [
      'Geben Sie das Secret erneut ein; kopieren Sie es ganz und ohne Zusatz.',
      `AWS zeigt ein Secret nur einmal. ${newKey}`,
    ],
  }),
  secret_unreadable: () => ({
    title: 'Das gespeicherte Secret ist nicht mehr lesbar',
    cause: 'Es wurde mit einem Schlüssel verschlüsselt, den dieser Server nicht mehr hat.',
    remedy: ['Geben Sie den Secret access key erneut ein und speichern Sie.', newKey],
  }),
  secret_needed: () => ({
    title: 'Der Secret access key wird gebraucht',
    cause:
      'Für Bucket, Access Key und Endpunkt in dieser Kombination ist kein Secret gespeichert; eines, das für andere gespeichert wurde, wird dafür nicht verwendet.',
    remedy: ['Geben Sie den Secret access key ein.'],
  }),
  keys_removed: () => ({
    title: 'Es gibt keinen Access Key mehr',
    cause:
      'Der Access Key wurde aus den Einstellungen entfernt. Dateien in S3 bleiben dort, aber triage.ai kann sie weder löschen noch Links zu ihnen signieren.',
    remedy: [
      'Geben Sie in den Einstellungen eine Access key ID und ihr Secret ein und speichern Sie.',
      newKey,
    ],
  }),
  credentials_unavailable: (d) =>
    d.problem === 'gone'
      ? {
          title: 'Der Server hat keinen Access Key mehr',
          cause:
            'Diese Einstellungen wurden ohne Key gespeichert, weil der Server seinen eigenen mitbrachte. Das tut er nicht mehr.',
          remedy: [
            'Geben Sie in den Einstellungen eine Access key ID und ihr Secret ein und speichern Sie.',
            'Oder bitten Sie die Betreiber des Servers, ihm wieder seinen Access Key zu geben.',
          ],
        }
      : {
          title: 'Der Server bekommt seinen Access Key nicht',
          cause: whyUnavailable[d.problem],
          remedy: [
            'Sagen Sie es den Betreibern des Servers: der Access Key wird nicht hier eingegeben, der Server bringt ihn aus seiner Rolle, seiner Identität oder seiner Umgebung mit. Was schiefging, steht im Log des Servers.',
            'Zu speichern ist nichts: Uploads funktionieren wieder, sobald er da ist.',
          ],
        },
  credential_malformed: (d) => ({
    title: 'Die Access key ID hat nicht die Form, die AWS erwartet',
    cause: d.accessKeyId
      ? `Die von Amazon sind 20 Großbuchstaben und Ziffern und beginnen mit AKIA; ${d.accessKeyId} ist nicht so.`
      : 'Vielleicht enthält sie ein Leerzeichen, einen Schrägstrich, ein Anführungszeichen, einen Zeilenumbruch oder ein unsichtbares Zeichen, oder die beiden Key-Felder sind vertauscht.',
    remedy: [
      'Öffnen Sie in der AWS-Konsole IAM, „Users“, den Benutzer, „Security credentials“, und kopieren Sie die Access key ID von dort: 20 Buchstaben und Ziffern, am Anfang AKIA.',
      'Achten Sie darauf, dass das Secret nicht im Feld der Access key ID steht.',
    ],
  }),
  credential_expired: () => ({
    title: 'Dieser Access Key ist abgelaufen',
    cause: 'Er ist ein temporärer Key. Anhänge brauchen einen dauerhaften, von einem IAM-Benutzer.',
    remedy: [newKeyOfUser],
  }),
  credential_temporary: (d) => ({
    title: 'Das ist ein temporärer Access Key',
    cause: `Keys, die mit ASIA beginnen${d.accessKeyId ? `, wie ${d.accessKeyId}` : ''}, funktionieren nur mit einem Session-Token und enden nach einigen Stunden. Anhänge brauchen einen dauerhaften Key, der mit AKIA beginnt.`,
    remedy: [newKeyOfUser],
  }),
  credentials_swapped: () => ({
    title: 'Access key ID und Secret sind vertauscht',
    cause: 'Was im Feld der Access key ID steht, sieht wie ein Secret aus: 40 Zeichen.',
    remedy: [
      'Geben Sie die 20 Zeichen, die mit AKIA beginnen, als Access key ID ein und die 40 Zeichen als Secret access key.',
    ],
  }),
  root_key: (d) => ({
    title: 'Dieser Key gehört dem Root-Benutzer des AWS-Kontos',
    cause: `Er funktioniert, aber er kann im Konto${key(d.account)} alles, und nichts kann ihn einschränken. Gelangt er je in fremde Hände, steht alles offen.`,
    remedy: [
      'Legen Sie einen IAM-Benutzer mit der Policy aus der Anleitung an, für ihn einen Access Key, und geben Sie diesen hier ein.',
      'Löschen Sie dann den Key des Root-Benutzers: klicken Sie in der AWS-Konsole auf den Namen Ihres Kontos, „Security credentials“, „Access keys“.',
    ],
  }),
  key_too_powerful: (d) => ({
    title: 'Dieser Key darf mehr, als er muss',
    cause: `Auch ${d.action} ist ihm erlaubt. Für Anhänge genügt es, Objekte in einem einzigen Bucket zu speichern, zu löschen und bei privaten Links zu lesen.`,
    remedy: [
      'Öffnen Sie in der AWS-Konsole IAM, „Users“, den Benutzer dieses Keys, „Permissions“, und entfernen Sie Policies wie AmazonS3FullAccess.',
      `Lassen Sie nur die Policy aus der Anleitung stehen. ${openPolicy}, um sie zu vergleichen.`,
    ],
  }),
} satisfies Partial<DiagnosisMessages>;
