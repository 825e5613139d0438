import type { Shortcut } from '../../src/guide/index.ts';

/** The documents that stand in a shortcut, read back from its text. */
export interface DocumentsIn {
  bucketPolicy: unknown;
  cors: unknown;
  iamPolicy: unknown;
  publicAccessBlock: Record<string, boolean>;
}

/** Reads the documents back from a shortcut, each in the way of its language; what is not there is `null`. */
export const documentsIn: Record<Shortcut, (text: string) => DocumentsIn> = {
  cloudshell: (text) => {
    const variable = (name: string) => {
      const [, quoted] = new RegExp(`^${name}='((?:[^']|'\\\\'')*)'$`, 'm').exec(text) ?? [];
      return quoted === undefined ? null : JSON.parse(quoted.replaceAll(`'\\''`, "'"));
    };
    return {
      bucketPolicy: variable('bucket_policy'),
      cors: variable('cors_rules'),
      iamPolicy: variable('iam_policy'),
      publicAccessBlock: variable('block_public_access'),
    };
  },

  cloudformation: (text) => {
    const inResource = (resource: string, property: string) => {
      const start = text.indexOf(`\n  ${resource}:\n`);
      if (start < 0) return null;
      const [, json = ''] =
        new RegExp(`${property}:\\n\\s+([[{][\\s\\S]*?)\\n(?=\\n|$)`).exec(text.slice(start)) ?? [];
      return JSON.parse(json);
    };
    const rules = inResource('Bucket', 'CorsRules') as Record<string, unknown>[];
    return {
      bucketPolicy: inResource('BucketPolicy', 'PolicyDocument'),
      cors: rules.map(({ ExposedHeaders = [], ...rule }) => ({ ...rule, ExposeHeaders: ExposedHeaders })),
      iamPolicy: inResource('Policy', 'PolicyDocument'),
      publicAccessBlock: Object.fromEntries(
        [...text.matchAll(/^ {8}(\w+): (true|false)$/gm)].map(([, name, value]) => [name, value === 'true']),
      ),
    };
  },

  terraform: (text) => {
    const heredoc = (resource: string) => {
      const start = text.indexOf(`resource "${resource}"`);
      if (start < 0) return null;
      const [, json = ''] = /= <<-JSON\n([\s\S]*?)\n\s*JSON\n/.exec(text.slice(start)) ?? [];
      return JSON.parse(json.replaceAll('$${', '${').replaceAll('%%{', '%{'));
    };
    const list = (name: string) => JSON.parse(new RegExp(`${name}\\s+= (\\[.*\\])`).exec(text)?.[1] ?? '[]');
    const flag = (name: string) => new RegExp(`${name}\\s+= true\n`).test(text);
    return {
      bucketPolicy: heredoc('aws_s3_bucket_policy'),
      cors: [
        {
          AllowedHeaders: list('allowed_headers'),
          AllowedMethods: list('allowed_methods'),
          AllowedOrigins: list('allowed_origins'),
          ExposeHeaders: list('expose_headers'),
        },
      ],
      iamPolicy: heredoc('aws_iam_policy'),
      publicAccessBlock: {
        BlockPublicAcls: flag('block_public_acls'),
        IgnorePublicAcls: flag('ignore_public_acls'),
        BlockPublicPolicy: flag('block_public_policy'),
        RestrictPublicBuckets: flag('restrict_public_buckets'),
      },
    };
  },
};
