// In: the contract, and the browser's fetch and XMLHttpRequest.
// Out: a typed API client that rejects with a DiagnosisError only, the words for one, the transfer of bytes, the check with its proof
// in the browser.
// May import: contract, diagnosis, guide. No React.
export { checkWithProof, type CheckWithProofOptions } from './checkWithProof.ts';
export {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type InputOf,
} from './createClient.ts';
export { createXhrTransfer } from './createXhrTransfer.ts';
export { loadCheck } from './loadCheck.ts';
export { openFile, type FileAnswer } from './openFile.ts';
export { proveInBrowser, type ProofEdges, type ProofFacts } from './proveInBrowser.ts';
export type { Transfer, TransferAnswer, TransferRequest } from './Transfer.ts';
export {
  type Diagnosis,
  type DiagnosisCode,
  DiagnosisError,
  type DiagnosisWords,
  loadWordsFor,
  type Verdict,
} from '../diagnosis/index.ts';
