import type { SettingsMessages } from '../../components/index.ts';

/** The words of *Do it in one go* in French. */
export const shortcut: SettingsMessages['shortcut'] = {
  title: 'Tout faire en une fois',
  subtitle: 'Avec un script, CloudFormation ou Terraform',
  intro:
    'Un script accomplit les sept étapes avec les mêmes documents et affiche les quatre valeurs. Collez ce qu’il affiche dans n’importe quel champ du formulaire.',
  tabs: 'Outils',
  names: { cloudshell: 'AWS CloudShell', cloudformation: 'CloudFormation', terraform: 'Terraform' },
  how: {
    cloudshell: [
      'Ouvrez CloudShell : l’icône de terminal en haut de la console AWS. Vous devez être connecté avec un compte qui peut créer des buckets et des utilisateurs IAM.',
      'Collez le script et appuyez sur Entrée.',
      'Copiez le bloc qu’il affiche et collez-le dans n’importe quel champ du formulaire.',
    ],
    cloudformation: [
      'Enregistrez le modèle dans un fichier. Dans la console CloudFormation, choisissez « Create stack », « With new resources », « Upload a template file ».',
      'Cochez « I acknowledge that AWS CloudFormation might create IAM resources », et créez la pile.',
      'Copiez les quatre valeurs depuis l’onglet « Outputs ».',
    ],
    terraform: [
      'Enregistrez le module dans un fichier, dans un dossier à part, puis exécutez « terraform init » et « terraform apply ».',
      'Exécutez « terraform output -raw settings », copiez le bloc et collez-le dans n’importe quel champ du formulaire.',
    ],
  },
  mind: {
    cloudshell:
      'Exécuté à nouveau, il retrouve ce qui existe déjà ; il ne crée une nouvelle clé d’accès que si l’utilisateur en a moins de deux.',
    cloudformation: 'Toute personne qui peut lire les sorties de la pile peut y lire le secret.',
    terraform: 'L’état de Terraform contient le secret : gardez-le là où vous seul pouvez le lire.',
  },
  needsBucket:
    'Saisissez d’abord le nom et la région du bucket dans le formulaire : le script est établi pour eux.',
  download: 'Enregistrer dans un fichier',
  downloadOf: (shortcut) => `Enregistrer dans un fichier : ${shortcut}`,
  open: { cloudshell: 'Ouvrir CloudShell', cloudformation: 'Ouvrir CloudFormation', terraform: null },
};
