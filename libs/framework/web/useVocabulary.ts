import { useGraph } from '@app/platform/web';
import { VocabularyDocument, type VocabularyQuery } from './Vocabulary.generated.js';

export type PrincipleWords = VocabularyQuery['principles'][number];
export type TenetWords = VocabularyQuery['tenets'][number];
export type TopicWords = VocabularyQuery['topics'][number];

const none: readonly never[] = [];

/** The ten principles, fifteen tenets and the topics: read once, then at hand on every page. Empty lists while they are on their way. */
export function useVocabulary() {
  const { data, isPending, error, refetch } = useGraph(VocabularyDocument, {}, { freshFor: Number.POSITIVE_INFINITY });
  const principles: readonly PrincipleWords[] = data?.principles ?? none;
  const tenets: readonly TenetWords[] = data?.tenets ?? none;
  const topics: readonly TopicWords[] = data?.topics ?? none;
  return {
    principles,
    tenets,
    topics,
    isPending,
    error,
    refetch,
    principle: (number: number) => principles.find((principle) => principle.number === number),
    topic: (slug: string) => topics.find((topic) => topic.slug === slug),
  };
}
