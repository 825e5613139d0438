/** What was asked of S3, so that its answer can be read. Holds no secret. */
export interface S3Request {
  operation: 'PUT' | 'GET' | 'HEAD' | 'DELETE' | 'OPTIONS';
  bucket: string;
  region: string;
  accessKeyId?: string | undefined;
  /** True where the request carried no signature at all. */
  unsigned?: boolean | undefined;
  /** True where it went to an endpoint of one's own and not to Amazon. */
  custom?: boolean | undefined;
  /** The host that was asked. */
  host?: string | undefined;
  /** The object's key. */
  key?: string | undefined;
  /** Bytes that were sent. */
  size?: number | undefined;
}
