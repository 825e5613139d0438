import type { SettingsMessages } from '../../components/index.ts';
import { count } from './count.ts';

/** The words of the connection check in German. */
export const check: SettingsMessages['check'] = {
  start: 'Verbindung prüfen',
  cancel: 'Abbrechen',
  running: (done, total) => `Prüfung läuft: ${done} von ${total}`,
  cancelled: 'Die Prüfung wurde abgebrochen.',
  notDone: (title) => `Die Prüfung war nicht möglich: ${title}`,
  passed: 'Alles funktioniert',
  wrong: (problems, title) =>
    problems === 1
      ? `Ein Problem: ${title}`
      : `${count(problems, { other: '# Probleme' })}. Beginnen Sie mit diesem: ${title}`,
  warning: (warnings, title) =>
    warnings === 1
      ? `Es funktioniert, mit einer Warnung: ${title}`
      : `Es funktioniert, mit ${count(warnings, { other: '# Warnungen' })}. Zuerst: ${title}`,
  unknown: 'Nicht alles ließ sich feststellen',
  checkedAt: (when) => `Geprüft: ${when}.`,
  stale: 'Seitdem wurden die Werte geändert.',
  label: 'Schritte der Prüfung',
  showSteps: 'Schritte anzeigen',
  titles: {
    values: 'Form der Werte',
    identity: 'Access Key und Secret',
    bucket: 'Bucket und Region',
    write: 'Testdatei speichern',
    owner: 'Dasselbe AWS-Konto',
    read: 'Ihren Link öffnen',
    cors: 'Uploads von hier (CORS)',
    delete: 'Testdatei löschen',
    large_files: 'Aufräumen nach großen Dateien',
    world_write: 'Fremde können nichts speichern',
    world_list: 'Fremde können nichts auflisten',
    privilege: 'Key kann Ihre Buckets nicht auflisten',
    browser: 'Alles in diesem Browser',
  },
  states: {
    waiting: 'Wartet',
    passed: 'Bestanden',
    failed: 'Fehlgeschlagen',
    warning: 'Warnung',
    skipped: 'Ausgelassen',
    unknown: 'Unbekannt',
  },
  skipped: {
    explained: (by) =>
      by ? `Ausgelassen: „${by}“ sagt es schon.` : 'Ausgelassen: ein früherer Schritt sagt es schon.',
    custom_endpoint: () => 'Ausgelassen: das lässt sich nur bei Amazon S3 abfragen.',
    needs_secret: () => 'Ausgelassen: geben Sie den Secret access key ein, um auch dies zu prüfen.',
  },
  untold: {
    timeout: () => 'Es kam keine Antwort in der vorgesehenen Zeit.',
    no_answer: () => 'Es kam keine Antwort.',
    permission: (permission) =>
      permission
        ? `Nur ein Key mit der Berechtigung ${permission} könnte das feststellen.`
        : 'Diesem Key fehlt die Berechtigung, mit der es sich feststellen ließe.',
  },
  forms: (allowed) =>
    allowed
      ? 'Auch POST ist erlaubt: kleine Dateien nehmen den schnellen Weg.'
      : 'Viele kleine Dateien könnten mit POST schneller hochgeladen werden: der CORS-Schritt der Anleitung zeigt, wie.',
  note: (title) => `Gut zu wissen: ${title}.`,
  identity: (arn) => `Der Key gehört zu ${arn}.`,
  sameCause: (title) => `Dieselbe Ursache wie oben: ${title}.`,
};
