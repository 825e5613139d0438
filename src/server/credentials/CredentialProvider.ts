/** An access key as whoever brings it hands it out; a temporary one with its token. */
export interface ProvidedCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
  /** When it stops to work. Left out: it lasts. */
  expiresAt?: Date | undefined;
  /** The same, as the providers of the AWS SDK call it. */
  expiration?: Date | undefined;
}

/** Brings the server's own access key: an instance role, a web identity, a vault. Those of `@aws-sdk/credential-providers` fit as they are. */
export interface CredentialProvider {
  (): Promise<ProvidedCredentials>;
  /** Set by `credentialsFromEnv`. @default 'provider' */
  readonly from?: 'environment';
}
