import type { Client } from '../../../../src/client/index.ts';
import { createUploader } from '../../../../src/engine/index.ts';

// The client is counted with the widget.
declare const client: Client;
createUploader({ client, ticketId: '1' }).add([]);
