import { words } from './words.js';

/** Why something stands higher: a district like the reader's has shared it. Nothing where that is not so. */
export function Alike({ alike = [] }: { alike?: readonly string[] | undefined }) {
  return alike.length > 0 && <p className="text-note text-accent">{words.likeOurs(alike)}</p>;
}
