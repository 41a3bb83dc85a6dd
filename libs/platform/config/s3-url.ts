/** A bucket of an S3 store and the key to it. */
export interface Bucket {
  /** The store's address without the bucket, such as https://s3.us-east-1.amazonaws.com. */
  endpoint: string;
  name: string;
  region: string;
  key: string;
  secret: string;
}

const SHAPE = 'must look like https://KEY:SECRET@HOST/BUCKET?region=us-east-1';
// What every store takes as a bucket's name, and what therefore never has to be escaped.
const NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Reads S3_URL, or says what is wrong with it without repeating it: it holds a secret. */
export function bucketIn(text: string): Bucket | { problem: string } {
  if (!URL.canParse(text)) return { problem: SHAPE };
  const url = new URL(text);
  if (!['http:', 'https:'].includes(url.protocol)) return { problem: SHAPE };
  const [key, secret] = [url.username, url.password].map(decoded);
  if (!key || !secret) return { problem: `${SHAPE}; KEY and SECRET are missing or not percent-encoded` };
  const name = url.pathname.replace(/^\/|\/$/g, '');
  if (!NAME.test(name)) return { problem: `${SHAPE}; BUCKET is one name of 3 to 63 small letters, digits, dots and hyphens` };
  const unknown = [...url.searchParams.keys()].filter((each) => each !== 'region');
  if (unknown.length > 0 || url.hash) return { problem: `${SHAPE}; only region may follow the question mark` };
  const region = url.searchParams.get('region') || 'us-east-1';
  if (!/^[a-z0-9-]+$/.test(region)) return { problem: `${SHAPE}; the region has small letters, digits and hyphens only` };
  return { endpoint: url.origin, name, region, key, secret };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
