import type { SettingsMessages } from '../../components/index.ts';

/** The words over codes of the form in French. */
export const formCodes: Pick<SettingsMessages, 'issues' | 'bucketName' | 'notes'> = {
  issues: {
    required: 'Saisissez une valeur.',
    bucket_name:
      'Utilisez 3 à 63 lettres minuscules, chiffres, points et traits d’union, avec une lettre ou un chiffre au début et à la fin.',
    region:
      'Utilisez le code de la région : lettres minuscules, chiffres et traits d’union, par exemple eu-central-1.',
    access_key_id:
      'Une Access key ID ne contient que des lettres et des chiffres. Vérifiez qu’elle a été copiée en entier, et seule.',
    secret: 'Un secret ne contient ni espaces ni guillemets. Vérifiez qu’il a été copié en entier, et seul.',
    refused: 'Le serveur n’a pas accepté cette valeur.',
    same_key: 'Cette clé est déjà utilisée. Saisissez celle qui doit la remplacer.',
    too_long: 'C’est trop long.',
    endpoint: 'Utilisez l’adresse seule, par exemple https://s3.example.com, sans bucket ni chemin.',
    key_prefix: 'Utilisez des noms de dossiers, chacun suivi de /, par exemple help-desk/.',
    public_base_url: 'Utilisez une adresse comme https://files.example.com, sans paramètres.',
  },
  bucketName: {
    too_short: 'Le nom d’un bucket a au moins 3 caractères.',
    too_long: 'Le nom d’un bucket a au plus 63 caractères.',
    capitals: 'Un nom de bucket n’a pas de majuscules.',
    underscore: 'Un nom de bucket a des traits d’union, pas de tirets bas.',
    spaces: 'Un nom de bucket n’a pas d’espaces.',
    characters:
      'Un nom de bucket n’a que des lettres minuscules, des chiffres, des traits d’union et des points.',
    begins: 'Le nom d’un bucket commence par une lettre ou un chiffre.',
    ends: 'Le nom d’un bucket se termine par une lettre ou un chiffre.',
    dots: 'Il n’y a jamais deux points côte à côte dans le nom d’un bucket.',
    address: 'Le nom d’un bucket n’est pas une adresse faite de nombres.',
    reserved: 'AWS se réserve ce début ou cette fin.',
  },
  notes: {
    credentials_swapped: 'L’Access key ID et le secret semblent inversés.',
    credential_temporary:
      'Une clé qui commence par ASIA est temporaire et cesse de fonctionner en quelques heures. Créez-en une pour un utilisateur IAM : elle commence par AKIA.',
    credential_malformed:
      'Les Access key IDs d’Amazon sont AKIA suivi de 16 autres lettres majuscules et chiffres.',
    secret_malformed: 'Les secrets d’Amazon ont 40 caractères. Vérifiez qu’il a été copié en entier.',
    secret_spaces:
      'Il contient un espace, un guillemet ou un saut de ligne. Vérifiez qu’il a été copié seul.',
    bucket_dotted:
      'Un nom avec des points fonctionne : le bucket figure alors dans le chemin de ses liens, car le certificat d’Amazon ne couvre pas ces noms. Pour un nouveau bucket, mieux vaut des traits d’union.',
    endpoint_scheme: 'Commencez par https:// (ou http:// s’il n’y a pas d’autre moyen).',
    endpoint_bucket:
      'Le nom du bucket semble figurer dans le point de terminaison. Nous l’ajoutons nous-mêmes : ne le mettez pas ici.',
    endpoint_path: 'Seulement l’adresse, sans chemin derrière.',
    endpoint_credentials: 'Ni nom ni mot de passe n’ont leur place dans l’adresse.',
    endpoint_unreadable: 'Cela ne peut pas être lu comme une adresse, telle que https://s3.example.com.',
    endpoint_insecure: 'Sans https, les fichiers et les signatures circulent en clair.',
  },
};
