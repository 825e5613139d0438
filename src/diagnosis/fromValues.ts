import { readPastedBucket, regions } from '../guide/index.ts';
import type { Diagnosis } from './Diagnosis.ts';
import { fromEndpoint } from './fromEndpoint.ts';
import { known, looksLikeSecret, plainAddress, plainText, shownKeyId } from './plainText.ts';
import { elsewhere, field, step } from './where.ts';

/** The values as they were entered; what was left out is not looked at. */
export interface ConnectionValues {
  bucket?: string | undefined;
  region?: string | undefined;
  accessKeyId?: string | undefined;
  secretAccessKey?: string | undefined;
  /** Empty or left out: Amazon S3. */
  endpoint?: string | undefined;
  keyPrefix?: string | undefined;
  /** Empty or left out: links lead to S3 itself. */
  publicBaseUrl?: string | undefined;
  /** @default 'public' */
  links?: 'public' | 'private' | undefined;
}

/** What is wrong with values by their looks, the surest first. */
export interface ValuesFindings {
  faults: Diagnosis[];
  /** It works, but somebody should know. */
  warnings: Diagnosis[];
}

const bucketName = /^(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z\d][a-z\d.-]{1,61}[a-z\d]$/;
const folders = /^(?!(?:.*\/)?\.{1,2}\/)(?:[\w!.'()-]+\/)*$/;

/** Looks at the values without asking anybody. What an unusual but sound value could look like too is only called likely. */
export function fromValues(values: ConnectionValues): ValuesFindings {
  const amazon = !values.endpoint;
  const found = [
    ...fromKeys(values.accessKeyId, values.secretAccessKey, amazon),
    ...fromBucket(values.bucket),
    ...fromRegion(values.region),
    ...fromEndpoint(values.endpoint, values.bucket),
    ...fromKeyPrefix(values.keyPrefix),
    ...fromPublicBaseUrl(values.publicBaseUrl, values.links),
  ].map((diagnosis) => withoutSecrets(diagnosis, values));
  const rank = { certain: 0, likely: 1, possible: 2 };
  const faults = found.filter(
    ({ code, certainty }) => code !== 'endpoint_insecure' && certainty !== 'possible',
  );
  return {
    faults: faults.sort((one, other) => rank[one.certainty] - rank[other.certainty]),
    warnings: found.filter((diagnosis) => !faults.includes(diagnosis)),
  };
}

function fromKeys(id: string | undefined, secret: string | undefined, amazon: boolean): Diagnosis[] {
  const looksLikeId = secret !== undefined && /^A(?:KIA|SIA)[A-Z\d]{16}$/.test(secret.trim());
  if (id && looksLikeSecret(id.trim()) && (looksLikeId || !secret)) {
    const where = [field('accessKeyId'), field('secretAccessKey')];
    return [{ code: 'credentials_swapped', where, certainty: looksLikeId ? 'certain' : 'likely' }];
  }
  return [
    ...(id === undefined ? [] : fromKeyId(id, amazon)),
    ...(secret === undefined ? [] : fromSecret(secret, amazon)),
  ];
}

function fromKeyId(id: string, amazon: boolean): Diagnosis[] {
  const fact = known('accessKeyId', shownKeyId(id));
  // A slash would end the key's part of what is signed; the others no key has.
  if (!/^[\w.+=@:-]+$/.test(id)) {
    return [{ code: 'credential_malformed', where: [field('accessKeyId')], certainty: 'certain' }];
  }
  if (!amazon) return [];
  if (/^ASIA/.test(id)) {
    return [
      {
        code: 'credential_temporary',
        ...fact,
        where: [step('access-key'), field('accessKeyId')],
        certainty: 'certain',
      },
    ];
  }
  return /^AKIA[A-Z\d]{16}$/.test(id)
    ? []
    : [{ code: 'credential_malformed', ...fact, where: [field('accessKeyId')], certainty: 'likely' }];
}

function fromSecret(secret: string, amazon: boolean): Diagnosis[] {
  const strange = /[\s\p{Cc}\p{Cf}\p{Z}"'`“”‘’«»]/u.test(secret);
  const sound = amazon ? /^[A-Za-z\d+/=]{40}$/.test(secret) : secret.length > 0;
  if (sound && !strange) return [];
  return [{ code: 'secret_malformed', where: [field('secretAccessKey')], certainty: 'likely' }];
}

function fromBucket(bucket: string | undefined): Diagnosis[] {
  if (bucket === undefined || bucketName.test(bucket)) return [];
  const name = nameIn(bucket);
  return [
    {
      code: 'bucket_name_invalid',
      // What was pasted may be a signed address.
      bucket: plainAddress(bucket),
      ...known('name', name),
      where: [field('bucket')],
      certainty: 'certain',
    },
  ];
}

/** The bucket's name in what was pasted, or what is left of it without capitals and slashes. */
function nameIn(pasted: string): string | undefined {
  const told = readPastedBucket(pasted)?.bucket;
  if (told !== undefined) return told;
  const [, name] = /^\s*\/*([^/\s]+?)\/*\s*$/.exec(pasted.slice(0, 2048).toLowerCase()) ?? [];
  return name !== undefined && bucketName.test(name) ? name : undefined;
}

function fromRegion(region: string | undefined): Diagnosis[] {
  // Anything that could be a code S3 is asked about: new regions open, and its answer is better than a guess.
  if (region === undefined || /^[a-z\d-]{2,32}$/.test(region)) return [];
  return [
    {
      code: 'region_wrong',
      region: plainText(region),
      ...known('expected', regionMeant(region)),
      where: [field('region')],
      certainty: 'certain',
    },
  ];
}

const words = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z]+|\d+/g) ?? [];

/** The one region that a name or a text around a code can mean; `undefined` where none or more than one fits. */
function regionMeant(text: string): string | undefined {
  const short = text.slice(0, 200);
  const asCode = `-${words(short).join('-')}`;
  const spelled = regions.filter(({ code }) => new RegExp(`-${code}(?!\\d)`).test(asCode));
  if (spelled.length > 0) return spelled.length === 1 ? spelled[0]?.code : undefined;
  const meant = new Set(words(short));
  const scores = regions.map(({ code, name }) => {
    const [area = '', place = ''] = name.split('(');
    const places = words(place).filter((word) => word.length > 1 && meant.has(word));
    const areas = words(area).filter((word) => meant.has(word));
    // “Central” is a place in more than one country; a city is enough by itself.
    const tells = places.some((word) => !directions.has(word)) || (places.length > 0 && areas.length > 0);
    return { code, score: tells ? places.length * 10 + areas.length : 0 };
  });
  const best = Math.max(...scores.map(({ score }) => score));
  const fitting = scores.filter(({ score }) => score > 0 && score === best);
  return fitting.length === 1 ? fitting[0]?.code : undefined;
}

const directions = new Set(['us', 'east', 'west', 'north', 'south', 'central']);

function fromKeyPrefix(keyPrefix: string | undefined): Diagnosis[] {
  if (keyPrefix === undefined || (keyPrefix.length <= 200 && folders.test(keyPrefix))) return [];
  return [
    {
      code: 'invalid_input',
      issues: [{ path: 'keyPrefix', message: 'key_prefix' }],
      where: [field('keyPrefix'), elsewhere('app')],
      certainty: 'certain',
    },
  ];
}

const baseUrl = /^https?:\/\/[\w.\-[\]:]+(?:\/[\w.~!$&'()*+,;=:@%-]+)*\/?$/i;

function fromPublicBaseUrl(url: string | undefined, links: ConnectionValues['links']): Diagnosis[] {
  if (!url) return [];
  const where = [field('publicBaseUrl')];
  // A signed link is for S3's own host: what stands in front would open it to nobody, or to everybody.
  if (links === 'private' || url.length > 255 || !baseUrl.test(url) || !URL.canParse(url)) {
    const issues = [{ path: 'publicBaseUrl', message: 'public_base_url' }];
    return [{ code: 'invalid_input', issues, where, certainty: 'certain' }];
  }
  return /^http:/i.test(url)
    ? [{ code: 'endpoint_insecure', endpoint: plainAddress(url), where, certainty: 'certain' }]
    : [];
}

/** A secret may have been pasted into any field, or into two. */
function withoutSecrets(diagnosis: Diagnosis, { secretAccessKey = '' }: ConnectionValues): Diagnosis {
  // As it was entered, and as it stands between what came along with it.
  const bare = secretAccessKey.replace(/^[\s\p{P}\p{C}]+|[\s\p{P}\p{C}]+$/gu, '');
  const secrets = [secretAccessKey, secretAccessKey.trim(), plainText(secretAccessKey), bare]
    .filter((text) => text.length >= 8)
    .flatMap((text) => [text, text.toLowerCase()]);
  const hide = (text: string) => {
    let hidden = text;
    for (const secret of secrets) hidden = hidden.replaceAll(secret, '…');
    return looksLikeSecret(hidden) ? '…' : hidden;
  };
  return Object.fromEntries(
    Object.entries(diagnosis).map(([name, fact]) => [
      name,
      typeof fact === 'string' && name !== 'code' && name !== 'certainty' ? hide(fact) : fact,
    ]),
  ) as unknown as Diagnosis;
}
