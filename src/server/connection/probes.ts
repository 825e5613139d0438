/** Below the prefix, beside the attachments, so that a policy for their folder alone allows it too. Always the same keys: nothing piles up. */
export function probeKeys(keyPrefix: string): { server: string; stranger: string; browser: string } {
  const key = `${keyPrefix}tickets/.s3-attachments-probe`;
  return { server: key, stranger: `${key}-unsigned`, browser: `${key}-browser` };
}

/** What the test objects hold: for whoever finds one. */
export const probeContent = 'Written to test the connection. It can be deleted.\n';

/** How long one question to S3 may take, in ms: four of them, one after another, fit into a check. */
export const probeLimit = 2_400;
