/** What the driver has been told of one attachment, and holds the backend to. */
export interface Told {
  id: string;
  ticketId: string;
  /** Where it was signed to go. */
  to: 's3' | 'database';
  /** Hexadecimal, of the bytes that were sent for it. */
  sha256: string;
  size: number;
  /**
   * `open`: signed, and neither registered nor deleted as far as the driver was told; it may be either by now, but nothing between.
   * `stored` and `deleted` were answered.
   */
  status: 'open' | 'stored' | 'deleted';
  /** S3, or the backend for the database, has said that all bytes are there: where S3 may not be asked, the client's word counts. */
  sent: boolean;
  /** Somebody is at it: nobody else takes it. */
  busy: boolean;
}
