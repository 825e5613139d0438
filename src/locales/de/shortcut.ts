import type { SettingsMessages } from '../../components/index.ts';

/** The words of *Do it in one go* in German. */
export const shortcut: SettingsMessages['shortcut'] = {
  title: 'Alles in einem Zug',
  subtitle: 'Mit Skript, CloudFormation oder Terraform',
  intro:
    'Ein Skript erledigt alle sieben Schritte mit denselben Dokumenten und gibt die vier Werte aus. Fügen Sie die Ausgabe in ein beliebiges Feld des Formulars ein.',
  tabs: 'Werkzeuge',
  names: { cloudshell: 'AWS CloudShell', cloudformation: 'CloudFormation', terraform: 'Terraform' },
  how: {
    cloudshell: [
      'Öffnen Sie CloudShell: das Terminal-Symbol oben in der AWS-Konsole. Sie müssen als jemand angemeldet sein, der Buckets und IAM-Benutzer anlegen darf.',
      'Fügen Sie das Skript ein und drücken Sie die Eingabetaste.',
      'Kopieren Sie den Block, den es ausgibt, und fügen Sie ihn in ein beliebiges Feld des Formulars ein.',
    ],
    cloudformation: [
      'Speichern Sie die Vorlage als Datei. Wählen Sie in der CloudFormation-Konsole „Create stack“, „With new resources“, „Upload a template file“.',
      'Setzen Sie das Häkchen bei „I acknowledge that AWS CloudFormation might create IAM resources“ und erstellen Sie den Stack.',
      'Kopieren Sie die vier Werte aus dem Tab „Outputs“.',
    ],
    terraform: [
      'Speichern Sie das Modul als Datei in einem eigenen Ordner und führen Sie „terraform init“ und „terraform apply“ aus.',
      'Führen Sie „terraform output -raw settings“ aus, kopieren Sie den Block und fügen Sie ihn in ein beliebiges Feld des Formulars ein.',
    ],
  },
  mind: {
    cloudshell:
      'Erneut ausgeführt, findet es vor, was schon da ist; einen neuen Access Key erstellt es nur, wenn der Benutzer weniger als zwei hat.',
    cloudformation: 'Wer die Outputs des Stacks lesen darf, kann dort das Secret lesen.',
    terraform:
      'Der State von Terraform enthält das Secret: bewahren Sie ihn dort auf, wo nur Sie ihn lesen können.',
  },
  needsBucket:
    'Geben Sie zuerst Name und Region des Buckets ins Formular ein: das Skript wird dafür ausgestellt.',
  download: 'Als Datei speichern',
  downloadOf: (shortcut) => `Als Datei speichern: ${shortcut}`,
  open: { cloudshell: 'CloudShell öffnen', cloudformation: 'CloudFormation öffnen', terraform: null },
};
