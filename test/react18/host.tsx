/*
 * A host on React 18, for the compiler alone: the published declarations are read with the types of React 18, all of them.
 * `npm run test:react18` compiles it after `npm run build`.
 */
import { useRef } from 'react';
import {
  AttachmentList,
  AttachmentUploader,
  createClient,
  S3SettingsPanel,
  UploadFailureAlert,
  useAttachmentUploader,
} from '@triage-ai/s3-attachments';

const client = createClient({ baseUrl: '/api/s3-attachments' });

export function Host() {
  const composer = useRef<HTMLFormElement>(null);
  return (
    <form ref={composer}>
      <S3SettingsPanel client={client} focus={{ kind: 'field', field: 'region' }} />
      <UploadFailureAlert client={client} />
      <AttachmentList client={client} ticketId="1" />
      <AttachmentUploader client={client} ticketId="1" />
      <Headless />
    </form>
  );
}

function Headless() {
  const zone = useRef<HTMLDivElement>(null);
  const { ids, uploader, remove, ...props } = useAttachmentUploader({
    client,
    ticketId: '1',
    dropZone: zone,
  });
  return (
    <div ref={zone}>
      <div {...props.getRootProps()}>
        <input {...props.getInputProps()} />
        <button {...props.getTriggerProps()}>Attach</button>
        <ul {...props.getListProps()}>
          {ids.map((id) => (
            <li key={id} {...props.getItemProps(id)}>
              {uploader.getUpload(id)?.file?.name}
              <button onClick={() => remove(id)}>Remove</button>
            </li>
          ))}
        </ul>
        {props.getHiddenInputProps().map(({ key, ...hidden }) => (
          <input key={key} {...hidden} />
        ))}
      </div>
    </div>
  );
}

// @ts-expect-error a ticket has to be named: the types are there, and not `any`
export const withoutTicket = <AttachmentUploader client={client} />;
