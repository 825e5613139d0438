import type { SettingsMessages } from '../../components/index.ts';

/** The words over codes of the form in German. */
export const formCodes: Pick<SettingsMessages, 'issues' | 'bucketName' | 'notes'> = {
  issues: {
    required: 'Geben Sie einen Wert ein.',
    bucket_name:
      'Verwenden Sie 3 bis 63 Kleinbuchstaben, Ziffern, Punkte und Bindestriche, mit einem Buchstaben oder einer Ziffer am Anfang und am Ende.',
    region:
      'Verwenden Sie den Code der Region: Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel eu-central-1.',
    access_key_id:
      'Eine Access key ID hat nur Buchstaben und Ziffern. Prüfen Sie, ob sie ganz und ohne Zusatz kopiert wurde.',
    secret:
      'Ein Secret hat keine Leerzeichen und keine Anführungszeichen. Prüfen Sie, ob es ganz und ohne Zusatz kopiert wurde.',
    refused: 'Der Server hat diesen Wert nicht angenommen.',
    same_key: 'Dieser Key ist schon in Gebrauch. Geben Sie den ein, der ihn ersetzen soll.',
    too_long: 'Das ist zu lang.',
    endpoint:
      'Verwenden Sie nur die Adresse, zum Beispiel https://s3.example.com, ohne Bucket und ohne Pfad.',
    key_prefix: 'Verwenden Sie Namen von Ordnern, die jeweils mit / enden, zum Beispiel help-desk/.',
    public_base_url: 'Verwenden Sie eine Adresse wie https://files.example.com, ohne Query.',
  },
  bucketName: {
    too_short: 'Der Name eines Buckets hat mindestens 3 Zeichen.',
    too_long: 'Der Name eines Buckets hat höchstens 63 Zeichen.',
    capitals: 'Bucket-Namen haben keine Großbuchstaben.',
    underscore: 'Bucket-Namen haben Bindestriche, keine Unterstriche.',
    spaces: 'Bucket-Namen haben keine Leerzeichen.',
    characters: 'Bucket-Namen haben nur Kleinbuchstaben, Ziffern, Bindestriche und Punkte.',
    begins: 'Der Name eines Buckets beginnt mit einem Buchstaben oder einer Ziffer.',
    ends: 'Der Name eines Buckets endet mit einem Buchstaben oder einer Ziffer.',
    dots: 'Im Namen eines Buckets stehen nie zwei Punkte nebeneinander.',
    address: 'Der Name eines Buckets ist keine Adresse aus Zahlen.',
    reserved: 'Diesen Anfang oder dieses Ende behält sich AWS selbst vor.',
  },
  notes: {
    credentials_swapped: 'Access key ID und Secret scheinen vertauscht zu sein.',
    credential_temporary:
      'Ein Key, der mit ASIA beginnt, ist temporär und gilt nur einige Stunden. Legen Sie einen für einen IAM-Benutzer an: er beginnt mit AKIA.',
    credential_malformed: 'Access key IDs von Amazon sind AKIA und 16 weitere Großbuchstaben und Ziffern.',
    secret_malformed: 'Secrets von Amazon haben 40 Zeichen. Prüfen Sie, ob es ganz kopiert wurde.',
    secret_spaces:
      'Darin steht ein Leerzeichen, ein Anführungszeichen oder ein Zeilenumbruch. Prüfen Sie, ob es ohne Zusatz kopiert wurde.',
    bucket_dotted:
      'Ein Name mit Punkten funktioniert: der Bucket steht dann im Pfad seiner Links, weil das Zertifikat von Amazon solche Namen nicht abdeckt. Für einen neuen Bucket sind Bindestriche die bessere Wahl.',
    endpoint_scheme: 'Beginnen Sie mit https:// (oder http://, wo es nicht anders geht).',
    endpoint_bucket:
      'Der Name des Buckets scheint im Endpunkt zu stehen. Wir setzen ihn selbst ein: lassen Sie ihn hier weg.',
    endpoint_path: 'Nur die Adresse, ohne Pfad dahinter.',
    endpoint_credentials: 'In die Adresse gehört kein Name und kein Passwort.',
    endpoint_unreadable: 'Das lässt sich nicht als Adresse lesen, wie https://s3.example.com.',
    endpoint_insecure: 'Ohne https sind Dateien und Signaturen unterwegs für andere lesbar.',
  },
};
