import { begin, complete } from './createSink.js';
import { presign } from './presign.js';

/**
 * A backend that keeps our contract: every body is read and every answer checked by the contract's own schemas. It signs
 * without cryptography, as the peers' backends here do, and believes nothing: a file is registered when the sink has it.
 *
 * @param {typeof import('../../../src/contract/index.ts')} contract
 */
export function createOurApi({ routes }) {
  const table = Object.entries(routes).map(([name, route]) => ({
    name,
    route,
    pattern: new RegExp(`^${route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
  }));
  return ({ run, sink, method, path, body }) => {
    for (const { name, route, pattern } of table) {
      const match = route.method === method && pattern.exec(path);
      const answer = match && answers[name];
      if (!answer) continue;
      const input = typeof route.body === 'object' ? route.body.parse(body) : undefined;
      const { status = 200, body: output } = answer({ run, sink, body: input, ...match.groups });
      if (status !== 200) return { status, body: output };
      return { status, body: route.response.parse(output) };
    }
    return refuse('not_found', 404);
  };
}

const octets = 'application/octet-stream';

const answers = {
  signUploads({ run, sink, body }) {
    run.counts.signs++;
    const uploads = body.files.map((file) => {
      const attachmentId = file.attachmentId ?? `a${++run.serial}`;
      const key = `ours/${attachmentId}/${file.name.replace(/[^\w.-]/g, '_')}`;
      const known = run.attachments.get(attachmentId);
      const { name, size, type } = file;
      run.attachments.set(attachmentId, {
        ...(known ?? { multipart: null, partSize: 0, stored: false }),
        name,
        size,
        type: type || octets,
        key,
      });
      const begun =
        body.begin?.id === file.id && beginParts(run, sink, run.attachments.get(attachmentId), body.begin);
      return {
        id: file.id,
        result: { status: 'signed', attachmentId, target: target(run, sink, key, file, begun) },
      };
    });
    return { body: { uploads } };
  },
  createMultipart({ run, sink, body, attachmentId }) {
    run.counts.signs++;
    const attachment = run.attachments.get(attachmentId);
    if (!attachment) return refuse('not_found', 404);
    return { body: beginParts(run, sink, attachment, body) };
  },
  signParts({ run, sink, body, attachmentId }) {
    run.counts.signs++;
    const attachment = run.attachments.get(attachmentId);
    if (!attachment) return refuse('not_found', 404);
    if (!run.multiparts.has(attachment.multipart)) return refuse('upload_gone', 409);
    return { body: { parts: signParts(run, sink, attachment, body.parts) } };
  },
  listParts({ run, attachmentId }) {
    const attachment = run.attachments.get(attachmentId);
    const begun = run.multiparts.get(attachment?.multipart);
    if (!begun) return refuse('upload_gone', 409);
    const parts = [...begun.parts].map(([number, { size, etag }]) => ({ number, size, etag }));
    return { body: { partSize: attachment.partSize, parts: parts.sort((a, b) => a.number - b.number) } };
  },
  completeUpload({ run, body, attachmentId }) {
    const completed = register(run, attachmentId, body.parts);
    return completed ? { body: completed } : refuse('upload_incomplete', 409);
  },
  completeUploads({ run, body }) {
    const uploads = body.attachmentIds.map((attachmentId) => {
      const completed = register(run, attachmentId);
      return {
        attachmentId,
        result: completed
          ? { status: 'stored', ...completed }
          : { status: 'refused', verdict: verdict('upload_incomplete') },
      };
    });
    return { body: { uploads } };
  },
  reportFailure({ run, sink, body }) {
    const away = Date.now() < run.awayUntil;
    if (away) return { body: { verdict: verdict('s3_unreachable', { host: new URL(sink).host }) } };
    const { status, loaded, total } = body;
    if (status === 0) return { body: { verdict: verdict('connection_lost', { loaded, total }) } };
    return { body: { verdict: verdict('s3_unavailable') } };
  },
  listAttachments: ({ run }) => ({ body: { attachments: stored(run) } }),
  listDraft: ({ run }) => ({ body: { attachments: stored(run) } }),
  deleteAttachment({ run, attachmentId }) {
    run.objects.delete(run.attachments.get(attachmentId)?.key);
    run.attachments.delete(attachmentId);
    return { status: 204 };
  },
};

function beginParts(run, sink, attachment, { partSize, parts }) {
  attachment.multipart = begin(run, attachment.key);
  attachment.partSize = partSize;
  return { status: 'created', parts: signParts(run, sink, attachment, parts) };
}

function target(run, sink, key, { as, type }, begun) {
  const { expiresIn, forms } = run.options;
  if (as === 'parts') return { to: 's3_parts', ...(begun && { begun }) };
  if (as === 'form' && forms) {
    const fields = { key, 'Content-Type': type || octets, success_action_status: '204' };
    return { to: 's3_form', url: presign(sink, run, ''), fields, expiresIn };
  }
  const headers = { 'content-type': type || octets };
  return { to: 's3', method: 'PUT', headers, url: presign(sink, run, key), expiresIn };
}

function signParts(run, sink, { key, multipart }, parts) {
  return parts.map(({ number }) => ({
    number,
    headers: {},
    url: presign(sink, run, key, { partNumber: number, uploadId: multipart }),
    expiresIn: run.options.expiresIn,
  }));
}

/** Registers what the sink has, whole; `null` where it has not. */
function register(run, attachmentId, parts) {
  const attachment = run.attachments.get(attachmentId);
  if (!attachment) return null;
  const { multipart, key, size } = attachment;
  if (parts && run.multiparts.has(multipart)) {
    complete(
      run,
      multipart,
      parts.map(({ number }) => number),
    );
  }
  if (run.objects.get(key) !== size) return null;
  attachment.stored = true;
  return { attachment: shown(attachmentId, attachment), notice: null };
}

const shown = (id, { name, size, type }) => ({
  id,
  ticketId: 'bench',
  name,
  size,
  type,
  storedIn: 's3',
  draftId: null,
  url: `attachments/${id}/content`,
  createdAt: '2026-01-01T00:00:00.000Z',
});

const stored = (run) =>
  [...run.attachments].filter(([, { stored }]) => stored).map(([id, attachment]) => shown(id, attachment));

function verdict(code, facts = {}) {
  const diagnosis = {
    code,
    ...facts,
    where: [{ kind: 'elsewhere', place: 'try-again' }],
    certainty: 'certain',
  };
  return { detail: 'full', diagnosis, reference: null };
}

function refuse(code, status) {
  return {
    status,
    body: { type: `urn:s3-attachments:${code}`, title: code, status, code, verdict: verdict(code) },
  };
}
