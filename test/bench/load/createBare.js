import { AwsClient } from 'aws4fetch';
import { Hono } from 'hono';

/** The least that a route for this can do: it reads the files, signs a PUT for each, and answers. It asks nobody, keeps nothing, checks nothing. */
export function createBare({ bucket, region, accessKeyId, secretAccessKey }) {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' });
  const app = new Hono();
  app.post('/uploads', async (context) => {
    const { ticketId, files } = await context.req.json();
    const uploads = await Promise.all(
      files.map(async ({ id, name, size, type }) => {
        const key = `tickets/${ticketId}/${crypto.randomUUID()}/${encodeURIComponent(name)}`;
        const headers = { 'content-type': type };
        const { url } = await client.sign(
          `https://${bucket}.s3.${region}.amazonaws.com/${key}?X-Amz-Expires=900`,
          {
            method: 'PUT',
            headers: { ...headers, 'content-length': String(size) },
            aws: { signQuery: true },
          },
        );
        return { id, url, headers };
      }),
    );
    return context.json({ uploads });
  });
  return (request) => app.fetch(request);
}
