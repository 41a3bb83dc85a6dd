import { TagList } from '@app/ui';
import { useVocabulary } from './useVocabulary.js';
import { words } from './words.js';

/** The principles something is tagged with, each a way to its page. */
export function PrincipleTags({ numbers }: { numbers: readonly number[] }) {
  const { principle } = useVocabulary();
  const tags = numbers.flatMap((number) => {
    const known = principle(number);
    return known ? [{ label: words.principle(number, known.shortName), to: `/principles/${number}` }] : [];
  });
  return <TagList label={words.principlesOf} tags={tags} />;
}

/** The pledge's topics something is tagged with. */
export function TopicTags({ slugs }: { slugs: readonly string[] }) {
  const { topic } = useVocabulary();
  return <TagList label={words.topicsOf} tags={slugs.flatMap((slug) => topic(slug) ?? []).map(({ name }) => ({ label: name }))} />;
}
