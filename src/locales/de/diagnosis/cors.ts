import type { DiagnosisMessages } from '../../../diagnosis/index.ts';

const open = 'in der S3-Konsole den Bucket, „Permissions“, „Cross-origin resource sharing (CORS)“, „Edit“';
const edit = `Öffnen Sie ${open}`;

/** The words on the bucket’s CORS rules, in German. */
export const cors = {
  cors_missing: (d) => ({
    title: 'Der Bucket hat keine CORS-Regeln',
    cause: `Browser dürfen ihm von ${d.origin} aus keine Dateien senden.`,
    remedy: [`${edit}.`, 'Fügen Sie die Regeln aus der Anleitung ein und wählen Sie „Save changes“.'],
  }),
  cors_origin_refused: (d) => ({
    title: 'Die CORS-Regeln des Buckets erlauben diese Website nicht',
    cause: `Keine Regel hat ${d.origin} oder * in „AllowedOrigins“.`,
    remedy: [
      `${edit}, und ergänzen Sie ${d.origin} oder * in „AllowedOrigins“: ohne Schrägstrich am Ende. „Save changes“.`,
    ],
  }),
  cors_method_refused: (d) => ({
    title: `Die CORS-Regeln des Buckets erlauben ${d.method} nicht`,
    cause: `In der Regel für ${d.origin} fehlt ${d.method} in „AllowedMethods“, deshalb darf ein Browser ${/PUT/.test(d.method) ? 'keine Dateien speichern' : 'das nicht'}.`,
    remedy: [`${edit}, und ergänzen Sie ${d.method} in „AllowedMethods“. „Save changes“.`],
  }),
  cors_header_refused: (d) => ({
    title: 'Die CORS-Regeln des Buckets lehnen einen Header des Uploads ab',
    cause: `Die Regel für ${d.origin} erlaubt die Request-Header ${d.headers} nicht.`,
    remedy: [`${edit}, und setzen Sie „AllowedHeaders“ auf ["*"]. „Save changes“.`],
  }),
  cors_refused: (d) => ({
    title: 'Der Bucket lässt diese Website nicht hochladen',
    cause: `S3 hat abgelehnt, dass eine Seite von ${d.origin} ${d.method} sendet. CORS-Regeln fehlen, oder keine passt.`,
    remedy: [
      `${edit}, vergleichen Sie die Regeln mit denen aus der Anleitung und wählen Sie „Save changes“.`,
    ],
  }),
  etag_not_exposed: (d) => ({
    title: 'Seiten können das ETag dessen, was sie speichern, nicht lesen',
    cause: `Die CORS-Regel für ${d.origin} nennt ETag nicht in „ExposeHeaders“. Uploads funktionieren auch ohne.`,
    remedy: [
      'Es ist nichts zu tun.',
      `Wenn große Dateien Teil für Teil bestätigt werden sollen: öffnen Sie ${open}, und setzen Sie „ExposeHeaders“ auf ["ETag"].`,
    ],
  }),
} satisfies Partial<DiagnosisMessages>;
