import { TextLink } from '@app/ui';
import { words } from './words.js';

/** What has taken the place of something, said where the old one is still found. Nothing where that is not so. */
export function Superseded({ by }: { by?: { title: string; path: string } | null | undefined }) {
  return (
    by && (
      <p className="text-note font-semibold text-attention">
        {words.supersededBy} <TextLink to={by.path}>{by.title}</TextLink>
      </p>
    )
  );
}
