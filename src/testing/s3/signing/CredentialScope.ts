/** The Credential of a signature, taken apart. */
export interface CredentialScope {
  accessKeyId: string;
  /** `yyyymmdd` */
  date: string;
  region: string;
  service: string;
  terminal: string;
}

/** Takes a Credential apart, or says in S3's words what is wrong with it: not five parts, no key id or one that cannot be, no region. */
export function parseCredential(text: string): CredentialScope | { problem: string } {
  const parts = text.split('/');
  const [accessKeyId = '', date = '', region = '', service = '', terminal = ''] = parts;
  // Printable ASCII: what is pasted around a key id (a space, a line break, a zero-width character) makes it none.
  if (parts.length !== 5 || date === '' || !/^[!-~]*$/.test(accessKeyId)) {
    return {
      problem: 'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    };
  }
  if (accessKeyId === '')
    return { problem: 'a non-empty Access Key (AKID) must be provided in the credential.' };
  if (region === '') return { problem: 'a non-empty region must be provided in the credential.' };
  return { accessKeyId, date, region, service, terminal };
}
