import type { XmlNode } from './xml.ts';

/** A refusal on its way to the wire: thrown anywhere, written as XML in one place. */
export class S3Fault extends Error {
  override readonly name = 'S3Fault';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** Elements of that code, after `<Message>`. */
    readonly details: XmlNode = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** The bare refusal that S3 gives to strangers: it does not say what was missing. */
export function accessDenied(message = 'Access Denied', details: XmlNode = {}): S3Fault {
  return new S3Fault(403, 'AccessDenied', message, details);
}

/** The refusal of an argument, with its name and value as S3 adds them. */
export function invalidArgument(message: string, name?: string, value?: string | null): S3Fault {
  return new S3Fault(
    400,
    'InvalidArgument',
    message,
    name === undefined ? {} : { ArgumentName: name, ArgumentValue: value ?? null },
  );
}

/** The refusal of a request as a whole. */
export function invalidRequest(message: string): S3Fault {
  return new S3Fault(400, 'InvalidRequest', message);
}

/** The refusal of a body that is not the XML of its operation. */
export function malformedXml(): S3Fault {
  return new S3Fault(
    400,
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
}

/** What S3 has and the fake has not, never a silent success. */
export function notImplemented(header?: string): S3Fault {
  return new S3Fault(
    501,
    'NotImplemented',
    'A header you provided implies functionality that is not implemented',
    header === undefined ? {} : { Header: header },
  );
}
