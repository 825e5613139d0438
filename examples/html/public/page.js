// @ts-check
import { createClient, DiagnosisError, loadWordsFor } from '@triage-ai/s3-attachments/client';
import { createUploader, isPending, loadedOf } from '@triage-ai/s3-attachments/engine';

/** @typedef {import('@triage-ai/s3-attachments/client').Verdict} Verdict */

const ticketId = '1';
const client = createClient({ baseUrl: '/api/s3-attachments' });
const uploader = createUploader({ client, ticketId });

const files = /** @type {HTMLInputElement} */ (document.querySelector('#files'));
files.addEventListener('click', () => uploader.warmUp());
files.addEventListener('change', addChosen);

function addChosen() {
  uploader.add(files.files ?? []);
  files.value = '';
}

uploader.onEvent(({ type, ...event }) => {
  if (type === 'added' && 'upload' in event) addRow(event.upload.id);
  if (type === 'stored') void showAttachments();
});
// On a slow line somebody may have chosen before this script was there.
addChosen();
void showAttachments();

/** What the ticket holds. */
async function showAttachments() {
  const list = /** @type {HTMLElement} */ (document.querySelector('#attachments'));
  try {
    const { attachments } = await client.listAttachments({ ticketId });
    list.replaceChildren(
      ...attachments.map(({ name, url }) => {
        const link = document.createElement('a');
        link.textContent = name;
        link.href = client.resolveUrl(url);
        const item = document.createElement('li');
        item.append(link);
        return item;
      }),
    );
  } catch (error) {
    list.textContent = error instanceof DiagnosisError ? await sentence(error.verdict) : String(error);
  }
}

/**
 * A row for one file, for as long as it is on the list.
 *
 * @param {string} id
 */
function addRow(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.querySelector('#row'));
  const row = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (row.querySelector(name));
  const progress = /** @type {HTMLProgressElement} */ (part('progress'));
  part('.retry').onclick = () => uploader.retry(id);
  part('.remove').onclick = () => uploader.remove(id);

  const stop = uploader.subscribe(update, id);
  update();
  document.querySelector('#uploads')?.append(row);

  async function update() {
    const upload = uploader.getUpload(id);
    if (!upload) {
      stop();
      row.remove();
      return;
    }
    row.dataset.status = upload.status;
    part('.name').textContent = upload.name;
    progress.hidden = !isPending(upload);
    progress.max = upload.size ?? 1;
    progress.value = loadedOf(upload);
    part('.retry').hidden = upload.status !== 'failed';
    part('.remove').textContent = isPending(upload) ? 'Cancel' : 'Remove from this list';
    const said = upload.status === 'failed' ? await sentence(upload.verdict) : upload.status;
    // While the words were loaded it may have gone on.
    if (uploader.getUpload(id) === upload) part('.status').textContent = said;
  }
}

/**
 * What happened, why, and what to do: in full for administrators, and for everybody else what they may know.
 *
 * @param {Verdict} verdict
 */
async function sentence(verdict) {
  const { title, cause, remedy } = await loadWordsFor(verdict);
  return [title, cause, ...remedy].join(' – ');
}
