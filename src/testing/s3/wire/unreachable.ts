/** What Node's `fetch` rejects with when a host name does not resolve. */
export function unknownHost(host: string): TypeError {
  return failed(`getaddrinfo ENOTFOUND ${host}`, {
    errno: -3008,
    code: 'ENOTFOUND',
    syscall: 'getaddrinfo',
    hostname: host,
  });
}

/** What Node's `fetch` rejects with when the certificate of S3's wildcard host does not cover a name. */
export function wrongCertificate(host: string, service: string): TypeError {
  const reason = `Host: ${host}. is not in the cert's altnames: DNS:${service}, DNS:*.${service}`;
  return failed(`Hostname/IP does not match certificate's altnames: ${reason}`, {
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    reason,
    host,
  });
}

function failed(message: string, details: { code: string; [name: string]: unknown }): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), details) });
}
