// In: the contract, and the browser's fetch and XMLHttpRequest.
// Out: a typed API client that rejects with a DiagnosisError only, and the transfer of bytes.
// May import: contract, diagnosis, guide. No React.
export {
  type Client,
  type ClientOptions,
  createClient,
  errorFromAnswer,
  type InputOf,
} from './createClient.ts';
export {
  createXhrTransfer,
  type Transfer,
  type TransferAnswer,
  type TransferRequest,
} from './createXhrTransfer.ts';
