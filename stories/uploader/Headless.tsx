import { type Client, type Uploader, useAttachmentUploader, useUpload } from '@triage-ai/s3-attachments';

/** Another skin on the same hook: chips in a line, as a chat has them. */
export function Chips({ client, ticketId }: { client: Client; ticketId: string }) {
  const { uploader, ids, uploadsPending, isOver, remove, ...props } = useAttachmentUploader({
    client,
    ticketId,
  });
  return (
    <div {...props.getRootProps()} style={{ outline: isOver ? '2px dashed' : 'none', padding: 8 }}>
      <button {...props.getTriggerProps()}>Add a file</button>
      <input {...props.getInputProps()} />
      <ul {...props.getListProps()} aria-label="Files" style={{ display: 'flex', gap: 8, padding: 0 }}>
        {ids.map((id) => (
          <li key={id} {...props.getItemProps(id)} style={{ listStyle: 'none' }}>
            <Chip uploader={uploader} id={id} onRemove={remove} />
          </li>
        ))}
      </ul>
      <p role="status">{uploadsPending ? 'Wait a moment' : 'Ready'}</p>
    </div>
  );
}

interface ChipProps {
  uploader: Uploader;
  id: string;
  onRemove: (id: string) => void;
}

/** It follows one upload: its progress renders no other chip. */
function Chip({ uploader, id, onRemove }: ChipProps) {
  const upload = useUpload(uploader, id);
  if (!upload) return null;
  return (
    <>
      {upload.name} ({upload.status}){' '}
      <button
        type="button"
        data-control="remove"
        aria-label={`Remove ${upload.name}`}
        onClick={() => onRemove(id)}
      >
        ×
      </button>
    </>
  );
}
